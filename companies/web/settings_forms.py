"""Forms of a company's settings: profile, billing and organiser side (CO-6, CO-13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from rest_framework.exceptions import ValidationError as RestValidationError

from common.api.fields import UrlField as RestUrlField
from common.problems import FieldError, FieldErrors
from common.web.fields import ChoiceField, EmailField, TextField
from common.web.forms import PageForm
from companies.selectors import CompanyView
from companies.services import billing_change_errors, change_errors
from companies.web.forms import IDENTIFIER_COUNTRY, address_field, fit_address, industry_choices, limit_name
from companies.web.names import NameProposal, name_proposals
from reference.selectors import active_rows
from reference.selectors import country as find_country

_MAX_EVENT_TYPES, _MAX_EVENT_TYPE, _MAX_EVENTS = 20, 50, 10_000
_NUMBER = {"inputmode": "numeric", "autocomplete": "off", "class": "mono"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs between what is saved now and what was typed."""

    label: str
    now: str
    typed: str


class VersionedForm(PageForm):
    """A form about one row; ``version`` carries the entity tag of the row it was made from (CO-6)."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def changes(self) -> dict[str, Any]:
        """Entries under the names of the service; what was emptied is None."""
        return {name: self.optional(name) for name in self.fields if name != "version"}

    def differences(self) -> list[Difference]:
        """What is saved now (``initial``) beside what was typed, where they differ."""
        found = []
        for name, field in self.fields.items():
            if name == "version":
                continue
            now, typed = (_in_words(field, values.get(name)) for values in (self.initial, self.data))
            if now != typed:
                found.append(Difference(str(field.label), now, typed))
        return found


def _in_words(field: forms.Field, value: Any) -> str:
    text = "" if value is None else "\n".join(str(value).split("\r\n")).strip()
    if isinstance(field, forms.ChoiceField):
        names = {str(code): str(name) for code, name in field.choices}  # type: ignore[misc, union-attr]
        return names.get(text, text)
    return text


class CompanyProfileForm(VersionedForm):
    """Name, industry and contact; ABN and ACN while the register has not confirmed them."""

    company_name = TextField(
        "Company name",
        ask="Enter the name of the company, for example Harbourline Exhibits.",
        attrs={"autocomplete": "organization"},
        help_text="Shown everywhere but on invoices, which carry the legal name.",
    )
    abn = TextField("ABN", max_length=20, attrs=_NUMBER)
    acn = TextField("ACN", max_length=20, attrs=_NUMBER)
    industry_code = ChoiceField("Industry", industry_choices)
    phone = TextField("Phone", max_length=30, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}))
    email = EmailField("Company e-mail")

    def __init__(self, *args: Any, company: CompanyView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.company, self.company_id = company, company.company_id
        limit_name(self)
        if company.abr_verified_at is not None or company.country_code != IDENTIFIER_COUNTRY:
            del self.fields["abn"], self.fields["acn"]

    @property
    def proposals(self) -> list[NameProposal]:
        """Names of the register that could stand in ``company_name`` (CO-11)."""
        return name_proposals(self.company, str(self["company_name"].value() or ""))

    def further_errors(self) -> Iterable[FieldError]:
        return change_errors(self.changes(), self.company_id)


class BillingForm(VersionedForm):
    """Contact and address for invoices; the billing country decides labels and the list of states."""

    billing_contact_name = TextField("Contact for invoices", max_length=200, attrs={"autocomplete": "name"})
    billing_email = EmailField("E-mail for invoices")
    billing_phone = TextField(
        "Phone for invoices", max_length=30, widget=forms.TextInput({"type": "tel", "autocomplete": "tel"})
    )
    billing_country_code = ChoiceField(
        "Country",
        lambda: [(row.code, row.name) for row in active_rows("Country")],
        ask="Choose the country of the address, for example Australia.",
    )
    billing_address_line1 = address_field(
        "Street address", "Enter street and number, for example 1 Example Street.", "address-line1", 255
    )
    billing_address_line2 = address_field("Unit, level or building", "", "address-line2", 255)
    billing_city = address_field(
        "Suburb or city", "Enter the suburb or city, for example Parramatta.", "address-level2", 100
    )
    billing_state = TextField("State")
    billing_postal_code = address_field("Postcode", "Enter the postcode, for example 2000.", "postal-code", 20)

    def __init__(self, *args: Any, company_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.company_id = company_id
        values = self.data if self.is_bound else self.initial
        country = find_country(str(values.get("billing_country_code") or ""))
        if country is not None:
            fit_address(self, country)

    def further_errors(self) -> Iterable[FieldError]:
        return billing_change_errors(self.changes(), self.company_id)


class OrganizerForm(VersionedForm):
    """Web site, licence and events of an organiser."""

    website = TextField(
        "Web site",
        max_length=500,
        widget=forms.TextInput({"type": "url", "autocomplete": "url"}),
        help_text="For example https://www.example.com.",
    )
    organizer_license_number = TextField("Licence number", max_length=100, attrs={"autocomplete": "off"})
    event_types_organized = TextField(
        "Kinds of event",
        multiline=True,
        attrs={"rows": 4},
        help_text=f"One a line, for example Trade show; at most {_MAX_EVENT_TYPES}.",
    )
    average_events_per_year = TextField(
        "Events in a usual year", max_length=10, attrs={"inputmode": "numeric", "autocomplete": "off"}
    )

    def changes(self) -> dict[str, Any]:
        number = self.entered("average_events_per_year")
        return {
            **super().changes(),
            "event_types_organized": self._event_types(),
            "average_events_per_year": int(number) if number else None,
        }

    def _event_types(self) -> list[str]:
        lines = (line.strip() for line in self.entered("event_types_organized").splitlines())
        return [line for line in lines if line]

    def further_errors(self) -> Iterable[FieldError]:
        errors = FieldErrors()
        if website := self.entered("website"):
            try:
                RestUrlField(max_length=500).run_validation(website)
            except RestValidationError:
                text = "This is not a web address. It looks like https://www.example.com."
                errors.add("website", "url_invalid", text)
        kinds = self._event_types()
        if len(kinds) > _MAX_EVENT_TYPES:
            errors.add("eventTypesOrganized", "too_long", f"Name at most {_MAX_EVENT_TYPES}; these are {len(kinds)}.")
        for kind in kinds:
            if len(kind) > _MAX_EVENT_TYPE:
                text = f"Use at most {_MAX_EVENT_TYPE} characters a line; “{kind[:20]}…” has {len(kind)}."
                errors.add("eventTypesOrganized", "too_long", text)
        number = self.entered("average_events_per_year")
        if number and not (number.isascii() and number.isdigit() and int(number) <= _MAX_EVENTS):
            text = f"Enter a whole number from 0 to {_MAX_EVENTS:,}, for example 12."
            errors.add("averageEventsPerYear", "out_of_range", text)
        return errors.items
