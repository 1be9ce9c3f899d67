"""Joining a company: one membership a person and company, revived, not duplicated (invariants 5, 6, 10)."""

from __future__ import annotations

from datetime import datetime

from accounts.services.access_state import forget
from auditing.services import business_transaction, record, record_role_change
from common import clock
from common.actors import Actor
from common.db.row_locks import taking_turns
from common.problems import Problem
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.models.codes import JoinedViaCode, UserCompanyStatusCode
from companies.selectors import usable_memberships
from companies.services.access_request_steps import close_for_member
from reference.selectors import code_id, lookup


def join(
    *,
    user_id: int,
    company_id: int,
    role_code: str,
    joined_via: JoinedViaCode,
    actor: Actor,
    invited_by_user_id: int | None = None,
    invited_date: datetime | None = None,
    make_primary: bool = False,
    may_be_inactive: bool = False,
) -> UserCompany:
    """Make a person an active member; the caller holds the lock on the person's row.

    The membership becomes primary when ``make_primary`` or when the person has no usable one (invariant 6). The row of
    the company is locked: nobody joins one whose last member is closing their account at this moment.

    Raises:
        Problem: ALREADY_MEMBER, the person is an active or suspended member. COMPANY_INACTIVE unless
            ``may_be_inactive``, for staff who give a company to somebody.
    """
    with business_transaction(actor), system_scope("companies.services.join"):
        company = taking_turns(Company.all_companies.filter(pk=company_id, is_deleted=False)).first()
        if company is None or not (company.is_active or may_be_inactive):
            raise Problem("COMPANY_INACTIVE")
        row: UserCompany | None = (
            UserCompany.all_companies.select_for_update()
            .filter(user_id=user_id, company_id=company_id, is_deleted=False)
            .first()
        )
        if row is not None and row.removed_date is None:
            raise Problem("ALREADY_MEMBER")
        is_revived = row is not None
        if row is None:
            row = UserCompany(user_id=user_id, company_id=company_id)
            row.stamp_created(actor)
        else:
            row.stamp_updated(actor)
        is_primary = make_primary or not usable_memberships(user_id).exists()
        if is_primary:
            demote_primary(user_id=user_id, actor=actor, except_id=row.pk)
        _fill(row, role_code, joined_via, invited_by_user_id, invited_date, is_primary)
        row.save()
        _record(row, role_code, joined_via, actor, is_revived)
        close_for_member(user_id=user_id, company_id=company_id, actor=actor)
        forget(user_id)
        return row


def _fill(
    row: UserCompany,
    role_code: str,
    joined_via: JoinedViaCode,
    invited_by_user_id: int | None,
    invited_date: datetime | None,
    is_primary: bool,
) -> None:
    row.user_company_role_id = code_id("UserCompanyRole", role_code)
    row.user_company_status_id = code_id("UserCompanyStatus", UserCompanyStatusCode.ACTIVE)
    row.joined_via_id = code_id("JoinedVia", joined_via)
    row.joined_date = clock.now()
    row.invited_by_user_id = invited_by_user_id
    row.invited_date = invited_date
    row.is_primary_company = is_primary
    row.removed_date = row.removed_by_user_id = row.removal_reason = None


def _record(row: UserCompany, role_code: str, joined_via: JoinedViaCode, actor: Actor, is_revived: bool) -> None:
    record(
        action="MEMBERSHIP_CREATED",
        entity_type="dbo.UserCompany",
        entity_id=row.pk,
        actor=actor,
        company_id=row.company_id,
        new={
            "userId": row.user_id,
            "roleCode": role_code,
            "joinedVia": joined_via.value,
            "isPrimaryCompany": row.is_primary_company,
            "isRevived": is_revived,
        },
    )
    record_role_change(
        role_type="company",
        change_kind="assigned",
        user_id=row.user_id,
        actor=actor,
        company_id=row.company_id,
        user_company_id=row.pk,
        new_role_code=role_code,
    )


def demote_primary(*, user_id: int, actor: Actor, except_id: int | None = None) -> None:
    """Take the primary flag from the person's present primary membership, before another one gets it."""
    primary = UserCompany.all_companies.filter(user_id=user_id, is_primary_company=True, is_deleted=False)
    for row in primary.exclude(pk=except_id):
        row.is_primary_company = False
        row.stamp_updated(actor)
        row.save()


def role_name(role_code: str) -> str:
    """Name of a company role as shown to people (GEN-7)."""
    return str(lookup("UserCompanyRole", code_id("UserCompanyRole", role_code)).name)
