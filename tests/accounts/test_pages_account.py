"""Pages of the signed-in person: details, profile, password, devices, and the frame of every page."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User, UserRefreshToken
from common import clock
from reference.selectors.lookups import code_id
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, text_of

pytestmark = pytest.mark.django_db

NEW = "amber ladder 92"
DETAILS = {
    "first_name": "Dana",
    "last_name": "Reed",
    "country_code": "AU",
    "timezone_identifier": "Australia/Perth",
    "phone": "0412 345 678",
    "role_title": "Head of shows",
}
PAGES = (
    "/account",
    "/account/email",
    "/account/password",
    "/account/security",
    "/sessions",
    "/dashboard",
    "/companies",
)


@pytest.mark.parametrize("path", [*PAGES, "/team", "/team/invitations", "/onboarding/details", "/onboarding/company"])
def test_visitors_are_asked_to_log_in(path: str) -> None:
    """Section 7: signed-in pages lead to the log-in, and back."""
    assert goes_to(PageClient().get(path)) == f"/login?next={path.replace('/', '%2F')}"


@pytest.mark.parametrize("path", PAGES)
def test_signed_in_pages_open(path: str) -> None:
    """Section 24: they open, and stay in no cache."""
    user = make_user()
    make_company(user)
    response = PageClient.of(user).get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert text_of(response).count("<h1") == 1


def test_details_of_a_founder() -> None:
    """ON-1, ON-3: two steps; the first can be sent again with corrections."""
    user = make_user(is_onboarding_complete=False, first_name="D")
    client = PageClient.of(user)
    page = client.get("/onboarding/details")
    assert (page.context["step_count"], page.context["form"]["first_name"].value()) == (2, "D")
    assert page.context["form"]["timezone_identifier"].value() == "", "the browser's zone is proposed"
    assert goes_to(client.post("/onboarding/details", **DETAILS)) == "/onboarding/company"
    assert goes_to(client.post("/onboarding/details", **DETAILS | {"last_name": "Reid"})) == "/onboarding/company"
    user.refresh_from_db()
    assert (user.last_name, user.phone, user.timezone_identifier) == ("Reid", "+61412345678", "Australia/Perth")
    page = client.get("/onboarding/details")
    assert page.context["form"]["timezone_identifier"].value() == "Australia/Perth"


def test_details_of_somebody_who_joins() -> None:
    """ON-1, ON-7: one step, named after the company; afterwards the dashboard, and no way back."""
    user = make_user(is_onboarding_complete=False)
    company = make_company(make_user(), company_name="Quiet Harbour")
    make_member(user, company)
    client = PageClient.of(user)
    page = client.get("/onboarding/details")
    assert (page.context["step_count"], page.context["company_name"]) == (1, "Quiet Harbour")
    assert goes_to(client.post("/onboarding/details", **DETAILS)) == "/dashboard"
    assert "Quiet Harbour" in text_of(client.get("/dashboard"))
    assert goes_to(client.get("/onboarding/details")) == "/dashboard"


def test_refused_details_keep_everything() -> None:
    """GEN-5, ON-3: all bad fields at once, entries in place, nothing stored."""
    user = make_user(is_onboarding_complete=False, last_name="Before")
    entry = DETAILS | {"phone": "123", "timezone_identifier": "Mars/Olympus", "first_name": ""}
    response = PageClient.of(user).post("/onboarding/details", **entry)
    assert response.status_code == 422
    assert set(form_errors(response)) == {"phone", "timezone_identifier", "first_name"}
    assert form_errors(response)["phone"][0].count("Example") == 1
    assert 'value="Head of shows"' in text_of(response)
    user.refresh_from_db()
    assert user.last_name == "Before"


def test_profile() -> None:
    """PR-1, PR-4: changed, cleared again; saving without a change writes nothing."""
    user = make_user()
    client = PageClient.of(user)
    entry = DETAILS | {"bio": "Builds stands.\nLikes trains.", "language_code": "en"}
    assert goes_to(client.post("/account", **entry)) == "/account"
    user.refresh_from_db()
    assert (user.phone, user.bio) == ("+61412345678", "Builds stands.\r\nLikes trains.".replace("\r", ""))
    page = client.get("/account")
    assert 'value="0412 345 678"' in text_of(page)
    before = User.objects.values_list("updated_date", flat=True).get()
    client.post("/account", **entry)
    assert User.objects.values_list("updated_date", flat=True).get() == before
    client.post("/account", **entry | {"bio": "", "phone": "", "role_title": "", "language_code": ""})
    user.refresh_from_db()
    assert (user.bio, user.phone, user.role_title, user.preferred_language_id) == (None, None, None, None)


def test_refused_profile() -> None:
    """PR-1, GEN-5."""
    user = make_user()
    response = PageClient.of(user).post(
        "/account", **DETAILS | {"bio": "x" * 501, "phone": "12", "first_name": "\ufeff"}
    )
    assert response.status_code == 422
    assert set(form_errors(response)) == {"bio", "phone", "first_name"}


def test_change_of_password(mailbox: Mailbox) -> None:
    """PW-7: this device goes on, the others end, the owner is told."""
    user = make_user()
    client, other = PageClient.of(user), PageClient.of(user)
    response = client.post("/account/password", current_password="wrong", new_password="short")
    assert response.status_code == 422
    assert set(form_errors(response)) == {"current_password", "new_password"}
    assert "wrong" not in text_of(response)
    answer = client.post("/account/password", current_password=PASSWORD, new_password=NEW)
    assert goes_to(answer) == "/account/password"
    assert client.get("/account").status_code == 200
    assert goes_to(other.get("/account")).startswith("/login?ended=1")
    assert "password" in mailbox.to(user.email)[-1].subject.lower()


def test_wrong_present_passwords_lock(set_setting: Any) -> None:
    """LK-3: guessing the present password locks the account; the page says for how long."""
    set_setting("MAX_LOGIN_ATTEMPTS", "3")
    client = PageClient.of(make_user())
    for _ in range(3):
        client.post("/account/password", current_password="wrong", new_password=NEW)
    response = client.post("/account/password", current_password=PASSWORD, new_password=NEW)
    assert response.status_code == 423
    assert "15 minutes" in form_errors(response)["__all__"][0]


def test_devices() -> None:
    """SE-1: the list marks this device; another one is ended, others' sessions cannot be."""
    user = make_user()
    client, other = PageClient.of(user), PageClient.of(user)
    stranger = PageClient.of(make_user())
    shown = client.get("/sessions").context["sessions"]
    assert [device.is_current for device in shown] == [True, False]
    foreign = stranger.get("/sessions").context["sessions"][0].session_id
    for session_id in (foreign, uuid.uuid4()):
        assert goes_to(client.post(f"/sessions/{session_id}/end")) == "/sessions"
    assert stranger.get("/dashboard").status_code == 200
    assert goes_to(client.post(f"/sessions/{shown[1].session_id}/end")) == "/sessions"
    assert goes_to(other.get("/dashboard")).startswith("/login?ended=1")
    assert goes_to(client.post(f"/sessions/{shown[0].session_id}/end")) == "/login?out=1"


