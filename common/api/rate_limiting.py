"""The thin REST side of rate limiting (RL-1, RL-2): which limits a request meets, and the headers that tell.

Counting itself is ``common.rate_limits``. Limits that depend on the body (log-in by address and e-mail, valid sign-ups)
are counted by the services that know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from common import context, rate_limits
from common.api.principal import Principal
from common.problems import Problem

ANONYMOUS = "RATE_LIMIT_ANONYMOUS_PER_MINUTE"
SIGNED_IN = "RATE_LIMIT_API_PER_MINUTE"


class Verdict(Protocol):
    """What ``common.rate_limits.check(limit_name, key)`` answers after counting; refused requests count nothing."""

    @property
    def allowed(self) -> bool: ...
    @property
    def limit(self) -> int: ...
    @property
    def remaining(self) -> int: ...
    @property
    def reset_after(self) -> int:
        """Seconds until the window has room again (refused) or is empty (allowed)."""


class By(StrEnum):
    """What a limit is keyed on, and so at which step of the checks it is counted."""

    ADDRESS = "address"
    USER = "user"
    USER_OR_ADDRESS = "user_or_address"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class RateLimit:
    """A further limit of one endpoint: the name of its setting and its key."""

    name: str
    by: By


def headers_of(verdict: Verdict) -> dict[str, str]:
    """``RateLimit-*`` of one verdict, in seconds."""
    return {
        "RateLimit-Limit": str(verdict.limit),
        "RateLimit-Remaining": str(max(0, verdict.remaining)),
        "RateLimit-Reset": str(max(0, verdict.reset_after)),
    }


def count(name: str, key: str) -> Verdict:
    """Count one request against the limit called ``name``."""
    return rate_limits.check(name, key)


class Meter:
    """Counts the limits of one request and remembers the tightest verdict."""

    def __init__(self) -> None:
        self.verdicts: list[Verdict] = []

    def count(self, name: str, key: str) -> None:
        """Count one request.

        Raises:
            Problem: RATE_LIMIT_EXCEEDED with ``retryAfter`` seconds.
        """
        verdict = count(name, key)
        self.verdicts.append(verdict)
        if not verdict.allowed:
            wait = max(1, verdict.reset_after)
            raise Problem("RATE_LIMIT_EXCEEDED", headers=headers_of(verdict), retryAfter=wait)

    def count_address(self, name: str) -> None:
        self.count(name, f"address:{context.current().ip_address or 'unknown'}")

    def count_user(self, name: str, principal: Principal) -> None:
        self.count(name, f"user:{principal.user_id}")

    @property
    def headers(self) -> dict[str, str]:
        """Headers of the limit with the least room left."""
        return headers_of(min(self.verdicts, key=lambda v: v.remaining)) if self.verdicts else {}
