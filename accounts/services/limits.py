"""Rate limits that depend on what was sent: enforced here, recorded as evidence (RL-1, RL-2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from common import context
from common.api.rate_limiting import headers_of
from common.problems import Problem
from common.rate_limits import LimitState, check_all
from logging_app.services import record_auth_event

LOGIN = "RATE_LIMIT_LOGIN_PER_MINUTE"
LOGIN_ADDRESS = "RATE_LIMIT_LOGIN_IP_PER_MINUTE"
SIGNUP = "RATE_LIMIT_SIGNUP_IP_PER_HOUR"
MAIL_REQUEST = "RATE_LIMIT_MAIL_REQUEST_PER_HOUR"


class LimitReached(Problem):
    """RATE_LIMIT_EXCEEDED whose auth event is written already."""


_observed: ContextVar[list[LimitState] | None] = ContextVar("eventlead_observed_limits", default=None)


@contextmanager
def observed() -> Iterator[list[LimitState]]:
    """Collect the states of the limits that the block meets, for the RateLimit headers."""
    states: list[LimitState] = []
    token = _observed.set(states)
    try:
        yield states
    finally:
        _observed.reset(token)


def client_address() -> str:
    """Address of the client as a key."""
    return context.current().ip_address or "unknown"


def enforce(*limits: tuple[str, str], email: str | None = None) -> None:
    """Count one request against all ``(limit, key)`` pairs; when one refuses, none of them counts it.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED with ``retryAfter`` seconds; the auth event of the same name is written.
    """
    states = check_all(*limits)
    for (limit, _), state in zip(limits, states, strict=True):
        if not state.allowed:
            _refuse(limit, state, email)
    if (seen := _observed.get()) is not None:
        seen += states


def _refuse(limit: str, state: LimitState, email: str | None) -> None:
    record_auth_event(event_type="RATE_LIMIT_EXCEEDED", is_success=False, email=email, reason=limit)
    raise LimitReached("RATE_LIMIT_EXCEEDED", headers=headers_of(state), retryAfter=state.reset_after)