def test_devices_have_names_to_recognise() -> None:
    """SE-1: device, place, times and "this device"; an agent is shown as text, whatever it is."""
    user = make_user()
    client = PageClient.of(user)
    agents = ("curl/8.5.0", "<script>alert(1)</script>", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Safari/604.1")
    for agent in agents:
        entry = {"email": user.email, "password": PASSWORD}
        assert ApiClient().post("/auth/login", entry, user_agent=agent).status_code == 200
    page = client.get("/sessions")
    names = {device.device_name for device in page.context["sessions"]}
    assert names >= {"API client (curl 8)", "Unknown device", "Safari on iPhone"}
    text = text_of(page)
    assert "<script>alert" not in text
    assert text.count("This device") == 1
    assert "From 127.0.0.1" in text


def test_log_out_all_other_devices() -> None:
    """SE-1: this device stays, every other one ends."""
    user = make_user()
    client, other, third = (PageClient.of(user) for _ in range(3))
    assert goes_to(client.post("/sessions", action="end_others")) == "/sessions"
    page = client.get("/sessions")
    assert "2 other devices are logged out." in text_of(page)
    assert [device.is_current for device in page.context["sessions"]] == [True]
    for ended in (other, third):
        assert goes_to(ended.get("/dashboard")).startswith("/login?ended=1")
    assert goes_to(client.post("/sessions", action="end_others")) == "/sessions"
    assert "No other device was logged in." in text_of(client.get("/sessions"))


def test_log_out_everywhere() -> None:
    """SE-7: every session ends, this one too."""
    user = make_user()
    client, other = PageClient.of(user), PageClient.of(user)
    assert goes_to(client.post("/sessions", action="other")) == "/sessions"
    assert goes_to(client.post("/sessions", action="end_all")) == "/login?out=1"
    for page in (client, other):
        assert goes_to(page.get("/dashboard")).startswith("/login")
    assert not UserRefreshToken.objects.filter(revoked_at__isnull=True).exists()


def test_frame_follows_the_preferences() -> None:
    """PR-3: at the first paint when signed in; signed-out pages use the default."""
    user = make_user(
        theme_preference_id=code_id("ThemePreference", "dark"),
        layout_density_id=code_id("LayoutDensity", "compact"),
        font_size_id=code_id("FontSize", "large"),
    )
    assert "theme-dark layout-compact font-large" in text_of(PageClient.of(user).get("/account"))
    assert "theme-system layout-comfortable font-medium" in text_of(PageClient().get("/login"))


def test_times_are_shown_in_the_zone_of_the_person() -> None:
    """GEN-6."""
    user = make_user(timezone_identifier="Pacific/Auckland")
    client = PageClient.of(user)
    User.objects.update(terms_accepted_at=clock.now().replace(2025, 10, 31, 22, 30))
    assert "1 November 2025" in text_of(client.get("/account"))


def test_back_office_link_is_for_staff_only() -> None:
    """GEN-11: only system administrators are shown the back office."""
    assert 'href="/backoffice/"' in text_of(PageClient.of(make_user(role="system_admin")).get("/account"))
    assert "/backoffice" not in text_of(PageClient.of(make_user()).get("/account"))


def test_pages_stay_lean() -> None:
    """Section 26: the frame reads what it shows once."""
    user = make_user(last_password_change=clock.now() - timedelta(days=1))
    make_company(user)
    client = PageClient.of(user)
    client.get("/account")
    with CaptureQueriesContext(
        connection,
    ) as seen:
        client.get("/account")
    assert len(seen) <= 20, [query["sql"][:120] for query in seen.captured_queries]
