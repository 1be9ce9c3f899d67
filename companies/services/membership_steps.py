"""Small steps that change a membership; every service that ends, suspends or restores one shares them (ME-4, ME-5).

The caller holds the locks on the person's row and on the company's, in this order, and a system scope: which membership
is a person's primary one depends on their other companies.
"""

from __future__ import annotations

from typing import Literal

from auditing.services import record, record_role_change
from common import clock
from common.actors import Actor
from common.problems import Problem
from companies.models import UserCompany
from companies.models.codes import UserCompanyStatusCode as Status
from companies.selectors import admin_recipients, usable_memberships
from reference.selectors import code_id, lookup

Ending = Literal["MEMBERSHIP_REMOVED", "MEMBERSHIP_LEFT"]


def status_of(row: UserCompany) -> Status:
    """State of a membership."""
    return Status(lookup("UserCompanyStatus", row.user_company_status_id).code)


def role_of(row: UserCompany) -> str:
    """Code of the role of a membership."""
    return str(lookup("UserCompanyRole", row.user_company_role_id).code)


def require_other_admin(row: UserCompany) -> None:
    """Refuse to take its last admin at work from a company (ME-3).

    Raises:
        Problem: LAST_ADMIN.
    """
    if {admin.user_id for admin in admin_recipients(row.company_id)} == {row.user_id}:
        raise Problem(
            "LAST_ADMIN",
            "This member is the only active administrator of the company. Make another member an administrator first.",
        )


def set_role(row: UserCompany, role_code: str, actor: Actor) -> None:
    """Give another role, with the row of the role trail (invariant 10)."""
    before = role_of(row)
    row.user_company_role_id = code_id("UserCompanyRole", role_code)
    row.stamp_updated(actor)
    row.save()
    _record(row, "USER_ROLE_UPDATED", actor, old={"roleCode": before}, new={"roleCode": str(role_code)})
    record_role_change(
        role_type="company",
        change_kind="changed",
        user_id=row.user_id,
        actor=actor,
        company_id=row.company_id,
        user_company_id=row.pk,
        old_role_code=before,
        new_role_code=role_code,
    )


def suspend(row: UserCompany, actor: Actor) -> None:
    """Take the access and leave the role; another membership becomes the primary one where this was it."""
    _set_status(row, Status.SUSPENDED, "MEMBERSHIP_SUSPENDED", actor)
    choose_primary(row.user_id, actor)


def reactivate(row: UserCompany, actor: Actor) -> None:
    """Give the access back, in the role of before; somebody without a primary membership gets this one."""
    row.is_primary_company = not _has_primary(row.user_id)
    _set_status(row, Status.ACTIVE, "MEMBERSHIP_REACTIVATED", actor)


def end(row: UserCompany, actor: Actor, reason: str | None, action: Ending = "MEMBERSHIP_REMOVED") -> None:
    """End a membership: who, when and why stay with the row. The primary one is the caller's to choose."""
    role_code = role_of(row)
    row.removed_date = clock.now()
    row.removed_by_user_id = actor.user_id
    row.removal_reason = reason
    _set_status(row, Status.REMOVED, action, actor)
    record_role_change(
        role_type="company",
        change_kind="removed",
        user_id=row.user_id,
        actor=actor,
        company_id=row.company_id,
        user_company_id=row.pk,
        old_role_code=role_code,
    )


def choose_primary(user_id: int, actor: Actor) -> None:
    """The oldest usable membership becomes primary when none is (invariant 6).

    One in a deactivated company keeps the flag, so that reactivating the company brings everything back.
    """
    best = None if _has_primary(user_id) else usable_memberships(user_id).first()
    if best is not None:
        best.is_primary_company = True
        best.stamp_updated(actor)
        best.save()


def _has_primary(user_id: int) -> bool:
    primary = UserCompany.all_companies.filter(user_id=user_id, is_primary_company=True, is_deleted=False)
    return bool(primary.exists())


def _set_status(row: UserCompany, status: Status, action: str, actor: Actor) -> None:
    before = status_of(row)
    row.user_company_status_id = code_id("UserCompanyStatus", status)
    row.is_primary_company = row.is_primary_company and status is Status.ACTIVE
    row.stamp_updated(actor)
    row.save()
    _record(row, action, actor, old={"statusCode": before.value}, new={"statusCode": status.value})


def _record(row: UserCompany, action: str, actor: Actor, *, old: dict[str, str], new: dict[str, str]) -> None:
    record(
        action=action,
        entity_type="dbo.UserCompany",
        entity_id=row.pk,
        actor=actor,
        company_id=row.company_id,
        old=old,
        new={"userId": row.user_id, **new},
    )
