"""Country validation: the table of behaviour.md section 15, order and messages (CV-1 to CV-7)."""

from __future__ import annotations

import logging
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.actors import system_actor
from reference.models import Country
from reference.selectors.lookups import code_id, forget_lookups
from reference.services.validation import display_phone, validate, validate_many
from settings_app.models import ValidationRule
from settings_app.selectors.rules import forget_rules

pytestmark = pytest.mark.django_db
NBSP, THIN, ZERO_WIDTH = "\u00a0", "\u2009", "\u202a"


def outcome(country: str, kind: str, value: str) -> tuple[str | None, str | None]:
    found = validate(country, kind, value)
    assert found.is_valid == (found.error_code is None)
    assert found.is_valid == (found.stored_value is not None)
    return found.stored_value, found.display_value


def error(country: str, kind: str, value: str) -> str | None:
    return validate(country, kind, value).error_code


def add_rule(key: str, kind: str, country: str | None, pattern: str, example: str, **more: object) -> ValidationRule:
    rule = ValidationRule(
        rule_key=key,
        rule_type_id=code_id("RuleType", kind),
        country_id=code_id("Country", country) if country else None,
        validation_pattern=pattern,
        validation_message=f"Enter like {example}",
        description="Added in a test",
        example_value=example,
        **more,
    )
    rule.stamp_created(system_actor("test"))
    rule.save()
    forget_rules()
    return rule


@pytest.mark.parametrize(
    ("country", "kind", "entered", "stored", "shown"),
    [
        ("AU", "phone", "0412 345 678", "+61412345678", "0412 345 678"),
        ("AU", "phone", "+61412345678", "+61412345678", "0412 345 678"),
        ("AU", "phone", "+61 (0)4 1234-5678", "+61412345678", "0412 345 678"),
        ("AU", "phone", f"{ZERO_WIDTH}0512.345{NBSP}678{THIN}", "+61512345678", "0512 345 678"),
        ("AU", "phone", "(02) 9876 5432", "+61298765432", "02 9876 5432"),
        ("AU", "phone", "+61 2 9876 5432", "+61298765432", "02 9876 5432"),
        ("AU", "phone", "0147 123 456", "+61147123456", "0147 123456"),
        ("AU", "phone", "018 1234567", "+61181234567", "0181 234567"),
        ("AU", "phone", "02–9876–5432", "+61298765432", "02 9876 5432"),
        ("NZ", "phone", "021 234 5678", "+64212345678", "021 234 5678"),
        ("NZ", "phone", "021 234 567", "+6421234567", "021 234 567"),
        ("NZ", "phone", "+64 29 1234 5678", "+642912345678", "029 123 45678"),
        ("NZ", "phone", "09 300 1234", "+6493001234", "09 300 1234"),
        ("US", "phone", "415-555-1234", "+14155551234", "(415) 555-1234"),
        ("US", "phone", "1 415 555 1234", "+14155551234", "(415) 555-1234"),
        ("CA", "phone", "+1 (415) 555-1234", "+14155551234", "(415) 555-1234"),
        ("GB", "phone", "07912 345678", "+447912345678", "07912 345678"),
        ("GB", "phone", "+44 (0)20 7946 0123", "+442079460123", "020 7946 0123"),
        ("AU", "postal_code", " 2000 ", "2000", "2000"),
        ("NZ", "postal_code", "1010", "1010", "1010"),
        ("US", "postal_code", "94102", "94102", "94102"),
        ("US", "postal_code", "94102-1234", "94102-1234", "94102-1234"),
        ("CA", "postal_code", "m5h  2n2", "M5H 2N2", "M5H 2N2"),
        ("CA", "postal_code", "m5h2n2", "M5H 2N2", "M5H 2N2"),
        ("GB", "postal_code", "sw1a 1aa", "SW1A 1AA", "SW1A 1AA"),
        ("GB", "postal_code", "m11aa", "M1 1AA", "M1 1AA"),
        ("AU", "tax_id", "53 004 085 616", "53004085616", "53 004 085 616"),
        ("AU", "tax_id", "004-085-616", "004085616", "004 085 616"),
        ("AU", "email", " Dana@Harbourline.Example ", "dana@harbourline.example", "dana@harbourline.example"),
    ],
)
def test_accepted(country: str, kind: str, entered: str, stored: str, shown: str) -> None:
    """CV-2, CV-5."""
    assert outcome(country, kind, entered) == (stored, shown)


