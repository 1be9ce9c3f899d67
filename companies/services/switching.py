"""Switching the active company of a session (SW-2, SW-4)."""

from __future__ import annotations

from accounts.services.onboarding import lock_user
from accounts.services.sessions import set_company
from auditing.services import business_transaction, record
from common import context
from common.actors import Actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import UserCompany
from companies.selectors import ActiveMembership, active_membership, path_company_state
from companies.services.cross_company import record_cross_company_attempt
from companies.services.memberships import demote_primary


def switch_company(*, company_id: int, actor: Actor) -> ActiveMembership:
    """Open another company in this session and make it primary; the current one again records nothing.

    Raises:
        Problem: COMPANY_NOT_FOUND, MEMBERSHIP_INACTIVE, COMPANY_INACTIVE.
    """
    person = actor.user_id
    if person is None:
        raise ValueError("a person switches companies")
    with system_scope("companies.services.switch_company"):
        _require_membership(person, company_id, actor)
        with business_transaction(actor):
            lock_user(actor)
            membership = active_membership(person, company_id)
            if membership is None:
                # It was removed or suspended while this request waited for the lock.
                raise Problem("COMPANY_NOT_FOUND")
            if company_id != actor.company_id:
                _make_primary(membership.user_company_id, person, actor)
                set_company(actor.session_id, company_id)
                _record(membership, actor)
    return membership


def _require_membership(user_id: int, company_id: int, actor: Actor) -> None:
    match path_company_state(user_id, company_id):
        case "not_member":
            record_cross_company_attempt(
                actor=actor,
                attempted_company_id=company_id,
                resource_type="Company",
                resource_id=company_id,
                path=context.current().path or "",
            )
            raise Problem("COMPANY_NOT_FOUND")
        case "suspended":
            raise Problem("MEMBERSHIP_INACTIVE")
        case "inactive":
            raise Problem("COMPANY_INACTIVE")


def _make_primary(user_company_id: int, user_id: int, actor: Actor) -> None:
    row = UserCompany.all_companies.select_for_update().get(pk=user_company_id)
    if row.is_primary_company:
        return
    demote_primary(user_id=user_id, actor=actor, except_id=row.pk)
    row.is_primary_company = True
    row.stamp_updated(actor)
    row.save()


def _record(membership: ActiveMembership, actor: Actor) -> None:
    record(
        action="COMPANY_SWITCHED",
        entity_type="dbo.UserCompany",
        entity_id=membership.user_company_id,
        actor=actor,
        company_id=membership.company_id,
        old={"companyId": actor.company_id},
        new={"companyId": membership.company_id},
    )
