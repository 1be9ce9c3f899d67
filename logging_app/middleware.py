"""Request log of every request but CORS preflights (LO-1). Stands right behind ``RequestContextMiddleware``."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from logging_app.services.capture import start_capture
from logging_app.services.people import serving
from logging_app.services.request_log import record_request

logger = logging.getLogger(__name__)


class RequestLogMiddleware:
    """Queues one row per request; a failing log never changes an answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_preflight(request):
            return self.get_response(request)
        started = time.perf_counter()
        capture = start_capture(request)
        with serving(request):
            response = self.get_response(request)
        try:
            record_request(request, response, round((time.perf_counter() - started) * 1000), capture)
        except Exception:
            logger.exception("a request could not be logged")
        return response


def _is_preflight(request: HttpRequest) -> bool:
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
