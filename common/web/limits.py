"""Rate limits of page posts: the limits and keys of the REST endpoints, so that both ways count together (RL-1)."""

from __future__ import annotations

from common import rate_limits
from common.problems import Problem


def count(limit: str, key: str) -> None:
    """Count one request.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED with ``retryAfter`` seconds.
    """
    state = rate_limits.check(limit, key)
    if not state.allowed:
        raise Problem("RATE_LIMIT_EXCEEDED", retryAfter=max(1, state.reset_after))
