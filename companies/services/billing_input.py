"""Billing address and contact as entered, checked against the billing country (CO-1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from common.problems import FieldError, FieldErrors
from companies.services.field_checks import check_email, check_rule
from reference.selectors import country as find_country

if TYPE_CHECKING:
    from reference.models import Country

BILLING_PATH = "billingDetails."
_REQUIRED = {
    "billing_address_line1": ("billingAddressLine1", "1 Example Street", 255),
    "billing_city": ("billingCity", "Sydney", 100),
    "billing_state": ("billingState", "NSW", 100),
    "billing_postal_code": ("billingPostalCode", "2000", 20),
}


@dataclass(frozen=True, slots=True)
class BillingInput:
    """Billing address and contact as entered; after ``check_billing`` in stored form."""

    billing_address_line1: str = ""
    billing_city: str = ""
    billing_state: str = ""
    billing_postal_code: str = ""
    billing_address_line2: str | None = None
    billing_contact_name: str | None = None
    billing_email: str | None = None
    billing_phone: str | None = None
    billing_country_code: str | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> BillingInput:
        """Take the billing fields out of ``values`` (snake_case names); absent ones are empty."""
        names = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in names and value is not None})


def check_billing(
    entered: BillingInput, country_code: str, errors: FieldErrors, path: str = "", company_id: int | None = None
) -> BillingInput:
    """Return the input in stored form; ``country_code`` is the company's, used unless a billing country is given.

    ``path`` stands before the names of bad fields in ``errors``.
    """
    code = entered.billing_country_code or country_code
    country = find_country(code)
    if country is None and entered.billing_country_code:
        errors.add(f"{path}billingCountryCode", "invalid_choice", "Choose a country from the list. Example: AU.")
    _check_required(entered, path, errors)
    if country is not None and entered.billing_state.strip():
        _check_state(entered.billing_state.strip(), country, path, errors)

    def by_rule(rule_type: str, value: str | None, name: str) -> str | None:
        return check_rule(code, rule_type, value, f"{path}{name}", errors, company_id)

    return replace(
        entered,
        billing_address_line1=entered.billing_address_line1.strip(),
        billing_city=entered.billing_city.strip(),
        billing_state=entered.billing_state.strip(),
        billing_postal_code=by_rule("postal_code", entered.billing_postal_code, "billingPostalCode") or "",
        billing_address_line2=(entered.billing_address_line2 or "").strip() or None,
        billing_contact_name=(entered.billing_contact_name or "").strip() or None,
        billing_email=check_email(entered.billing_email, f"{path}billingEmail", errors),
        billing_phone=by_rule("phone", entered.billing_phone, "billingPhone"),
        billing_country_code=code,
    )


def billing_errors(values: Mapping[str, Any], country_code: str) -> list[FieldError]:
    """Bad billing fields, without a path before them; ``values`` may lack fields refused for their form (GEN-5)."""
    errors = FieldErrors()
    check_billing(BillingInput.of(values), country_code, errors)
    return errors.items


def _check_required(entered: BillingInput, path: str, errors: FieldErrors) -> None:
    for name, (label, example, longest) in _REQUIRED.items():
        text = str(getattr(entered, name)).strip()
        if not text:
            errors.add(f"{path}{label}", "required", f"This is required. Example: {example}.")
        elif len(text) > longest:
            errors.add(f"{path}{label}", "too_long", f"Use at most {longest} characters. Example: {example}.")


def _check_state(state: str, country: Country, path: str, errors: FieldErrors) -> None:
    codes = [item["code"] for item in country.subdivisions_json or []]
    if codes and state not in codes:
        label = country.state_label.lower()
        errors.add(f"{path}billingState", "state_invalid", f"Choose the {label} by its code. Example: {codes[0]}.")
