"""Settings by category: edit within bounds, restore the default, history, reload (CF-3, CF-5)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from common.actors import Actor
from common.backoffice.columns import version_of
from common.backoffice.confirming import confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.navigation import Section
from common.backoffice.pages import own_page
from common.backoffice.writing import WritableAdmin, WriteForm
from common.permissions import Permission
from common.problems import Problem, ValidationFailed
from settings_app.models import AppSetting
from settings_app.selectors import typed_value
from settings_app.services.changing import limits_of, reload_settings, update_setting
from settings_app.services.setting_values import describe


def unchanged_since(version: str) -> Any:
    """Comparison for ``update_setting``: refuse when the row is of another version (CF-5)."""

    def compare(row: AppSetting) -> None:
        if version != version_of(row):
            raise Problem("STALE_RESOURCE")

    return compare


def _typed(text: str, type_code: str) -> Any:
    """The value as the service takes it; what cannot be read goes on as text, and the service says what is allowed."""
    if type_code in ("string", "decimal"):
        return text
    try:
        value = typed_value(text, type_code)
    except ValueError:
        return text
    if value is None:
        raise ValidationFailed.of("value", "null_not_allowed", "null is no value; to go back, restore the default.")
    return value


class SettingForm(WriteForm):
    """The value alone; its help says what is allowed."""

    value = forms.CharField(label="Value", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, limits = self.instance.setting_type.code, limits_of(self.instance)
        field = self.fields["value"]
        field.initial = self.instance.setting_value
        field.help_text = f"Enter {describe(limits)}. Default: {self.instance.default_value}."
        if kind == "boolean":
            field.widget = UnfoldAdminSelectWidget(choices=[("true", "true"), ("false", "false")])
        elif kind == "json":
            field.widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        else:
            field.widget = UnfoldAdminTextInputWidget(attrs={"inputmode": "numeric"} if kind == "integer" else {})


@admin.register(AppSetting)
class AppSettingAdmin(WritableAdmin):
    """Business rules that change at run time."""

    section: ClassVar[Section | None] = Section.SETTINGS
    icon: ClassVar[str] = "tune"
    menu_title: ClassVar[str] = "Settings"
    permission: ClassVar[Permission] = Permission.SETTINGS_MANAGE
    can_add: ClassVar[bool] = False
    can_remove: ClassVar[bool] = False
    form = SettingForm
    ordering: Any = ("setting_category__sort_order", "sort_order", "pk")
    list_display = ("setting_key", "setting_value", "allowed", "default_value", "description", "setting_category")
    list_select_related = ("setting_type",)
    list_filter = (("setting_category", admin.RelatedOnlyFieldListFilter), "is_public")
    search_fields = ("setting_key__startswith",)
    search_help_text = "Beginning of a key, in capitals"
    list_per_page = 100
    actions_list = ["reload_everywhere"]
    actions_detail = ["restore_default"]
    _facts = (
        "setting_key",
        "description",
        "setting_category",
        "setting_type",
        "default_value",
        "allowed",
        "is_editable",
        "is_public",
    )

    @admin.display(description="allowed")
    def allowed(self, row: AppSetting) -> str:
        return describe(limits_of(row))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(is_deleted=False)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return super().has_change_permission(request, obj) and getattr(obj, "is_editable", True)

    def editable_columns(self) -> list[str]:
        return ["value"]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        if not self.has_change_permission(request, obj):
            return [*self._facts, "setting_value"]
        return [*self._facts, *super().get_fields(request, obj)]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        if not self.has_change_permission(request, obj):
            return self.get_fields(request, obj)
        return [*self._facts, *super().get_readonly_fields(request, obj)]

    # Through the service

    def write(self, form: WriteForm, actor: Actor) -> Any:
        row = form.instance
        return update_setting(
            key=row.setting_key,
            value=_typed(form.cleaned_data["value"], row.setting_type.code),
            reason=form.cleaned_data["reason"],
            actor=actor,
            if_match=unchanged_since(form.cleaned_data["version"]),
        )

    @own_page("Restore default", "restore-default", "settings_backup_restore")
    def restore_default(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Set the value of a fresh installation, with a reason."""
        row = self._row(request, object_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied

        def run(reason: str, version: str) -> None:
            update_setting(
                key=row.setting_key,
                value=None,
                reason=reason,
                actor=actor_of(request),
                if_match=unchanged_since(version),
            )

        return confirm_page(
            self,
            request,
            row,
            title=f"Restore the default of {row.setting_key}",
            text=f"The value goes from {row.setting_value} to {row.default_value} in every process within 5 seconds.",
            button="Restore default",
            run=run,
            done=f"{row.setting_key} is {row.default_value} again.",
            after=reverse("admin:settings_app_appsetting_change", args=[row.pk]),
        )

    @own_page("Reload in all processes", "reload", "sync")
    def reload_everywhere(self, request: HttpRequest) -> HttpResponse:
        """Make every process read settings and rules again (CF-3)."""
        if not self.has_view_permission(request):
            raise Http404

        def run(reason: str, version: str) -> None:
            if not reason.strip():
                raise ValidationFailed.of("reason", "required", "Say why.")
            reload_settings(actor=actor_of(request), reason=reason)

        return confirm_page(
            self,
            request,
            None,
            title="Reload settings and rules",
            text="Every process reads settings and validation rules from the database again.",
            button="Reload",
            run=run,
            done="Settings and rules are read again in every process.",
            after=reverse("admin:settings_app_appsetting_changelist"),
        )