@pytest.mark.parametrize(
    ("country", "kind", "entered", "code"),
    [
        ("AU", "phone", "", "required"),
        ("AU", "phone", f" {NBSP}", "required"),
        ("AU", "email", " ", "required"),
        ("AU", "phone", "0312 345 67", "phone_invalid"),
        ("AU", "phone", "1800 975 707", "phone_invalid"),
        ("AU", "phone", "1300 975 707", "phone_invalid"),
        ("AU", "phone", "+61 1800 975 707", "phone_invalid"),
        ("AU", "phone", "1900 123 456", "phone_invalid"),
        ("AU", "phone", "61412345678", "phone_invalid"),
        ("AU", "phone", "٠٤١٢٣٤٥٦٧٨", "phone_invalid"),
        ("AU", "phone", "0412 345 678\n9", "phone_invalid"),
        ("AU", "phone", "4" * 500, "phone_invalid"),
        ("NZ", "phone", "0800 123 456", "phone_invalid"),
        ("GB", "phone", "0808 157 0123", "phone_invalid"),
        ("US", "phone", "115 555 1234", "phone_invalid"),
        ("US", "phone", "415 155 1234", "phone_invalid"),
        ("AU", "phone", "+64 21 234 5678", "phone_country_mismatch"),
        ("US", "phone", "+44 7912 345678", "phone_country_mismatch"),
        ("AU", "phone", "+999 123", "phone_invalid"),
        ("AU", "postal_code", "200", "postal_code_invalid"),
        ("AU", "postal_code", "20000", "postal_code_invalid"),
        ("CA", "postal_code", "D5H 2N2", "postal_code_invalid"),
        ("GB", "postal_code", "SW1A", "postal_code_invalid"),
        ("AU", "tax_id", "53004085617", "abn_invalid"),
        ("AU", "tax_id", "00000000000", "abn_invalid"),
        ("AU", "tax_id", "10000000000", "abn_invalid"),
        ("AU", "tax_id", "000000000", "abn_invalid"),
        ("AU", "tax_id", "004085617", "abn_invalid"),
        ("NZ", "tax_id", "9429000000000", "no_rule"),
        ("AU", "address", "1 Example Street", "no_rule"),
        ("ZZ", "phone", "0412345678", "no_rule"),
        ("AU", "no_such_type", "x", "no_rule"),
        ("AU", "email", "dana", "email_invalid"),
        ("AU", "email", "dana@harbourline", "email_invalid"),
    ],
)
def test_refused(country: str, kind: str, entered: str, code: str) -> None:
    """CV-2, CV-3: nothing is valid by default."""
    found = validate(country, kind, entered)
    assert (found.is_valid, found.error_code) == (False, code)
    assert (found.rule_key, found.stored_value, found.display_value) == (None, None, None)
    assert found.error_message


def test_no_match_answers_the_first_rules_message_with_its_example() -> None:
    """CV-2."""
    found = validate("AU", "phone", "12")
    assert found.error_message == (
        "Enter a mobile number of 10 digits that starts with 04 or 05. Example: 0491 570 156."
    )
    assert found.example == "0491570156"


def test_mismatch_names_the_other_country() -> None:
    """CV-5."""
    assert "United Kingdom" in str(validate("AU", "phone", "+447912345678").error_message)
    assert "United States or Canada" in str(validate("AU", "phone", "+14155551234").error_message)


def test_countries_that_share_a_prefix_take_each_others_numbers() -> None:
    """CV-5: +1 416 is Toronto."""
    assert outcome("US", "phone", "+14165550123")[0] == outcome("CA", "phone", "+14165550123")[0] == "+14165550123"


def test_the_longest_prefix_owns_a_number() -> None:
    island = Country.objects.get(country_code="CA")
    island.pk, island.country_code, island.country_name, island.phone_prefix = None, "JM", "Jamaica", "+1876"
    island.save(force_insert=True)
    forget_lookups()
    assert "Jamaica" in str(validate("US", "phone", "+1 876 555 1234").error_message)
    # What would be stored as a Jamaican number is no American one either.
    assert error("US", "phone", "876 555 1234") == "phone_country_mismatch"


def test_first_match_wins_in_sort_order() -> None:
    """CV-2."""
    assert validate("AU", "tax_id", "53004085616").rule_key == "TAX_ID_AU_ABN"
    add_rule("TAX_ID_AU_ANY", "tax_id", "AU", "^[0-9]{11}$", "53004085616", sort_order=1)
    assert validate("AU", "tax_id", "53004085616").rule_key == "TAX_ID_AU_ANY"


