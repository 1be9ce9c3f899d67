"""Asking the register again about companies it could not be asked about when they were created (CO-2)."""

from __future__ import annotations

from django.conf import settings

from abr_cache.services import Outcome as RegisterOutcome
from abr_cache.services import RegisterFacts, format_abn, register_facts
from auditing.services import business_transaction, former_values, record, save_and_record
from common.actors import Actor, system_actor
from common.tenancy import system_scope
from companies.models import Company
from companies.selectors import REGISTER_CHANGED, admin_recipients, is_unknown_to_register
from companies.services.creation import apply_facts
from companies.services.display_names import derive_names
from logging_app.services import queue_email

JOB = "companies.verify_unverified"
FACTS = (
    "legal_entity_name", "acn", "abn_status", "entity_type", "is_gst_registered", "display_name_source",
    "custom_display_name", "abr_verified_at",
)  # fmt: skip


def verify_unverified() -> int:
    """Ask about every unverified company; return how many were answered. Safe to run twice and in parallel."""
    actor = system_actor(JOB)
    with system_scope(JOB):
        waiting = Company.all_companies.filter(abn__isnull=False, abr_verified_at__isnull=True, is_deleted=False)
        return sum(_verify(company, actor) for company in list(waiting.order_by("id")))


def _verify(company: Company, actor: Actor) -> bool:
    abn = str(company.abn)
    if is_unknown_to_register(company):
        return False  # the admins were told once; it is for them to correct the ABN
    # Outside of the transaction: the register may take seconds.
    facts = register_facts(abn, refresh=True)
    if facts.outcome is RegisterOutcome.UNAVAILABLE:
        return False
    with business_transaction(actor):
        row = Company.all_companies.select_for_update().get(pk=company.pk)
        if row.abn != abn or row.is_verified or row.is_deleted or is_unknown_to_register(row):
            return False
        if facts.is_found:
            _store(row, facts, actor)
        else:
            _report_missing(row, actor)
    return True


def _store(row: Company, facts: RegisterFacts, actor: Actor) -> None:
    before = {name: getattr(row, name) for name in FACTS}
    apply_facts(row, facts)
    derive_names(row)
    save_and_record(row, former_values(row, before), action=REGISTER_CHANGED, actor=actor, company_id=row.pk)
    differences = _differences(before["acn"], before["is_gst_registered"], row)
    if differences:
        tell_admins(row, " ".join(differences))


def _differences(acn: str | None, is_gst_registered: bool | None, row: Company) -> list[str]:
    """What the register says otherwise than the person did; what they left open is no difference."""
    found = []
    if row.abn_status == "cancelled":
        found.append("The ABN is cancelled.")
    if acn is not None and acn != row.acn:
        found.append("The ACN entered does not belong to the ABN and was replaced.")
    if is_gst_registered is not None and is_gst_registered != row.is_gst_registered:
        found.append(f"The company is {'' if row.is_gst_registered else 'not '}registered for GST.")
    return found


def _report_missing(row: Company, actor: Actor) -> None:
    record(
        action=REGISTER_CHANGED,
        entity_type="dbo.Company",
        entity_id=row.pk,
        actor=actor,
        company_id=row.pk,
        new={"unknownAbn": row.abn},
    )
    tell_admins(row, f"The register does not know the ABN {format_abn(str(row.abn))}. Correct it in EventLead.")


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
