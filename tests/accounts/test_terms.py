"""Accepting a new version of the terms: asked for on every page, recorded once, in nobody's way (SU-1, PR-4)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User
from common import clock
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.pages import PageClient, goes_to, text_of
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db

OLD, NEW = "2025-10", "2026-11.2"
PATH = "/users/me/accept-terms"
BANNER = "The terms of use have changed"


@pytest.fixture
def changed(set_setting: Any) -> None:
    """A new version is in force."""
    set_setting("TERMS_VERSION", NEW)


def accept(client: ApiClient, version: Any = NEW) -> Any:
    return client.post(PATH, {"termsVersion": version})


def test_accepting_is_recorded_with_time_and_both_versions(changed: None) -> None:
    """AU-1, AU-2: the user carries the new version; activity and history say so."""
    before = clock.now()
    user = make_user(terms_accepted_at=before - timedelta(days=300))
    client, history = client_of(user), snapshots(user)
    body = accept(client).json()
    assert body["termsVersion"] == NEW
    assert body == client.get("/users/me").json()
    user.refresh_from_db()
    assert user.terms_version == NEW
    assert user.terms_accepted_at is not None
    assert user.terms_accepted_at >= before
    activity = apps.get_model("auditing", "ActivityLog").all_companies.get(action="USER_TERMS_ACCEPTED")
    assert (activity.entity_type, activity.entity_id, activity.user_id) == ("dbo.User", user.pk, user.pk)
    assert activity.old_value["termsVersion"] == OLD
    assert activity.new_value["termsVersion"] == NEW
    assert snapshots(user) == history + 1


def test_accepting_again_writes_nothing(changed: None) -> None:
    """AU-3: the time of the first acceptance stays."""
    user = make_user()
    client = client_of(user)
    first, before = accept(client).json(), footprint()
    again = accept(client)
    assert (again.status_code, again.json()) == (200, first)
    assert footprint() == before
    assert snapshots(user) == 2


@pytest.mark.parametrize("version", [OLD, "2026-11", "2027-01", "soon"])
def test_another_version_than_the_one_in_force_is_refused(changed: None, version: str) -> None:
    """Nobody accepts what they have not read; the answer names the version in force."""
    user = make_user()
    client = client_of(user)
    before = (footprint(), snapshots(user))
    response = accept(client, version)
    assert (response.status_code, problem_code(response)) == (409, "TERMS_NOT_CURRENT")
    assert response.json()["termsVersion"] == NEW
    user.refresh_from_db()
    assert user.terms_version == OLD
    assert (footprint(), snapshots(user)) == before


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({}, {"termsVersion": "required"}),
        ({"termsVersion": None}, {"termsVersion": "null_not_allowed"}),
        ({"termsVersion": 2026}, {"termsVersion": "wrong_type"}),
        ({"termsVersion": "2" * 21}, {"termsVersion": "too_long"}),
        ({"termsVersion": NEW, "userId": 1}, {"userId": "unknown_field"}),
    ],
)
def test_malformed_bodies(changed: None, body: dict[str, Any], codes: dict[str, str]) -> None:
    client = client_of(make_user())
    before = footprint()
    assert field_codes(client.post(PATH, body)) == codes
    assert footprint() == before


def test_a_visitor_accepts_nothing(changed: None) -> None:
    make_user()
    before = footprint()
    assert accept(ApiClient()).status_code == 401
    assert footprint() == before


def test_an_account_without_any_version_and_before_onboarding(changed: None) -> None:
    """Terms do not wait for onboarding."""
    user = make_user(terms_version=None, terms_accepted_at=None, is_onboarding_complete=False, onboarding_step=1)
    assert BANNER in text_of(PageClient.of(user).get("/onboarding/details"))
    assert accept(client_of(user)).json()["termsVersion"] == NEW


def test_the_api_goes_on_for_everybody(changed: None) -> None:
    """Not accepting blocks nothing."""
    user = make_user()
    company = make_company(user)
    client = client_of(user)
    assert client.get(f"/companies/{company.pk}").status_code == 200
    assert client.patch("/users/me", {"bio": "Hello"}).json()["termsVersion"] == OLD
    assert ApiClient().get("/config").json()["termsVersion"] == NEW


@pytest.mark.django_db(transaction=True)
def test_two_at_once(changed: None) -> None:
    """GEN-3: both succeed, one is recorded."""
    user = make_user()
    token = client_of(user).token
    responses = run_together(*[lambda: accept(ApiClient(token)) for _ in range(4)])
    assert [response.status_code for response in responses] == [200] * 4
    assert len({response.json()["termsAcceptedAt"] for response in responses}) == 1
    assert activities(action="USER_TERMS_ACCEPTED") == ["USER_TERMS_ACCEPTED"]
    assert snapshots(user) == 2


# Pages


def test_every_page_reminds_until_accepted(changed: None) -> None:
    user = make_user()
    make_company(user)
    client = PageClient.of(user)
    for path in ("/dashboard", "/account", "/team", "/terms", "/support", "/companies"):
        page = text_of(client.get(path))
        assert BANNER in page, path
        assert f"version {NEW} is in force" in page
    assert "/account/terms?next=%2Fteam%3Fq%3Dx" in text_of(client.get("/team?q=x"))
    assert goes_to(client.post("/account/terms", terms_version=NEW, next="/team?q=x")) == "/team?q=x"
    page = text_of(client.get("/team"))
    assert BANNER not in page
    assert f"You have accepted version {NEW} of the terms." in page
    assert activities(action="USER_TERMS_ACCEPTED") == ["USER_TERMS_ACCEPTED"]
    assert auth_events(event_type="LOGOUT") == []


def test_nobody_else_is_reminded() -> None:
    """Visitors, and people who accepted the version in force."""
    assert BANNER not in text_of(PageClient().get("/terms"))
    client = PageClient.of(make_user())
    assert BANNER not in text_of(client.get("/account"))
    page = client.get("/account/terms")
    assert page.context["is_accepted"]
    assert "You have accepted this version" in text_of(page)
    assert "accept</button>" not in text_of(page)


def test_the_page_says_what_applies_and_what_happens_without(changed: None) -> None:
    client = PageClient.of(make_user())
    page = text_of(client.get("/account/terms"))
    assert BANNER not in page
    assert f"Version {NEW} is in force." in page
    assert f"You accepted version {OLD} on" in page
    for address in ("/terms", "/privacy", "/support"):
        assert f'href="{address}"' in page
    assert "Nothing is switched off" in page
    assert 'action="/logout"' in page


def test_terms_that_changed_under_an_open_page_are_not_accepted(changed: None, set_setting: Any) -> None:
    user = make_user()
    client = PageClient.of(user)
    set_setting("TERMS_VERSION", "2026-12")
    before = footprint()
    response = client.post("/account/terms", terms_version=NEW)
    assert response.status_code == 409
    page = text_of(response)
    assert "The terms changed while this page was open" in page
    assert 'name="terms_version" value="2026-12"' in page
    assert footprint() == before
    assert User.objects.get().terms_version == OLD


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "/api/v1/users/me", ""])
def test_only_own_pages_follow(changed: None, address: str) -> None:
    client = PageClient.of(make_user())
    assert client.get(f"/account/terms?next={address}").context["next"] is None
    assert goes_to(client.post("/account/terms", terms_version=NEW, next=address)) == "/dashboard"


def test_visitors_are_asked_to_log_in(changed: None) -> None:
    assert goes_to(PageClient().get("/account/terms")).startswith("/login?next=")
    assert goes_to(PageClient().post("/account/terms", terms_version=NEW)).startswith("/login")
