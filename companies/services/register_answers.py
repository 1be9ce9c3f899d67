"""What an answer of the register about a company's ABN changes: facts, record and mail (CO-2, CO-3, CO-12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.db import transaction

from abr_cache.services import Outcome as RegisterOutcome
from abr_cache.services import RegisterFacts, format_abn, register_facts
from auditing.services import business_transaction, former_values, record, save_and_record
from common.actors import Actor
from companies.models import Company
from companies.selectors import REGISTER_CHANGED, RegisterState, admin_recipients, register_state
from companies.services.creation import apply_facts
from companies.services.display_names import derive_names
from logging_app.services import queue_email

_FACTS = (
    "legal_entity_name", "business_names", "acn", "abn_status", "entity_type_code", "entity_type", "is_gst_registered",
    "display_name_source", "custom_display_name",
)  # fmt: skip


class Result(StrEnum):
    """What became of one company."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MISSING = "not in the register"
    REPLACED = "replaced in the register"
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
        return self.result in (Result.CHANGED, Result.MISSING, Result.REPLACED)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A finding, and what is to be recorded with it."""

    finding: Finding
    former: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)


def ask_about(company: Company, *, actor: Actor, reason: str | None = None, is_dry_run: bool = False) -> Finding:
    """Ask the register about a company with an ABN; store, record and mail what is new.

    Call it in a system scope and outside of a transaction: the register may take seconds. A dry run writes nothing at
    all, in the cache of the register neither.
    """
    facts = _read(str(company.abn), is_dry_run=is_dry_run)
    if facts.outcome is RegisterOutcome.UNAVAILABLE:
        return Finding(company.pk, Result.UNAVAILABLE)
    if is_dry_run:
        return _weigh(company, facts).finding
    with business_transaction(actor, reason):
        row = Company.all_companies.select_for_update().get(pk=company.pk)
        if (row.abn, row.abr_verified_at) != (company.abn, company.abr_verified_at) or row.is_deleted:
            return Finding(row.pk, Result.OVERTAKEN)
        outcome = _weigh(row, facts)
        _store(row, outcome, actor)
        return outcome.finding


def _read(abn: str, *, is_dry_run: bool) -> RegisterFacts:
    if not is_dry_run:
        return register_facts(abn, refresh=True)
    with transaction.atomic():
        facts = register_facts(abn, refresh=True)
        transaction.set_rollback(True)
    return facts


def _weigh(row: Company, facts: RegisterFacts) -> _Outcome:
    """Put the answer into the row, unsaved, and say what it means."""
    state = RegisterState() if row.is_verified else register_state(row)
    if not facts.is_found:
        gone = "no longer knows" if row.is_verified else "does not know"
        text = f"The register {gone} the ABN {format_abn(str(row.abn))}. Correct it in EventLead."
        return _refused(row, Result.MISSING, text, {"isUnknown": True}, is_told=state.is_unknown)
    if facts.abn != row.abn:
        old, new = format_abn(str(row.abn)), format_abn(str(facts.abn))
        text = f"The register has replaced the ABN {old} by {new}. Enter the new one in EventLead."
        is_told = state.replaced_by == facts.abn
        return _refused(row, Result.REPLACED, text, {"replacedByAbn": facts.abn}, is_told=is_told)
    confirmed_at = row.abr_verified_at
    before = {name: getattr(row, name) for name in _FACTS}
    apply_facts(row, facts)
    derive_names(row)
    former = former_values(row, before)
    if not former and confirmed_at is not None:
        return _Outcome(Finding(row.pk, Result.UNCHANGED))
    changes = _rechecked(before, row) if confirmed_at is not None else _first_checked(before, row, state)
    about = {"abn": row.abn}
    return _Outcome(Finding(row.pk, Result.CHANGED, tuple(changes)), {**former, "abr_verified_at": confirmed_at}, about)


def _refused(row: Company, result: Result, text: str, about: Mapping[str, Any], *, is_told: bool) -> _Outcome:
    """An ABN the register has no longer is not confirmed: the company is unverified, so its ABN can be corrected."""
    if is_told:
        return _Outcome(Finding(row.pk, Result.UNCHANGED, (text,)))
    before = {"abn_status": row.abn_status, "abr_verified_at": row.abr_verified_at}
    row.abn_status = row.abr_verified_at = None
    return _Outcome(Finding(row.pk, result, (text,)), former_values(row, before), {"abn": row.abn, **about})


def _store(row: Company, outcome: _Outcome, actor: Actor) -> None:
    if not outcome.finding.is_change:
        if row.is_verified:
            # Not a change of the company (AU-3): nothing is recorded, and whoever edits it now may save.
            Company.all_companies.filter(pk=row.pk).update(abr_verified_at=row.abr_verified_at)
        return
    about = outcome.about
    if not save_and_record(row, outcome.former, action=REGISTER_CHANGED, actor=actor, company_id=row.pk, about=about):
        # The company holds nothing that the register could have changed, and is refused for the first time.
        record(
            action=REGISTER_CHANGED,
            entity_type="dbo.Company",
            entity_id=row.pk,
            actor=actor,
            company_id=row.pk,
            new=dict(about),
        )
    if outcome.finding.changes:
        tell_admins(row, " ".join(outcome.finding.changes))


def _rechecked(before: Mapping[str, Any], row: Company) -> list[str]:
    """What is new since the register was asked last; a fact the company did not hold before has not changed."""
    found = []
    if row.abn_status and before["abn_status"] not in (None, row.abn_status):
        found.append("The ABN is cancelled." if row.abn_status == "cancelled" else "The ABN is active again.")
    if row.is_gst_registered is not None and before["is_gst_registered"] not in (None, row.is_gst_registered):
        found.append(f"The company is {'now' if row.is_gst_registered else 'no longer'} registered for GST.")
    return [*found, *_renamed(before, row)]


def _first_checked(before: Mapping[str, Any], row: Company, state: RegisterState) -> list[str]:
    """What the register says otherwise than the person did; what they left open is no difference."""
    found = [f"The register knows the ABN {format_abn(str(row.abn))} again."] if state.is_told else []
    if row.abn_status == "cancelled":
        found.append("The ABN is cancelled.")
    if before["acn"] is not None and before["acn"] != row.acn:
        found.append("The ACN entered does not belong to the ABN and was replaced.")
    if before["is_gst_registered"] is not None and before["is_gst_registered"] != row.is_gst_registered:
        found.append(f"The company is {'' if row.is_gst_registered else 'not '}registered for GST.")
    return [*found, *_renamed(before, row)]


def _renamed(before: Mapping[str, Any], row: Company) -> list[str]:
    if row.legal_entity_name and before["legal_entity_name"] not in (None, row.legal_entity_name):
        return [f"The legal name is now {row.legal_entity_name}; it was {before['legal_entity_name']}."]
    return []


def tell_admins(row: Company, changes: str) -> None:
    """Mail the admins of a company what the register says now; in the caller's transaction."""
    for recipient in admin_recipients(row.pk):
        queue_email(
            email_type="register_changed",
            recipient=recipient.email,
            data={
                "name": recipient.first_name,
                "companyName": row.company_name,
                "changes": changes,
                "settingsUrl": f"{settings.PUBLIC_ORIGIN}/company",
            },
            user_id=recipient.user_id,
            company_id=row.pk,
        )
