"""Problem documents as HTTP answers, for the API and for failures outside of it (RFC 9457, api.md section 2)."""

from __future__ import annotations

from typing import Any, Protocol

from django.http import HttpResponse

from common import context
from common.api.encoding import dump_json
from common.problems import Problem

PROBLEM_JSON = "application/problem+json"


class HasPath(Protocol):
    path: str


def problem_document(path: str, problem: Problem) -> dict[str, Any]:
    """The members of the document; ``instance`` is the path without its query."""
    return {
        "type": problem.type.uri,
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "instance": path,
        "code": problem.code,
        "requestId": context.current().request_id,
        "errors": [error.as_dict() for error in problem.errors],
        **problem.extra,
    }


def problem_response(request: HasPath, problem: Problem) -> HttpResponse:
    """Answer with the problem; 401 names the scheme, waits become ``Retry-After`` (seconds)."""
    body = dump_json(problem_document(request.path, problem))
    response = HttpResponse(body, status=problem.status, content_type=PROBLEM_JSON)
    if problem.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    if problem.status in (429, 503, 423) and problem.retry_after is not None:
        response["Retry-After"] = str(max(1, problem.retry_after))
    for name, value in problem.headers.items():
        response[name] = value
    return response
