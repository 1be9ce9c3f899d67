"""How long to wait, as pages say it: in minutes, and until when (LG-1, RL-2)."""

from __future__ import annotations

from datetime import timedelta, tzinfo
from typing import Any

from django.utils import dateformat, timezone

from common import clock
from common.problems import Problem
from common.web.answers import retry_minutes

_SAME_DAY_MINUTES = 12 * 60


def waiting(problem: Problem, zone: tzinfo | None = None) -> dict[str, Any]:
    """What ``components/wait.html`` shows: ``retry_minutes``, ``retry_at`` (the next whole minute) and its text.

    The text is in ``zone``, else in that of the page, which is UTC for visitors; it names the zone. Without an end to
    wait for everything is None.
    """
    minutes, seconds = retry_minutes(problem), problem.retry_after
    if minutes is None or seconds is None:
        return {"retry_minutes": None, "retry_at": None, "retry_at_text": None}
    at = (clock.now() + timedelta(seconds=seconds + 59)).replace(second=0, microsecond=0)
    form = "g:i A T" if minutes < _SAME_DAY_MINUTES else "j F Y, g:i A T"
    text = dateformat.format(timezone.localtime(at, zone), form)
    return {"retry_minutes": minutes, "retry_at": at, "retry_at_text": text}
