"""Approving and rejecting access requests, by admins of the company or by staff (AR-3, AR-4, CO-10)."""

from __future__ import annotations

from accounts.services.onboarding import complete_for_member
from accounts.services.people import as_actor, lock_user
from accounts.services.sessions import bump_access_version
from auditing.services import business_transaction
from common import clock, context
from common.actors import Actor
from common.permissions import Permission, has_permission
from common.problems import FieldErrors, Problem, ValidationFailed
from common.reasons import check_reason
from common.tenancy import system_scope
from companies.models import CompanySwitchRequest
from companies.models.codes import CompanySwitchRequestStatusCode as Status
from companies.models.codes import JoinedViaCode, UserCompanyRoleCode
from companies.services.access_request_mails import tell_requester
from companies.services.access_request_steps import save_and_record, set_status
from companies.services.cross_company import record_cross_company_attempt
from companies.services.guards import require
from companies.services.memberships import join
from reference.selectors import find_active


def approve(
    *, company_id: int, company_switch_request_id: int, actor: Actor, role: str = UserCompanyRoleCode.COMPANY_USER
) -> CompanySwitchRequest:
    """Admit the requester in a role up to the admin's own (AR-3).

    Raises:
        ValidationFailed: ``roleCode`` is no role.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, ROLE_CEILING, ACCESS_REQUEST_NOT_PENDING.
    """
    require(actor, Permission.ACCESS_REQUESTS_DECIDE, company_id)
    _require_in_company(company_switch_request_id, company_id, actor)
    _require_ceiling(role, actor)
    return _approve(company_switch_request_id, role, actor)


def reject(
    *, company_id: int, company_switch_request_id: int, actor: Actor, reason: str | None = None
) -> CompanySwitchRequest:
    """Refuse the requester, who is shown the reason (AR-3).

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, ACCESS_REQUEST_NOT_PENDING.
    """
    require(actor, Permission.ACCESS_REQUESTS_DECIDE, company_id)
    _require_in_company(company_switch_request_id, company_id, actor)
    return _reject(company_switch_request_id, (reason or "").strip() or None, actor)


def approve_by_staff(*, company_switch_request_id: int, actor: Actor, reason: str) -> CompanySwitchRequest:
    """Admit the requester as a member in the place of admins who do not answer (CO-10).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, ACCESS_REQUEST_NOT_PENDING.
    """
    _require_staff(actor)
    return _approve(company_switch_request_id, UserCompanyRoleCode.COMPANY_USER, actor, _checked(reason))


def reject_by_staff(*, company_switch_request_id: int, actor: Actor, reason: str) -> CompanySwitchRequest:
    """Refuse the requester in the place of admins who do not answer (CO-10).

    Raises:
        ValidationFailed: no reason.
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, ACCESS_REQUEST_NOT_PENDING.
    """
    _require_staff(actor)
    return _reject(company_switch_request_id, _checked(reason), actor)


def _require_staff(actor: Actor) -> None:
    if not has_permission(actor, Permission.COMPANIES_MANAGE, None):
        raise Problem("INSUFFICIENT_PERMISSIONS")


def _checked(reason: str) -> str:
    errors = FieldErrors()
    text = check_reason(reason, errors, "Say why you decide this, for example: the admins have left the company.")
    errors.raise_if_any()
    return text


def _require_in_company(company_switch_request_id: int, company_id: int, actor: Actor) -> None:
    """Only requests addressed to the path company; an attempt on another's leaves evidence (AR-4, TI-4)."""
    with system_scope("companies.services.deciding.require_in_company"):
        row = CompanySwitchRequest.all_companies.filter(pk=company_switch_request_id, is_deleted=False).first()
    if row is not None and row.to_company_id == company_id:
        return
    if row is not None:
        record_cross_company_attempt(
            actor=actor,
            attempted_company_id=row.to_company_id,
            resource_type="CompanySwitchRequest",
            resource_id=row.pk,
            path=context.current().path or "",
        )
    raise Problem("NOT_FOUND")


def _require_ceiling(role: str, actor: Actor) -> None:
    """Nobody grants a role above their own (PM-3)."""
    granted, own = find_active("UserCompanyRole", role), find_active("UserCompanyRole", actor.company_role or "")
    if granted is None:
        raise ValidationFailed.of("roleCode", "invalid_choice", "Choose a role from the list. Example: company_user.")
    if own is None or granted.role_level > own.role_level:
        raise Problem("ROLE_CEILING")


def _approve(key: int, role: str, actor: Actor, reason: str | None = None) -> CompanySwitchRequest:
    # Which membership is the person's primary one depends on their other companies.
    with system_scope("companies.services.deciding.approve"), business_transaction(actor, reason):
        row = _lock_open(key)
        row.approved_by_user_id = actor.user_id
        row.approved_at = clock.now()
        set_status(row, Status.APPROVED)
        save_and_record(row, "ACCESS_REQUEST_APPROVED", actor, new={"roleCode": role}, reason=reason)
        membership = join(
            user_id=row.user_id,
            company_id=row.to_company_id,
            role_code=role,
            joined_via=JoinedViaCode.ACCESS_REQUEST,
            actor=actor,
            may_be_inactive=reason is not None,
        )
        bump_access_version(membership.user_id)
        complete_for_member(as_actor(row.user))
        tell_requester(row, Status.APPROVED)
    return row


def _reject(key: int, reason: str | None, actor: Actor) -> CompanySwitchRequest:
    with system_scope("companies.services.deciding.reject"), business_transaction(actor, reason):
        row = _lock_open(key)
        row.rejected_by_user_id = actor.user_id
        row.rejected_at = clock.now()
        row.rejection_reason = reason
        set_status(row, Status.REJECTED)
        save_and_record(row, "ACCESS_REQUEST_REJECTED", actor, reason=reason)
        tell_requester(row, Status.REJECTED)
    return row


def _lock_open(key: int) -> CompanySwitchRequest:
    """Lock the person, then the request: the order of asking, withdrawing and accepting an invitation.

    Raises:
        Problem: NOT_FOUND, ACCESS_REQUEST_NOT_PENDING.
    """
    rows = CompanySwitchRequest.all_companies.filter(pk=key, is_deleted=False)
    found = rows.first()
    if found is None or lock_user(found.user_id) is None:
        raise Problem("NOT_FOUND")
    row: CompanySwitchRequest = rows.select_for_update(of=("self",)).select_related("user", "to_company").get()
    if not row.is_open:
        raise Problem("ACCESS_REQUEST_NOT_PENDING")
    return row
