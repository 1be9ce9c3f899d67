"""What validation accepts and stores is accepted again; no text is too strange (CV-2, CV-5, invariant 35)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reference.services.validation import Validation, validate
from settings_app.models import ValidationRule
from settings_app.selectors.rules import forget_rules

pytestmark = pytest.mark.django_db
repeated = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


def _assert_accepted_again(found: Validation, country: str) -> None:
    assert found.stored_value is not None
    again = validate(country, found.rule_type_code, found.stored_value)
    assert (again.is_valid, again.stored_value, again.display_value) == (
        True,
        found.stored_value,
        found.display_value,
    )
    shown = validate(country, found.rule_type_code, str(found.display_value))
    assert shown.stored_value == found.stored_value, "the shown form is accepted as well"


def test_every_seeded_example_is_accepted_shown_and_accepted_again() -> None:
    """Invariant 35, database.md 6.3: every stored value is accepted again."""
    ValidationRule.objects.update(is_active=True)
    forget_rules()
    rows = list(ValidationRule.objects.select_related("country", "rule_type"))
    assert len(rows) == 33
    for row in rows:
        found = validate(row.country.country_code, row.rule_type.code, row.example_value)
        assert found.is_valid, row.rule_key
        _assert_accepted_again(found, row.country.country_code)
        if found.rule_key == row.rule_key:
            assert found.display_value == row.display_example, row.rule_key


def _accepted_by(rule_type: str, country: str) -> st.SearchStrategy[str]:
    patterns = {
        ("phone", "AU"): r"(0[45][0-9]{8}|\+61 ?[2378][0-9]{8}|014[0-9]{7}|\+61\(0\)18[0-9]{7})",
        ("phone", "NZ"): r"(02[12789] ?[0-9]{6,8}|\+64[34679][0-9]{7,8})",
        ("phone", "US"): r"(\+?1)?[ (]?[2-9][0-9]{2}\)?[2-9][0-9]{2}-?[0-9]{4}",
        ("phone", "GB"): r"(07[0-9]{9}|0[12][0-9]{9}|\+447[0-9]{9})",
        ("postal_code", "GB"): r"[A-Za-z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Za-z]{2}",
        ("postal_code", "US"): r"[0-9]{5}(-[0-9]{4})?",
        ("postal_code", "CA"): r"[ABCEGHJ]([0-9])[a-cA-C] ?[0-9][A-C][0-9]",
    }
    return st.from_regex(patterns[rule_type, country], fullmatch=True)


@pytest.mark.parametrize(
    ("kind", "country"),
    [
        ("phone", "AU"),
        ("phone", "NZ"),
        ("phone", "US"),
        ("phone", "GB"),
        ("postal_code", "GB"),
        ("postal_code", "US"),
        ("postal_code", "CA"),
    ],
)
@repeated
@given(data=st.data())
def test_whatever_is_accepted_is_accepted_again(kind: str, country: str, data: st.DataObject) -> None:
    found = validate(country, kind, data.draw(_accepted_by(kind, country)))
    assert found.is_valid
    _assert_accepted_again(found, country)
    if kind == "phone":
        assert str(found.stored_value).startswith("+")
        assert len(str(found.stored_value)) <= 16


@pytest.mark.parametrize("kind", ["phone", "postal_code", "tax_id", "email", "address"])
@repeated
@given(text=st.text(max_size=500), country=st.sampled_from(["AU", "NZ", "US", "GB", "CA", "ZZ"]))
def test_no_text_is_too_strange(kind: str, text: str, country: str) -> None:
    """Never an exception, never a stored value that would be refused."""
    found = validate(country, kind, text)
    if found.is_valid:
        assert validate(country, kind, str(found.stored_value)).stored_value == found.stored_value
