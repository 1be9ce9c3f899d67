"""Tables that stewards change: forms that hand what was entered to a service, with a reason and a version."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminTextareaWidget

from common.actors import Actor
from common.backoffice.columns import audit_columns, own_columns, version_of
from common.backoffice.confirming import confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.instants import with_instants
from common.backoffice.options import ReadOnlyAdmin
from common.naming import to_snake
from common.problems import Problem
from common.reasons import REASON_MAX_LENGTH


class WriteForm(forms.ModelForm):
    """A form whose cleaned values go to a service; what the service refuses stands at the fields (GEN-5)."""

    model_admin: ClassVar[Any] = None
    actor: ClassVar[Any] = None

    reason = forms.CharField(
        max_length=REASON_MAX_LENGTH,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 2}),
        help_text="Why you make this change; it is kept in the audit trail.",
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.saved: Any = None
        if self.instance.pk is not None:
            self.fields["version"].initial = version_of(self.instance)

    def _post_clean(self) -> None:
        """Call the service instead of Django's model validation; the instance stays as it was read."""
        if self.errors:
            return
        try:
            self.saved = self.model_admin.write(self, self.actor)
        except Problem as problem:
            self.show(problem)

    def show(self, problem: Problem) -> None:
        """Put a refusal at its fields."""
        if problem.code == "STALE_RESOURCE":
            self._show_stale()
        for error in problem.errors:
            name = to_snake_path(error.field)
            self.add_error(name if name in self.fields else None, error.message)
        if problem.code != "STALE_RESOURCE" and not problem.errors:
            self.add_error(None, problem.detail)

    def _show_stale(self) -> None:
        """Keep what was entered, say what the row holds now; saving again replaces that knowingly."""
        current = self.model_admin.current_row(self.instance.pk)
        entered = [name for name in self.changed_data if name in own_columns(type(current))]
        now = "; ".join(f"{self.fields[name].label}: {getattr(current, name)}" for name in entered)
        self.add_error(
            None,
            "Somebody else changed this entry after you opened it. Your entries are kept below. "
            + (f"Stored now: {now}. " if now else "")
            + "Save again to replace it, or open it anew to see it.",
        )
        data: Any = self.data
        self.data = data.copy()
        self.data[self.add_prefix("version")] = version_of(current)  # type: ignore[index]


def to_snake_path(path: str) -> str:
    """``taxRate`` → ``tax_rate``; of a longer path the first part, which is the field of the form."""
    first = path.split(".")[0].split("[")[0]
    return to_snake(first[0].upper() + first[1:]) if first else ""


class WritableAdmin(ReadOnlyAdmin):
    """A table that is changed through a service; ``write`` and ``remove`` call it."""

    form = WriteForm
    fixed_on_change: ClassVar[tuple[str, ...]] = ()
    """Columns that are entered once and never change."""
    can_add: ClassVar[bool] = True
    can_remove: ClassVar[bool] = True

    def write(self, form: WriteForm, actor: Actor) -> Any:
        """Call the service with ``form.cleaned_data``; ``form.instance.pk`` is None for a new row."""
        raise NotImplementedError

    def remove(self, row: Any, *, reason: str, version: str, actor: Actor) -> None:
        """Call the service that soft-deletes a row."""
        raise NotImplementedError

    def current_row(self, key: Any) -> Any:
        """The row as it is stored now."""
        return self.model._base_manager.get(pk=key)

    def removal_text(self, row: Any) -> str:
        return "The entry disappears from every list. Rows are kept in the database and in the history."

    # Rights

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.can_add and self.has_view_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.has_view_permission(request) and not getattr(obj, "is_deleted", False)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self.can_remove and self.has_change_permission(request, obj)

    # Forms

    def editable_columns(self) -> list[str]:
        return own_columns(self.model)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        fields = [*self.editable_columns(), "reason", "version"]
        if obj is None:
            return fields
        if not self.has_change_permission(request, obj):
            return super().get_fields(request, obj)
        return [*fields, *self.extra_columns, *self._record_columns()]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        if obj is None:
            return []
        if not self.has_change_permission(request, obj):
            return super().get_readonly_fields(request, obj)
        return [*self.fixed_on_change, *self.extra_columns, *self._record_columns()]

    def _record_columns(self) -> list[Any]:
        return with_instants(self.model, audit_columns(self.model))

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> list[tuple[Any, dict[str, Any]]]:
        names = self.get_fields(request, obj)
        last = [name for name in names if name in self._record_columns()]
        why = [name for name in names if name in ("reason", "version")]
        first = [name for name in names if name not in (*last, *why)]
        sections: list[tuple[Any, dict[str, Any]]] = [(None, {"fields": first})]
        if why:
            sections.append(("Reason", {"fields": why}))
        if last:
            sections.append(("Record", {"fields": last}))
        return sections

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form_class = super().get_form(request, obj, change, **kwargs)
        return type(form_class.__name__, (form_class,), {"model_admin": self, "actor": actor_of(request)})

    # Saving: the service has done it while the form was checked

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        return form.saved

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing: the service has saved."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: no table has inline rows here."""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Soft-delete with a reason; rows in use are refused by the service (never a physical delete)."""
        row = self._row(request, object_id)
        if not self.has_delete_permission(request, row):
            raise PermissionDenied

        def run(reason: str, version: str) -> None:
            self.remove(row, reason=reason, version=version, actor=actor_of(request))

        name = str(self.opts.verbose_name)
        return confirm_page(
            self,
            request,
            row,
            title=f"Remove {name} {row}",
            text=self.removal_text(row),
            button="Remove",
            run=run,
            done=f"The {name} “{row}” was removed.",
            after=reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
            is_danger=True,
        )

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        raise PermissionDenied("rows are soft-deleted by their service")

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        raise PermissionDenied("rows are soft-deleted by their service")
