"""Settling a disputed registration: staff give a company to the person who proves it is theirs (CO-10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.conf import settings
from django.db.models import QuerySet

from accounts.selectors import find_by_email
from accounts.services.onboarding import complete_for_member
from accounts.services.people import as_actor, lock_user
from accounts.services.sessions import bump_access_version
from auditing.services import business_transaction, record
from common.actors import Actor
from common.permissions import Permission, has_permission
from common.problems import FieldErrors, Problem
from common.reasons import check_reason
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.models.codes import JoinedViaCode, UserCompanyRoleCode, UserCompanyStatusCode
from companies.selectors import Recipient
from companies.services.membership_steps import choose_primary, end, reactivate, role_of, set_role, status_of, suspend
from companies.services.memberships import join
from logging_app.services import queue_email
from reference.selectors import code_id

EVIDENCE_MAX_LENGTH = 2000
ADMIN = UserCompanyRoleCode.COMPANY_ADMIN
FormerAdmins = Literal["keep", "suspend", "remove"]
_CHANGE = {"suspend": "suspended", "remove": "removed"}


@dataclass(frozen=True, slots=True)
class SettledClaim:
    """The claimant's membership, and how many former admins lost theirs."""

    membership: UserCompany
    former_count: int


def settle_claim(
    *, company_id: int, claimant_email: str, evidence: str, reason: str, former_admins: str, actor: Actor
) -> SettledClaim:
    """Make the claimant an admin; keep, suspend or remove the admins there were.

    Raises:
        ValidationFailed: unknown or unconfirmed claimant, missing evidence or reason, unknown choice.
        Problem: INSUFFICIENT_PERMISSIONS, COMPANY_NOT_FOUND, STALE_RESOURCE (the admins changed meanwhile).
    """
    if not has_permission(actor, Permission.COMPANIES_MANAGE, None):
        raise Problem("INSUFFICIENT_PERMISSIONS")
    errors = FieldErrors()
    claimant = _claimant(claimant_email, errors)
    proof = evidence.strip()
    if not proof:
        errors.add("evidence", "required", "Describe the evidence, for example: ASIC extract of 3 March names them.")
    elif len(proof) > EVIDENCE_MAX_LENGTH:
        errors.add("evidence", "too_long", f"Use at most {EVIDENCE_MAX_LENGTH} characters.")
    if former_admins not in ("keep", *_CHANGE):
        errors.add("formerAdmins", "invalid_choice", "Choose keep, suspend or remove.")
    text = check_reason(reason, errors, "Say why you settle it this way, for example: founder has left the company.")
    errors.raise_if_any()
    with system_scope("companies.services.settle_claim"), business_transaction(actor, text):
        return _settle(company_id, claimant, proof, text, former_admins, actor)


def _claimant(email: str, errors: FieldErrors) -> Recipient:
    user = find_by_email(email.strip())
    if user is None or not user.is_email_verified or not user.is_active:
        errors.add(
            "claimantEmail",
            "not_found",
            "No active account with this confirmed address exists. Ask the person to sign up and confirm it first.",
        )
        return Recipient(0, "", "")
    return Recipient(user.pk, user.email, user.first_name)


def _settle(
    company_id: int, claimant: Recipient, evidence: str, reason: str, former_admins: str, actor: Actor
) -> SettledClaim:
    admin_ids = _admins(company_id).values_list("user_id", flat=True)
    seen = sorted(admin_ids)
    # People in one order, then the company, then memberships: two settlements wait for each other, and of two about one
    # company the later one finds other admins than its staff decided about.
    people = {user_id: lock_user(user_id) for user_id in sorted({claimant.user_id, *seen})}
    company = Company.all_companies.select_for_update().filter(pk=company_id, is_deleted=False).first()
    if company is None:
        raise Problem("COMPANY_NOT_FOUND", "There is no such company.")
    if sorted(admin_ids.all()) != seen:
        raise Problem("STALE_RESOURCE", "The admins of the company changed just now. Look at them and decide again.")
    former = [user_id for user_id in seen if user_id != claimant.user_id]
    membership = _admit(company_id, claimant, actor)
    changed = []
    if former_admins != "keep":
        changed = list(_admins(company_id).filter(user_id__in=former).select_for_update(of=("self",)))
        for row in changed:
            _end(row, former_admins, reason, actor)
    record(
        action="COMPANY_CLAIM_SETTLED",
        entity_type="dbo.Company",
        entity_id=company_id,
        actor=actor,
        company_id=company_id,
        new={
            "claimantUserId": claimant.user_id,
            "evidence": evidence,
            "formerAdmins": former_admins,
            "formerAdminUserIds": [row.user_id for row in changed],
        },
        reason=reason,
    )
    if (person := people[claimant.user_id]) is not None:
        complete_for_member(as_actor(person))
    _tell(claimant, company, "admin", reason)
    for row in changed:
        _tell(Recipient(row.user_id, row.user.email, row.user.first_name), company, _CHANGE[former_admins], reason)
    return SettledClaim(membership, len(changed))


def _admins(company_id: int) -> QuerySet[UserCompany]:
    rows: QuerySet[UserCompany] = UserCompany.all_companies.filter(
        company_id=company_id,
        user_company_role_id=code_id("UserCompanyRole", ADMIN),
        user_company_status_id=code_id("UserCompanyStatus", UserCompanyStatusCode.ACTIVE),
        removed_date__isnull=True,
        is_deleted=False,
    )
    return rows.select_related("user").order_by("user_id")


def _admit(company_id: int, claimant: Recipient, actor: Actor) -> UserCompany:
    """An admin by joining, or by a higher role and an active state of the membership there is."""
    row: UserCompany | None = (
        UserCompany.all_companies.select_for_update()
        .filter(user_id=claimant.user_id, company_id=company_id, is_deleted=False, removed_date__isnull=True)
        .first()
    )
    if row is None:
        row = join(
            user_id=claimant.user_id,
            company_id=company_id,
            role_code=ADMIN,
            joined_via=JoinedViaCode.ACCESS_REQUEST,
            actor=actor,
            may_be_inactive=True,
        )
        bump_access_version(claimant.user_id)
        return row
    if status_of(row) is not UserCompanyStatusCode.ACTIVE:
        reactivate(row, actor)
    if role_of(row) != ADMIN:
        set_role(row, ADMIN, actor)
    bump_access_version(row.user_id)
    return row


def _end(row: UserCompany, former_admins: str, reason: str, actor: Actor) -> None:
    """Suspend or remove an admin; another usable company of theirs becomes the primary one."""
    if former_admins == "suspend":
        suspend(row, actor)
    else:
        end(row, actor, reason)
        choose_primary(row.user_id, actor)
    bump_access_version(row.user_id)


def _tell(person: Recipient, company: Company, change: str, reason: str) -> None:
    queue_email(
        email_type="claim_settled",
        recipient=person.email,
        data={
            "name": person.first_name,
            "companyName": company.company_name,
            "change": change,
            "reason": reason,
            "dashboardUrl": f"{settings.PUBLIC_ORIGIN}/dashboard",
        },
        user_id=person.user_id,
        company_id=company.pk,
    )
