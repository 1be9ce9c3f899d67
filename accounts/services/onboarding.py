"""Onboarding: step 1 "your details", and completion (ON-1 to ON-7)."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

from accounts.models import User
from accounts.services.access_state import forget
from auditing.services import business_transaction, record
from common.actors import Actor
from common.db.row_locks import taking_turns
from common.problems import FieldError, FieldErrors
from common.tenancy import system_scope
from companies.selectors import choose_active_membership, joining_recipients
from logging_app.services import queue_email
from reference.selectors import code_id
from reference.selectors import country as find_country
from reference.services.validation import validate
from settings_app.selectors import get_bool

STEP_DETAILS, STEP_COMPANY, STEP_DONE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class OnboardingState:
    """How far a person is."""

    has_details: bool
    is_complete: bool


@dataclass(frozen=True, slots=True)
class DetailsInput:
    """Step 1 as entered (ON-3)."""

    first_name: str
    last_name: str
    country_code: str
    timezone_identifier: str
    phone: str | None = None
    role_title: str | None = None


def lock_user(actor: Actor) -> User:
    """Lock the acting person's row to the end of the transaction, so that two submissions run one after the other."""
    user: User = taking_turns(User.objects.filter(pk=actor.user_id)).get()
    return user


def lock_onboarding(actor: Actor) -> OnboardingState:
    """Lock the person and tell how far their onboarding is; call inside a transaction."""
    user = lock_user(actor)
    return OnboardingState(
        has_details=user.onboarding_step > STEP_DETAILS or user.is_onboarding_complete,
        is_complete=user.is_onboarding_complete,
    )


@cache
def known_timezones() -> frozenset[str]:
    """IANA zones a person may choose, as long as the column takes them."""
    names = zoneinfo.available_timezones() - {"Factory", "localtime", "posixrules"}
    return frozenset(name for name in names if len(name) <= 50)


def check_country(code: str, errors: FieldErrors) -> None:
    """The country is one that is offered."""
    if find_country(code) is None:
        errors.add("countryCode", "invalid_choice", "Choose a country from the list. Example: AU.")


def check_timezone(identifier: str, errors: FieldErrors) -> None:
    """The zone is one the server knows and a person can live in (ON-3)."""
    if identifier not in known_timezones():
        errors.add("timezoneIdentifier", "timezone_unknown", "Choose a time zone. Example: Australia/Sydney.")


def check_phone(phone: str | None, country_code: str, errors: FieldErrors) -> str | None:
    """Return the phone in E.164, or None when empty or bad (CV-5)."""
    if not phone or not phone.strip() or find_country(country_code) is None:
        return None
    result = validate(country_code, "phone", phone)
    if not result.is_valid:
        code = "phone_country_mismatch" if result.error_code == "phone_country_mismatch" else "phone_invalid"
        message = (result.error_message or "This is not a valid phone number").rstrip(".")
        has_example = not result.example or "Example:" in message
        errors.add("phone", code, f"{message}." if has_example else f"{message}. Example: {result.example}.")
    return result.stored_value if result.is_valid else None


def save_details(*, entered: DetailsInput, actor: Actor) -> User:
    """Store step 1; with an active membership this completes onboarding (ON-3, ON-7). May be sent again.

    Raises:
        ValidationFailed: country, time zone or phone is not accepted.
    """
    errors = FieldErrors()
    phone = _checked_phone(entered.country_code, entered.timezone_identifier, entered.phone, errors)
    errors.raise_if_any()
    with business_transaction(actor):
        user = lock_user(actor)
        changes = _apply(user, entered, phone)
        if changes or user.onboarding_step == STEP_DETAILS:
            user.onboarding_step = max(user.onboarding_step, STEP_COMPANY)
            user.stamp_updated(actor)
            user.save()
            _record_details(user, changes, actor)
        complete_for_member(actor)
        forget(user.pk)
        user.refresh_from_db()
        return user


def details_errors(values: Mapping[str, Any]) -> list[FieldError]:
    """Bad fields of step 1, for one answer that names all; ``values`` may lack fields refused already (GEN-5)."""
    errors = FieldErrors()
    _checked_phone(
        values.get("country_code") or "", values.get("timezone_identifier") or "", values.get("phone"), errors
    )
    return errors.items


def _checked_phone(country_code: str, timezone: str, phone: str | None, errors: FieldErrors) -> str | None:
    check_country(country_code, errors)
    check_timezone(timezone, errors)
    return check_phone(phone, country_code, errors)


def _apply(user: User, entered: DetailsInput, phone: str | None) -> dict[str, Any]:
    """Set the entered values; return those that changed."""
    wanted = {
        "first_name": entered.first_name,
        "last_name": entered.last_name,
        "country_id": code_id("Country", entered.country_code),
        "timezone_identifier": entered.timezone_identifier,
        "phone": phone,
        "role_title": entered.role_title or None,
    }
    changed = {name: value for name, value in wanted.items() if getattr(user, name) != value}
    for name, value in changed.items():
        setattr(user, name, value)
    return changed


def _record_details(user: User, changes: dict[str, Any], actor: Actor) -> None:
    record(
        action="ONBOARDING_DETAILS_SAVED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        company_id=actor.company_id,
        new={"changedFields": sorted(changes)},
    )


def complete_for_member(actor: Actor) -> None:
    """Complete the onboarding of a person who has given their details and belongs to a company (ON-7).

    Call it inside a transaction once either half has come true; nothing happens while the other is missing.
    """
    user = lock_user(actor)
    if user.is_onboarding_complete or user.onboarding_step == STEP_DETAILS:
        return
    membership = choose_active_membership(user.pk)
    if membership is None:
        return
    finish_onboarding(actor=actor, company_id=membership.company_id, company_name=membership.company_name)
    announce_joining(user_id=user.pk, company_id=membership.company_id)


def finish_onboarding(*, actor: Actor, company_id: int, company_name: str) -> None:
    """Mark onboarding as done, once, and queue the welcome mail (ON-6); nothing happens when it was done before."""
    user = lock_user(actor)
    if user.is_onboarding_complete:
        return
    user.onboarding_step = STEP_DONE
    user.is_onboarding_complete = True
    user.stamp_updated(actor)
    user.save()
    forget(user.pk)
    record(
        action="ONBOARDING_COMPLETED",
        entity_type="dbo.User",
        entity_id=user.pk,
        actor=actor,
        company_id=company_id,
    )
    if get_bool("WELCOME_EMAIL_ENABLED"):
        queue_email(
            email_type="welcome",
            recipient=user.email,
            data={
                "name": user.first_name,
                "companyName": company_name,
                "dashboardUrl": f"{settings.PUBLIC_ORIGIN}/dashboard",
            },
            user_id=user.pk,
            company_id=company_id,
        )


def announce_joining(*, user_id: int, company_id: int) -> None:
    """Tell the inviter and the admins that a person has joined, once their onboarding is done (ON-7)."""
    with system_scope("accounts.services.onboarding.announce_joining"):
        joining = joining_recipients(user_id=user_id, company_id=company_id)
    for recipient in joining.recipients:
        queue_email(
            email_type="invitation_accepted",
            recipient=recipient.email,
            data={
                "name": recipient.first_name,
                "memberName": joining.member_name,
                "companyName": joining.company_name,
                "roleName": joining.role_name,
                "teamUrl": f"{settings.PUBLIC_ORIGIN}/team",
            },
            user_id=recipient.user_id,
            company_id=company_id,
        )
