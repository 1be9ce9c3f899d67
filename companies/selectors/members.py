"""Members of one company (ME-1); reads need the company's scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from companies.models import UserCompany
from companies.models.codes import UserCompanyStatusCode
from reference.selectors import code_id, lookup

MEMBER_STATUSES = tuple(status.value for status in UserCompanyStatusCode)


@dataclass(frozen=True, slots=True)
class MemberView:
    """The fields of Member; status name, tone and second factor are for pages."""

    user_company_id: int
    user_id: int
    email: str
    first_name: str
    last_name: str
    role_title: str | None
    role_code: str
    role_name: str
    status_code: str
    status_name: str
    status_tone: str
    joined_date: datetime
    joined_via: str
    removed_date: datetime | None
    removal_reason: str | None
    has_second_factor: bool


def members(
    company_id: int, status_code: str = UserCompanyStatusCode.ACTIVE, search: str | None = None
) -> QuerySet[UserCompany]:
    """Members in one state, by last name; every word of ``search`` occurs in a name or the address.

    Who may see others than active ones is the caller's question (ME-1).
    """
    queryset: QuerySet[UserCompany] = UserCompany.objects.alive().filter(
        company_id=company_id,
        user_company_status_id=code_id("UserCompanyStatus", status_code),
        user__is_deleted=False,
    )
    for word in (search or "").split():
        queryset = queryset.filter(
            Q(user__first_name__icontains=word) | Q(user__last_name__icontains=word) | Q(user__email__icontains=word)
        )
    return queryset.select_related("user").order_by("user__last_name", "user__first_name", "id")


def member(company_id: int, user_id: int) -> UserCompany | None:
    """The membership of one person in whatever state, or None; who may see which is the caller's question (ME-1)."""
    rows = UserCompany.objects.alive().filter(company_id=company_id, user_id=user_id, user__is_deleted=False)
    row: UserCompany | None = rows.select_related("user").first()
    return row


def company_of_person(user_id: int) -> int | None:
    """A company that a live person belongs to; only for the record of cross-company attempts (TI-4)."""
    rows = UserCompany.all_companies.filter(
        user_id=user_id, removed_date__isnull=True, is_deleted=False, user__is_deleted=False, company__is_deleted=False
    )
    ordered = rows.order_by("-is_primary_company", "joined_date", "id")
    return next(iter(ordered.values_list("company_id", flat=True)[:1]), None)


def describe_member(row: UserCompany) -> MemberView:
    """Describe a membership whose user is loaded, without further queries."""
    role = lookup("UserCompanyRole", row.user_company_role_id)
    status = lookup("UserCompanyStatus", row.user_company_status_id)
    return MemberView(
        user_company_id=row.pk,
        user_id=row.user_id,
        email=row.user.email,
        first_name=row.user.first_name,
        last_name=row.user.last_name,
        role_title=row.user.role_title,
        role_code=role.code,
        role_name=role.name,
        status_code=status.code,
        status_name=status.name,
        status_tone=status.badge_tone,
        joined_date=row.joined_date,
        joined_via=lookup("JoinedVia", row.joined_via_id).code,
        removed_date=row.removed_date,
        removal_reason=row.removal_reason,
        has_second_factor=row.user.second_factor_since is not None,
    )


def member_addresses(company_id: int, addresses: Iterable[str]) -> frozenset[str]:
    """Those of ``addresses`` that belong to active or suspended members; a removed one can be invited (IN-2)."""
    rows = UserCompany.all_companies.filter(
        company_id=company_id,
        is_deleted=False,
        removed_date__isnull=True,
        user__is_deleted=False,
        user__email__in=set(addresses),
    )
    return frozenset(rows.values_list("user__email", flat=True))
