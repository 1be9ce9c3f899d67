"""Ending every membership of a person who goes for good (ME-3, ME-5)."""

from __future__ import annotations

from accounts.services.sessions import bump_access_version
from auditing.services import record
from common.actors import Actor
from common.db.row_locks import taking_turns
from common.problems import Problem
from companies.models import Company, CompanySwitchRequest, UserCompany
from companies.models.codes import CompanySwitchRequestStatusCode
from companies.selectors.leaving import Departure, departures
from companies.services.access_request_steps import cancel_row
from companies.services.membership_steps import end
from reference.selectors import code_id


def lock_departures(user_id: int) -> list[Departure]:
    """What leaving does, on companies locked to the end of the transaction: of two last admins one stays (ME-3).

    The caller holds the lock on the person's row, and a system scope.
    """
    keys = sorted(one.company_id for one in departures(user_id))
    list(taking_turns(Company.all_companies.filter(pk__in=keys)).order_by("pk").values_list("pk", flat=True))
    return departures(user_id)


def last_admin_problem(found: list[Departure]) -> Problem | None:
    """LAST_ADMIN naming every company that the person keeps from being without an administrator."""
    kept = [one for one in found if one.effect == "blocks"]
    if not kept:
        return None
    names = ", ".join(one.company_name for one in kept)
    return Problem(
        "LAST_ADMIN",
        f"You are the only active administrator of {names}. Make another member an administrator first.",
        companies=[{"companyId": one.company_id, "companyName": one.company_name} for one in kept],
    )


def leave_everything(user_id: int, found: list[Departure], actor: Actor, reason: str) -> None:
    """End the memberships and open access requests of a locked person; companies with nobody left are deactivated.

    A deactivated company keeps its data and its ABN (CO-7), and staff can give it to somebody (CO-10).
    """
    for row in UserCompany.all_companies.select_for_update().filter(
        user_id=user_id, removed_date__isnull=True, is_deleted=False
    ):
        end(row, actor, reason)
    for one in found:
        if one.effect == "deactivates":
            _deactivate(one.company_id, actor)
    pending = code_id("CompanySwitchRequestStatus", CompanySwitchRequestStatusCode.PENDING)
    for request in CompanySwitchRequest.all_companies.select_for_update().filter(
        user_id=user_id, company_switch_request_status_id=pending, is_deleted=False
    ):
        cancel_row(request, actor, because=reason)
    bump_access_version(user_id)


def _deactivate(company_id: int, actor: Actor) -> None:
    company = Company.all_companies.get(pk=company_id)
    if not company.is_active:
        return
    company.is_active = False
    company.stamp_updated(actor)
    company.save()
    record(
        action="COMPANY_UPDATED",
        entity_type="dbo.Company",
        entity_id=company.pk,
        actor=actor,
        company_id=company.pk,
        old={"isActive": True},
        new={"isActive": False},
        reason="its last member closed their account",
    )
