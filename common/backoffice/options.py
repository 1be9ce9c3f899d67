"""What the admin rooms are made of: tables that are read, and pages of one row with its history."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.admin import ModelAdmin

from common.backoffice.columns import all_rows, foreign_keys, shown_columns
from common.backoffice.histories import activity_entries, snapshot_entries
from common.backoffice.identity import actor_of, may
from common.backoffice.instants import with_instants
from common.backoffice.navigation import Section
from common.backoffice.paging import BoundedChangeList, BoundedPaginator
from common.backoffice.searching import matching
from common.errors import hook
from common.permissions import Permission

_DEFAULT_LIST_LENGTH = 6


class ReadOnlyAdmin(ModelAdmin):  # type: ignore[misc]
    """A table that the back office shows and never changes; secrets are left out everywhere."""

    section: ClassVar[Section | None] = None
    icon: ClassVar[str] = "table_rows"
    menu_title: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    """Name of the rows where the menu's is not enough and the model's is wrong."""
    menu_order: ClassVar[int] = 50
    permission: ClassVar[Permission] = Permission.PLATFORM_ADMINISTER
    hidden: ClassVar[frozenset[str]] = frozenset()
    extra_columns: ClassVar[tuple[str, ...]] = ()
    is_view_recorded: ClassVar[bool] = False
    """Whether opening a row is recorded as STAFF_VIEWED_COMPANY or STAFF_VIEWED_USER."""

    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = False
    list_per_page = 50
    list_max_show_all = 0
    list_filter_sheet = False
    search_fields: Any = ()
    sortable_by: Any = ()
    ordering: Any = ("-pk",)
    actions: Any = None
    empty_value_display = "–"
    object_history_template = "backoffice/history.html"

    def __init__(self, model: type[Model], admin_site: Any) -> None:
        super().__init__(model, admin_site)
        if plural := self.plural or self.menu_title:
            # Headings take it from the model, whose migrations say nothing of it.
            model._meta.verbose_name_plural = plural[:1].lower() + plural[1:]

    # Rights

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return may(request, self.permission)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No bulk actions: every write asks for a reason on a page of its own."""
        return {}

    # Rows

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[BoundedChangeList]:
        return BoundedChangeList

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = all_rows(self.model)
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def listed(self) -> list[str]:
        """Columns of the list."""
        chosen = list(self.list_display)
        return chosen if chosen != ["__str__"] else shown_columns(self.model, self.hidden)[:_DEFAULT_LIST_LENGTH]

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        return with_instants(self.model, self.listed())

    def get_list_select_related(self, request: HttpRequest) -> list[str]:
        """Foreign keys that the list shows, and those an app names in ``list_select_related``."""
        named = self.list_select_related if isinstance(self.list_select_related, list | tuple) else ()
        return [*foreign_keys(self.model, self.listed()), *named]

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        try:
            key = self.model._meta.pk.to_python(object_id)
        except Exception as error:
            raise Http404 from error
        return self.get_queryset(request).select_related(*foreign_keys(self.model)).filter(pk=key).first()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search indexed columns only, by equality or prefix, the whole text as one term."""
        condition: Q | None = matching(self.model, self.get_search_fields(request), search_term)
        return (queryset if condition is None else queryset.filter(condition)), False

    # One row

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return with_instants(self.model, [*shown_columns(self.model, self.hidden), *self.extra_columns])

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return self.get_fields(request, obj)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method == "POST" and not self.has_change_permission(request):
            raise PermissionDenied
        row = self._row(request, object_id)
        self.record_view(request, row)
        context = {"subtitle": None, "title": str(row), **self.row_context(request, row), **(extra_context or {})}
        answer: HttpResponse = super().change_view(request, object_id, form_url, context)
        return answer

    def row_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """Further context of the page of a row."""
        return {}

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return row

    def record_view(self, request: HttpRequest, row: Any) -> None:
        """Record that tenant data was opened (section 23)."""
        recorder = hook("STAFF_VIEW_RECORDER")
        if recorder is not None and self.is_view_recorded and request.method == "GET":
            recorder(row, actor=actor_of(request))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show snapshots with before and after, and the activity on the row (AU-2)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = self._row(request, object_id)
        self.record_view(request, row)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "subtitle": None,
            "opts": self.opts,
            "object": row,
            "original": row,
            "snapshots": snapshot_entries(row),
            "activity": activity_entries(row),
            "back": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk]),
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, self.object_history_template, context)

    # Django's own log of the admin stays empty: the audit trail has it all.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Nothing: services record."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """Nothing: services record."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        """Nothing: services record."""
