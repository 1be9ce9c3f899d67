"""What the tables of companies share."""

from __future__ import annotations

from typing import Any, ClassVar

from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission


class CompanyDataAdmin(ReadOnlyAdmin):
    """Data of a company; opening a row is recorded (STAFF_VIEWED_COMPANY)."""

    section: ClassVar[Section | None] = Section.COMPANIES
    permission: ClassVar[Permission] = Permission.COMPANIES_MANAGE
    is_view_recorded: ClassVar[bool] = True
    search_fields: Any = ("company", "pk")
    search_help_text = "Number of the company"
