"""Validation rules: try a value, switch on or off, order, message; companies' choices are read-only (CV-6)."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from common.actors import Actor
from common.backoffice.columns import own_columns
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.pages import own_page
from common.backoffice.writing import WritableAdmin, WriteForm
from common.permissions import Permission
from reference.selectors.lookups import active_rows
from reference.services.validation import validate
from settings_app.admin.settings import unchanged_since
from settings_app.models import CompanyValidationRule, ValidationRule
from settings_app.services.rule_changes import CHANGEABLE, update_rule

_LONGEST_VALUE = 500


class TryForm(forms.Form):
    """A value to try by the rules of a country."""

    country_code = forms.ChoiceField(label="Country", widget=UnfoldAdminSelectWidget())
    rule_type_code = forms.ChoiceField(label="Kind of value", widget=UnfoldAdminSelectWidget())
    value = forms.CharField(label="Value", max_length=_LONGEST_VALUE, widget=UnfoldAdminTextInputWidget())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, table in (("country_code", "Country"), ("rule_type_code", "RuleType")):
            choices = [(row.code, row.name) for row in active_rows(table)]
            self.fields[name].choices = choices  # type: ignore[attr-defined]


@admin.register(ValidationRule)
class ValidationRuleAdmin(WritableAdmin):
    """Format rules per country and kind."""

    section: ClassVar[Section | None] = Section.RULES
    icon: ClassVar[str] = "rule"
    menu_order: ClassVar[int] = 10
    permission: ClassVar[Permission] = Permission.SETTINGS_MANAGE
    can_add: ClassVar[bool] = False
    can_remove: ClassVar[bool] = False
    ordering: Any = ("country__sort_order", "rule_type__sort_order", "sort_order", "pk")
    list_display = (
        "rule_key",
        "country",
        "rule_type",
        "validation_message",
        "example_value",
        "is_active",
        "sort_order",
    )
    list_filter = (("country", admin.RelatedOnlyFieldListFilter), "rule_type", "is_active")
    search_fields = ("rule_key__startswith",)
    search_help_text = "Beginning of a key, in capitals"
    list_per_page = 100
    actions_list = ["try_a_value"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).filter(is_deleted=False)

    def _fixed(self) -> list[str]:
        return [name for name in own_columns(self.model) if name not in CHANGEABLE]

    def editable_columns(self) -> list[str]:
        return list(CHANGEABLE)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return [*CHANGEABLE, *self._fixed(), "reason", "version", *self._record_columns()]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        return [*self._fixed(), *self._record_columns()]

    def write(self, form: WriteForm, actor: Actor) -> Any:
        return update_rule(
            rule_key=form.instance.rule_key,
            values={name: form.cleaned_data[name] for name in CHANGEABLE},
            reason=form.cleaned_data["reason"],
            actor=actor,
            if_match=unchanged_since(form.cleaned_data["version"]),
        )

    @own_page("Try a value", "try", "science")
    def try_a_value(self, request: HttpRequest) -> HttpResponse:
        """Show what the rules of a country make of a value; nothing is stored."""
        if not self.has_view_permission(request):
            raise Http404
        form = TryForm(request.POST or None)
        result = None
        if request.method == "POST" and form.is_valid():
            entered = form.cleaned_data
            result = validate(entered["country_code"], entered["rule_type_code"], entered["value"])
        context = {
            **self.admin_site.each_context(request),
            "title": "Try a value",
            "subtitle": None,
            "opts": self.opts,
            "form": form,
            "result": result,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "backoffice/try_rule.html", context)


@admin.register(CompanyValidationRule)
class CompanyValidationRuleAdmin(ReadOnlyAdmin):
    """Companies' own choices among the rules."""

    section: ClassVar[Section | None] = Section.RULES
    icon: ClassVar[str] = "rule_settings"
    menu_title: ClassVar[str] = "Companies' choices"
    permission: ClassVar[Permission] = Permission.SETTINGS_MANAGE
    is_view_recorded: ClassVar[bool] = True
    list_display = ("company", "validation_rule", "is_enabled", "sort_order_override", "is_deleted")
    search_fields = ("company", "validation_rule", "pk")
    search_help_text = "Number of the company or of the rule"
