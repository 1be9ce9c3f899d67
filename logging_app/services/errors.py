"""The error log (ER-1, ER-2): works when the log tables are out of reach, and never raises."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Mapping
from typing import Any, Literal

from common import clock, context
from common.problems import Problem
from common.redaction import redact_text
from common.stored_text import fit, storable_text
from logging_app.models import SEVERITIES, ApplicationError
from logging_app.services.evidence import write_evidence
from logging_app.services.people import current_person
from logging_app.services.privacy import hash_ip
from logging_app.services.text import redacted_json

logger = logging.getLogger(__name__)

Severity = Literal["warning", "error", "critical"]
_LONGEST_TEXT = 100_000


def record_error(
    error: BaseException | str,
    *,
    severity: Severity | None = None,
    user_id: int | None = None,
    company_id: int | None = None,
    path: str | None = None,
    method: str | None = None,
    additional_data: Mapping[str, Any] | None = None,
) -> None:
    """Record a failure with redacted message and stack; it survives the rollback of its request. Never raises.

    ``error`` is an exception, or the code of a refusal worth keeping. Without ``severity``: the exception's own
    attribute ``severity``, else warning for a refusal (4xx), else error. Person, company, path and method default to
    those of the request under way.
    """
    try:
        row = _row(error, severity, path, method, additional_data)
        person = current_person()
        row.user_id = user_id if user_id is not None else person.user_id
        row.company_id = company_id if company_id is not None else person.company_id
        write_evidence(row)
    except Exception as failure:  # noqa: BLE001 - recording a failure must not be another one (ER-1)
        _fall_back(error, failure)


def severity_of(error: BaseException | str) -> str:
    """Severity of a failure that does not say: its ``severity`` attribute, or by kind (ER-2)."""
    own = getattr(error, "severity", None)
    if own in SEVERITIES:
        return str(own)
    is_refusal = isinstance(error, str) or (isinstance(error, Problem) and error.status < 500)
    return "warning" if is_refusal else "error"


def _row(
    error: BaseException | str,
    severity: Severity | None,
    path: str | None,
    method: str | None,
    additional_data: Mapping[str, Any] | None,
) -> ApplicationError:
    origin = context.current()
    stack = "".join(traceback.format_exception(error)) if isinstance(error, BaseException) else ""
    return ApplicationError(
        error_type=fit(_type_of(error), 200) or "Unknown",
        error_message=storable_text(redact_text(str(error)))[:_LONGEST_TEXT],
        stack_trace=storable_text(redact_text(stack))[-_LONGEST_TEXT:] or None,
        severity=severity or severity_of(error),
        request_id=fit(origin.request_id, 64),
        path=fit(redact_text(path or origin.path or ""), 500),
        method=fit(method or origin.method, 10),
        ip_address_hash=hash_ip(origin.ip_address),
        user_agent=fit(redact_text(origin.user_agent or ""), 500),
        additional_data=redacted_json(dict(additional_data)) if additional_data is not None else None,
        created_date=clock.now(),
    )


def _type_of(error: BaseException | str) -> str:
    if isinstance(error, Problem):
        return error.code
    if isinstance(error, str):
        return error
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _fall_back(error: BaseException | str, failure: BaseException) -> None:
    """Say on standard output that a failure was lost, whatever state the process is in."""
    try:
        facts = {"error_type": _type_of(error), "recorder_failure": type(failure).__name__}
        logger.error("failure could not be recorded", extra=facts)
    except Exception:  # noqa: BLE001 - the last resort
        sys.stdout.write(json.dumps({"event": "failure could not be recorded", "level": "error"}) + "\n")
