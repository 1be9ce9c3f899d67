"""Register watch: asking again about companies the register has confirmed (CO-3)."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from abr_cache.services import Outcome as RegisterOutcome
from abr_cache.services import RegisterFacts, format_abn, is_register_resting, register_facts
from auditing.services import business_transaction, former_values, save_and_record
from common import clock
from common.actors import Actor, system_actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import Company
from companies.selectors import REGISTER_CHANGED, is_unknown_to_register
from companies.services.creation import apply_facts
from companies.services.display_names import derive_names
from companies.services.verification import FACTS, tell_admins

JOB = "companies.watch_register"
MAX_AGE = timedelta(days=30)
# A 28th of the companies a day reaches all of them within any month; a small installation is done at once.
DAYS = 28
SMALLEST_BATCH = 20
# Below the time limit of a job; what is left is the oldest tomorrow.
SECONDS = 480
_WATCHED = ("business_names", "entity_type_code", *(name for name in FACTS if name != "abr_verified_at"))


class Result(StrEnum):
    """What became of one company."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "not in the register"
    UNAVAILABLE = "register unavailable"
    OVERTAKEN = "changed by somebody else meanwhile"


@dataclass(frozen=True, slots=True)
class Finding:
    """One company asked about; `changes` are the sentences its admins read."""

    company_id: int
    result: Result
    changes: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        return self.result in (Result.CHANGED, Result.MISSING)


@dataclass(frozen=True, slots=True)
class Watch:
    """A batch; `is_stopped` when the register was away or the time was over before its end."""

    findings: tuple[Finding, ...]
    is_stopped: bool = False


def watch_register() -> Watch:
    """Ask about the companies whose confirmation is oldest. Safe to run twice and in parallel."""
    actor, deadline = system_actor(JOB), time.monotonic() + SECONDS
    findings: list[Finding] = []
    with system_scope(JOB):
        for company in _due():
            if is_register_resting() or time.monotonic() > deadline:
                return Watch(tuple(findings), is_stopped=True)
            findings.append(_check(company, actor))
    return Watch(tuple(findings))


def watch_company(company_id: int, *, actor: Actor, reason: str | None = None) -> Finding:
    """Ask about one company whatever the age of its confirmation. Errors: NOT_FOUND (none, deleted or without ABN)."""
    with system_scope(JOB):
        company = Company.all_companies.filter(pk=company_id, abn__isnull=False, is_deleted=False).first()
        if company is None:
            raise Problem("NOT_FOUND", "There is no such company with an ABN.")
        return _check(company, actor, reason)


def _due() -> list[Company]:
    verified = Company.all_companies.filter(abn__isnull=False, abr_verified_at__isnull=False, is_deleted=False)
    size = max(SMALLEST_BATCH, -(-verified.count() // DAYS))
    due = verified.filter(abr_verified_at__lt=clock.now() - MAX_AGE)
    return list(due.order_by("abr_verified_at", "id")[:size])


def _check(company: Company, actor: Actor, reason: str | None = None) -> Finding:
    # Outside of the transaction: the register may take seconds.
    facts = register_facts(str(company.abn), refresh=True)
    if facts.outcome is RegisterOutcome.UNAVAILABLE:
        return Finding(company.pk, Result.UNAVAILABLE)
    with business_transaction(actor, reason):
        row = Company.all_companies.select_for_update().get(pk=company.pk)
        if (row.abn, row.abr_verified_at) != (company.abn, company.abr_verified_at) or row.is_deleted:
            return Finding(row.pk, Result.OVERTAKEN)
        return _store(row, facts, actor) if facts.is_found else _store_missing(row, actor)


def _store(row: Company, facts: RegisterFacts, actor: Actor) -> Finding:
    confirmed_at = row.abr_verified_at
    before = {name: getattr(row, name) for name in _WATCHED}
    apply_facts(row, facts)
    derive_names(row)
    former = former_values(row, before)
    if not former and confirmed_at is not None:
        # Not a change of the company (AU-3): nothing is recorded, and whoever edits it now may save.
        Company.all_companies.filter(pk=row.pk).update(abr_verified_at=row.abr_verified_at)
        return Finding(row.pk, Result.UNCHANGED)
    save_and_record(
        row, {**former, "abr_verified_at": confirmed_at}, action=REGISTER_CHANGED, actor=actor, company_id=row.pk
    )
    changes = tuple(_sentences(before, row))
    if changes:
        tell_admins(row, " ".join(changes))
    return Finding(row.pk, Result.CHANGED, changes)


def _sentences(before: Mapping[str, Any], row: Company) -> list[str]:
    """What the admins must hear; a fact the company did not hold before has not changed."""
    found = []
    if row.abn_status and before["abn_status"] not in (None, row.abn_status):
        found.append("The ABN is cancelled." if row.abn_status == "cancelled" else "The ABN is active again.")
    if row.is_gst_registered is not None and before["is_gst_registered"] not in (None, row.is_gst_registered):
        found.append(f"The company is {'now' if row.is_gst_registered else 'no longer'} registered for GST.")
    if row.legal_entity_name and before["legal_entity_name"] not in (None, row.legal_entity_name):
        found.append(f"The legal name is now {row.legal_entity_name}; it was {before['legal_entity_name']}.")
    return found


def _store_missing(row: Company, actor: Actor) -> Finding:
    """An ABN the register no longer knows is not confirmed: the company is unverified, so its ABN can be corrected."""
    change = f"The register no longer knows the ABN {format_abn(str(row.abn))}. Correct it in EventLead."
    if row.abr_verified_at is None and is_unknown_to_register(row):
        return Finding(row.pk, Result.UNCHANGED, (change,))
    before = {"abn_status": row.abn_status, "abr_verified_at": row.abr_verified_at}
    row.abn_status = row.abr_verified_at = None
    about = {"unknownAbn": row.abn}
    save_and_record(row, before, action=REGISTER_CHANGED, actor=actor, company_id=row.pk, about=about)
    tell_admins(row, change)
    return Finding(row.pk, Result.MISSING, (change,))
