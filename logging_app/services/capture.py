"""Payload capture (LO-3): off unless switched on; never alters or consumes a request; redacts before it cuts."""

from __future__ import annotations

import json
import logging
from typing import Any
from urllib.parse import parse_qs

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from common.redaction import redact, redact_text
from common.stored_text import storable_text
from settings_app.selectors import get_bool, get_int, get_json

logger = logging.getLogger(__name__)

WRITING_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_LONGEST_KEPT = 512 * 1024  # twice the largest accepted body: redaction sees it whole
_TEXT_TYPES = ("text/", "application/json", "application/problem+json", "application/x-www-form-urlencoded")


class _Tee:
    """Stands before the stream of a request and keeps a copy of what the view reads of it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.kept = bytearray()
        self.size = 0

    def _keep(self, data: bytes) -> bytes:
        self.size += len(data)
        self.kept += data[: max(0, _LONGEST_KEPT - len(self.kept))]
        return data

    def read(self, *args: Any, **kwargs: Any) -> bytes:
        return self._keep(self._stream.read(*args, **kwargs))

    def readline(self, *args: Any, **kwargs: Any) -> bytes:
        return self._keep(self._stream.readline(*args, **kwargs))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Capture:
    """Copies of one request's bodies, up to ``limit`` bytes each once redacted."""

    def __init__(self, request: HttpRequest, limit: int) -> None:
        self.limit = limit
        self._type = request.content_type or ""
        self._tee: _Tee | None = None
        stream = getattr(request, "_stream", None)
        if request.method in WRITING_METHODS and stream is not None:
            self._tee = _Tee(stream)
            request._stream = self._tee  # type: ignore[assignment]

    def request_text(self) -> str | None:
        """Body of a writing method as far as the view read it, redacted, then cut; None without one."""
        if self._tee is None or not self._tee.size:
            return None
        return _as_text(bytes(self._tee.kept), self._type, self._tee.size, self.limit)

    def response_text(self, response: HttpResponseBase) -> str | None:
        """Body of the answer, redacted, then cut; None for an empty one."""
        if not isinstance(response, HttpResponse):
            return "[streamed]"
        content = response.content
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return _as_text(content[:_LONGEST_KEPT], kind, len(content), self.limit) if content else None


def start_capture(request: HttpRequest) -> Capture | None:
    """Return a capture for the request, or None while capture is off or the path is excluded. Never raises."""
    try:
        if not get_bool("LOGGING_CAPTURE_PAYLOADS"):
            return None
        if any(request.path.startswith(str(prefix)) for prefix in get_json("LOGGING_EXCLUDED_ENDPOINTS")):
            return None
        return Capture(request, get_int("LOGGING_MAX_PAYLOAD_SIZE_KB") * 1024)
    except Exception:
        logger.warning("payloads are not captured", exc_info=True)
        return None


def _as_text(data: bytes, kind: str, size: int, limit: int) -> str:
    if not kind.startswith(_TEXT_TYPES):
        return f"[{kind or 'no content type'}, {size} bytes]"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if size <= len(data):
            return f"[binary as {kind}, {size} bytes]"
        text = data.decode("utf-8", "ignore")
    return storable_text(_redacted(text, kind)).encode()[:limit].decode("utf-8", "ignore")


def _redacted(text: str, kind: str) -> str:
    try:
        if kind.endswith("json"):
            return json.dumps(redact(json.loads(text)), ensure_ascii=False)
        if kind == "application/x-www-form-urlencoded":
            return json.dumps(redact(parse_qs(text, keep_blank_values=True)), ensure_ascii=False)
    except (ValueError, RecursionError):
        pass  # unreadable, so only shapes and pairs in the raw text can be redacted
    return redact_text(text)
