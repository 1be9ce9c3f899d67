"""Inviting and sending again (IN-1 to IN-5)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError

from accounts.services.addresses import address_errors
from auditing.services import business_transaction
from common import clock
from common.actors import Actor
from common.db.constraint_names import is_broken
from common.permissions import Permission
from common.problems import FieldError, FieldErrors, Problem
from common.text import is_email_shape
from companies.selectors import member_addresses
from companies.services import require
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors import current_status
from invitations.selectors.resending import resend_state
from invitations.services import steps
from invitations.services.expiry import expire_row
from invitations.services.limits import count_sending, uncount_sending
from reference.selectors import code_id, find_active


def invite(
    *, company_id: int, invited_email: str, first_name: str, last_name: str, role: str, actor: Actor
) -> UserInvitation:
    """Invite an address to a company; the answer tells nothing about accounts (IN-1).

    Raises:
        ValidationFailed: address or role is not accepted.
        Problem: INSUFFICIENT_PERMISSIONS, ROLE_CEILING, ALREADY_MEMBER, INVITATION_PENDING, RATE_LIMIT_EXCEEDED.
    """
    require(actor, Permission.INVITATIONS_MANAGE, company_id)
    address = invited_email.strip().lower()
    errors = FieldErrors()
    errors.extend(entry_errors(invited_email=address, role=role))
    errors.raise_if_any()
    _require_ceiling(role, actor)
    with _one_pending(company_id), business_transaction(actor):
        _require_invitable(company_id, address, actor)
        count_sending(company_id)
        now = clock.now()
        row = UserInvitation(
            company_id=company_id,
            invited_by_user_id=_person(actor),
            invited_email=address,
            first_name=first_name.strip(),
            last_name=last_name.strip(),
            user_company_role_id=code_id("UserCompanyRole", role),
            invited_at=now,
        )
        nonce = steps.renew_link(row, now)
        steps.set_status(row, Status.PENDING)
        row.stamp_created(actor)
        row.save()
        steps.record_action(row, "INVITATION_SENT", actor, new={"expiresAt": row.expires_at})
        steps.mail_link(row, nonce)
    return row


def entry_errors(*, invited_email: str | None, role: str | None) -> list[FieldError]:
    """Bad entries that need more than their form, for one answer that names all; None was refused already (GEN-5)."""
    errors = FieldErrors()
    if invited_email is not None and not is_email_shape(invited_email):
        errors.add(
            "invitedEmail", "email_invalid", "This is not a valid e-mail address. Example: name@company.example."
        )
    elif invited_email is not None:
        errors.extend(address_errors(invited_email, "invitedEmail"))
    if role is not None and find_active("UserCompanyRole", role) is None:
        errors.add("roleCode", "invalid_choice", "Choose a role from the list. Example: company_user.")
    return errors.items


def resend(*, company_id: int, user_invitation_id: int, actor: Actor) -> UserInvitation:
    """Send an invitation again: new secret, old link dead, new life (IN-5, invariant 13).

    Raises:
        Problem: INSUFFICIENT_PERMISSIONS, NOT_FOUND, INVITATION_NOT_PENDING, INVITATION_RESEND_LIMIT (``retryAfter``
            in seconds, null at the maximum), for an expired one ALREADY_MEMBER and INVITATION_PENDING,
            RATE_LIMIT_EXCEEDED.
    """
    require(actor, Permission.INVITATIONS_MANAGE, company_id)
    steps.require_in_company(user_invitation_id, company_id, actor)
    with _one_pending(company_id), business_transaction(actor):
        row = steps.lock_in_company(user_invitation_id, company_id)
        now = clock.now()
        status = current_status(row, now)
        if status not in (Status.PENDING, Status.EXPIRED):
            raise Problem("INVITATION_NOT_PENDING")
        _require_resendable(row)
        if status is Status.EXPIRED:
            _require_invitable(company_id, row.invited_email, actor, except_id=row.pk)
        count_sending(company_id)
        old = {"statusCode": status.value, "expiresAt": row.expires_at, "resendCount": row.resend_count}
        nonce = steps.renew_link(row, now)
        row.resend_count += 1
        row.last_resent_at = now
        row.expired_at = None
        steps.set_status(row, Status.PENDING)
        new = {"statusCode": Status.PENDING.value, "expiresAt": row.expires_at, "resendCount": row.resend_count}
        steps.save_and_record(row, "INVITATION_RESENT", actor, old=old, new=new)
        steps.mail_link(row, nonce)
    return row


@contextmanager
def _one_pending(company_id: int) -> Iterator[None]:
    """Of two at once the database lets one in; the other is refused, and its mail not counted (GEN-3, invariant 11)."""
    try:
        yield
    except IntegrityError as error:
        if not is_broken(steps.OPEN_CONSTRAINT, error):
            raise
        uncount_sending(company_id)
        raise Problem("INVITATION_PENDING") from error


def _person(actor: Actor) -> int:
    if actor.user_id is None:
        raise ValueError("a person invites")
    return actor.user_id


def _require_ceiling(role: str, actor: Actor) -> None:
    """Nobody grants a role above their own (PM-3)."""
    granted, own = find_active("UserCompanyRole", role), find_active("UserCompanyRole", actor.company_role or "")
    if granted is None or own is None or granted.role_level > own.role_level:
        raise Problem("ROLE_CEILING")


def _require_invitable(company_id: int, address: str, actor: Actor, except_id: int | None = None) -> None:
    """IN-2; an overdue invitation is stored as expired before the next one is inserted (invariant 11)."""
    if member_addresses(company_id, [address]):
        raise Problem("ALREADY_MEMBER")
    now = clock.now()
    rows = (
        UserInvitation.objects.alive()
        .select_for_update()
        .filter(
            company_id=company_id,
            invited_email=address,
            user_invitation_status_id=code_id("UserInvitationStatus", Status.PENDING),
        )
    )
    for row in rows.exclude(pk=except_id):
        if not row.is_overdue(now):
            raise Problem("INVITATION_PENDING")
        expire_row(row, now, actor)


def _require_resendable(row: UserInvitation) -> None:
    state = resend_state(row, clock.now())
    if state.is_exhausted:
        raise Problem(
            "INVITATION_RESEND_LIMIT",
            "This invitation was sent as often as possible. Cancel it and invite the person again.",
            retryAfter=None,
        )
    if state.retry_after:
        minutes = -(-state.retry_after // 60)
        raise Problem(
            "INVITATION_RESEND_LIMIT",
            f"This invitation was sent a moment ago. It can be sent again in {minutes} minutes.",
            retryAfter=state.retry_after,
        )
