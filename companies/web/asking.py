"""What the pages on which somebody asks for access share: the limit of the endpoint, and texts of refusals."""

from __future__ import annotations

from django.http import HttpRequest

from common.problems import Problem, ValidationFailed
from common.web import limits
from common.web.access import caller
from companies.models import CompanySwitchRequest
from companies.services import request_access

_LIMIT = "RATE_LIMIT_ACCESS_REQUEST_PER_DAY"


def ask_for_access(request: HttpRequest, abn: str, reason: str) -> CompanySwitchRequest:
    """Ask as the signed-in person; counted together with the endpoint (RL-1).

    Raises:
        ValidationFailed: the ABN or the reason is not accepted.
        Problem: what the service refuses, RATE_LIMIT_EXCEEDED.
    """
    if len(reason) > 500:
        raise ValidationFailed.of("reason", "too_long", "Use at most 500 characters for the reason.")
    limits.count(_LIMIT, f"user:{caller(request).user_id}")
    return request_access(abn=abn, reason=reason, actor=caller(request).as_actor())


def text_of(problem: Problem) -> str:
    """What a person is told about a refusal."""
    if problem.code == "RATE_LIMIT_EXCEEDED":
        return "You have asked several times today. Try again tomorrow."
    return problem.errors[0].message if problem.errors else problem.detail
