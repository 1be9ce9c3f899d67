"""Who is told about what happens in a company."""

from __future__ import annotations

from dataclasses import dataclass

from companies.models import UserCompany
from companies.models.codes import JoinedViaCode, UserCompanyRoleCode
from companies.selectors.memberships import active_membership


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member who gets a mail."""

    user_id: int
    email: str
    first_name: str


@dataclass(frozen=True, slots=True)
class Joining:
    """A new member, and the people to tell: the inviter and the admins, without the member (ON-7)."""

    member_name: str
    company_name: str
    role_name: str
    recipients: tuple[Recipient, ...]


def admin_recipients(company_id: int) -> tuple[Recipient, ...]:
    """Admins of a company with a usable membership, oldest first."""
    rows = (
        UserCompany.all_companies.filter(
            company_id=company_id,
            user_company_role__user_company_role_code=UserCompanyRoleCode.COMPANY_ADMIN,
            user_company_status__allow_access=True,
            removed_date__isnull=True,
            is_deleted=False,
            user__is_deleted=False,
        )
        .exclude(user__user_status__user_status_code="suspended")
        .select_related("user")
        .order_by("joined_date", "id")
    )
    return tuple(Recipient(row.user_id, row.user.email, row.user.first_name) for row in rows)


def joining_recipients(*, user_id: int, company_id: int) -> Joining:
    """Return the facts of a joining mail; nobody is told about a founder."""
    row = UserCompany.all_companies.select_related(
        "user", "company", "user_company_role", "joined_via", "invited_by_user"
    ).get(user_id=user_id, company_id=company_id, is_deleted=False)
    people = {recipient.user_id: recipient for recipient in admin_recipients(company_id)}
    inviter = row.invited_by_user
    # Somebody who has left is told nothing about the company any more (GEN-11).
    if inviter is not None and not inviter.is_deleted and active_membership(inviter.pk, company_id) is not None:
        people.setdefault(inviter.pk, Recipient(inviter.pk, inviter.email, inviter.first_name))
    people.pop(user_id, None)
    if row.joined_via.code == JoinedViaCode.SIGNUP:
        people.clear()
    return Joining(
        member_name=f"{row.user.first_name} {row.user.last_name}",
        company_name=row.company.company_name,
        role_name=row.user_company_role.name,
        recipients=tuple(people.values()),
    )
