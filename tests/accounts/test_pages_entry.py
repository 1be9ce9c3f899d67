"""Pages of signed-out people: sign-up, inbox, confirmation, start and information pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import get_resolver

from accounts.models import User
from common import clock
from tests.factories.accounts import PASSWORD, make_user
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of

pytestmark = pytest.mark.django_db

ADDRESS = "dana.reed@harbourline.example"
ENTRY = {
    "first_name": "Dana",
    "last_name": "Reed",
    "email": "Dana.Reed@harbourline.example",
    "password": PASSWORD,
    "accept_terms": "on",
}


@pytest.mark.parametrize("path", ["/", "/signup", "/login", "/terms", "/privacy", "/support", "/reset-password"])
def test_public_pages_open(path: str) -> None:
    """Section 24: one h1, a title, the footer; strict headers."""
    response = PageClient().get(path)
    page = text_of(response)
    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert "Skip to the main content" in page
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy


def test_status_page_tells_health_in_words() -> None:
    """Section 24, /status."""
    response = PageClient().get("/status")
    assert [check.name for check in response.context["checks"]] == [
        "Accounts and companies",
        "Mail and background work",
        "Release",
    ]


def test_wrong_method_is_a_page_too() -> None:
    """UX-5: no blank page in any failure."""
    response = PageClient().get("/logout")
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "<h1" in text_of(response)


@pytest.mark.parametrize("path", ["/", "/signup", "/login"])
def test_signed_in_people_are_sent_on(path: str) -> None:
    """SU-10."""
    assert goes_to(PageClient.of(make_user()).get(path)) == "/dashboard"


def test_sign_up_until_confirmed(mailbox: Mailbox) -> None:
    """SU-1, SU-4, SU-5: the link is opened, opened again, then confirmed by the button."""
    client = PageClient()
    assert goes_to(client.post("/signup", **ENTRY)) == "/signup/check-inbox"
    assert ADDRESS in text_of(client.get("/signup/check-inbox"))
    token = mailbox.token_for(ADDRESS)
    for _ in range(2):
        assert goes_to(client.get(f"/verify-email?token={token}")) == "/verify-email"
        response = client.get("/verify-email")
        assert (state_of(response), response.context["email"]) == ("confirm", ADDRESS)
        assert (response["Referrer-Policy"], response["Cache-Control"]) == ("no-referrer", "no-store")
        assert token not in text_of(response)
    assert not User.objects.get().is_email_verified
    assert goes_to(client.post("/verify-email")) == "/verify-email"
    assert state_of(client.get("/verify-email")) == "done"
    assert User.objects.get().is_email_verified


def test_refused_sign_up_keeps_everything_but_the_password() -> None:
    """GEN-5, PW-1: every bad field in one answer, the entries stay, nothing is stored."""
    entry = ENTRY | {"email": "dana", "password": "short", "last_name": " "}
    entry.pop("accept_terms")
    response = PageClient().post("/signup", **entry)
    assert response.status_code == 422
    assert set(form_errors(response)) == {"email", "last_name", "password", "accept_terms"}
    page = text_of(response)
    assert 'value="Dana"' in page
    assert 'value="dana"' in page
    assert "short" not in page
    assert 'aria-invalid="true"' in page
    assert not User.objects.exists()


def test_known_address_looks_the_same(mailbox: Mailbox) -> None:
    """SU-2, GEN-11."""
    make_user(email=ADDRESS)
    client = PageClient()
    assert goes_to(client.post("/signup", **ENTRY)) == "/signup/check-inbox"
    assert User.objects.count() == 1
    assert mailbox.to(ADDRESS)


def test_sign_up_limit_shows_the_waiting_time() -> None:
    """RL-1, RL-2: 429 with minutes; the form keeps its content."""
    client = PageClient()
    for number in range(3):
        client.post("/signup", **ENTRY | {"email": f"dana{number}@harbourline.example"})
    response = client.post("/signup", **ENTRY)
    assert response.status_code == 429
    assert response.context["retry_minutes"] == 60
    assert 'value="Dana"' in text_of(response)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_control_characters_are_refused() -> None:
    """GEN-4."""
    response = PageClient().post("/signup", **ENTRY | {"first_name": "Da\u0007na"})
    assert set(form_errors(response)) == {"first_name"}


def test_markup_is_shown_escaped() -> None:
    """GEN-4: text that looks like markup is shown as typed."""
    response = PageClient().post("/signup", **ENTRY | {"first_name": "<b>Dana</b>", "email": "x"})
    assert "<b>Dana" not in text_of(response)
    assert "&lt;b&gt;Dana" in text_of(response)


def test_resend_is_neutral_and_limited(mailbox: Mailbox) -> None:
    """SU-7, RL-1: the same page for known and unknown addresses; the fourth in an hour waits."""
    make_user(email=ADDRESS, status="pending")
    client = PageClient()
    for address in ("nobody@harbourline.example", ADDRESS):
        assert goes_to(client.post("/signup/check-inbox", email=address)) == "/signup/check-inbox?resent=1"
        assert client.get("/signup/check-inbox?resent=1").context["resent"]
    assert len(mailbox.to(ADDRESS)) == 1
    for _ in range(2):
        client.post("/signup/check-inbox", email=ADDRESS)
    response = client.post("/signup/check-inbox", email=ADDRESS)
    assert (response.status_code, response.context["limit_reached"]) == (429, True)


def test_resend_refuses_what_is_no_address() -> None:
    response = PageClient().post("/signup/check-inbox", email="nope")
    assert response.status_code == 422
    assert "not an e-mail address" in text_of(response)


def test_links_that_do_not_work(mailbox: Mailbox) -> None:
    """SU-6: missing, unknown, used and expired links each say so and offer a new one."""
    client = PageClient()
    assert state_of(client.get("/verify-email")) == "missing"
    client.get("/verify-email?token=unknown")
    response = client.get("/verify-email")
    assert (response.status_code, state_of(response)) == (400, "invalid")
    assert 'action="/signup/check-inbox"' in text_of(response)
    client.post("/signup", **ENTRY)
    token = mailbox.token_for(ADDRESS)
    with time_machine.travel(clock.now() + timedelta(hours=25)):
        client.get(f"/verify-email?token={token}")
        assert state_of(client.get("/verify-email")) == "expired"
    client.post("/verify-email", token=token)
    client.get(f"/verify-email?token={token}")
    response = client.post("/verify-email")
    assert (response.status_code, state_of(response)) == (409, "used")


def test_forms_are_protected() -> None:
    """SE-9: a form without its secret is refused with a page of its own, and does nothing."""
    response = PageClient(checks_csrf=True).post("/signup", **ENTRY)
    assert response.status_code == 403
    assert "<h1" in text_of(response)
    assert not User.objects.exists()


def test_every_page_declares_who_may_open_it() -> None:
    """GEN-8: each page view carries its access; public ones are exactly these."""
    get_resolver().url_patterns  # noqa: B018  the addresses of the product as a whole come first, as in a process
    from accounts.web import urls as accounts_urls
    from companies.web import urls as companies_urls
    from invitations.web import urls as invitations_urls

    patterns: list[Any] = [*accounts_urls.urlpatterns, *companies_urls.urlpatterns, *invitations_urls.urlpatterns]
    access = {pattern.name: pattern.callback.page_access for pattern in patterns}
    open_to_all = {name for name, kind in access.items() if kind in ("public", "visitor")}
    assert open_to_all == {
        *("home", "signup", "signup-check-inbox", "verify-email", "login", "logout", "password-expired"),
        *("passkey-login", "passkey-login-options"),
        *("second-step", "second-step-passkey", "second-step-passkey-options"),
        *("reset-password", "reset-password-sent", "reset-password-confirm", "terms", "privacy", "support", "status"),
        *("invitation-accept", "invitation-decline", "confirm-email-change"),
    }
    assert {name for name, kind in access.items() if kind == "signed_in"} == {
        *("account-terms", "account-close", "onboarding-details", "onboarding-company", "company-search"),
        "access-request-cancel",
    }
