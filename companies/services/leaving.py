"""Leaving a company (ME-6)."""

from __future__ import annotations

from accounts.services.people import lock_owner
from accounts.services.sessions import bump_access_version
from auditing.services import business_transaction
from common.actors import Actor
from common.db.row_locks import taking_turns
from common.problems import Problem
from common.reasons import optional_reason
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.selectors import Departure, departures, path_company_state
from companies.services.cross_company import not_among_own
from companies.services.membership_steps import choose_primary, end


def leave_company(*, actor: Actor, company_id: int, reason: str | None = None) -> None:
    """End the actor's own membership, active or suspended; the only active admin stays (ME-3).

    Their access tokens die; sessions that acted there go on in another company of theirs, or in none (SE-5).

    Raises:
        ValidationFailed: ``reason`` is too long.
        Problem: COMPANY_NOT_FOUND, LAST_ADMIN, ACCESS_TOKEN_INVALID (the account is gone).
    """
    text = optional_reason(reason)
    with system_scope("companies.services.leave_company"):
        if path_company_state(actor.user_id or 0, company_id) == "not_member":
            raise not_among_own(company_id, actor)
        with business_transaction(actor, text):
            user = lock_owner(actor)
            list(taking_turns(Company.all_companies.filter(pk=company_id)))
            found = next((one for one in departures(user.pk) if one.company_id == company_id), None)
            if found is None:
                # They were removed while this request waited for the lock.
                raise Problem("COMPANY_NOT_FOUND")
            _require_replaceable(found)
            row = UserCompany.all_companies.select_for_update().get(
                user_id=user.pk, company_id=company_id, is_deleted=False
            )
            end(row, actor, text, "MEMBERSHIP_LEFT")
            choose_primary(user.pk, actor)
            bump_access_version(user.pk)


def _require_replaceable(found: Departure) -> None:
    match found.effect:
        case "blocks":
            raise Problem(
                "LAST_ADMIN",
                f"You are the only active administrator of {found.company_name}. Make another member an administrator "
                "first.",
            )
        case "deactivates":
            raise Problem(
                "LAST_ADMIN",
                f"Nobody else belongs to {found.company_name}. Invite an administrator first, or ask support to "
                "deactivate it.",
            )
