"""The policy: pages show what is enforced (GEN-9), a changed one applies to new passwords only (PW-3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from common import clock
from tests.accounts.conftest import SIGNUP
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, goes_to, text_of
from tests.support.sessions import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.fixture
def stricter(set_setting: Any) -> None:
    """The policy asks for more than any password that exists has."""
    set_setting("PASSWORD_MIN_LENGTH", "40")
    set_setting("PASSWORD_REQUIRE_UPPERCASE", "true")


def test_an_older_password_still_signs_in(api: ApiClient, stricter: None) -> None:
    """PW-3."""
    user = make_user()
    answer = api.post("/auth/login", {"email": user.email, "password": PASSWORD})
    assert answer.status_code == 200, answer.content


def test_the_next_password_meets_the_new_policy(stricter: None) -> None:
    """PW-3: the refused change leaves the old password as it was."""
    user = make_user()
    before = user.password_hash
    body = {"currentPassword": PASSWORD, "newPassword": "another kettle 48"}
    refused = client_of(user).post("/auth/change-password", body)
    assert field_codes(refused).keys() == {"newPassword"}
    assert User.objects.get(pk=user.pk).password_hash == before


def test_pw2_a_changed_cost_reaches_an_account_at_its_next_login(api: ApiClient, settings: Any) -> None:
    """Argon2id at the configured cost; a wrong password renews nothing."""
    settings.PASSWORD_HASHERS = ["accounts.hashers.ConfiguredArgon2Hasher"]
    settings.ARGON2_TIME_COST, settings.ARGON2_MEMORY_KIB, settings.ARGON2_PARALLELISM = 1, 16, 2
    user = make_user()
    before = user.password_hash
    assert "$m=16,t=1,p=2$" in before
    settings.ARGON2_TIME_COST, settings.ARGON2_MEMORY_KIB = 3, 32
    assert api.post("/auth/login", {"email": user.email, "password": "wrong word 11"}).status_code == 401
    user.refresh_from_db()
    assert user.password_hash == before
    assert api.post("/auth/login", {"email": user.email, "password": PASSWORD}).status_code == 200
    user.refresh_from_db()
    assert user.password_hash.startswith("argon2$argon2id$")
    assert "$m=32,t=3,p=2$" in user.password_hash
    assert User.objects.filter(pk=user.pk, updated_date__isnull=True).exists(), "no change of the account itself"


RULES = {
    "length": "has 8 to 128 characters",
    "number": "has at least one digit",
    "uppercase": "has at least one capital letter",
    "personal": "is not like your name or e-mail address",
    "common": "is not a commonly used password, nor only words like",
    "present": "is not your present password",
}


def shown(page: Any) -> set[str]:
    text = text_of(page)
    return {name for name, rule in RULES.items() if rule in text}


def open_pages(mailbox: Mailbox) -> dict[str, Any]:
    """Every page on which a password is chosen."""
    user, stale = make_user(), make_user(last_password_change=clock.now() - timedelta(days=400))
    company = make_company(make_user())
    make_invitation(company=company, invited_by_user=company.founded_by_user, token="link")
    ApiClient().post("/auth/password-reset/request", {"email": user.email})
    reset, expired, invited = PageClient(), PageClient(), PageClient()
    reset.get(f"/reset-password/confirm?token={mailbox.token_for(user.email)}")
    assert goes_to(expired.post("/login", email=stale.email, password=PASSWORD)) == "/password-expired"
    invited.get("/invitations/accept?token=link")
    return {
        "sign-up": PageClient().get("/signup"),
        "invitation": invited.get("/invitations/accept"),
        "reset": reset.get("/reset-password/confirm"),
        "expired": expired.get("/password-expired"),
        "change": PageClient.of(user).get("/account/password"),
    }


@pytest.mark.parametrize(("uppercase", "number"), [("false", "true"), ("true", "false")])
def test_every_page_shows_what_is_enforced(set_setting: Any, mailbox: Mailbox, uppercase: str, number: str) -> None:
    """GEN-9, PW-1: no rule more and none less, from the settings of the moment."""
    set_setting("PASSWORD_REQUIRE_UPPERCASE", uppercase)
    set_setting("PASSWORD_REQUIRE_NUMBER", number)
    always = {"length", "personal", "common", "uppercase" if uppercase == "true" else "number"}
    for name, page in open_pages(mailbox).items():
        has_present = name in ("reset", "expired", "change")
        assert shown(page) == (always | {"present"} if has_present else always), name


def test_the_shown_length_is_the_one_in_force(set_setting: Any) -> None:
    """GEN-9."""
    set_setting("PASSWORD_MIN_LENGTH", "12")
    assert "has 12 to 128 characters" in text_of(PageClient().get("/signup"))


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("blue kettle \u0664\u0667", set()),
        ("blue kettle \u00b2", {"password_no_number"}),
        ("\U0001f600" * 6 + "1", {"password_too_short"}),
        ("\U0001f600" * 7 + "1", set()),
    ],
)
def test_digits_and_characters_of_any_script(api: ApiClient, password: str, codes: set[str]) -> None:
    """PW-1: a digit is a decimal digit, a length counts characters; what the page ticks is judged alike."""
    body = {**SIGNUP, "password": password, "acceptTerms": False}
    errors = api.post("/auth/signup", body).json()["errors"]
    assert {error["code"] for error in errors if error["field"] == "password"} == codes
