"""What becomes of a person's companies when they go (ME-3, ME-6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from common.tenancy import system_scope
from companies.models import UserCompany
from companies.models.codes import UserCompanyRoleCode, UserCompanyStatusCode
from reference.selectors import code_id, lookup

Effect = Literal["blocks", "deactivates", "leaves"]
_ORDER: tuple[Effect, ...] = ("blocks", "deactivates", "leaves")


@dataclass(frozen=True, slots=True)
class Departure:
    """One company of the person: it keeps them (ME-3), is deactivated as nobody is left, or is just left."""

    company_id: int
    company_name: str
    role_name: str
    effect: Effect


def departures(user_id: int) -> list[Departure]:
    """What leaving all companies would do, those that keep the person first; three queries however many there are."""
    with system_scope("companies.selectors.departures"):
        own = UserCompany.all_companies.filter(
            user_id=user_id, removed_date__isnull=True, is_deleted=False, company__is_deleted=False
        )
        rows = list(own.select_related("company").order_by("joined_date", "pk"))
        peopled, administered = _others(user_id, [row.company_id for row in rows if _is_active_admin(row)])
    found = [_departure(row, peopled, administered) for row in rows]
    return sorted(found, key=lambda one: _ORDER.index(one.effect))


def _is_active_admin(row: UserCompany) -> bool:
    admin = code_id("UserCompanyRole", UserCompanyRoleCode.COMPANY_ADMIN)
    active = code_id("UserCompanyStatus", UserCompanyStatusCode.ACTIVE)
    return (row.user_company_role_id, row.user_company_status_id) == (admin, active)


def _others(user_id: int, company_ids: Collection[int]) -> tuple[set[int], set[int]]:
    """Those of the companies that have other members, suspended ones too; and those that have another admin at work."""
    others = UserCompany.all_companies.filter(
        company_id__in=list(company_ids), removed_date__isnull=True, is_deleted=False, user__is_deleted=False
    ).exclude(user_id=user_id)
    suspended = code_id("UserStatus", "suspended")
    peopled, administered = set(), set()
    for row in others.select_related("user"):
        peopled.add(row.company_id)
        if _is_active_admin(row) and row.user.user_status_id != suspended:
            administered.add(row.company_id)
    return peopled, administered


def _departure(row: UserCompany, peopled: set[int], administered: set[int]) -> Departure:
    effect: Effect = "leaves"
    if _is_active_admin(row) and row.company_id not in administered:
        effect = "blocks" if row.company_id in peopled else "deactivates"
    role = lookup("UserCompanyRole", row.user_company_role_id)
    return Departure(row.company_id, row.company.company_name, role.name, effect)
