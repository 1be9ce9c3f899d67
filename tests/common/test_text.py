"""Which text shows anything, and which domains are hosts of mail addresses (GEN-4)."""

from __future__ import annotations

import pytest
from django import forms
from rest_framework.exceptions import ValidationError

from common.api.text import EmailField, TextField
from common.text import is_host_name, is_seen
from common.web.fields import TextField as FormTextField

UNSEEN = [
    "",
    " ",
    "\ufeff",
    "\u200b\u200d",
    "\u2060\u00ad",
    "\u3164",
    "\u2800",
    "\u115f\u1160",
    "\u202e",
    "\ufe0f",
    "\u00a0",
]


@pytest.mark.parametrize("text", UNSEEN)
def test_invisible_text_is_no_text(text: str) -> None:
    """Refused as empty where it is required, and clears where it may be null; in the API and in forms alike."""
    assert not is_seen(text)
    with pytest.raises(ValidationError) as refused:
        TextField().run_validation(text)
    assert [detail.code for detail in refused.value.detail] == ["blank"]
    assert TextField(allow_null=True).run_validation(text) is None
    with pytest.raises(forms.ValidationError, match="Enter your first name"):
        FormTextField("First name", ask="Enter your first name.").clean(text)
    assert FormTextField("Title").clean(text) == ""


@pytest.mark.parametrize(
    "text", ["a", "\ufeffAnna", "\u0646\u200c\u0647", "\u2764\ufe0f", "\u0e2d\u0e31", "-", "\U0001f600"]
)
def test_text_with_anything_to_see_stays_as_typed(text: str) -> None:
    assert is_seen(text)
    assert TextField().run_validation(text) == FormTextField("Name", ask="Enter it.").clean(text) == text


@pytest.mark.parametrize(
    "domain",
    [
        "b.example",
        "b-c.example",
        "3.example",
        "x.y.z.example",
        "b\u00fccher.example",
        "\u0939\u093f\u0928\u094d\u0926\u0940.example",
    ],
)
def test_host_names(domain: str) -> None:
    assert is_host_name(domain)
    assert EmailField().run_validation(f"a@{domain}") == f"a@{domain}"


@pytest.mark.parametrize(
    "domain",
    [
        "b_c.example",
        "example",
        "-b.example",
        "b-.example",
        "b..example",
        ".example",
        "b.example.",
        "b!.example",
        "b\u200b.example",
        "1.2.3.44",
        f"{'b' * 64}.example",
    ],
)
def test_what_is_no_host_name(domain: str) -> None:
    assert not is_host_name(domain)
    with pytest.raises(ValidationError) as refused:
        EmailField().run_validation(f"a@{domain}")
    assert [detail.code for detail in refused.value.detail] == ["email_invalid"]


def test_an_invisible_character_makes_no_second_address() -> None:
    with pytest.raises(ValidationError):
        EmailField().run_validation("dana\u200b@b.example")
