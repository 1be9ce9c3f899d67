"""Invitations of one company, with the status as it is at the moment of reading (IN-4); reads need its scope."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from common import clock
from common.tenancy import LiveQuerySet
from companies.selectors import member_addresses
from invitations.models import UserInvitation
from invitations.models.codes import UserInvitationStatusCode as Status
from invitations.selectors.resending import ResendState, resend_state
from logging_app.selectors import addresses_with_failed_mail
from reference.selectors import code_id, lookup

INVITATION_STATUSES = tuple(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class Inviter:
    """Who invited."""

    user_id: int
    name: str


@dataclass(frozen=True, slots=True)
class InvitationView:
    """The fields of Invitation, and what pages show besides."""

    user_invitation_id: int
    company_id: int
    invited_email: str
    first_name: str
    last_name: str
    role_code: str
    role_name: str
    status_code: str
    status_name: str
    status_tone: str
    invited_by: Inviter
    invited_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    declined_at: datetime | None
    decline_reason: str | None
    cancelled_at: datetime | None
    cancellation_reason: str | None
    resend_count: int
    last_resent_at: datetime | None
    can_resend: bool
    can_cancel: bool
    resend_blocked_text: str
    mail_failed: bool


def current_status(row: UserInvitation, now: datetime) -> Status:
    """Status at ``now``: an open invitation past its time is expired before the hourly job says so (IN-4)."""
    if row.is_overdue(now):
        return Status.EXPIRED
    return Status(lookup("UserInvitationStatus", row.user_invitation_status_id).code)


def open_now(now: datetime) -> Q:
    """Condition of invitations that are pending and in time."""
    return Q(user_invitation_status_id=code_id("UserInvitationStatus", Status.PENDING), expires_at__gt=now)


def invitations(company_id: int, status_code: str | None = None) -> QuerySet[UserInvitation]:
    """Invitations of a company, newest first, in one state when asked."""
    now = clock.now()
    rows: LiveQuerySet = UserInvitation.objects.alive().filter(company_id=company_id)
    if status_code == Status.PENDING:
        rows = rows.filter(open_now(now))
    elif status_code == Status.EXPIRED:
        overdue = Q(user_invitation_status_id=code_id("UserInvitationStatus", Status.PENDING), expires_at__lte=now)
        rows = rows.filter(overdue | Q(user_invitation_status_id=code_id("UserInvitationStatus", Status.EXPIRED)))
    elif status_code is not None:
        rows = rows.filter(user_invitation_status_id=code_id("UserInvitationStatus", status_code))
    return rows.select_related("invited_by_user").order_by("-invited_at", "-id")


def describe_invitation(row: UserInvitation) -> InvitationView:
    """Describe one invitation whose inviter is loaded."""
    return describe_invitations([row])[0]


def describe_invitations(rows: Sequence[UserInvitation]) -> list[InvitationView]:
    """Describe invitations of one company, with three further queries however many there are."""
    now = clock.now()
    blocked = _uninvitable(rows, now)
    failed = _failed(rows)
    return [_describe(row, now, row.pk in blocked, row.invited_email in failed) for row in rows]


def _uninvitable(rows: Sequence[UserInvitation], now: datetime) -> frozenset[int]:
    """Expired invitations that IN-2 keeps from being sent again: the person is a member or has another pending one."""
    expired = [row for row in rows if current_status(row, now) is Status.EXPIRED]
    if not expired:
        return frozenset()
    company_id, addresses = expired[0].company_id, {row.invited_email for row in expired}
    taken = member_addresses(company_id, addresses) | _pending_addresses(company_id, addresses, now)
    return frozenset(row.pk for row in expired if row.invited_email in taken)


def _pending_addresses(company_id: int, addresses: Collection[str], now: datetime) -> frozenset[str]:
    rows = UserInvitation.objects.alive().filter(open_now(now), company_id=company_id, invited_email__in=addresses)
    return frozenset(rows.values_list("invited_email", flat=True))


def _failed(rows: Sequence[UserInvitation]) -> frozenset[str]:
    if not rows:
        return frozenset()
    return addresses_with_failed_mail("team_invitation", rows[0].company_id, {row.invited_email for row in rows})


def _describe(row: UserInvitation, now: datetime, is_blocked: bool, is_mail_failed: bool) -> InvitationView:
    status = current_status(row, now)
    state = lookup("UserInvitationStatus", code_id("UserInvitationStatus", status))
    role = lookup("UserCompanyRole", row.user_company_role_id)
    resend = resend_state(row, now)
    return InvitationView(
        user_invitation_id=row.pk,
        company_id=row.company_id,
        invited_email=row.invited_email,
        first_name=row.first_name,
        last_name=row.last_name,
        role_code=role.code,
        role_name=role.name,
        status_code=status.value,
        status_name=state.name,
        status_tone=state.badge_tone,
        invited_by=Inviter(row.invited_by_user_id, row.invited_by_user.full_name),
        invited_at=row.invited_at,
        expires_at=row.expires_at,
        accepted_at=row.accepted_at,
        declined_at=row.declined_at,
        decline_reason=row.decline_reason,
        cancelled_at=row.cancelled_at,
        cancellation_reason=row.cancellation_reason,
        resend_count=row.resend_count,
        last_resent_at=row.last_resent_at,
        can_resend=state.can_resend and resend.is_allowed and not is_blocked,
        can_cancel=state.can_cancel,
        resend_blocked_text=_blocked_text(resend, is_blocked) if state.can_resend else "",
        mail_failed=is_mail_failed and status is Status.PENDING,
    )


def _blocked_text(resend: ResendState, is_blocked: bool) -> str:
    if is_blocked:
        return "A newer invitation or membership exists"
    if resend.is_exhausted:
        return "Sent as often as possible"
    minutes = -(-resend.retry_after // 60)
    return f"Can be sent again in {minutes} minute{'' if minutes == 1 else 's'}" if minutes else ""
