"""Answers to failures outside of views: problem documents below ``/api/``, pages elsewhere."""

from __future__ import annotations

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.html import format_html

from common import context
from common.api.exceptions import as_problem
from common.api.responses import problem_response
from common.errors import record_failure
from common.middleware.api_failures import is_api
from common.problems import Problem


def answer_problem(request: HttpRequest, problem: Problem, template: str | None = None) -> HttpResponse:
    """Answer a problem in the form the path calls for; pages show ``templates/errors/<status>.html``.

    A page that cannot be rendered (database down, missing template) falls back to plain HTML.
    """
    if is_api(request):
        return problem_response(request, problem)
    request_id = context.current().request_id
    page: str
    minutes = -(-problem.retry_after // 60) if problem.retry_after is not None else None
    values = {"problem": problem, "request_id": request_id, "retry_minutes": minutes}
    name = template or f"errors/{problem.status}.html"
    try:
        page = render_to_string(name, values, request=request)
    except TemplateDoesNotExist:
        page = _plain_page(problem, request_id)
    except Exception as error:  # noqa: BLE001  (the answer must not depend on the template)
        record_failure(error, problem)
        page = _plain_page(problem, request_id)
    response = HttpResponse(page, status=problem.status)
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


def _plain_page(problem: Problem, request_id: str) -> str:
    return format_html(
        '<!DOCTYPE html><html lang="en-AU"><head><meta charset="utf-8"><title>{0} – EventLead</title></head>'
        '<body><main><h1>{0}</h1><p>{1}</p><p>Request id: <code>{2}</code></p><p><a href="/">Back to the start</a></p>'
        "</main></body></html>",
        problem.title,
        problem.detail,
        request_id,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    code = "PAYLOAD_TOO_LARGE" if isinstance(exception, RequestDataTooBig) else "MALFORMED_REQUEST"
    return answer_problem(request, Problem(code))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer_problem(request, Problem("INSUFFICIENT_PERMISSIONS"))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer_problem(request, Problem("NOT_FOUND"))


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 while the database is down (ER-2); Django calls this while the exception is being handled."""
    error = sys.exc_info()[1]
    problem = as_problem(error) if isinstance(error, Exception) else Problem("INTERNAL_ERROR")
    if problem.status >= 500 and error is not None:
        record_failure(error, problem)
    return answer_problem(request, problem)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 with an own page: the form was open too long or came from elsewhere."""
    problem = Problem(
        "INSUFFICIENT_PERMISSIONS",
        "The form was open too long or was sent from another place. Go back, reload the page and send it again.",
        title="This form has expired",
    )
    return answer_problem(request, problem, template="errors/csrf.html")
