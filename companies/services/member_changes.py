"""What admins do with the other members of their company: roles, suspension, removal (ME-2 to ME-5).

Locks: the people in the order of their keys, then the company, then the membership; closing an account, leaving,
settling a claim and suspending by staff take them in the same order, so of two last admins one stays (ME-3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from accounts.services.people import lock_user
from auditing.services import business_transaction
from common import context
from common.actors import Actor
from common.db.row_locks import taking_turns
from common.permissions import Permission, has_permission
from common.problems import Problem, ValidationFailed
from common.reasons import optional_reason
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.selectors import active_membership, company_of_person
from companies.services import member_acts as acts
from companies.services import membership_steps as steps
from companies.services.cross_company import record_cross_company_attempt
from companies.services.guards import require
from reference.selectors import find_active, lookup

Precondition = Callable[[Any], None]
"""Raises STALE_RESOURCE when the locked membership is not the one the person saw."""


def change_member_role(
    *,
    actor: Actor,
    company_id: int,
    user_id: int,
    role_code: str,
    reason: str | None = None,
    precondition: Precondition | None = None,
) -> UserCompany:
    """Give a member another role up to the admin's own; the role they have writes nothing (ME-4).

    Their access tokens die, refreshing brings the new rights (SE-8). They are told by mail.

    Raises:
        ValidationFailed: ``roleCode`` is no role; ``reason`` is too long.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, ROLE_CEILING, MEMBERSHIP_STATE (suspended
            or removed), LAST_ADMIN, and what ``precondition`` finds.
    """
    require(actor, Permission.MEMBERS_MANAGE, company_id)
    wanted = find_active("UserCompanyRole", role_code)
    if wanted is None:
        raise ValidationFailed.of("roleCode", "invalid_choice", "Choose a role from the list. Example: company_user.")
    with _member(actor, company_id, user_id, reason, precondition, wanted.role_level) as (row, company, _):
        acts.change_role(row, company, wanted, actor)
        return row


def suspend_member(
    *,
    actor: Actor,
    company_id: int,
    user_id: int,
    reason: str | None = None,
    precondition: Precondition | None = None,
) -> UserCompany:
    """Take a member's access until they are reactivated; a suspended one stays as they are (ME-5, AU-3).

    Raises:
        ValidationFailed: ``reason`` is too long.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, ROLE_CEILING, MEMBERSHIP_STATE (removed),
            LAST_ADMIN.
    """
    require(actor, Permission.MEMBERS_MANAGE, company_id)
    with _member(actor, company_id, user_id, reason, precondition) as (row, company, text):
        acts.suspend(row, company, text, actor)
        return row


def reactivate_member(
    *,
    actor: Actor,
    company_id: int,
    user_id: int,
    reason: str | None = None,
    precondition: Precondition | None = None,
) -> UserCompany:
    """Give a suspended member their access back, in the role of before; an active one stays as they are (ME-5, AU-3).

    Raises:
        ValidationFailed: ``reason`` is too long.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, ROLE_CEILING, MEMBERSHIP_STATE (removed).
    """
    require(actor, Permission.MEMBERS_MANAGE, company_id)
    with _member(actor, company_id, user_id, reason, precondition) as (row, company, text):
        acts.reactivate(row, company, text, actor)
        return row


def remove_member(
    *,
    actor: Actor,
    company_id: int,
    user_id: int,
    reason: str | None = None,
    precondition: Precondition | None = None,
) -> UserCompany:
    """End a membership, active or suspended; the account stays, and a removed one stays removed (ME-5, AU-3).

    Raises:
        ValidationFailed: ``reason`` is too long.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, ROLE_CEILING, LAST_ADMIN.
    """
    require(actor, Permission.MEMBERS_MANAGE, company_id)
    with _member(actor, company_id, user_id, reason, precondition) as (row, company, text):
        acts.remove(row, company, text, actor)
        return row


@contextmanager
def _member(
    actor: Actor,
    company_id: int,
    user_id: int,
    reason: str | None,
    precondition: Precondition | None,
    granted_level: int = 0,
) -> Iterator[tuple[UserCompany, Company, str | None]]:
    """Open the transaction of a change and lock whom it is about; gives membership, company and the kept reason.

    Raises:
        ValidationFailed: ``reason`` is too long.
        Problem: NOT_FOUND, SELF_CHANGE_FORBIDDEN, ROLE_CEILING; LAST_ADMIN or INSUFFICIENT_PERMISSIONS when the actor
            lost their own rights meanwhile.
    """
    text = optional_reason(reason)
    require_member(user_id, company_id, actor)
    if user_id == actor.user_id:
        raise Problem("SELF_CHANGE_FORBIDDEN", "Nobody changes their own membership. To go, leave the company.")
    with system_scope("companies.services.member_changes"), business_transaction(actor, text):
        people = {key: lock_user(key) for key in sorted({user_id, actor.user_id or 0})}
        company = taking_turns(Company.all_companies.filter(pk=company_id, is_deleted=False)).first()
        row = _rows(company_id, user_id).select_for_update().first()
        person = people[user_id]
        if company is None or row is None or person is None:
            raise Problem("NOT_FOUND")
        row.user = person
        acting = people[actor.user_id or 0]
        _require_level(row, actor, granted_level, is_at_work=acting is not None and acting.is_active)
        if precondition is not None:
            precondition(row)
        yield row, company, text


def _rows(company_id: int, user_id: int) -> QuerySet[UserCompany]:
    rows: QuerySet[UserCompany] = UserCompany.all_companies.filter(
        company_id=company_id, user_id=user_id, is_deleted=False
    )
    return rows


def require_member(user_id: int, company_id: int, actor: Actor) -> None:
    """Only members of that company, past ones too; an attempt on another's leaves evidence (TI-3, TI-4).

    Raises:
        Problem: NOT_FOUND.
    """
    with system_scope("companies.services.member_changes.require_member"):
        if _rows(company_id, user_id).filter(user__is_deleted=False).exists():
            return
        elsewhere = company_of_person(user_id)
    if elsewhere is not None:
        record_cross_company_attempt(
            actor=actor,
            attempted_company_id=elsewhere,
            resource_type="User",
            resource_id=user_id,
            path=context.current().path or "",
        )
    raise Problem("NOT_FOUND")


def _require_level(row: UserCompany, actor: Actor, granted_level: int, *, is_at_work: bool) -> None:
    """The actor's rights as they are under the lock: nobody grants or touches a level above their own (PM-3)."""
    own = active_membership(actor.user_id or 0, row.company_id) if is_at_work else None
    acting = replace(actor, company_role=own.role_code if own else None)
    if own is None or not has_permission(acting, Permission.MEMBERS_MANAGE, row.company_id):
        # Of two admins who act on each other the later one learns what keeps the other (ME-3).
        steps.require_other_admin(row)
        raise Problem("INSUFFICIENT_PERMISSIONS")
    if max(granted_level, lookup("UserCompanyRole", row.user_company_role_id).role_level) > own.role_level:
        raise Problem("ROLE_CEILING")
