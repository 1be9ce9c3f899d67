"""How a company lets its members in, and who has no second factor yet (SF-8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from companies.models import Company, UserCompany


@dataclass(frozen=True, slots=True)
class CompanySecurity:
    """The fields of CompanySecurity."""

    company_id: int
    is_second_factor_required: bool
    members_without_second_factor: int
    updated_date: datetime | None


def company_security(company: Company) -> CompanySecurity:
    """Describe the rule of a company, with the number of people whom it stops or would stop."""
    return CompanySecurity(
        company_id=company.pk,
        is_second_factor_required=company.is_second_factor_required,
        members_without_second_factor=members_without_second_factor(company.pk).count(),
        updated_date=company.updated_date,
    )


def members_without_second_factor(company_id: int) -> QuerySet[UserCompany]:
    """Members with access whose log-in by password asks for nothing more, by last name; the user is loaded."""
    queryset: QuerySet[UserCompany] = UserCompany.objects.alive().filter(
        company_id=company_id,
        user_company_status__allow_access=True,
        removed_date__isnull=True,
        user__is_deleted=False,
        user__second_factor_since__isnull=True,
    )
    return queryset.select_related("user").order_by("user__last_name", "user__first_name", "id")
