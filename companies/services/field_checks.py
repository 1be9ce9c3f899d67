"""Checks of single fields that company and billing data share."""

from __future__ import annotations

from common.problems import FieldErrors
from common.text import is_email_shape
from reference.selectors import country as find_country
from reference.services.validation import validate

_ITEM_CODES = {"phone": "phone_invalid", "postal_code": "postal_code_invalid"}


def check_email(text: str | None, field: str, errors: FieldErrors) -> str | None:
    """Return the address in stored form, or None when empty or bad (GEN-4)."""
    email = (text or "").strip().lower()
    if email and not is_email_shape(email):
        errors.add(field, "email_invalid", "This is not a valid e-mail address. Example: name@company.example.")
        return None
    return email or None


def check_rule(
    country_code: str,
    rule_type: str,
    value: str | None,
    field: str,
    errors: FieldErrors,
    company_id: int | None = None,
) -> str | None:
    """Return ``value`` as the country's rules store it, or None when empty or bad (CV-1 to CV-6)."""
    if not value or not value.strip() or find_country(country_code) is None:
        return None
    result = validate(country_code, rule_type, value, company_id)
    if result.is_valid:
        return result.stored_value
    is_foreign = result.error_code == "phone_country_mismatch"
    code = "phone_country_mismatch" if is_foreign else _ITEM_CODES[rule_type]
    errors.add(field, code, with_example(result.error_message, result.example))
    return None


def with_example(message: str | None, example: str | None) -> str:
    """A message that ends with an example (GEN-5)."""
    text = (message or "This value is not valid.").rstrip(".")
    has_example = not example or example in text or "Example:" in text
    return f"{text}." if has_example else f"{text}. Example: {example}."
