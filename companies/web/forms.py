"""Forms of the company step: search, and the company with its billing address (ON-4, CO-1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms

from common.problems import FieldError
from common.web.fields import ChoiceField, EmailField, TextField
from common.web.forms import PageForm
from companies.services import BillingInput, CompanyInput, billing_errors, company_errors
from reference.selectors import active_rows
from reference.selectors import country as find_country
from settings_app.selectors import get_int

if TYPE_CHECKING:
    from reference.models import Country

SEARCH_TYPES = [("auto", "Detect automatically"), ("abn", "ABN"), ("acn", "ACN"), ("name", "Name")]
IDENTIFIER_COUNTRY = "AU"
_GST = [("", "I do not know"), ("yes", "Yes"), ("no", "No")]


class SearchForm(PageForm):
    """One box and the type (AB-1)."""

    query = TextField(
        "ABN, ACN or company name",
        ask="Type an ABN, an ACN or a company name, for example Harbourline Exhibits.",
        max_length=200,
        widget=forms.TextInput({"type": "search", "autocomplete": "off"}),
    )
    search_type = ChoiceField("Search by", lambda: SEARCH_TYPES, required=False)


def industry_choices() -> list[tuple[str, str]]:
    """Industries, with the empty choice that clears the value."""
    return [("", "Not chosen"), *((row.code, row.name) for row in active_rows("Industry"))]


def address_field(label: str, ask: str, autocomplete: str, max_length: int) -> TextField:
    return TextField(label, ask=ask, max_length=max_length, attrs={"autocomplete": autocomplete})


class CompanyForm(PageForm):
    """The new company. The country decides labels, the list of states and which fields there are.

    ``is_manual`` adds the GST question, which the register answers otherwise.
    """

    country_code = ChoiceField(
        "Country",
        lambda: [(row.code, row.name) for row in active_rows("Country")],
        ask="Choose the country of the company, for example Australia.",
    )
    company_name = TextField(
        "Company name",
        ask="Enter the name of the company, for example Harbourline Exhibits.",
        attrs={"autocomplete": "organization"},
    )
    abn = TextField("ABN", max_length=20, attrs={"inputmode": "numeric", "autocomplete": "off", "class": "mono"})
    acn = TextField("ACN", max_length=20, attrs={"inputmode": "numeric", "autocomplete": "off", "class": "mono"})
    is_gst_registered = ChoiceField("Registered for GST", lambda: _GST)
    industry_code = ChoiceField("Industry", industry_choices)
    phone = TextField("Phone", max_length=30, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}))
    email = EmailField("Company e-mail")
    billing_address_line1 = address_field(
        "Street address", "Enter street and number, for example 1 Example Street.", "address-line1", 255
    )
    billing_address_line2 = address_field("Unit, level or building", "", "address-line2", 255)
    billing_city = address_field(
        "Suburb or city", "Enter the suburb or city, for example Parramatta.", "address-level2", 100
    )
    billing_state = TextField("State")
    billing_postal_code = address_field("Postcode", "Enter the postcode, for example 2000.", "postal-code", 20)

    def __init__(self, *args: Any, country_code: str, is_manual: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit_name(self)
        country = find_country(country_code)
        for name in self._absent(country, is_manual):
            del self.fields[name]
        if country is not None:
            fit_address(self, country)

    @staticmethod
    def _absent(country: Country | None, is_manual: bool) -> list[str]:
        names = [] if country is not None and country.country_code == IDENTIFIER_COUNTRY else ["abn", "acn"]
        has_gst = country is not None and country.tax_name == "GST"
        return names if has_gst and is_manual else [*names, "is_gst_registered"]

    def further_errors(self) -> Iterable[FieldError]:
        values = self.values()
        country_code = self.entered("country_code")
        found = company_errors(values)
        return [*found, *billing_errors(values, country_code)] if country_code else found

    def values(self) -> Mapping[str, Any]:
        """Entries under the names of the service; what was left empty is None."""
        values: dict[str, Any] = {name: self.optional(name) for name in self.fields}
        values["is_gst_registered"] = {"yes": True, "no": False}.get(self.entered("is_gst_registered"))
        return values

    def company(self) -> CompanyInput:
        """What the service takes."""
        values = self.values()
        return CompanyInput.of(values, BillingInput.of(values))


def limit_name(form: forms.Form) -> None:
    """Shortest and longest name of the settings, for the browser."""
    form.fields["company_name"].widget.attrs |= {
        "minlength": get_int("COMPANY_NAME_MIN_LENGTH"),
        "maxlength": get_int("COMPANY_NAME_MAX_LENGTH"),
    }


def fit_address(form: forms.Form, country: Country) -> None:
    """Labels, state list and keyboard of the country of a billing address (ON-4)."""
    form.fields["billing_state"] = _state_field(country)
    postal_code = form.fields["billing_postal_code"]
    postal_code.label = country.postal_code_label
    postal_code.error_messages["required"] = f"Enter the {country.postal_code_label.lower()}."
    if country.country_code == IDENTIFIER_COUNTRY:
        postal_code.error_messages["required"] = "Enter the postcode, for example 2000."
        postal_code.widget.attrs["inputmode"] = "numeric"


def _state_field(country: Country) -> forms.Field:
    label = country.state_label
    subdivisions = country.subdivisions_json or []
    article = "an" if label[:1].lower() in "aeiou" else "a"
    if not subdivisions:
        ask = f"Enter the {label.lower()}."
        return TextField(label, ask=ask, max_length=100, attrs={"autocomplete": "address-level1"})
    choices = [("", f"Choose {article} {label.lower()}"), *((item["code"], item["name"]) for item in subdivisions)]
    ask = f"Choose the {label.lower()}, for example {subdivisions[0]['name']}."
    return ChoiceField(label, lambda: choices, ask=ask, widget=forms.Select({"autocomplete": "address-level1"}))
