"""Switching the active company of a session (SW-2, SW-4)."""

from __future__ import annotations

from accounts.services.onboarding import lock_user
from accounts.services.sessions import set_company
from auditing.services import business_transaction, record
from common.actors import Actor
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import UserCompany
from companies.selectors import ActiveMembership, active_membership, path_company_state
from companies.services.cross_company import not_among_own
from companies.services.memberships import demote_primary

_REFUSALS = {"suspended": "MEMBERSHIP_INACTIVE", "inactive": "COMPANY_INACTIVE"}


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
            # Asked again: it may have been removed or suspended while this request waited for the lock.
            membership = _require_usable(person, company_id)
            if company_id != actor.company_id:
                _make_primary(membership.user_company_id, person, actor)
                set_company(actor.session_id, company_id)
                _record(membership, actor)
    return membership


def _require_membership(user_id: int, company_id: int, actor: Actor) -> None:
    if path_company_state(user_id, company_id) == "not_member":
        raise not_among_own(company_id, actor)
    _require_usable(user_id, company_id)


def _require_usable(user_id: int, company_id: int) -> ActiveMembership:
    """The membership as it is now; SW-4 says why there is none."""
    membership = active_membership(user_id, company_id)
    if membership is None:
        state = path_company_state(user_id, company_id)
        raise Problem(_REFUSALS.get(state, "COMPANY_NOT_FOUND"))
    return membership


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
