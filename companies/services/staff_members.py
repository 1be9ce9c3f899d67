"""Memberships in the hands of staff, who act without belonging to the company (section 7, section 23)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from accounts.services.people import lock_user
from auditing.services import business_transaction
from common.actors import Actor
from common.backoffice.columns import version_of
from common.db.row_locks import taking_turns
from common.problems import FieldErrors, Problem
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.services import member_acts as acts
from companies.services.staff_steps import checked_reason, require_staff
from reference.selectors import find_active


@dataclass(frozen=True, slots=True)
class _Locked:
    """A membership with its company, locked, and the reason in its kept form."""

    row: UserCompany
    company: Company
    reason: str


def change_role_by_staff(
    *, user_company_id: int, role_code: str, reason: str, actor: Actor, expected_version: str | None = None
) -> UserCompany:
    """Give an active member another role; the role they have writes nothing (ME-4, AU-3).

    Raises:
        ValidationFailed: no reason, ``roleCode`` is no role.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, STALE_RESOURCE, MEMBERSHIP_STATE,
            LAST_ADMIN.
    """
    errors, role = FieldErrors(), find_active("UserCompanyRole", role_code)
    if role is None:
        errors.add("roleCode", "invalid_choice", "Choose a role from the list, for example Company User.")
    with _membership(user_company_id, reason, actor, expected_version, errors) as found:
        acts.change_role(found.row, found.company, role, actor)
        return found.row


def suspend_by_staff(
    *, user_company_id: int, reason: str, actor: Actor, expected_version: str | None = None
) -> UserCompany:
    """Take a member's access until they are reactivated (ME-5, AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, STALE_RESOURCE, MEMBERSHIP_STATE,
            LAST_ADMIN.
    """
    with _membership(user_company_id, reason, actor, expected_version) as found:
        acts.suspend(found.row, found.company, found.reason, actor)
        return found.row


def reactivate_by_staff(
    *, user_company_id: int, reason: str, actor: Actor, expected_version: str | None = None
) -> UserCompany:
    """Give a suspended member their access back, in the role of before (ME-5, AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, STALE_RESOURCE, MEMBERSHIP_STATE.
    """
    with _membership(user_company_id, reason, actor, expected_version) as found:
        acts.reactivate(found.row, found.company, found.reason, actor)
        return found.row


def remove_by_staff(
    *, user_company_id: int, reason: str, actor: Actor, expected_version: str | None = None
) -> UserCompany:
    """End a membership, active or suspended; the account stays (ME-5, AU-3).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, SELF_CHANGE_FORBIDDEN, STALE_RESOURCE, LAST_ADMIN.
    """
    with _membership(user_company_id, reason, actor, expected_version) as found:
        acts.remove(found.row, found.company, found.reason, actor)
        return found.row


@contextmanager
def _membership(
    user_company_id: int,
    reason: str,
    actor: Actor,
    expected_version: str | None,
    errors: FieldErrors | None = None,
) -> Iterator[_Locked]:
    """Lock person, company and membership, in the order of every other change of a membership.

    ``expected_version`` is that of the row the person saw (``version_of``); None compares nothing.
    """
    require_staff(actor)
    text = checked_reason(reason, errors)
    with system_scope("companies.services.staff_members"), business_transaction(actor, text):
        rows = UserCompany.all_companies.filter(pk=user_company_id, is_deleted=False)
        seen = rows.first()
        person = lock_user(seen.user_id) if seen is not None else None
        if seen is None or person is None:
            raise Problem("NOT_FOUND")
        if person.pk == actor.user_id:
            raise Problem("SELF_CHANGE_FORBIDDEN", "Nobody changes their own membership. To go, leave the company.")
        company = taking_turns(Company.all_companies.filter(pk=seen.company_id, is_deleted=False)).first()
        row = rows.select_for_update().first()
        if company is None or row is None:
            raise Problem("NOT_FOUND")
        if expected_version is not None and expected_version != version_of(row):
            raise Problem("STALE_RESOURCE")
        row.user = person
        yield _Locked(row, company, text)
