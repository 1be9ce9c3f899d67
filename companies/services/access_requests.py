"""Asking to join a company by its ABN, and withdrawing that (AR-1, CO-8, CO-9)."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError

from abr_cache.services import ABN_MESSAGE, parse_abn
from accounts.services.onboarding import lock_user
from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.problems import FieldError, Problem, ValidationFailed
from common.tenancy import system_scope
from companies.models import Company, CompanySwitchRequest, UserCompany
from companies.models.codes import CompanySwitchRequestStatusCode as Status
from companies.models.codes import CompanySwitchRequestTypeCode
from companies.selectors import is_domain_match
from companies.services.access_request_mails import tell_admins
from companies.services.access_request_steps import cancel_row, record_action, set_status
from reference.selectors import code_id
from settings_app.selectors import get_int

OPEN_CONSTRAINT = "UQ_CompanySwitchRequest_UserID_ToCompanyID"


def abn_errors(abn: str | None) -> list[FieldError]:
    """Whether a text is an ABN, for one answer that names all bad fields (GEN-5); None was refused already."""
    return [FieldError("abn", "abn_invalid", ABN_MESSAGE)] if abn is not None and parse_abn(abn) is None else []


def request_access(*, abn: str, actor: Actor, reason: str | None = None) -> CompanySwitchRequest:
    """Ask the admins of the company with that ABN; nobody is ever joined automatically (CO-9).

    Raises:
        ValidationFailed: ``abn_invalid``.
        Problem: COMPANY_NOT_FOUND, ALREADY_MEMBER, ACCESS_REQUEST_PENDING, ACCESS_REQUEST_COOLDOWN (``retryAfter`` in
            seconds).
    """
    number = parse_abn(abn)
    if number is None:
        raise ValidationFailed.of("abn", "abn_invalid", ABN_MESSAGE)
    # The requester is in no scope of the company asked.
    with system_scope("companies.services.request_access"):
        company: Company | None = Company.all_companies.filter(abn=number, is_deleted=False).first()
        if company is None:
            raise Problem("COMPANY_NOT_FOUND", "No company with this ABN uses EventLead. Check the number.")
        try:
            return _create(company, (reason or "").strip() or None, actor)
        except IntegrityError as error:
            if OPEN_CONSTRAINT not in str(error):
                raise
            raise Problem("ACCESS_REQUEST_PENDING") from error


def _create(company: Company, reason: str | None, actor: Actor) -> CompanySwitchRequest:
    with business_transaction(actor):
        person = lock_user(actor)
        _require_outsider(person.pk, company.pk)
        _require_free(person.pk, company.pk)
        row = CompanySwitchRequest(
            user=person,
            to_company=company,
            from_company_id=actor.company_id,
            company_switch_request_type_id=code_id(
                "CompanySwitchRequestType", CompanySwitchRequestTypeCode.ACCESS_REQUEST
            ),
            requested_by_user=person,
            requested_at=clock.now(),
            reason=reason,
            is_domain_match=is_domain_match(
                email=person.email, is_verified=person.is_email_verified, company_id=company.pk
            ),
        )
        set_status(row, Status.PENDING)
        row.stamp_created(actor)
        row.save()
        record_action(row, "ACCESS_REQUEST_CREATED", actor, reason=reason)
        tell_admins(row)
    return row


def _require_outsider(user_id: int, company_id: int) -> None:
    """A suspended member belongs to the company, too; a removed one may ask again."""
    rows = UserCompany.all_companies.filter(user_id=user_id, company_id=company_id, is_deleted=False)
    if rows.filter(removed_date__isnull=True).exists():
        raise Problem("ALREADY_MEMBER", "You already belong to this company.")


def _require_free(user_id: int, company_id: int) -> None:
    """One open request, and none for some days after a rejection (AR-1)."""
    rows = CompanySwitchRequest.all_companies.filter(user_id=user_id, to_company_id=company_id, is_deleted=False)
    if rows.filter(company_switch_request_status_id=code_id("CompanySwitchRequestStatus", Status.PENDING)).exists():
        raise Problem("ACCESS_REQUEST_PENDING")
    rejected = rows.filter(rejected_at__isnull=False).order_by("-rejected_at").first()
    if rejected is None:
        return
    wait = rejected.rejected_at + timedelta(days=get_int("ACCESS_REQUEST_COOLDOWN_DAYS")) - clock.now()
    seconds = -int(-wait.total_seconds() // 1)
    if seconds > 0:
        days = -(-seconds // 86_400)
        raise Problem(
            "ACCESS_REQUEST_COOLDOWN",
            f"This company has declined your request. You can ask it again in {days} day{'' if days == 1 else 's'}.",
            retryAfter=seconds,
        )


def cancel_request(*, company_switch_request_id: int, actor: Actor) -> CompanySwitchRequest:
    """Withdraw the person's own pending request (AR-3).

    Raises:
        Problem: NOT_FOUND, ACCESS_REQUEST_NOT_PENDING.
    """
    with system_scope("companies.services.cancel_request"), business_transaction(actor):
        # Person before request, the order in which approving locks.
        person = lock_user(actor)
        row: CompanySwitchRequest | None = (
            CompanySwitchRequest.all_companies.select_for_update(of=("self",))
            .select_related("user", "to_company")
            .filter(pk=company_switch_request_id, user_id=person.pk, is_deleted=False)
            .first()
        )
        if row is None:
            raise Problem("NOT_FOUND")
        if not row.is_open:
            raise Problem("ACCESS_REQUEST_NOT_PENDING")
        cancel_row(row, actor)
    return row
