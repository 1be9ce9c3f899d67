"""Memberships as sign-in, tokens and gates see them (invariant 7, LG-2, TI-2)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import Q, QuerySet

from common.db.prepared import PreparedRead, Slot
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from companies.models.codes import UserCompanyStatusCode
from reference.selectors import code_id, lookup

CAPABILITY_FLAGS = (
    "can_manage_company",
    "can_manage_users",
    "can_manage_events",
    "can_manage_forms",
    "can_export_data",
    "can_view_reports",
)

CompanyState = Literal["member", "guarded", "suspended", "not_member", "inactive"]


@dataclass(frozen=True, slots=True)
class ActiveMembership:
    """A usable membership with the rights of its role."""

    user_company_id: int
    company_id: int
    company_name: str
    role_code: str
    role_name: str
    role_level: int
    capabilities: frozenset[str]
    parent_company_id: int | None


def usable_memberships(user_id: int | Slot) -> QuerySet[UserCompany]:
    """Memberships a person may act in: active, not removed, company live and active (invariant 7).

    Primary first, then the oldest, which is the order of LG-2.
    """
    queryset: QuerySet[UserCompany] = UserCompany.all_companies.filter(
        user_id=user_id,
        user_company_status__allow_access=True,
        removed_date__isnull=True,
        is_deleted=False,
        company__is_active=True,
        company__is_deleted=False,
    )
    return queryset.select_related("company", "user_company_role").order_by("-is_primary_company", "joined_date", "id")


def choose_active_membership(user_id: int) -> ActiveMembership | None:
    """Company a new session opens: the primary membership, else the oldest usable one, else none (LG-2)."""
    return _only(_CHOSEN(user_id))


def active_membership(user_id: int, company_id: int) -> ActiveMembership | None:
    """Return the usable membership of a person in one company, or None."""
    return _only(_IN_COMPANY(user_id, company_id))


_FEW_COLUMNS = ("id", "company_id", "company__company_name", "company__parent_company_id", "user_company_role_id")
# Sign-in and every check of a token ask these.
_CHOSEN = PreparedRead(lambda user_id: usable_memberships(user_id).values_list(*_FEW_COLUMNS)[:1])
_IN_COMPANY = PreparedRead(
    lambda user_id, company_id: (
        usable_memberships(user_id).filter(company_id=company_id).order_by().values_list(*_FEW_COLUMNS)[:1]
    )
)


def _only(rows: list[Any]) -> ActiveMembership | None:
    for key, company_id, company_name, parent_company_id, role_id in rows:
        return _describe(key, company_id, company_name, parent_company_id, lookup("UserCompanyRole", role_id))
    return None


def to_active_membership(row: UserCompany) -> ActiveMembership:
    """Describe a membership row whose company and role are loaded."""
    return _describe(
        row.pk, row.company_id, row.company.company_name, row.company.parent_company_id, row.user_company_role
    )


def _describe(
    key: int, company_id: int, company_name: str, parent_company_id: int | None, role: Any
) -> ActiveMembership:
    return ActiveMembership(
        user_company_id=key,
        company_id=company_id,
        company_name=company_name,
        role_code=role.code,
        role_name=role.name,
        role_level=role.role_level,
        capabilities=frozenset(flag for flag in CAPABILITY_FLAGS if getattr(role, flag)),
        parent_company_id=parent_company_id,
    )


def companies_requiring_second_factor(user_id: int) -> list[int]:
    """Companies a person may act in that let only sessions with a second factor work there."""
    rows = usable_memberships(user_id).filter(company__is_second_factor_required=True)
    return list(rows.order_by("company_id").values_list("company_id", flat=True))


def path_company_state(user_id: int, company_id: int) -> CompanyState:
    """How a person stands to a company named in a path; unknown companies look like foreign ones (TI-2).

    ``guarded`` is a member whose session must have a second factor (SF-8).
    """
    row = (
        UserCompany.all_companies.filter(user_id=user_id, company_id=company_id, is_deleted=False)
        .filter(company__is_deleted=False, removed_date__isnull=True)
        .select_related("company")
        .first()
    )
    if row is None:
        return "not_member"
    if row.user_company_status_id == code_id("UserCompanyStatus", UserCompanyStatusCode.SUSPENDED):
        return "suspended"
    if not row.company.is_active:
        return "inactive"
    return "guarded" if row.company.is_second_factor_required else "member"


def register_holders(*, abns: Collection[str], acns: Collection[str]) -> list[int]:
    """Live companies that hold one of the numbers; the register's withdrawals concern them (abr.md, Terms)."""
    with system_scope("companies.selectors.register_holders"):
        held = Company.all_companies.filter(Q(abn__in=abns) | Q(acn__in=acns), is_deleted=False)
        return list(held.order_by("id").values_list("id", flat=True))


def company_exists(company_id: int) -> bool:
    """Whether a live company has that id; only for the record of cross-company attempts (TI-4)."""
    return bool(Company.all_companies.filter(pk=company_id, is_deleted=False).exists())
