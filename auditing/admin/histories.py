"""History tables: snapshots of rows, each with what it changed against the one before (AU-2)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest

from common.backoffice.histories import describe, snapshot_before
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.paging import SnapshotPeriodFilter
from common.history import SnapshotTable
from common.permissions import Permission


def _plural(model: Any) -> str:
    """Name of the rows of a tracked table; the models of these two have none of their own."""
    known = {"dbo.Company": "companies", "dbo.UserCompany": "memberships"}
    return known.get(model._meta.db_table, str(model._meta.verbose_name_plural))


class SnapshotAdmin(ReadOnlyAdmin):
    """Snapshots of one tracked table."""

    section: ClassVar[Section | None] = Section.HISTORY
    icon: ClassVar[str] = "history"
    permission: ClassVar[Permission] = Permission.LOGS_READ
    is_view_recorded: ClassVar[bool] = True
    ordering: Any = ("-history_date",)
    list_filter = (SnapshotPeriodFilter,)
    search_fields = ("id", "history_user_id")
    search_help_text = "Number of the row, or of who changed it"
    change_form_outer_before_template = "backoffice/snapshot_change.html"

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        model._meta.verbose_name_plural = f"history of {_plural(model.instance_type)}"

    @property
    def menu_title(self) -> str:  # type: ignore[override]
        return _plural(self.model.instance_type).capitalize()

    def listed(self) -> list[str]:
        return ["history_date", "row_number", "named", "history_type", "changed_by_email", "history_change_reason"]

    @admin.display(description="row")
    def row_number(self, row: Any) -> int:
        return int(row.id)

    @admin.display(description="name")
    def named(self, row: Any) -> str:
        """The natural key of the row, where it has one."""
        for name in self._names():
            if value := getattr(row, name, None):
                return str(value)
        return "–"

    def _names(self) -> tuple[str, ...]:
        code = getattr(self.model.instance_type, "code_field", None)
        return (*((code,) if code else ()), "setting_key", "rule_key", "email", "company_name")

    def get_list_select_related(self, request: HttpRequest) -> list[str]:
        return []

    def row_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        name = str(self.model.instance_type._meta.verbose_name).capitalize()
        return {
            "snapshot_entry": describe(row, snapshot_before(row)),
            "title": f"{name} {row.id}, snapshot of {row.history_date:%Y-%m-%d %H:%M:%S} UTC",
        }


for _model in apps.get_app_config("auditing").get_models():
    if issubclass(_model, SnapshotTable):
        admin.site.register(_model, SnapshotAdmin)
