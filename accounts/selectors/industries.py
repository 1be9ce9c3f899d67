"""Industries a person works in (PR-2); reads need the person's scope."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import UserIndustry
from reference.selectors import lookup


@dataclass(frozen=True, slots=True)
class IndustryView:
    """One industry of a person."""

    user_industry_id: int
    industry_code: str
    industry_name: str
    is_primary: bool
    sort_order: int


def own_industries(user_id: int) -> list[IndustryView]:
    """Industries of a person, the primary one first."""
    rows = UserIndustry.objects.alive().filter(user_id=user_id).order_by("sort_order", "id")
    return [describe_industry(row) for row in rows]


def describe_industry(row: UserIndustry) -> IndustryView:
    """Describe a row without further queries."""
    industry = lookup("Industry", row.industry_id)
    return IndustryView(row.pk, industry.code, industry.name, row.is_primary, row.sort_order)
