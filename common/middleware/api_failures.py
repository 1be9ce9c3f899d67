"""Failures below ``/api/`` that arise outside of Django REST framework: still problem documents (ER-1)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from common.api.exceptions import as_problem
from common.api.responses import PROBLEM_JSON, problem_response
from common.errors import record_failure
from common.problems import Problem

_BY_STATUS = {
    400: "MALFORMED_REQUEST",
    401: "AUTHENTICATION_REQUIRED",
    403: "INSUFFICIENT_PERMISSIONS",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    413: "PAYLOAD_TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    429: "RATE_LIMIT_EXCEEDED",
    503: "SERVICE_UNAVAILABLE",
}


def is_api(request: HttpRequest) -> bool:
    """Tell whether problems answer this request instead of pages."""
    return request.path == "/api" or request.path.startswith("/api/")


class ApiFailureMiddleware:
    """Turns error pages below ``/api/`` (unknown routes, bad hosts, debug pages) into problems.

    It stands inside the CORS middleware so that errors carry CORS headers too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400 or not is_api(request) or _is_ours(response):
            return response
        code = _BY_STATUS.get(
            response.status_code, "INTERNAL_ERROR" if response.status_code >= 500 else "MALFORMED_REQUEST"
        )
        problem = problem_response(request, Problem(code))
        if "Allow" in response:
            problem["Allow"] = response["Allow"]
        return problem

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer what a view outside of the framework raised."""
        if not is_api(request):
            return None
        problem = as_problem(error)
        if problem.status >= 500:
            record_failure(error, problem)
        return problem_response(request, problem)


def _is_ours(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith((PROBLEM_JSON, "application/json"))
