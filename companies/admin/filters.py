"""Filters of the list of companies."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from companies.models.codes import ABNStatus

_HAS_ABN = Q(abn__isnull=False, is_deleted=False)


class RegisterFilter(admin.SimpleListFilter):
    """What the register has said about the ABN."""

    title = "business register"
    parameter_name = "register"
    conditions = {
        "unverified": ("ABN not confirmed", _HAS_ABN & Q(abr_verified_at__isnull=True)),
        "cancelled": ("ABN cancelled", _HAS_ABN & Q(abn_status=ABNStatus.CANCELLED.value)),
        "confirmed": ("ABN confirmed", _HAS_ABN & Q(abr_verified_at__isnull=False)),
        "none": ("No ABN", Q(abn__isnull=True, is_deleted=False)),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(key, label) for key, (label, _condition) in self.conditions.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.conditions.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(chosen[1])


class StateFilter(RegisterFilter):
    """Whether members can work in the company."""

    title = "state"
    parameter_name = "state"
    conditions = {
        "active": ("Active", Q(is_active=True, is_deleted=False)),
        "inactive": ("Deactivated", Q(is_active=False, is_deleted=False)),
        "deleted": ("Deleted", Q(is_deleted=True)),
    }
