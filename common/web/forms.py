"""The base of every form: shows what services refuse beside the field it is about (GEN-1, GEN-5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from common.naming import camel_to_snake
from common.problems import FieldError, Problem, ValidationFailed


class PageForm(forms.Form):
    """A form whose rules are those of a service.

    ``further_errors`` names what the service would refuse, so that one answer shows every bad field. What only the
    service itself finds is added with ``refuse``. ``other_names`` maps JSON names to form fields that are called
    differently.
    """

    other_names: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Add what the service would refuse to the fields that are good so far."""
        bad = set(self.errors)
        for error in self.further_errors():
            name = self.field_of(error)
            if name is None or name not in bad:
                self.add_error(name, error.message)
        return self.cleaned_data

    def further_errors(self) -> Iterable[FieldError]:
        """Rules beyond single fields, asked of the service layer."""
        return ()

    def field_of(self, error: FieldError) -> str | None:
        """Form field that a JSON path stands for (``billingDetails.billingState`` → ``billing_state``)."""
        last = error.field.rpartition(".")[2]
        name = self.other_names.get(last) or camel_to_snake(last)
        return name if name in self.fields else None

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Show a refusal: field errors at their fields, any other problem at ``field`` or above the form."""
        if not isinstance(problem, ValidationFailed):
            self.add_error(field, problem.detail)
            return
        for error in problem.errors:
            self.add_error(self.field_of(error), error.message)

    def refuse_text(self, message: str, field: str | None = None) -> None:
        """Show a message of the page at a field or above the form."""
        self.add_error(field, message)

    def entered(self, name: str) -> str:
        """A cleaned text, or an empty one where the field is bad or left out."""
        return str(self.cleaned_data.get(name) or "")

    def optional(self, name: str) -> str | None:
        """A cleaned text, or None where it is empty."""
        return self.entered(name) or None
