"""What a person enters about a company, checked and normalised in one pass (CO-1, GEN-4, GEN-5)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from abr_cache.services import parse_abn, parse_acn
from common.problems import FieldErrors
from common.text import is_email_shape
from reference.selectors import country as find_country
from reference.selectors import find_active
from reference.services.validation import validate
from settings_app.selectors import get_int

ABN_EXAMPLE = "This is not a valid ABN. Example: 51 824 753 556."
ACN_EXAMPLE = "This is not a valid ACN. Example: 004 085 616."


@dataclass(frozen=True, slots=True)
class BillingInput:
    """Billing address and contact as entered; after ``check_company`` in stored form."""

    billing_address_line1: str
    billing_city: str
    billing_state: str
    billing_postal_code: str
    billing_address_line2: str | None = None
    billing_contact_name: str | None = None
    billing_email: str | None = None
    billing_phone: str | None = None
    billing_country_code: str | None = None


@dataclass(frozen=True, slots=True)
class CompanyInput:
    """A company as entered; ``is_gst_registered`` counts only when the register has no answer."""

    company_name: str
    country_code: str
    billing: BillingInput
    abn: str | None = None
    acn: str | None = None
    is_gst_registered: bool | None = None
    phone: str | None = None
    email: str | None = None
    industry_code: str | None = None


def check_company(entered: CompanyInput) -> CompanyInput:
    """Return the input in stored form: digits, E.164, lower-case addresses, normalised postcode.

    Raises:
        ValidationFailed: every bad field, under its JSON path.
    """
    errors = FieldErrors()
    _check_name(entered.company_name, errors)
    if find_country(entered.country_code) is None:
        errors.add("countryCode", "invalid_choice", "Choose a country from the list, for example AU.")
    if entered.industry_code and find_active("Industry", entered.industry_code) is None:
        errors.add("industryCode", "invalid_choice", "Choose an industry from the list.")
    stored = replace(
        entered,
        abn=_identifier(entered, "abn", errors),
        acn=_identifier(entered, "acn", errors),
        phone=check_rule(entered.country_code, "phone", entered.phone, "phone", "phone_invalid", errors),
        email=check_email(entered.email, "email", errors),
        billing=check_billing(entered.billing, entered.country_code, "billingDetails.", errors),
    )
    errors.raise_if_any()
    return stored


def _check_name(name: str, errors: FieldErrors) -> None:
    shortest, longest = get_int("COMPANY_NAME_MIN_LENGTH"), get_int("COMPANY_NAME_MAX_LENGTH")
    if len(name) < shortest:
        errors.add("companyName", "too_short", f"Enter a company name of at least {shortest} characters.")
    elif len(name) > longest:
        errors.add("companyName", "too_long", f"Enter a company name of at most {longest} characters.")


def _identifier(entered: CompanyInput, kind: str, errors: FieldErrors) -> str | None:
    text = entered.abn if kind == "abn" else entered.acn
    if not text:
        return None
    if entered.country_code != "AU":
        errors.add(kind, "not_applicable", f"An {kind.upper()} applies to companies in Australia only. Leave it empty.")
        return None
    digits = parse_abn(text) if kind == "abn" else parse_acn(text)
    if digits is None:
        errors.add(kind, f"{kind}_invalid", ABN_EXAMPLE if kind == "abn" else ACN_EXAMPLE)
    return digits


def check_email(text: str | None, field: str, errors: FieldErrors) -> str | None:
    """Return the address in stored form, or None when empty or bad."""
    email = (text or "").strip().lower()
    if email and not is_email_shape(email):
        errors.add(field, "email_invalid", "Enter an e-mail address, for example name@company.com.au.")
        return None
    return email or None


def check_rule(
    country_code: str, rule_type: str, value: str | None, field: str, item_code: str, errors: FieldErrors
) -> str | None:
    """Return ``value`` as the country's rules store it, or None when empty or bad."""
    if not value or find_country(country_code) is None:
        return None
    result = validate(country_code, rule_type, value)
    if result.is_valid:
        return result.stored_value
    code = result.error_code if result.error_code == "phone_country_mismatch" else item_code
    errors.add(field, code or item_code, _with_example(result.error_message, result.example))
    return None


def _with_example(message: str | None, example: str | None) -> str:
    text = (message or "This value is not valid.").rstrip(".")
    return f"{text}. Example: {example}." if example and example not in text else f"{text}."


def check_billing(entered: BillingInput, country_code: str, prefix: str, errors: FieldErrors) -> BillingInput:
    """Check the billing part against the billing country, which is the company's unless another is given."""
    code = entered.billing_country_code or country_code
    country = find_country(code)
    if country is None and entered.billing_country_code:
        errors.add(f"{prefix}billingCountryCode", "invalid_choice", "Choose a country from the list, for example AU.")
    if country is not None:
        _check_state(entered.billing_state, country, prefix, errors)
    postal_code = check_rule(
        code,
        "postal_code",
        entered.billing_postal_code,
        f"{prefix}billingPostalCode",
        "postal_code_invalid",
        errors,
    )
    return replace(
        entered,
        billing_country_code=code,
        billing_postal_code=postal_code or entered.billing_postal_code,
        billing_email=check_email(entered.billing_email, f"{prefix}billingEmail", errors),
        billing_phone=check_rule(
            code, "phone", entered.billing_phone, f"{prefix}billingPhone", "phone_invalid", errors
        ),
    )


def _check_state(state: str, country: object, prefix: str, errors: FieldErrors) -> None:
    subdivisions = getattr(country, "subdivisions_json", None) or []
    codes = [item["code"] for item in subdivisions]
    if codes and state not in codes:
        label = getattr(country, "state_label", "State").lower()
        errors.add(f"{prefix}billingState", "state_invalid", f"Choose the {label} by its code, for example {codes[0]}.")
