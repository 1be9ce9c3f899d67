"""Request bodies are at most 256 KiB (api.md section 1)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from common.api.limits import MAX_BODY_BYTES

_DRAINED_BYTES = 32 * 1024 * 1024
_CHUNK = 64 * 1024
# Staff upload files there; Django's own limits hold.
_EXEMPT = ("/backoffice/",)


class BodyLimitMiddleware:
    """Refuses oversized bodies of pages with 413; API views refuse them themselves, after the checks that come first.

    What was not read is drained up to 32 MiB: a server that closes on unread data resets the connection, and the client
    would never see the answer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _measure_chunked(request)
        response = self.get_response(request)
        if body_bytes(request) > MAX_BODY_BYTES:
            _drain(request)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Raise ``RequestDataTooBig``, which becomes the 413 page."""
        if request.path.startswith(("/api/", *_EXEMPT)):
            return
        if body_bytes(request) > MAX_BODY_BYTES:
            raise RequestDataTooBig("a request body may have at most 256 KiB")


def body_bytes(request: HttpRequest) -> int:
    """Declared length of the body."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _measure_chunked(request: HttpRequest) -> None:
    """Give a chunked body the length it lacks; Django takes a body without ``Content-Length`` for none at all."""
    is_chunked = "chunked" in request.headers.get("Transfer-Encoding", "").lower()
    if not is_chunked or not request.META.get("wsgi.input_terminated"):
        return
    source = request.META["wsgi.input"]
    start = source.read(MAX_BODY_BYTES + 1)
    request.META["CONTENT_LENGTH"] = str(len(start))
    # An oversized body is drained from the source, an accepted one read from the copy.
    request._stream = source if len(start) > MAX_BODY_BYTES else BytesIO(start)


def _drain(request: HttpRequest) -> None:
    left = _DRAINED_BYTES
    try:
        while left > 0 and (chunk := request.read(_CHUNK)):
            left -= len(chunk)
    except (OSError, ValueError):
        return
