"""What the log-in page tells the owner of a locked account, who has just proved to know the password (LG-1)."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accounts.selectors import find_by_email
from accounts.services.lockout import FAILURES_REASON
from common.problems import Problem
from common.web.waiting import waiting


def lock_facts(problem: Problem, email: str) -> dict[str, Any]:
    """The wait in the person's own zone (GEN-6), and whether wrong passwords are the cause, or staff."""
    user = find_by_email(email)
    if user is None:
        return waiting(problem)
    return {"is_staff_lock": user.locked_reason != FAILURES_REASON, **waiting(problem, _zone(user.timezone_identifier))}


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
