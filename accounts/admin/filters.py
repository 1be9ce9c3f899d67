"""Filters of the lists of people."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest


class ClosedFilter(admin.SimpleListFilter):
    """Accounts in use, closed by their owners, or erased; all of them without a choice."""

    title = "account"
    parameter_name = "account"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "In use"), ("closed", "Closed"), ("erased", "Erased")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = {
            "open": {"is_deleted": False},
            "closed": {"is_deleted": True, "erased_at__isnull": True},
            "erased": {"erased_at__isnull": False},
        }
        return queryset.filter(**chosen.get(self.value() or "", {}))
