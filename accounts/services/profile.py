"""The person's own profile and preferences (PR-1, PR-3, PR-4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from accounts.services.access_state import forget
from accounts.services.onboarding import check_country, check_phone, check_timezone, lock_user
from auditing.services import apply_changes, business_transaction, save_and_record
from common.actors import Actor
from common.naming import to_camel
from common.problems import FieldError, FieldErrors
from reference.selectors import code_id, find_active, lookup

Precondition = Callable[[Any], None]
_PLAIN = ("first_name", "last_name", "role_title", "bio")


@dataclass(frozen=True, slots=True)
class _Preference:
    """One choice: request name, column, table and the code that nothing chosen stands for."""

    name: str
    column: str
    table: str
    default: str


PREFERENCES = (
    _Preference("theme_code", "theme_preference_id", "ThemePreference", "system"),
    _Preference("layout_density_code", "layout_density_id", "LayoutDensity", "comfortable"),
    _Preference("font_size_code", "font_size_id", "FontSize", "medium"),
)


def update_profile(*, changes: Mapping[str, Any], actor: Actor, precondition: Precondition | None = None) -> User:
    """Change the person's own profile; what is absent stays, saving without a change writes nothing (PR-4).

    ``changes`` holds snake_case names of the contract (``country_code``); ``precondition`` is run on the locked row.

    Raises:
        ValidationFailed: bad fields, also a stored phone that does not fit a new country.
        Problem: STALE_RESOURCE.
    """
    with business_transaction(actor):
        user = lock_user(actor)
        errors = FieldErrors()
        wanted = _check(changes, user, errors)
        errors.raise_if_any()
        if precondition is not None:
            precondition(user)
        _save(user, wanted, "USER_UPDATED", actor)
        forget(user.pk)
        return user


def profile_errors(values: Mapping[str, Any], user: User) -> list[FieldError]:
    """Bad fields among changes, for one answer that names all; ``values`` lacks those refused already (GEN-5)."""
    errors = FieldErrors()
    _check(values, user, errors)
    return errors.items


def _check(changes: Mapping[str, Any], user: User, errors: FieldErrors) -> dict[str, Any]:
    """Return column values for the changes, in stored form."""
    wanted = {name: changes[name] or None for name in _PLAIN if name in changes}
    if "timezone_identifier" in changes:
        check_timezone(changes["timezone_identifier"], errors)
        wanted["timezone_identifier"] = changes["timezone_identifier"]
    if "country_code" in changes:
        check_country(changes["country_code"], errors)
        wanted["country_id"] = _id("Country", changes["country_code"])
    if "language_code" in changes:
        wanted["preferred_language_id"] = _language(changes["language_code"], errors)
    if "phone" in changes or "country_id" in wanted:
        wanted["phone"] = _phone(changes, user, errors)
    return wanted


def _id(table: str, code: str | None) -> int | None:
    return code_id(table, code) if code and find_active(table, code) is not None else None


def _language(code: str | None, errors: FieldErrors) -> int | None:
    if code and find_active("Language", code) is None:
        errors.add("languageCode", "invalid_choice", "Choose a language from the list. Example: en.")
    return _id("Language", code)


def _phone(changes: Mapping[str, Any], user: User, errors: FieldErrors) -> str | None:
    """A new phone, or the stored one under a new country (PR-1)."""
    stored = str(lookup("Country", user.country_id).code) if user.country_id is not None else ""
    country, phone = changes.get("country_code") or stored, changes.get("phone", user.phone)
    if phone and not country:
        errors.add("countryCode", "required", "Name the country of the phone number. Example: AU.")
    if phone == user.phone and country == stored:
        return user.phone
    return check_phone(phone, country, errors)


def update_preferences(*, changes: Mapping[str, str | None], actor: Actor) -> User:
    """Choose theme, density and font size; None restores the default (PR-3).

    Raises:
        ValidationFailed: ``invalid_choice``.
    """
    with business_transaction(actor):
        user = lock_user(actor)
        errors = FieldErrors()
        errors.extend(preference_errors(changes))
        errors.raise_if_any()
        wanted = {p.column: _id(p.table, changes[p.name]) for p in PREFERENCES if p.name in changes}
        _save(user, wanted, "USER_PREFERENCES_UPDATED", actor)
        return user


def preference_errors(values: Mapping[str, str | None]) -> list[FieldError]:
    """Codes among ``values`` that are not offered."""
    errors = FieldErrors()
    for preference in PREFERENCES:
        code = values.get(preference.name)
        if code is not None and find_active(preference.table, code) is None:
            message = f"Choose one from the list. Example: {preference.default}."
            errors.add(to_camel(preference.name), "invalid_choice", message)
    return errors.items


def _save(user: User, wanted: Mapping[str, Any], action: str, actor: Actor) -> None:
    save_and_record(user, apply_changes(user, wanted), action=action, actor=actor, company_id=actor.company_id)
