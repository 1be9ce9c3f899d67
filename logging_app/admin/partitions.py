"""Months of the partitioned log tables, and what is wrong with them (database.md section 9, point 18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from common import clock
from common.backoffice.navigation import Section
from common.backoffice.pages import menu_page
from common.db.partitions import Partition, month_of, next_month
from common.permissions import Permission
from logging_app.models import PARTITIONED
from logging_app.selectors import partitions

_TITLE = "Partitions"


@dataclass(frozen=True, slots=True)
class TableMonths:
    """One log table with its partitions and the months of ``needed`` that nobody made."""

    table: str
    parts: list[Partition]
    missing: list[date]

    @property
    def waiting_rows(self) -> int:
        """Estimated rows in DEFAULT: written for a month that was not there."""
        return sum(part.rows for part in self.parts if part.month is None)

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.parts)

    @property
    def size_bytes(self) -> int:
        return sum(part.size_bytes for part in self.parts)


def table_months(found: list[Partition], today: date) -> list[TableMonths]:
    """Every partitioned log table with its partitions; this month and the next one have to be there."""
    this_month = month_of(today)
    tables = []
    for name in (str(model._meta.db_table) for model in PARTITIONED):
        parts = [part for part in found if part.table == name]
        months = {part.month for part in parts}
        missing = [month for month in (this_month, next_month(this_month)) if month not in months]
        tables.append(TableMonths(name, parts, missing))
    return tables


@menu_page(
    "log/partitions/",
    "backoffice-partitions",
    title=_TITLE,
    purpose="Months of the log tables with estimated rows and size.",
    section=Section.LOGS,
    icon="calendar_view_month",
    order=40,
    permission=Permission.LOGS_READ,
)
@require_safe
def partitions_page(request: HttpRequest) -> HttpResponse:
    """Show the partitions, and warn where DEFAULT holds rows or a needed month is missing."""
    found = partitions()
    site: Any = admin.site
    context = {
        **site.each_context(request),
        "title": _TITLE,
        "subtitle": None,
        "tables": table_months(found, month_of(clock.now())) if found else [],
        "can_partition": connection.vendor == "postgresql",
    }
    request.current_app = site.name
    return TemplateResponse(request, "backoffice/partitions.html", context)
