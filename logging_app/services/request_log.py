"""The request log: one row per HTTP request, written off the request path (LO-1)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase

from common import clock, context
from common.redaction import redact_text
from common.stored_text import fit
from logging_app.models import ApiRequest
from logging_app.services.batch_writer import BatchWriter
from logging_app.services.capture import Capture
from logging_app.services.people import person_of
from logging_app.services.privacy import hash_ip
from logging_app.services.text import redacted_json

_writer = BatchWriter(ApiRequest)


def record_request(
    request: HttpRequest, response: HttpResponseBase, duration_ms: int, capture: Capture | None = None
) -> None:
    """Queue the row of an answered request; ``capture`` holds the bodies while LOGGING_CAPTURE_PAYLOADS is on."""
    origin, person = context.current(), person_of(request)
    row = ApiRequest(
        request_id=fit(origin.request_id, 64) or context.new_request_id(),
        method=fit(request.method, 10) or "?",
        path=fit(redact_text(request.path), 500) or "/",
        query_params=_query(request),
        status_code=response.status_code,
        duration_ms=max(0, duration_ms),
        user_id=person.user_id,
        company_id=person.company_id,
        ip_address_hash=hash_ip(origin.ip_address),
        user_agent=fit(redact_text(origin.user_agent or ""), 500),
        created_date=clock.now(),
    )
    if capture is not None:
        row.request_payload, row.response_payload = capture.request_text(), capture.response_text(response)
        row.headers = redacted_json(dict(request.headers))
    _writer.put(row, in_background=getattr(settings, "REQUEST_LOG_BACKGROUND", True))


def flush_request_log() -> int:
    """Write everything queued now, over the caller's connection; return the number of rows (tests, shutdown)."""
    return _writer.flush()


def discard_request_log() -> None:
    """Forget everything queued (tests)."""
    _writer.discard()


def _query(request: HttpRequest) -> object:
    try:
        parameters = request.GET
    except (SuspiciousOperation, ValueError):
        # Nobody keeps a request out of the log with a query that cannot be read, or has more fields than are read.
        return {"unreadable": len(request.META.get("QUERY_STRING", ""))}
    if not parameters:
        return None
    values = {name: items[0] if len(items) == 1 else items for name, items in parameters.lists()}
    return redacted_json(values)
