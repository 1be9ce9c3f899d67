"""Countries as clients see them, with an example of each kind of entry."""

from __future__ import annotations

from typing import Any

from reference.models import Country
from reference.selectors.lookups import active_rows, country
from reference.services.validation import first_example

_COPIED = (
    "country_code",
    "country_name",
    "phone_prefix",
    "currency_code",
    "currency_symbol",
    "currency_name",
    "tax_rate",
    "tax_name",
    "is_tax_inclusive",
    "tax_number_label",
    "postal_code_label",
    "state_label",
    "sort_order",
)


def country_views() -> list[dict[str, Any]]:
    """Return the active countries in the shape Country of api.md section 3, by snake_case names."""
    return [country_view(row) for row in active_rows("Country")]


def find_country_view(code: str) -> dict[str, Any] | None:
    """Return one active country, or None."""
    row = country(code)
    return None if row is None else country_view(row)


def country_view(row: Country) -> dict[str, Any]:
    """Return a country row in that shape."""
    code = row.country_code
    return {
        **{name: getattr(row, name) for name in _COPIED},
        "has_company_search": bool(row.company_validation_provider),
        "subdivisions": [{"code": part["code"], "name": part["name"]} for part in row.subdivisions_json or []],
        "examples": {
            "phone": first_example(code, "phone"),
            "postal_code": first_example(code, "postal_code"),
            "tax_id": first_example(code, "tax_id"),
        },
    }
