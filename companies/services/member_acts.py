"""What a change of role, a suspension, a reactivation and a removal do, whoever decides them (ME-3 to ME-5).

The caller has checked who may, and holds the locks on person, company and membership, with the person loaded. What is
so already writes nothing (AU-3).
"""

from __future__ import annotations

from typing import Any

from accounts.services.sessions import bump_access_version
from common.actors import Actor
from common.problems import Problem
from companies.models import Company, UserCompany
from companies.models.codes import UserCompanyRoleCode
from companies.models.codes import UserCompanyStatusCode as Status
from companies.services import membership_steps as steps
from companies.services.member_mails import tell_change, tell_role
from reference.selectors import lookup


def change_role(row: UserCompany, company: Company, role: Any, actor: Actor) -> None:
    """Give an active member another role; ``role`` is the row of the lookup.

    Raises:
        Problem: MEMBERSHIP_STATE (suspended or removed), LAST_ADMIN.
    """
    if steps.status_of(row) is not Status.ACTIVE:
        raise Problem("MEMBERSHIP_STATE", "Only active members change roles. Reactivate or invite them first.")
    before = lookup("UserCompanyRole", row.user_company_role_id)
    if before.pk == role.pk:
        return
    if role.code != UserCompanyRoleCode.COMPANY_ADMIN:
        steps.require_other_admin(row)
    steps.set_role(row, role.code, actor)
    bump_access_version(row.user_id)
    tell_role(row, company, before.name, role.name)


def suspend(row: UserCompany, company: Company, reason: str | None, actor: Actor) -> None:
    """Take the access and leave the role.

    Raises:
        Problem: MEMBERSHIP_STATE (removed), LAST_ADMIN.
    """
    _require_not_removed(row)
    if steps.status_of(row) is Status.SUSPENDED:
        return
    steps.require_other_admin(row)
    steps.suspend(row, actor)
    bump_access_version(row.user_id)
    tell_change(row, company, "suspended", reason)


def reactivate(row: UserCompany, company: Company, reason: str | None, actor: Actor) -> None:
    """Give the access back, in the role of before.

    Raises:
        Problem: MEMBERSHIP_STATE (removed).
    """
    _require_not_removed(row)
    if steps.status_of(row) is Status.ACTIVE:
        return
    steps.reactivate(row, actor)
    bump_access_version(row.user_id)
    tell_change(row, company, "reactivated", reason)


def remove(row: UserCompany, company: Company, reason: str | None, actor: Actor) -> None:
    """End the membership, active or suspended; another one becomes the primary one where this was it.

    Raises:
        Problem: LAST_ADMIN.
    """
    if steps.status_of(row) is Status.REMOVED:
        return
    steps.require_other_admin(row)
    steps.end(row, actor, reason)
    steps.choose_primary(row.user_id, actor)
    bump_access_version(row.user_id)
    tell_change(row, company, "removed", reason)


def _require_not_removed(row: UserCompany) -> None:
    if steps.status_of(row) is Status.REMOVED:
        raise Problem("MEMBERSHIP_STATE", "This person is no member any more. Invite them again.")
