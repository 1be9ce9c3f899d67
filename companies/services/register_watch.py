"""Register watch: asking again about companies the register has answered about (CO-3)."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from abr_cache.services import is_register_resting
from common import clock
from common.actors import Actor, system_actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import Company
from companies.selectors import register_state
from companies.services.register_answers import Finding, ask_about

JOB = "companies.watch_register"
MAX_AGE = timedelta(days=30)
# A 28th of the companies a day reaches all of them within any month; a small installation is done at once.
DAYS = 28
SMALLEST_BATCH = 20
# Below the time limit of a job; what is left is the oldest tomorrow.
SECONDS = 480
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Watch:
    """A batch; `is_stopped` when the register was away or the time was over before its end."""

    findings: tuple[Finding, ...]
    is_stopped: bool = False


def watch_register(*, is_dry_run: bool = False) -> Watch:
    """Ask about the companies whose turn it is. Safe to run twice and in parallel; a dry run writes nothing."""
    actor, deadline = system_actor(JOB), time.monotonic() + SECONDS
    findings: list[Finding] = []
    with system_scope(JOB):
        for company in _due():
            if is_register_resting() or time.monotonic() > deadline:
                return Watch(tuple(findings), is_stopped=True)
            findings.append(ask_about(company, actor=actor, is_dry_run=is_dry_run))
    return Watch(tuple(findings))


def watch_company(company_id: int, *, actor: Actor, reason: str | None = None, is_dry_run: bool = False) -> Finding:
    """Ask about one company whatever the age of its confirmation. Errors: NOT_FOUND (none, deleted or without ABN)."""
    with system_scope(JOB):
        company = Company.all_companies.filter(pk=company_id, abn__isnull=False, is_deleted=False).first()
        if company is None:
            raise Problem("NOT_FOUND", "There is no such company with an ABN.")
        return ask_about(company, actor=actor, reason=reason, is_dry_run=is_dry_run)


def _due() -> list[Company]:
    """Confirmed companies, the oldest confirmation first; then those whose ABN the register refused: it may be back.

    An ABN that nobody could be asked about yet is the hourly job's (CO-2).
    """
    held = Company.all_companies.filter(abn__isnull=False, is_deleted=False)
    confirmed = held.filter(abr_verified_at__isnull=False).order_by("abr_verified_at", "id")
    seen = list(confirmed.values_list("abr_verified_at", flat=True))
    refused = [row for row in held.filter(abr_verified_at__isnull=True).order_by("id") if register_state(row).is_told]
    return [*confirmed[: _batch(seen, clock.now())], *refused]


def _batch(seen: Sequence[datetime], now: datetime) -> int:
    """How many of the oldest confirmations (ascending) are renewed today.

    Whoever is due is asked today. Where more fall due on one of the next days than an even share, as after an import,
    as many are asked ahead of time as that day would be over, so that the work spreads over the month.
    """
    share = max(SMALLEST_BATCH, -(-len(seen) // DAYS))
    size = 0
    for position, moment in enumerate(seen, start=1):
        days_left = max(0, -((now - MAX_AGE - moment) // _DAY))
        size = max(size, position - share * days_left)
    return size
