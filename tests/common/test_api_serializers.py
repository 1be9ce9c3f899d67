"""Request validation and response rendering: api.md sections 1 and 2, GEN-4, GEN-5."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.common.api_fixtures import counter, echo, error_codes, probes  # noqa: F401
from tests.common.api_probe import EchoView

GOOD = {"companyName": "Harbour"}


def send(echo: Any, **fields: Any) -> Any:  # noqa: F811
    return echo(json.dumps(GOOD | fields).encode())


@pytest.mark.parametrize("body", [b"[]", b"null", b'"text"', b"5", b"true"])
def test_body_that_is_no_object(echo: Any, body: bytes) -> None:  # noqa: F811
    assert error_codes(echo(body)) == {("", "wrong_type")}


def test_absent_body_names_required_fields(echo: Any) -> None:  # noqa: F811
    assert error_codes(echo(b"")) == {("companyName", "required")}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("companyName", None, "null_not_allowed"),
        ("companyName", " \t ", "blank"),
        ("companyName", 5, "wrong_type"),
        ("companyName", ["x"], "wrong_type"),
        ("companyName", "x", "too_short"),
        ("companyName", "x" * 11, "too_long"),
        ("companyName", "a\u0000b", "invalid_characters"),
        ("companyName", "a\u0007b", "invalid_characters"),
        ("companyName", "a\nb", "invalid_characters"),
        ("companyName", "a\ud800b", "invalid_characters"),
        ("companyName", "Taken", "pattern_mismatch"),
        ("notes", "a\u0000b", "invalid_characters"),
        ("seatCount", "5", "wrong_type"),
        ("seatCount", True, "wrong_type"),
        ("seatCount", 5.0, "wrong_type"),
        ("seatCount", 0, "too_small"),
        ("seatCount", 6, "too_large"),
        ("bigNumber", 2**63, "too_large"),
        ("bigNumber", -(2**63) - 1, "too_small"),
        ("bigNumber", 10**4000, "too_large"),
        ("isGstRegistered", "true", "wrong_type"),
        ("isGstRegistered", 1, "wrong_type"),
        ("taxRate", 0.1, "wrong_type"),
        ("taxRate", "1.5", "too_large"),
        ("taxRate", "NaN", "wrong_type"),
        ("taxRate", "0.00001", "too_long"),
        ("tier", "gold", "invalid_choice"),
        ("tier", {}, "wrong_type"),
        ("contactEmail", "nobody", "email_invalid"),
        ("contactEmail", "a@b@c.example", "email_invalid"),
        ("contactEmail", "a" * 250 + "@b.example", "too_long"),
        ("website", "javascript:alert(1)", "url_invalid"),
        ("website", "ftp://a.example", "url_invalid"),
        ("password", "a\ud800", "invalid_characters"),
        ("password", 12345678, "wrong_type"),
        ("password", "short", "password_too_short"),
        ("openedAt", "2026-01-15", "wrong_type"),
        ("openedAt", "2026-01-15T10:00:00", "wrong_type"),
        ("billingDetails", "text", "wrong_type"),
        ("billingDetails", None, "null_not_allowed"),
        ("rules", {}, "wrong_type"),
        ("tags", "text", "wrong_type"),
        ("tags", ["a", "b", "c"], "too_long"),
        ("values", [], "wrong_type"),
        ("company_name", "snake", "unknown_field"),
        ("companyId", 8, "unknown_field"),
    ],
)
def test_item_codes(echo: Any, field: str, value: Any, code: str) -> None:  # noqa: F811
    assert error_codes(send(echo, **{field: value})) == {(field, code)}


def test_paths_of_nested_fields(echo: Any) -> None:  # noqa: F811
    """``billingDetails.billingState`` and ``rules.1.ruleKey``; unknown fields are refused at every level."""
    response = send(
        echo,
        billingDetails={"billingState": "TOOLONG", "extra": 1},
        rules=[{"ruleKey": "ok"}, {"ruleKey": 5}, {}],
        tags=["fine", 7],
        values={"phone": "toolong"},
    )
    assert error_codes(response) == {
        ("billingDetails.billingState", "too_long"),
        ("billingDetails.billingPostalCode", "required"),
        ("billingDetails.extra", "unknown_field"),
        ("rules.1.ruleKey", "wrong_type"),
        ("rules.2.ruleKey", "required"),
        ("tags.1", "wrong_type"),
        ("values.phone", "too_long"),
    }


def test_every_bad_field_in_one_answer(echo: Any) -> None:  # noqa: F811
    """GEN-5: field errors and the endpoint's own rules together."""
    response = send(echo, companyName="", seatCount=9, password="short")
    assert error_codes(response) == {
        ("companyName", "blank"),
        ("seatCount", "too_large"),
        ("password", "password_too_short"),
    }


def test_messages_name_the_limit_and_an_example(echo: Any) -> None:  # noqa: F811
    [error] = send(echo, companyName="x" * 11).json()["errors"]
    assert error["message"] == "Use at most 10 characters. Example: Harbourline."


def test_odd_field_names_are_shown_safely(echo: Any) -> None:  # noqa: F811
    [error] = echo(rb'{"companyName": "Harbour", "a\u0000\ud800b": 1}').json()["errors"]
    assert (error["field"], error["code"]) == ("a??b", "unknown_field")


def test_validated_data_is_snake_case_trimmed_and_typed(echo: Any) -> None:  # noqa: F811
    """GEN-4: text trimmed, addresses lower-cased, secrets untouched, any letter accepted."""
    response = send(
        echo,
        companyName="  Ömer 漢字 ",
        contactEmail=" Dana.Reed@Harbourline.EXAMPLE ",
        password="  pass\u0000 word\t",
        notes="line 1\nline 2",
        website="",
        taxRate="0.1",
        openedAt="2026-01-15T14:00:00+11:00",
        billingDetails={"billingState": "NSW", "billingPostalCode": "2000"},
    )
    assert response.status_code == 200, response.content
    assert EchoView.received == {
        "company_name": "Ömer 漢字",
        "contact_email": "dana.reed@harbourline.example",
        "password": "  pass\u0000 word\t",
        "notes": "line 1\nline 2",
        "website": None,
        "tax_rate": Decimal("0.1"),
        "opened_at": datetime(2026, 1, 15, 3, tzinfo=UTC),
        "billing_details": {"billing_state": "NSW", "billing_postal_code": "2000"},
    }


def test_response_rendering(echo: Any) -> None:  # noqa: F811
    """camelCase, every field present, milliseconds, decimals as text, UTF-8."""
    response = send(echo)
    assert response.headers["Content-Type"] == "application/json; charset=utf-8"
    assert response.json() == {
        "companyName": "Ömer & Søn",
        "seatCount": None,
        "taxRate": "0.1000",
        "createdDate": "2026-01-15T03:04:05.123Z",
        "updatedDate": None,
    }
    assert "Ömer".encode() in response.content
