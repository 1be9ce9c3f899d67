"""A page that asks for a reason before a service acts: remove, restore, reload, send again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.widgets import UnfoldAdminTextareaWidget

from common.backoffice.columns import version_of
from common.naming import camel_to_snake
from common.problems import Problem
from common.reasons import REASON_MAX_LENGTH


class ReasonForm(forms.Form):
    """Why, and of which version of the row."""

    reason = forms.CharField(
        max_length=REASON_MAX_LENGTH,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text="It is kept in the audit trail.",
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def choices(self) -> list[Any]:
        """Further fields of a subclass, which stand before the reason."""
        return [self[name] for name in self.fields if name not in ReasonForm.base_fields]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was entered in them."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ReasonForm.base_fields}


def confirm_page(
    model_admin: Any,
    request: HttpRequest,
    row: Any,
    *,
    title: str,
    text: str,
    button: str,
    run: Callable[..., Any],
    done: str | Callable[[Any], str],
    after: str,
    is_danger: bool = False,
    form_class: type[ReasonForm] = ReasonForm,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Ask for a reason on GET; on POST call ``run(reason, version)`` and go to ``after`` with the message ``done``.

    Further fields of ``form_class``, which start with ``initial``, are handed to ``run`` by name. ``done`` may be made
    from what ``run`` returned.
    A refusal of the service is shown on the page with what was typed still in place.
    """
    version = version_of(row) if row is not None and hasattr(row, "created_date") else ""
    form = form_class(request.POST or None, initial={**(initial or {}), "version": version})
    if request.method == "POST" and form.is_valid():
        try:
            outcome = run(form.cleaned_data["reason"], form.cleaned_data["version"], **form.chosen)
        except Problem as problem:
            _show(form, problem)
        else:
            messages.success(request, done if isinstance(done, str) else done(outcome))
            return HttpResponseRedirect(after)
    texts = {"title": title, "text": text, "button": button, "is_danger": is_danger}
    back = after if row is None else _page_of(model_admin, row)
    return _render(model_admin, request, {**texts, "original": row, "form": form, "back": back})


def _render(model_admin: Any, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    shared = {"subtitle": None, "opts": model_admin.opts, "media": model_admin.media}
    request.current_app = model_admin.admin_site.name
    status = 200 if request.method != "POST" else 422
    whole = {**model_admin.admin_site.each_context(request), **shared, **context}
    return TemplateResponse(request, "backoffice/confirm.html", whole, status=status)


def _page_of(model_admin: Any, row: Any) -> str:
    options = model_admin.opts
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])


def _show(form: ReasonForm, problem: Problem) -> None:
    if problem.code == "STALE_RESOURCE":
        form.add_error(None, "Somebody else changed this entry after you opened it. Open it anew and decide again.")
        return
    for error in problem.errors:
        name = camel_to_snake(error.field)
        form.add_error(name if name in form.fields else None, error.message)
    if not problem.errors:
        form.add_error(None, problem.detail)