def test_worldwide_rules_come_after_the_countrys() -> None:
    add_rule("POSTAL_CODE_ANY", "postal_code", None, "^[0-9]{4,6}$", "12345", sort_order=1)
    assert validate("AU", "postal_code", "2000").rule_key == "POSTAL_CODE_AU"
    assert validate("AU", "postal_code", "20000").rule_key == "POSTAL_CODE_ANY"


def test_email_rules_replace_the_general_check() -> None:
    """CV-3."""
    add_rule("EMAIL_AU", "email", "AU", r"^[^@\s]+@[^@\s]+\.au$", "name@company.au")
    assert outcome("AU", "email", "Dana@Firm.AU")[0] == "dana@firm.au"
    assert error("AU", "email", "dana@firm.example") == "email_invalid"
    assert error("NZ", "email", "dana@firm.example") is None


@pytest.mark.parametrize("pattern", ["^[0-9", "^([0-9]+)+$", "^(a|a)*$"])
def test_a_broken_stored_pattern_is_skipped_and_logged(pattern: str, caplog: pytest.LogCaptureFixture) -> None:
    """CV-3, CV-4: also a pattern that could backtrack badly never runs."""
    add_rule(f"PHONE_AU_{len(pattern)}", "phone", "AU", pattern, "0412345678", sort_order=1)
    with caplog.at_level(logging.ERROR):
        started = time.perf_counter()
        assert outcome("AU", "phone", "0412345678")[0] == "+61412345678"
        assert error("AU", "phone", "1" * 499 + "x") == "phone_invalid"
        # A pattern that backtracks would take hours, whatever else the machine does.
        assert time.perf_counter() - started < 10
    assert "a stored validation pattern is skipped" in caplog.text


def test_only_broken_patterns_accept_nothing() -> None:
    """CV-3."""
    ValidationRule.objects.filter(rule_key="POSTAL_CODE_AU").update(validation_pattern="^([0-9]+)+$")
    forget_rules()
    assert error("AU", "postal_code", "2000") == "no_rule"


def test_numbers_of_a_country_added_at_run_time() -> None:
    """CV-1, CV-5: a local rule is enough; what it stores is accepted again and shown like its example."""
    france = Country.objects.get(country_code="GB")
    france.pk, france.country_code, france.country_name, france.phone_prefix = None, "FR", "France", "+33"
    france.save(force_insert=True)
    forget_lookups()
    add_rule("PHONE_FR", "phone", "FR", "^0[1-9][0-9]{8}$", "0123456789", display_example="01 23 45 67 89")
    assert outcome("FR", "phone", "06.12.34.56.78") == ("+33612345678", "06 12 34 56 78")
    assert outcome("FR", "phone", "+33612345678") == ("+33612345678", "06 12 34 56 78")
    assert display_phone("+33612345678") == "06 12 34 56 78"


def test_service_numbers_round_trip_once_switched_on() -> None:
    ValidationRule.objects.filter(rule_key__contains="TOLLFREE").update(is_active=True)
    forget_rules()
    assert outcome("AU", "phone", "1800 975 707") == ("+611800975707", "1800 975 707")
    assert outcome("AU", "phone", "+611800975707") == ("+611800975707", "1800 975 707")
    assert outcome("GB", "phone", "0808 157 0123") == ("+448081570123", "0808 157 0123")
    assert outcome("NZ", "phone", "0800 123 456") == ("+64800123456", "0800 123 456")


def test_validation_asks_the_database_once_and_is_quick() -> None:
    """CV-6, CV-7: no writes; rules are read once."""
    with CaptureQueriesContext(connection) as first:
        validate("AU", "phone", "0412345678")
    assert len(first) == 2  # rules, countries
    assert all(query["sql"].startswith("SELECT") for query in first)
    with CaptureQueriesContext(connection) as second:
        started = time.perf_counter()
        validate_many("AU", {"phone": "x" * 500, "postal_code": "1" * 500, "tax_id": "9" * 500})
        # A pattern that backtracks would take hours, whatever else the machine does.
        assert time.perf_counter() - started < 10
    assert len(second) == 0


def test_display_of_stored_numbers() -> None:
    assert display_phone(None) is None
    assert display_phone("") is None
    assert display_phone("+61412345678") == "0412 345 678"
    assert display_phone("+61412345678", "NZ") == "0412 345 678"
    assert display_phone("+14165550123", "CA") == "(416) 555-0123"
    assert display_phone("+611800975707") == "+611800975707"
    assert display_phone("+99912345") == "+99912345"
