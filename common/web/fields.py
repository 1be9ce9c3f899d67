"""Form fields with the texts of UX-1 and the checks of the REST fields (GEN-1, GEN-4, GEN-5).

``ask`` is the message for an empty required field; it names the field and gives an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from rest_framework.exceptions import ValidationError as RestValidationError

from common.api.text import EmailField as RestEmailField
from common.api.text import has_control_characters
from common.text import is_seen

Choices = Iterable[tuple[str, Any]]

_MAX_SECRET_LENGTH = 4096
_MAX_NEW_PASSWORD_LENGTH = 128


class TextField(forms.CharField):
    """Trimmed text without control characters (GEN-4); line breaks only in a text area."""

    def __init__(self, label: str, *, ask: str = "", **kwargs: Any) -> None:
        attrs = kwargs.pop("attrs", {})
        multiline = kwargs.pop("multiline", False)
        self.is_multiline = multiline
        kwargs.setdefault("required", bool(ask))
        kwargs.setdefault("widget", forms.Textarea(attrs) if multiline else forms.TextInput(attrs))
        kwargs["error_messages"] = {"required": ask, **kwargs.get("error_messages", {})}
        super().__init__(label=label, **kwargs)
        if self.max_length is not None:
            self.validators = [check for check in self.validators if getattr(check, "code", "") != "max_length"]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text if text and is_seen(text) else self.empty_value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if has_control_characters(text, multiline=self.is_multiline):
            raise forms.ValidationError(
                "This holds characters that cannot be used, such as control characters. Please type it again.",
                "invalid_characters",
            )
        if self.max_length is not None and len(text) > self.max_length:
            raise forms.ValidationError(f"Use at most {self.max_length} characters; these are {len(text)}.", "too_long")
        return text


class EmailField(TextField):
    """E-mail address in stored form; the REST field decides what one is (GEN-1)."""

    def __init__(self, label: str = "E-mail address", *, ask: str = "", **kwargs: Any) -> None:
        attrs = {"autocomplete": "email", **kwargs.pop("attrs", {})}
        kwargs.setdefault("widget", forms.EmailInput(attrs))
        kwargs.setdefault("max_length", 254)
        super().__init__(label, ask=ask, **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return text
        try:
            return RestEmailField().run_validation(text)
        except RestValidationError as error:
            raise forms.ValidationError(
                "This is not an e-mail address. It looks like name@example.com.", "email_invalid"
            ) from error


class PasswordField(forms.CharField):
    """Password exactly as typed, never rendered back (GEN-5).

    Without ``maxlength``: browsers would cut what a password manager pastes, and the two would differ from then on.
    """

    def __init__(self, label: str, *, ask: str, is_new: bool = False, **kwargs: Any) -> None:
        attrs = {"autocomplete": "new-password" if is_new else "current-password"}
        super().__init__(
            label=label,
            strip=False,
            widget=forms.PasswordInput(attrs, render_value=False),
            error_messages={"required": ask},
            **kwargs,
        )

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if len(text) > _MAX_SECRET_LENGTH:
            raise forms.ValidationError(f"Use at most {_MAX_NEW_PASSWORD_LENGTH} characters.", "too_long")
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise forms.ValidationError("This holds characters that cannot be used.", "invalid_characters")
        return text


class ChoiceField(forms.ChoiceField):
    """One of a list that the server reads when the form is made; an empty first choice where nothing is known."""

    def __init__(self, label: str, choices: Callable[[], Choices], *, ask: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("required", bool(ask))
        kwargs["error_messages"] = {"required": ask, "invalid_choice": ask or "Choose one from the list."}
        super().__init__(label=label, choices=choices, **kwargs)


class TermsField(forms.BooleanField):
    """Tick box for the terms; the template writes the label with its links."""

    def __init__(self) -> None:
        message = "Tick the box to accept the terms of use; without them there is no account."
        super().__init__(label="Terms of use", error_messages={"required": message})
