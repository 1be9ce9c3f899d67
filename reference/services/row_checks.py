"""What a row of reference data must obey; messages say what is allowed (GEN-5, CF-3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from common.backoffice.columns import own_columns
from common.naming import to_camel
from common.problems import FieldErrors
from common.redaction import is_secret_name

_CODE = re.compile(r"[a-z][a-z0-9_-]*")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TWO_CAPITALS, _THREE_CAPITALS = re.compile(r"[A-Z]{2}"), re.compile(r"[A-Z]{3}")
_PHONE_PREFIX = re.compile(r"\+[1-9][0-9]{0,3}")
_HIGHEST_ORDER = 32_767
_REGISTERS, _ADDRESS_SERVICES = (None, "ABR"), (None, "Geoscape")
_SUBDIVISION_MEMBERS = frozenset({"code", "isoCode", "name", "category"})

Check = tuple[str, Callable[[Any], bool], str, str]


def cleaned_values(model: Any, values: Mapping[str, Any], errors: FieldErrors) -> dict[str, Any]:
    """Return ``values`` in the form they are stored, trimmed, empty text as null where the column takes it (GEN-4)."""
    known = own_columns(model)
    return {
        name: _cleaned(model._meta.get_field(name), value, errors) for name, value in values.items() if name in known
    }


def check_row(row: Any, errors: FieldErrors) -> None:
    """Add what is wrong with a row; columns that already have an error are passed over."""
    bad = {item.field for item in errors.items}
    for field in row._meta.concrete_fields:
        name = to_camel(field.name)
        if field.name in own_columns(type(row)) and name not in bad and _is_empty(field, getattr(row, field.name)):
            errors.add(name, "required", f"Enter {_label(field)}.")
            bad.add(name)
    for column, is_right, code, message in _CHECKS[type(row).__name__]:
        if to_camel(column) not in bad and not is_right(getattr(row, column)):
            errors.add(to_camel(column), code, message)


def _cleaned(field: Any, value: Any, errors: FieldErrors) -> Any:
    if isinstance(value, str):
        value = value.strip()
        if any(ord(char) < 32 or ord(char) == 127 for char in value):
            errors.add(
                to_camel(field.name), "invalid_characters", "Control characters and line breaks are not allowed."
            )
    if value in (None, ""):
        return None if field.null else field.get_default() if not isinstance(field, models.CharField) else ""
    try:
        return field.clean(value, None)
    except ValidationError as error:
        code = "too_long" if "max_length" in [item.code for item in error.error_list] else "wrong_type"
        errors.add(to_camel(field.name), code, " ".join(error.messages))
        return value


def _is_empty(field: Any, value: Any) -> bool:
    return not field.null and (value is None or value == "")


def _label(field: Any) -> str:
    return f"a value for {field.verbose_name}: {field.help_text}"


def _matches(pattern: re.Pattern[str]) -> Callable[[Any], bool]:
    return lambda value: pattern.fullmatch(str(value)) is not None


def _between(low: Any, high: Any) -> Callable[[Any], bool]:
    return lambda value: value is None or (low <= value <= high)


def _are_subdivisions(value: Any) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and all(
        isinstance(part, dict)
        and part.keys() == _SUBDIVISION_MEMBERS
        and all(isinstance(text, str) and text for text in part.values())
        for part in value
    )


def _is_free_of_secrets(value: Any) -> bool:
    if isinstance(value, dict):
        return all(not is_secret_name(name) and _is_free_of_secrets(item) for name, item in value.items())
    return all(_is_free_of_secrets(item) for item in value) if isinstance(value, list) else True


def _is_container(value: Any) -> bool:
    return value is None or isinstance(value, dict | list)


_ORDER: Check = (
    "sort_order",
    _between(0, _HIGHEST_ORDER),
    "too_small",
    f"Enter a whole number from 0 to {_HIGHEST_ORDER}; 10 stands before 20.",
)
_CURRENCY: Check = (
    "currency_code",
    _matches(_THREE_CAPITALS),
    "pattern_mismatch",
    "Enter the three capital letters of ISO 4217, for example AUD.",
)


def _code(column: str) -> Check:
    message = "Use small letters, digits, - and _, beginning with a letter, for example trade_shows."
    return column, _matches(_CODE), "pattern_mismatch", message


def _price(column: str) -> Check:
    message = "Enter 0 or more, at most 99999999.99; leave it empty when the price is negotiated."
    return column, _between(Decimal(0), Decimal("99999999.99")), "too_small", message


def _limit(column: str) -> Check:
    return column, _between(0, 2**31 - 1), "too_small", "Enter 0 or more; leave it empty for no limit."


_CHECKS: Mapping[str, tuple[Check, ...]] = {
    "Country": (
        ("country_code", _matches(_TWO_CAPITALS), "pattern_mismatch", "Enter two capital letters of ISO 3166-1: NZ."),
        ("phone_prefix", _matches(_PHONE_PREFIX), "pattern_mismatch", "Enter + and one to four digits: +61."),
        _CURRENCY,
        (
            "tax_rate",
            _between(Decimal(0), Decimal(1)),
            "too_large",
            "Enter a fraction from 0 to 1: 0.1 is ten percent.",
        ),
        (
            "subdivisions_json",
            _are_subdivisions,
            "wrong_type",
            'Enter a list such as [{"code": "NSW", "isoCode": "AU-NSW", "name": "N.S.W.", "category": "state"}].',
        ),
        ("company_validation_provider", lambda value: value in _REGISTERS, "invalid_choice", "Enter ABR or nothing."),
        (
            "address_validation_provider",
            lambda value: value in _ADDRESS_SERVICES,
            "invalid_choice",
            "Enter Geoscape or nothing.",
        ),
        ("integration_config", _is_container, "wrong_type", 'Enter an object such as {"timeoutSeconds": 5}.'),
        (
            "integration_config",
            _is_free_of_secrets,
            "invalid_choice",
            "Keys, tokens and passwords belong into the environment of the server, never here.",
        ),
        _ORDER,
    ),
    "Language": (
        ("language_code", _matches(_LANGUAGE_TAG), "pattern_mismatch", "Enter a BCP 47 tag such as en-AU."),
        _ORDER,
    ),
    "Industry": (_code("industry_code"), _ORDER),
    "CustomerTier": (
        _code("customer_tier_code"),
        _CURRENCY,
        _price("monthly_price"),
        _price("annual_price"),
        _limit("max_users"),
        _limit("max_forms"),
        _limit("max_submissions_per_month"),
        _ORDER,
    ),
}
