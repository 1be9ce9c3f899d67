"""Care of companies by staff: switch off and on, change the tier, read the register again (section 23)."""

from __future__ import annotations

from accounts.services.access_state import forget
from auditing.services import record, save_and_record
from common.actors import Actor
from common.problems import FieldErrors, Problem
from companies.models import Company, CompanyCustomerDetails, UserCompany
from companies.services.register_answers import Finding, Result
from companies.services.register_watch import watch_company
from companies.services.staff_steps import checked_reason, require_staff, staff_action
from reference.selectors import find_active, lookup


def deactivate_company(*, company_id: int, reason: str, actor: Actor, expected_version: str | None = None) -> Company:
    """Close a company to its members until it is reactivated; one that is closed already stays as it is (AU-3).

    Memberships, invitations, access requests and the primary flags of its members are left alone, so that
    reactivating brings everything back. Open sessions stay signed in: the company answers COMPANY_INACTIVE from the
    next request on, pages fall back to another company of the person (LG-2, SE-5).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND, STALE_RESOURCE.
    """
    return _switch(company_id, reason, actor, expected_version, is_active=False)


def reactivate_company(*, company_id: int, reason: str, actor: Actor, expected_version: str | None = None) -> Company:
    """Open a company to its members again; one that is open stays as it is (AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND, STALE_RESOURCE.
    """
    return _switch(company_id, reason, actor, expected_version, is_active=True)


def _switch(company_id: int, reason: str, actor: Actor, expected_version: str | None, *, is_active: bool) -> Company:
    require_staff(actor)
    text = checked_reason(reason)
    with staff_action(company_id=company_id, reason=text, actor=actor, expected_version=expected_version) as row:
        if row.is_active is not is_active:
            row.is_active = is_active
            former = {"is_active": not is_active}
            save_and_record(row, former, action="COMPANY_UPDATED", actor=actor, company_id=row.pk)
            forget(*_member_ids(row.pk))
        return row


def _member_ids(company_id: int) -> list[int]:
    rows = UserCompany.all_companies.filter(company_id=company_id, removed_date__isnull=True, is_deleted=False)
    return list(rows.values_list("user_id", flat=True))


def change_tier(*, company_id: int, tier_code: str, reason: str, actor: Actor) -> CompanyCustomerDetails:
    """Put a company into another customer tier; the tier it has writes nothing (AU-3).

    Raises:
        ValidationFailed: no reason, or ``tierCode`` is no tier that is offered.
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND.
    """
    require_staff(actor)
    errors, tier = FieldErrors(), find_active("CustomerTier", tier_code)
    if tier is None:
        errors.add("tierCode", "invalid_choice", "Choose a tier from the list, for example Free.")
    text = checked_reason(reason, errors)
    with staff_action(company_id=company_id, reason=text, actor=actor) as company:
        row: CompanyCustomerDetails = (
            CompanyCustomerDetails.all_companies.select_for_update().filter(is_deleted=False).get(company_id=company.pk)
        )
        if tier is None or row.customer_tier_id == tier.pk:
            return row
        before = str(lookup("CustomerTier", row.customer_tier_id).code)
        row.customer_tier_id = tier.pk
        row.stamp_updated(actor)
        row.save()
        record(
            action="COMPANY_UPDATED",
            entity_type="dbo.Company",
            entity_id=company.pk,
            actor=actor,
            company_id=company.pk,
            old={"customerTierCode": before},
            new={"customerTierCode": str(tier.code)},
        )
        return row


def reread_register(*, company_id: int, reason: str, actor: Actor) -> Finding:
    """Ask the register about a company now; the same facts only move the date they were read at (AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND (none, deleted or without ABN), SERVICE_UNAVAILABLE (nothing
            changed), STALE_RESOURCE.
    """
    require_staff(actor)
    finding = watch_company(company_id, actor=actor, reason=checked_reason(reason))
    if finding.result is Result.UNAVAILABLE:
        raise Problem("SERVICE_UNAVAILABLE", "The business register does not answer. Nothing is changed; ask later.")
    if finding.result is Result.OVERTAKEN:
        raise Problem("STALE_RESOURCE")
    return finding
