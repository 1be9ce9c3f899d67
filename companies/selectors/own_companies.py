"""The companies of one person, with badges of their relationships (SW-1, RE-6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from abr_cache.services import format_abn
from common.tenancy import system_scope
from companies.models import Company, CompanyRelationship, UserCompany
from companies.models.codes import CompanyRelationshipStatusCode, CompanyRelationshipTypeCode
from companies.selectors.memberships import usable_memberships
from reference.selectors import code_id, lookup

_PERSPECTIVES = {
    CompanyRelationshipTypeCode.BRANCH: ("head_office", "branch"),
    CompanyRelationshipTypeCode.SUBSIDIARY: ("parent", "subsidiary"),
    CompanyRelationshipTypeCode.PARTNER: ("partner", "partner"),
}


class HasSecondFactor(Protocol):
    """A session, as principal or actor."""

    @property
    def has_second_factor(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class RelationshipBadge:
    """An active relationship as one side sees it; ``label`` is for pages."""

    company_relationship_id: int
    related_company_id: int
    related_company_name: str
    relationship_type_code: str
    perspective: str
    label: str


@dataclass(frozen=True, slots=True)
class MembershipView:
    """The fields of Membership, and what cards on pages need besides."""

    user_company_id: int
    company_id: int
    company_name: str
    role_code: str
    role_name: str
    is_primary_company: bool
    is_active_company: bool
    joined_date: datetime
    joined_via: str
    parent_company_id: int | None
    relationships: tuple[RelationshipBadge, ...]
    status_code: str
    can_manage_users: bool
    abn_formatted: str | None
    parent_company_name: str | None
    is_second_factor_required: bool

    def is_open_to(self, session: HasSecondFactor) -> bool:
        """Whether the company lets a session in (SF-8)."""
        return session.has_second_factor or not self.is_second_factor_required

    @property
    def relationship_badges(self) -> tuple[str, ...]:
        """Texts of the badges, each once."""
        return tuple(dict.fromkeys(badge.label for badge in self.relationships))


@dataclass(frozen=True, slots=True)
class ClosedCompany:
    """A company in which somebody cannot work: it is deactivated, or else their membership is suspended."""

    company_id: int
    company_name: str
    is_deactivated: bool


def own_companies(user_id: int, active_company_id: int | None) -> list[MembershipView]:
    """Usable memberships of a person, primary first, then by joining date (SW-1)."""
    with system_scope("companies.selectors.own_companies"):
        rows = list(usable_memberships(user_id))
        company_ids = {row.company_id for row in rows}
        badges = _badges(company_ids)
        parents = _names(row.company.parent_company_id for row in rows)
    return [_describe(row, active_company_id, badges, parents) for row in rows]


def closed_companies(user_id: int) -> list[ClosedCompany]:
    """Companies a person belongs to and cannot work in: deactivated ones, and those that suspended them (SW-4).

    Who is suspended in a deactivated company is told nothing of it: it would be closed to them anyway.
    """
    with system_scope("companies.selectors.closed_companies"):
        rows = UserCompany.all_companies.filter(
            user_id=user_id, removed_date__isnull=True, is_deleted=False, company__is_deleted=False
        )
        found = rows.order_by("joined_date", "id").values_list(
            "company_id", "company__company_name", "company__is_active", "user_company_status__allow_access"
        )
        return [
            ClosedCompany(company_id, name, is_deactivated=allows_access)
            for company_id, name, is_active, allows_access in found
            if is_active is not allows_access
        ]


def usable_companies(user_id: int, company_ids: Collection[int]) -> dict[int, bool]:
    """Those of ``company_ids`` with a usable membership of the person → whether they ask for a second factor."""
    with system_scope("companies.selectors.usable_companies"):
        rows = usable_memberships(user_id).filter(company_id__in=list(company_ids))
        return dict(rows.values_list("company_id", "company__is_second_factor_required"))


def has_founded_company(user_id: int) -> bool:
    """Whether the person has created their one company already (CO-5)."""
    with system_scope("companies.selectors.has_founded_company"):
        return bool(Company.all_companies.filter(founded_by_user_id=user_id, is_deleted=False).exists())


def _describe(
    row: UserCompany,
    active_company_id: int | None,
    badges: dict[int, list[RelationshipBadge]],
    parents: dict[int, str],
) -> MembershipView:
    role, company = row.user_company_role, row.company
    return MembershipView(
        user_company_id=row.pk,
        company_id=row.company_id,
        company_name=company.company_name,
        role_code=role.code,
        role_name=role.name,
        is_primary_company=row.is_primary_company,
        is_active_company=row.company_id == active_company_id,
        joined_date=row.joined_date,
        joined_via=lookup("JoinedVia", row.joined_via_id).code,
        parent_company_id=company.parent_company_id,
        relationships=tuple(badges.get(row.company_id, ())),
        status_code=lookup("UserCompanyStatus", row.user_company_status_id).code,
        can_manage_users=role.can_manage_users,
        abn_formatted=format_abn(company.abn) if company.abn else None,
        parent_company_name=parents.get(company.parent_company_id) if company.parent_company_id else None,
        is_second_factor_required=company.is_second_factor_required,
    )


def _names(company_ids: Iterable[int | None]) -> dict[int, str]:
    wanted = {company_id for company_id in company_ids if company_id is not None}
    if not wanted:
        return {}
    return dict(Company.all_companies.filter(pk__in=wanted).values_list("pk", "company_name"))


def _badges(company_ids: Collection[int]) -> dict[int, list[RelationshipBadge]]:
    """Active relationships by company, those between two own companies on both sides."""
    active = CompanyRelationship.all_companies.filter(
        company_relationship_status_id=code_id("CompanyRelationshipStatus", CompanyRelationshipStatusCode.ACTIVE),
        is_deleted=False,
    ).select_related("parent_company", "child_company")
    found = active.filter(parent_company_id__in=company_ids) | active.filter(child_company_id__in=company_ids)
    badges: dict[int, list[RelationshipBadge]] = defaultdict(list)
    for row in found.order_by("id") if company_ids else ():
        badges[row.parent_company_id].append(_badge(row, is_parent=True))
        badges[row.child_company_id].append(_badge(row, is_parent=False))
    return badges


def _badge(row: CompanyRelationship, *, is_parent: bool) -> RelationshipBadge:
    kind = lookup("CompanyRelationshipType", row.company_relationship_type_id)
    other = row.child_company if is_parent else row.parent_company
    return RelationshipBadge(
        company_relationship_id=row.pk,
        related_company_id=other.pk,
        related_company_name=other.company_name,
        relationship_type_code=kind.code,
        perspective=_PERSPECTIVES[CompanyRelationshipTypeCode(kind.code)][0 if is_parent else 1],
        label=kind.parent_label if is_parent else kind.child_label,
    )
