"""How many people of a team are in which state, for those who manage it (ME-1)."""

from __future__ import annotations

from django.db.models import Count

from companies.models import UserCompany
from companies.selectors.members import MEMBER_STATUSES
from reference.selectors import lookup


def member_counts(company_id: int) -> dict[str, int]:
    """How many members each state has, in the order of the filter; one query."""
    rows = UserCompany.objects.alive().filter(company_id=company_id, user__is_deleted=False)
    found = rows.order_by().values_list("user_company_status_id").annotate(count=Count("pk"))
    counts = {str(lookup("UserCompanyStatus", key).code): count for key, count in found}
    return {code: counts.get(code, 0) for code in MEMBER_STATUSES}
