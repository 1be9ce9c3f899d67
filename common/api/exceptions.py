"""The one exception handler of the API: every failure becomes a problem document (api.md section 2)."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, UnreadablePostError
from rest_framework import exceptions as drf
from rest_framework.views import set_rollback

from common.api.responses import problem_response
from common.api.validation_errors import to_validation_failed
from common.errors import record_failure, record_refusal
from common.problems import Problem

logger = logging.getLogger(__name__)

_SIMPLE: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (RequestDataTooBig, "PAYLOAD_TOO_LARGE"),
    ((drf.ParseError, BadRequest, TooManyFieldsSent, SuspiciousOperation, UnreadablePostError), "MALFORMED_REQUEST"),
    (drf.NotAuthenticated, "AUTHENTICATION_REQUIRED"),
    (drf.AuthenticationFailed, "ACCESS_TOKEN_INVALID"),
    ((drf.PermissionDenied, PermissionDenied), "INSUFFICIENT_PERMISSIONS"),
    ((drf.NotFound, Http404), "NOT_FOUND"),
    (drf.MethodNotAllowed, "METHOD_NOT_ALLOWED"),
    (drf.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"),
    ((OperationalError, InterfaceError), "SERVICE_UNAVAILABLE"),
)

# Refusals that tell of misuse rather than of mistakes; cross-company attempts have an event of their own (TI-4).
_OF_INTEREST = frozenset(
    {"INSUFFICIENT_PERMISSIONS", "ORIGIN_NOT_ALLOWED", "REFRESH_TOKEN_REUSED", "ROLE_CEILING", "SELF_CHANGE_FORBIDDEN"}
)


def as_problem(error: Exception) -> Problem:
    """Translate any exception; what nobody foresaw is INTERNAL_ERROR and shows nothing of itself."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, drf.ValidationError):
        return to_validation_failed(error)
    if isinstance(error, drf.Throttled):
        return Problem("RATE_LIMIT_EXCEEDED", retryAfter=int(getattr(error, "wait", None) or 1))
    for kinds, code in _SIMPLE:
        if isinstance(error, kinds):
            return Problem(code)
    return Problem("INTERNAL_ERROR")


def handler(error: Exception, context: dict[str, Any]) -> HttpResponse:
    """``EXCEPTION_HANDLER`` of Django REST framework; records failures and misuse (ER-1, ER-2) and answers."""
    problem = as_problem(error)
    if problem.status >= 500:
        record_failure(error, problem)
    elif problem.code in _OF_INTEREST:
        record_refusal(problem)
    set_rollback()
    view, request = context["view"], context["request"]
    response = problem_response(request, problem)
    if problem.status == 405:
        response["Allow"] = ", ".join(view.allowed_methods)
    return response
