"""What a person enters about a company, checked and normalised in one pass (CO-1, GEN-4, GEN-5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from abr_cache.services import ABN_MESSAGE, ACN_MESSAGE, parse_abn, parse_acn
from common.problems import FieldError, FieldErrors
from companies.services.billing_input import BILLING_PATH, BillingInput, check_billing
from companies.services.field_checks import check_email, check_rule
from reference.selectors import country as find_country
from reference.selectors import find_active
from settings_app.selectors import get_int


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

    @classmethod
    def of(cls, values: Mapping[str, Any], billing: BillingInput) -> CompanyInput:
        """Take the company's own fields out of ``values`` (snake_case names); absent ones are empty."""
        names = ("abn", "acn", "is_gst_registered", "phone", "email", "industry_code")
        return cls(
            company_name=values.get("company_name") or "",
            country_code=values.get("country_code") or "",
            billing=billing,
            **{name: values.get(name) for name in names},
        )


def check_company(entered: CompanyInput) -> CompanyInput:
    """Return the input in stored form: digits, E.164, lower-case addresses, normalised postcode.

    Raises:
        ValidationFailed: every bad field, under its JSON path.
    """
    errors = FieldErrors()
    checked = replace(
        _checked(entered, errors),
        billing=check_billing(entered.billing, entered.country_code, errors, BILLING_PATH),
    )
    errors.raise_if_any()
    return checked


def company_errors(values: Mapping[str, Any]) -> list[FieldError]:
    """Bad fields among the company's own, the billing part apart, for one answer that names all (GEN-5).

    ``values`` may lack fields that were refused for their form already.
    """
    errors = FieldErrors()
    _checked(CompanyInput.of(values, BillingInput()), errors)
    return errors.items


def _checked(entered: CompanyInput, errors: FieldErrors) -> CompanyInput:
    check_name(entered.company_name, errors)
    if find_country(entered.country_code) is None:
        errors.add("countryCode", "invalid_choice", "Choose a country from the list. Example: AU.")
    check_industry(entered.industry_code, errors)
    return replace(
        entered,
        company_name=entered.company_name.strip(),
        abn=check_identifier("abn", entered.abn, entered.country_code, errors),
        acn=check_identifier("acn", entered.acn, entered.country_code, errors),
        phone=check_rule(entered.country_code, "phone", entered.phone, "phone", errors),
        email=check_email(entered.email, "email", errors),
        industry_code=entered.industry_code or None,
    )


def check_name(name: str, errors: FieldErrors) -> None:
    """Name length within the configured limits (CO-1)."""
    shortest, longest = get_int("COMPANY_NAME_MIN_LENGTH"), get_int("COMPANY_NAME_MAX_LENGTH")
    length = len(name.strip())
    if length < shortest:
        errors.add("companyName", "too_short", f"Use at least {shortest} characters. Example: Harbourline Exhibits.")
    elif length > longest:
        errors.add("companyName", "too_long", f"Use at most {longest} characters. Example: Harbourline Exhibits.")


def check_industry(code: str | None, errors: FieldErrors) -> None:
    """The industry is one that is offered, or none."""
    if code and find_active("Industry", code) is None:
        errors.add("industryCode", "invalid_choice", "Choose an industry from the list. Example: event-mgmt.")


def check_identifier(kind: str, text: str | None, country_code: str, errors: FieldErrors) -> str | None:
    """Return the digits of an ABN or ACN (``kind``), or None when empty or bad; both are for Australia only."""
    if not text or not text.strip():
        return None
    if country_code != "AU":
        if find_country(country_code) is not None:
            message = f"An {kind.upper()} applies to companies in Australia only. Leave it empty."
            errors.add(kind, "not_applicable", message)
        return None
    digits = parse_abn(text) if kind == "abn" else parse_acn(text)
    if digits is None:
        errors.add(kind, f"{kind}_invalid", ABN_MESSAGE if kind == "abn" else ACN_MESSAGE)
    return digits
