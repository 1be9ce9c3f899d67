"""Forms about the signed-in person: onboarding details, profile, password."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, cast

from django import forms

from accounts.services.onboarding import check_phone, check_timezone, known_timezones
from accounts.web.forms.entry import ASK_FIRST_NAME, ASK_LAST_NAME, ASK_NEW_PASSWORD
from accounts.web.zones import zone_countries
from common.problems import FieldError, FieldErrors
from common.web.fields import ChoiceField, PasswordField, TextField
from common.web.forms import PageForm
from reference.selectors import active_rows

ASK_COUNTRY = "Choose your country, for example Australia."
ASK_ZONE = "Choose your time zone, for example Australia/Sydney."

_FIRST_REGION = "Australia"


def country_choices() -> list[tuple[str, str]]:
    """Countries a person may be in, with an empty choice while none is known."""
    return [("", "Choose a country"), *((row.code, row.name) for row in active_rows("Country"))]


def language_choices() -> list[tuple[str, str]]:
    """Languages of the interface, with the empty choice that clears the value (PR-1)."""
    return [("", "Default"), *((row.code, row.name) for row in active_rows("Language"))]


def zone_choices() -> Iterator[tuple[str, Any]]:
    """Time zones by region; places alone, without the zones that are no place."""
    yield "", "Choose a time zone"
    zones = sorted((zone for zone in known_timezones() if "/" in zone and not zone.startswith("Etc/")), key=_order)
    for region, members in groupby(zones, key=_region):
        yield region, [(zone, zone.partition("/")[2].replace("_", " ")) for zone in members]
    yield "Other", [("UTC", "UTC")]


def _region(zone: str) -> str:
    return zone.partition("/")[0]


def _order(zone: str) -> tuple[bool, str]:
    return _region(zone) != _FIRST_REGION, zone


class PersonForm(PageForm):
    """Names, place and phone, shared by onboarding and profile."""

    first_name = TextField("First name", ask=ASK_FIRST_NAME, max_length=100, attrs={"autocomplete": "given-name"})
    last_name = TextField("Last name", ask=ASK_LAST_NAME, max_length=100, attrs={"autocomplete": "family-name"})
    country_code = ChoiceField("Country", country_choices, ask=ASK_COUNTRY)
    timezone_identifier = ChoiceField("Time zone", zone_choices, ask=ASK_ZONE)
    phone = TextField(
        "Phone",
        max_length=30,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        help_text="For example 0412 345 678, or +61 412 345 678.",
    )
    role_title = TextField(
        "Job title",
        max_length=100,
        attrs={"autocomplete": "organization-title"},
        help_text="Your colleagues see it, for example Event manager.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keep_unusual_zone()

    def _keep_unusual_zone(self) -> None:
        """A zone known to the server but not offered (``EST``) stays selectable for whoever has it."""
        zone = self.data.get("timezone_identifier") or self.initial.get("timezone_identifier")
        field = cast(forms.ChoiceField, self.fields["timezone_identifier"])
        if zone and zone in known_timezones() and not field.valid_value(zone):
            field.choices = [*zone_choices(), (zone, zone)]

    def further_errors(self) -> Iterable[FieldError]:
        errors = FieldErrors()
        country, zone = self.entered("country_code"), self.entered("timezone_identifier")
        if zone:
            check_timezone(zone, errors)
        if country:
            check_phone(self.optional("phone"), country, errors)
        return errors.items


class DetailsForm(PersonForm):
    """Step 1 of onboarding; the script proposes the country of the browser's zone (ON-3)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["country_code"].widget.attrs["data-zone-countries"] = zone_countries()


class ProfileForm(PersonForm):
    """The profile; every optional value can be cleared (PR-1)."""

    bio = TextField(
        "About you", multiline=True, max_length=500, attrs={"rows": 4}, help_text="Shown to your colleagues."
    )
    language_code = ChoiceField("Language", language_choices)


class PasswordChangeForm(PageForm):
    """Present and new password (PW-7)."""

    current_password = PasswordField("Present password", ask="Enter your present password.")
    new_password = PasswordField("New password", ask=ASK_NEW_PASSWORD, is_new=True)
