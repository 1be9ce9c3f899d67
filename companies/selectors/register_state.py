"""What the business register has said about a company beyond its stored facts (CO-2, CO-3)."""

from __future__ import annotations

from typing import Final

from auditing.selectors import company_activity
from companies.models import Company

REGISTER_CHANGED: Final = "COMPANY_REGISTER_CHANGED"


def is_unknown_to_register(company: Company) -> bool:
    """Whether the register said that it does not know the ABN the company has now. Needs an open tenant scope."""
    told = company_activity(company.pk, action=REGISTER_CHANGED).values_list("new_value", flat=True)
    return any((value or {}).get("unknownAbn") == company.abn for value in told)
