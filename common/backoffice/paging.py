"""Lists that stay fast at millions of rows: bounded counts, recent rows first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from unfold.views import ChangeList

from common import clock

MOST_COUNTED = 10_000


class BoundedPaginator(Paginator):
    """Counts at most ``MOST_COUNTED`` rows and pages no further: beyond that a filter is quicker than a page number."""

    template_name = "backoffice/pagination.html"

    @cached_property
    def found(self) -> int:
        rows = self.object_list
        return len(rows) if not isinstance(rows, QuerySet) else rows.order_by()[: MOST_COUNTED + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.found, MOST_COUNTED)

    @property
    def is_capped(self) -> bool:
        """Whether there are more rows than were counted."""
        return self.found > MOST_COUNTED


class BoundedChangeList(ChangeList):  # type: ignore[misc]
    """A list that never offers "show all"."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.full_result_count = self.result_count


class PeriodFilter(SimpleListFilter):
    """Rows of a recent period; a search looks at all of them unless a period is chosen."""

    title = "period"
    parameter_name = "period"
    column = "created_date"
    default = "day"
    periods = {
        "hour": ("Last hour", timedelta(hours=1)),
        "day": ("Last 24 hours", timedelta(days=1)),
        "week": ("Last 7 days", timedelta(days=7)),
        "month": ("Last 30 days", timedelta(days=30)),
    }
    everything = "all"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:
        self._is_search = bool(request.GET.get(SEARCH_VAR, "").strip())
        return [*((key, label) for key, (label, _length) in self.periods.items()), (self.everything, "Any time")]

    def chosen(self) -> str:
        value = self.value()
        if value in self.periods or value == self.everything:
            return str(value)
        return self.everything if self._is_search else self.default

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        period = self.periods.get(self.chosen())
        return queryset if period is None else queryset.filter(**{f"{self.column}__gte": clock.now() - period[1]})

    def choices(self, changelist: Any) -> Iterator[Any]:
        for key, label in self.lookup_choices:
            yield {
                "selected": self.chosen() == str(key),
                "query_string": changelist.get_query_string({self.parameter_name: key}),
                "display": label,
            }


class AuditPeriodFilter(PeriodFilter):
    """The same for the audit trail, which is read over longer stretches."""

    default = "month"


class SnapshotPeriodFilter(AuditPeriodFilter):
    """The same for history tables."""

    column = "history_date"
