"""A log-in that waits for its second step (SF-3).

The challenge stays in the visitor's browser session; it is never part of an address or of a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.http import HttpRequest

from common import clock
from common.problems import Problem

_KEPT: Final = "second_step"


@dataclass(frozen=True, slots=True)
class PendingLogin:
    """Challenge, what can answer it (``totp``, ``passkey``, ``recovery``), and where the log-in leads."""

    token: str
    methods: list[str]
    next_address: str | None
    is_over: bool


def keep(request: HttpRequest, problem: Problem, next_address: str | None) -> None:
    """Keep the challenge of SECOND_FACTOR_REQUIRED."""
    ends_at = clock.now() + timedelta(seconds=problem.extra["expiresIn"])
    request.session[_KEPT] = {
        "token": problem.extra["challengeToken"],
        "methods": problem.extra["methods"],
        "next": next_address,
        "until": ends_at.timestamp(),
    }


def kept(request: HttpRequest) -> PendingLogin | None:
    """What was kept, also when its time is over."""
    held = request.session.get(_KEPT)
    if held is None:
        return None
    is_over = clock.now().timestamp() >= held["until"]
    return PendingLogin(held["token"], held["methods"], held["next"], is_over)


def forget(request: HttpRequest) -> None:
    """Drop a challenge that is worth nothing any more."""
    request.session.pop(_KEPT, None)
