"""Pages of log-in, log-out, expired and forgotten passwords."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from accounts.models import User, UserRefreshToken
from common import clock
from tests.factories.accounts import PASSWORD, make_user
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of

pytestmark = pytest.mark.django_db

NEW = "amber ladder 92"


def test_log_in_and_out() -> None:
    """LG-3, SE-7, SE-9: to the dashboard, out again, and the session is over."""
    user = make_user()
    client = PageClient.of(user)
    cookie = client.http.cookies["eventlead_session"]
    assert (bool(cookie["httponly"]), cookie["samesite"]) == (True, "Lax")
    assert client.get("/dashboard").status_code == 200
    assert goes_to(client.post("/logout")) == "/login?out=1"
    assert state_of(client.get("/login?out=1")) == "logged_out"
    assert goes_to(client.get("/dashboard")) == "/login?next=%2Fdashboard"
    assert UserRefreshToken.objects.get().revoked_at is not None


@pytest.mark.parametrize(
    ("address", "lands"),
    [
        ("/team?page=2", "/team?page=2"),
        ("https://evil.example/", "/dashboard"),
        ("//evil.example/", "/dashboard"),
        ("/\\evil.example", "/dashboard"),
        ("/api/v1/auth/me", "/dashboard"),
        ("javascript:alert(1)", "/dashboard"),
    ],
)
def test_next_is_a_path_of_ours(address: str, lands: str) -> None:
    """LG-3."""
    user = make_user()
    answer = PageClient().post("/login", email=user.email, password=PASSWORD, next=address)
    assert goes_to(answer) == lands


@pytest.mark.parametrize(("step", "lands"), [(1, "/onboarding/details"), (2, "/onboarding/company")])
def test_open_step_comes_first(step: int, lands: str) -> None:
    """LG-3, ON-2: after the log-in, and instead of every other page."""
    user = make_user(is_onboarding_complete=False, onboarding_step=step)
    client = PageClient()
    assert goes_to(client.post("/login", email=user.email, password=PASSWORD)) == lands
    for path in ("/dashboard", "/companies", "/team", "/team/invitations", "/account", "/sessions"):
        assert goes_to(client.get(path)) == lands


@pytest.mark.parametrize(
    ("status", "password", "code", "state"),
    [
        ("active", "wrong", 401, "invalid"),
        ("pending", PASSWORD, 403, "not_verified"),
        ("locked", PASSWORD, 423, "locked"),
        ("suspended", PASSWORD, 403, "suspended"),
        ("suspended", "wrong", 401, "invalid"),
    ],
)
def test_refused_log_in(status: str, password: str, code: int, state: str) -> None:
    """LG-1: every refusal is a state of the page; the address stays, the password does not."""
    user = make_user(status=status)
    response = PageClient().post("/login", email=user.email, password=password)
    assert (response.status_code, state_of(response)) == (code, state)
    page = text_of(response)
    assert f'value="{user.email}"' in page
    assert PASSWORD not in page
    assert not UserRefreshToken.objects.exists()


def test_empty_log_in_names_both_fields() -> None:
    """GEN-5."""
    response = PageClient().post("/login")
    assert response.status_code == 422
    assert set(form_errors(response)) == {"email", "password"}


def test_ended_session_returns_to_the_same_place() -> None:
    """SE-9: after thirty minutes the log-in page says so, and leads back."""
    user = make_user()
    client = PageClient.of(user)
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        address = goes_to(client.get("/account"))
        assert address == "/login?ended=1&next=%2Faccount"
        assert state_of(client.get(address)) == "session_ended"
        answer = client.post("/login", email=user.email, password=PASSWORD, next="/account")
        assert goes_to(answer) == "/account"


def test_form_of_an_ended_session_leads_back_to_its_page() -> None:
    """SE-9: a form that only takes posts leads back to the page it stood on."""
    answer = PageClient().post_from("/companies?page=2", "/switch-company", company_id="1")
    assert goes_to(answer) == "/login?next=%2Fcompanies%3Fpage%3D2"


def test_expired_password() -> None:
    """LG-1, PW-4: proof, new password, log-in; a weak one leaves the proof usable."""
    user = make_user(last_password_change=clock.now() - timedelta(days=91))
    client = PageClient()
    assert goes_to(client.get("/password-expired")) == "/login"
    assert goes_to(client.post("/login", email=user.email, password=PASSWORD)) == "/password-expired"
    page = client.get("/password-expired")
    assert state_of(page) == "form"
    assert page.context["password_policy"].expiry_days == 90
    assert set(form_errors(client.post("/password-expired", new_password="short"))) == {"new_password"}
    assert set(form_errors(client.post("/password-expired", new_password=PASSWORD))) == {"new_password"}
    assert goes_to(client.post("/password-expired", new_password=NEW)) == "/login?changed=1"
    assert goes_to(client.post("/login", email=user.email, password=NEW)) == "/dashboard"


def test_expired_proof() -> None:
    """Section 24: after fifteen minutes back to the log-in."""
    user = make_user(last_password_change=clock.now() - timedelta(days=91))
    client = PageClient()
    client.post("/login", email=user.email, password=PASSWORD)
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        response = client.post("/password-expired", new_password=NEW)
        assert (response.status_code, state_of(response)) == (410, "expired")
    assert User.objects.get().check_password(PASSWORD)


def test_forgotten_password(mailbox: Mailbox) -> None:
    """J3, PW-5, PW-6, SU-4: neutral page, link, new password, all sessions over."""
    user = make_user()
    signed_in = PageClient.of(user)
    client = PageClient()
    for address in (user.email, "nobody@people.example"):
        assert goes_to(client.post("/reset-password", email=address)) == "/reset-password/sent"
    token = mailbox.token_for(user.email)
    assert goes_to(client.get(f"/reset-password/confirm?token={token}")) == "/reset-password/confirm"
    page = client.get("/reset-password/confirm")
    assert (state_of(page), page["Referrer-Policy"]) == ("form", "no-referrer")
    response = client.post("/reset-password/confirm", new_password="12345678")
    assert response.status_code == 422
    assert set(form_errors(response)) == {"new_password"}
    assert goes_to(client.post("/reset-password/confirm", new_password=NEW)) == "/login?changed=1"
    page = text_of(client.get("/login?changed=1"))
    assert "Passkeys, if you have any, stay as they are" in page
    assert 'href="/login?next=/account/security"' in page
    assert goes_to(signed_in.get("/dashboard")).startswith("/login")
    assert goes_to(client.post("/login", email=user.email, password=NEW)) == "/dashboard"


def test_reset_links_that_do_not_work(mailbox: Mailbox) -> None:
    """PW-8: missing, unknown, used and expired links each have their own text."""
    user, client = make_user(), PageClient()
    assert state_of(client.get("/reset-password/confirm")) == "missing"
    client.get("/reset-password/confirm?token=unknown")
    assert state_of(client.get("/reset-password/confirm")) == "invalid"
    client.post("/reset-password", email=user.email)
    token = mailbox.token_for(user.email)
    with time_machine.travel(clock.now() + timedelta(hours=2)):
        response = client.post("/reset-password/confirm", token=token, new_password=NEW)
        assert (response.status_code, state_of(response)) == (410, "expired")
    client.post("/reset-password/confirm", token=token, new_password=NEW)
    response = client.post("/reset-password/confirm", token=token, new_password="other ladder 93")
    assert (response.status_code, state_of(response)) == (409, "used")
    assert User.objects.get().check_password(NEW)


def test_reset_requests_are_limited() -> None:
    """RL-1: the fourth request for an address within the hour waits, known or not."""
    client = PageClient()
    for _ in range(3):
        client.post("/reset-password", email="nobody@people.example")
    response = client.post("/reset-password", email="nobody@people.example")
    assert (response.status_code, response.context["retry_minutes"]) == (429, 60)
    assert client.post("/reset-password", email="nope").status_code == 422
