"""Countries, languages, industries and customer tiers: changed, imported and exported by stewards."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from import_export.admin import ImportExportModelAdmin
from import_export.formats.base_formats import CSV, JSON
from import_export.forms import ConfirmImportForm
from unfold.contrib.import_export.forms import ExportForm, ImportForm
from unfold.widgets import UnfoldAdminTextareaWidget

from common.actors import Actor
from common.backoffice.identity import actor_of
from common.backoffice.navigation import Section
from common.backoffice.writing import WritableAdmin, WriteForm
from common.permissions import Permission
from common.reasons import REASON_MAX_LENGTH
from reference.admin.resources import CountryResource, CustomerTierResource, IndustryResource, LanguageResource
from reference.models import Country, CustomerTier, Industry, Language
from reference.services.maintenance import create_row, remove_row, update_row


class ReasonedImportForm(ImportForm):  # type: ignore[misc]
    """File, format and the reason of the import."""

    reason = forms.CharField(
        max_length=REASON_MAX_LENGTH,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text="Why you import; it is kept in the audit trail with every row.",
    )


class ReasonedConfirmForm(ConfirmImportForm):  # type: ignore[misc]
    """Carries the reason from the dry run to the import."""

    reason = forms.CharField(max_length=REASON_MAX_LENGTH, widget=forms.HiddenInput())


class StewardAdmin(ImportExportModelAdmin, WritableAdmin):  # type: ignore[misc]
    """A table of reference data that stewards keep."""

    section: ClassVar[Section | None] = Section.REFERENCE
    permission: ClassVar[Permission] = Permission.REFERENCE_MANAGE
    ordering: Any = ("sort_order", "pk")
    sortable_by: Any = None
    list_filter = ("is_active",)
    formats = (CSV, JSON)
    import_form_class = ReasonedImportForm
    confirm_form_class = ReasonedConfirmForm
    export_form_class = ExportForm
    skip_admin_log = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(is_deleted=False)

    def listed(self) -> list[str]:
        return [self.model.code_field, self.model.name_field, *self.list_extra, "is_active", "sort_order"]

    list_extra: ClassVar[tuple[str, ...]] = ()

    @property
    def fixed_on_change(self) -> tuple[str, ...]:  # type: ignore[override]
        return (self.model.code_field,)

    # Through the service

    def write(self, form: WriteForm, actor: Actor) -> Any:
        values = {name: value for name, value in form.cleaned_data.items() if name not in ("reason", "version")}
        table, reason = self.model.__name__, form.cleaned_data["reason"]
        if form.instance.pk is None:
            return create_row(table=table, values=values, reason=reason, actor=actor)
        version = form.cleaned_data["version"]
        return update_row(
            table=table,
            row_id=form.instance.pk,
            values=values,
            reason=reason,
            actor=actor,
            expected_version=version,
        )

    def remove(self, row: Any, *, reason: str, version: str, actor: Actor) -> None:
        remove_row(table=self.model.__name__, row_id=row.pk, reason=reason, actor=actor, expected_version=version)

    def removal_text(self, row: Any) -> str:
        return (
            f"{row} disappears from every list and its code {row.code} stays taken. Entries that are in use cannot be "
            "removed: switch them off instead."
        )

    # Import and export

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_import_resource_kwargs(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        reason = form.cleaned_data.get("reason", "") if form is not None and hasattr(form, "cleaned_data") else ""
        return {"actor": actor_of(request), "reason": reason}

    def get_confirm_form_initial(self, request: HttpRequest, import_form: Any) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_confirm_form_initial(request, import_form)
        return initial | {"reason": import_form.cleaned_data["reason"]} if import_form is not None else initial


@admin.register(Country)
class CountryAdmin(StewardAdmin):
    """Countries with currency, tax, labels and subdivisions."""

    icon: ClassVar[str] = "public"
    menu_order: ClassVar[int] = 10
    list_extra: ClassVar[tuple[str, ...]] = ("phone_prefix", "currency_code", "tax_name", "tax_rate")
    search_fields = ("country_code", "country_name__startswith")
    search_help_text = "Country code, or the beginning of a name"
    resource_classes = [CountryResource]


@admin.register(Language)
class LanguageAdmin(StewardAdmin):
    """Languages of the interface."""

    icon: ClassVar[str] = "translate"
    menu_order: ClassVar[int] = 20
    list_extra: ClassVar[tuple[str, ...]] = ("native_name",)
    resource_classes = [LanguageResource]


@admin.register(Industry)
class IndustryAdmin(StewardAdmin):
    """Industries of companies and people."""

    icon: ClassVar[str] = "factory"
    menu_order: ClassVar[int] = 30
    list_extra: ClassVar[tuple[str, ...]] = ("description",)
    resource_classes = [IndustryResource]


@admin.register(CustomerTier)
class CustomerTierAdmin(StewardAdmin):
    """Subscription tiers."""

    icon: ClassVar[str] = "sell"
    menu_order: ClassVar[int] = 40
    list_extra: ClassVar[tuple[str, ...]] = ("currency_code", "monthly_price", "annual_price", "max_users")
    resource_classes = [CustomerTierResource]
