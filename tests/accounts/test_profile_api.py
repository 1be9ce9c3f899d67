"""Profile, onboarding details and preferences over HTTP (PR-1, PR-3, PR-4, ON-3)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities, snapshots

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db: None) -> User:
    return make_user(first_name="Dana", last_name="Reed")


@pytest.fixture
def client(person: User) -> ApiClient:
    return client_of(person)


def ok(response: Any) -> Any:
    assert response.status_code == 200, response.content
    return response.json()


def test_profile_is_changed_field_by_field(client: ApiClient, person: User) -> None:
    """PR-1, GEN-4: trimmed; null and empty text clear."""
    body = {
        "firstName": " Đặng ",
        "phone": "0412 345 678",
        "roleTitle": "CEO",
        "bio": "Line\nbreak",
        "languageCode": "en",
    }
    user = ok(client.patch("/users/me", body))
    assert (user["firstName"], user["lastName"], user["phone"], user["phoneDisplay"]) == (
        "Đặng",
        "Reed",
        "+61412345678",
        "0412 345 678",
    )
    assert (user["languageCode"], user["bio"]) == ("en", "Line\nbreak")
    cleared = ok(client.patch("/users/me", {"phone": None, "roleTitle": "", "bio": None, "languageCode": None}))
    assert [cleared[name] for name in ("phone", "phoneDisplay", "roleTitle", "bio", "languageCode")] == [None] * 5
    assert activities(action="USER_UPDATED", user_id=person.pk) == ["USER_UPDATED"] * 2


def test_saving_without_a_change_writes_nothing(client: ApiClient, person: User) -> None:
    """PR-4, AU-3."""
    before = snapshots(person)
    ok(client.patch("/users/me", {"firstName": "Dana", "countryCode": "AU"}))
    ok(client.patch("/users/me", {}))
    assert (activities(user_id=person.pk), snapshots(person)) == ([], before)


def test_every_bad_field_is_named_at_once(client: ApiClient) -> None:
    """GEN-5, PR-1: no endpoint changes the address."""
    body = {
        "firstName": "\ufeff",
        "lastName": "x" * 101,
        "phone": "12",
        "bio": "x" * 501,
        "timezoneIdentifier": "Mars/Base",
        "languageCode": "xx",
        "email": "new@x.example",
    }
    assert field_codes(client.patch("/users/me", body)) == {
        "firstName": "blank",
        "lastName": "too_long",
        "phone": "phone_invalid",
        "bio": "too_long",
        "timezoneIdentifier": "timezone_unknown",
        "languageCode": "invalid_choice",
        "email": "unknown_field",
    }
    assert field_codes(client.patch("/users/me", {"countryCode": None, "firstName": None})) == {
        "countryCode": "null_not_allowed",
        "firstName": "null_not_allowed",
    }


def test_a_new_country_checks_the_phone_again(client: ApiClient) -> None:
    """PR-1."""
    ok(client.patch("/users/me", {"phone": "0412 345 678"}))
    assert field_codes(client.patch("/users/me", {"countryCode": "NZ"})) == {"phone": "phone_country_mismatch"}
    moved = ok(client.patch("/users/me", {"countryCode": "NZ", "phone": "021 234 5678"}))
    assert (moved["countryCode"], moved["phone"]) == ("NZ", "+64212345678")
    assert ok(client.patch("/users/me", {"countryCode": "AU", "phone": None}))["phone"] is None


def test_stale_profile(client: ApiClient) -> None:
    """412: nothing is overwritten."""
    tag = client.get("/users/me")["ETag"]
    ok(client.patch("/users/me", {"roleTitle": "CEO"}, if_match=tag))
    refused = client.patch("/users/me", {"roleTitle": "CTO"}, if_match=tag)
    assert (refused.status_code, problem_code(refused)) == (412, "STALE_RESOURCE")
    assert ok(client.get("/users/me"))["roleTitle"] == "CEO"


def test_preferences(client: ApiClient, person: User) -> None:
    """PR-3: defaults, choice, null restores."""
    defaults = {
        "themeCode": "system",
        "themeCssClass": "theme-system",
        "layoutDensityCode": "comfortable",
        "layoutDensityCssClass": ok(client.get("/users/me/preferences"))["layoutDensityCssClass"],
        "fontSizeCode": "medium",
        "fontSizeCssClass": "font-medium",
        "baseFontSize": 16,
    }
    assert ok(client.get("/users/me/preferences")) == defaults
    chosen = ok(client.patch("/users/me/preferences", {"themeCode": "dark", "fontSizeCode": "large"}))
    assert (chosen["themeCode"], chosen["baseFontSize"]) == ("dark", 18)
    refused = client.patch("/users/me/preferences", {"themeCode": "pink", "layoutDensityCode": "x"})
    assert field_codes(refused) == {"themeCode": "invalid_choice", "layoutDensityCode": "invalid_choice"}
    assert ok(client.patch("/users/me/preferences", {"themeCode": None, "fontSizeCode": None})) == defaults
    assert activities(user_id=person.pk) == ["USER_PREFERENCES_UPDATED"] * 2


def test_details_of_step_one() -> None:
    """ON-3: can be sent again with corrections; every bad field at once."""
    person = make_user(is_onboarding_complete=False, onboarding_step=1)
    client = client_of(person)
    bad = {"firstName": "", "lastName": "R", "countryCode": "ZZ", "timezoneIdentifier": "x", "phone": "1", "age": 3}
    assert field_codes(client.put("/users/me/onboarding-details", bad)) == {
        "firstName": "blank",
        "countryCode": "invalid_choice",
        "timezoneIdentifier": "timezone_unknown",
        "age": "unknown_field",
    }
    body = {"firstName": "Dana", "lastName": "Reed", "countryCode": "AU", "timezoneIdentifier": "Australia/Perth"}
    first = ok(client.put("/users/me/onboarding-details", {**body, "phone": "+61 (0)412 345 678"}))
    assert (first["onboardingStep"], first["phone"], first["isOnboardingComplete"]) == (2, "+61412345678", False)
    again = ok(client.put("/users/me/onboarding-details", body))
    assert (again["onboardingStep"], again["phone"]) == (2, None)
    ok(client.put("/users/me/onboarding-details", body))
    assert activities(user_id=person.pk) == ["ONBOARDING_DETAILS_SAVED"] * 2
