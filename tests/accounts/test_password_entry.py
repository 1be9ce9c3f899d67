"""How passwords are taken: exactly as typed, long ones too, in fields that managers can fill (PW-1, PW-2, UX-2)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator

from tests.accounts.conftest import ADDRESS
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

INPUT = re.compile(r"<input\b[^>]*>")
LONGEST = ("violet anchor 33 " * 8)[:127] + "x"


@pytest.mark.parametrize(
    "password", ["  amber ladder 92  ", "Amber LADDER 92", "ämber ładder ９２ 🪜 1", "two\tladders 92", LONGEST]
)
def test_taken_exactly_as_typed(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox, password: str) -> None:
    """PW-1: no trimming, no change of case, no cutting, up to 128 characters of any script."""
    assert api.post("/auth/signup", {**entry, "password": password}).status_code == 202
    assert api.post("/auth/verify-email", {"token": mailbox.token_for(ADDRESS)}).status_code == 200
    for other in {password.strip(), password.lower(), password.swapcase(), password[:-1], password[:72]} - {password}:
        assert problem_code(api.post("/auth/login", {"email": ADDRESS, "password": other})) == "INVALID_CREDENTIALS"
        api.post("/auth/login", {"email": ADDRESS, "password": password})
    assert api.post("/auth/login", {"email": ADDRESS, "password": password}).status_code == 200
    page = PageClient()
    assert page.post("/login", email=ADDRESS, password=password).status_code == 302


@pytest.mark.parametrize(("password", "status"), [("kettle 4", 202), ("kettle4", 422)])
def test_eight_characters_by_default(api: ApiClient, entry: dict[str, Any], password: str, status: int) -> None:
    """PW-1."""
    assert api.post("/auth/signup", {**entry, "password": password}).status_code == status


@pytest.mark.parametrize("password", ["kettle winter moss", "9250173846", "KETTLEWINTERMOSS", "🪜🪜🪜🪜🪜🪜🪜🪜"])
def test_any_composition_without_the_rule_of_digits(
    api: ApiClient, entry: dict[str, Any], set_setting: Any, password: str
) -> None:
    """PW-1: with the settings that ask for kinds of characters off, none is asked for."""
    set_setting("PASSWORD_REQUIRE_NUMBER", "false")
    assert api.post("/auth/signup", {**entry, "password": password}).status_code == 202


def test_longer_ones_are_refused_and_never_cut(api: ApiClient, entry: dict[str, Any]) -> None:
    """PW-1."""
    answer = api.post("/auth/signup", {**entry, "password": LONGEST + "y"})
    assert field_codes(answer) == {"password": "password_too_long"}


def test_enough_common_passwords_are_known(api: ApiClient, entry: dict[str, Any]) -> None:
    """PW-1: at least 3000 of those that the other rules would let pass, whatever their case."""
    common = CommonPasswordValidator().passwords
    passing = [word for word in common if len(word) >= 8 and any(char.isdigit() for char in word)]
    assert len(passing) >= 3000
    for word in ("password1", "PASSWORD1", "1qaz2wsx"):
        assert "password_too_common" in field_codes(api.post("/auth/signup", {**entry, "password": word})).values()


@pytest.mark.parametrize(
    "password", ["EventLead2026", "event-lead 1!", "2026Exhibitors", "sydney expo 26", "eventlead1"]
)
def test_words_of_the_context_alone_are_no_password(api: ApiClient, entry: dict[str, Any], password: str) -> None:
    """PW-1: what everybody would try here first; beside other words they are welcome."""
    assert field_codes(api.post("/auth/signup", {**entry, "password": password})) == {"password": "password_too_common"}
    assert api.post("/auth/signup", {**entry, "password": f"{password} kettle"}).status_code == 202


def _pages() -> dict[str, PageClient]:
    """Every page that asks for a password, by somebody who sees it."""
    company = make_company(make_user())
    make_invitation(company=company, invited_by_user=company.founded_by_user, token="the-link")
    visitor, member = PageClient(), PageClient.of(make_user())
    visitor.get("/invitations/accept?token=the-link")
    links = ("/signup", "/login", "/invitations/accept")
    return {**dict.fromkeys(links, visitor), **dict.fromkeys(("/account/password", "/account/security"), member)}


def test_fields_hide_what_is_typed_and_let_managers_help(public_origin: str) -> None:
    """UX-2: masked; named for managers; nothing forbids to paste."""
    for path, client in _pages().items():
        found = [tag for tag in INPUT.findall(text_of(client.get(path))) if 'type="password"' in tag]
        assert found, path
        for tag in found:
            assert re.search(r'autocomplete="(current|new)-password"', tag), (path, tag)
            assert "maxlength" not in tag or 'maxlength="128"' in tag, (path, tag)
            assert not re.search(r"onpaste|readonly|disabled", tag), (path, tag)
    scripts = [path for path in Path(settings.BASE_DIR, "static").rglob("*.js") if "vendor" not in path.parts]
    assert scripts
    assert [path.name for path in scripts if re.search(r"[\"']paste[\"']", path.read_text(encoding="utf-8"))] == []


def test_no_page_asks_secret_questions_or_keeps_hints(public_origin: str) -> None:
    """PW-5: a mailed link is the only way back."""
    for path, client in _pages().items():
        words = text_of(client.get(path)).lower()
        assert not re.search(r"secret question|security question|mother.s maiden|password hint", words), path
    assert not [field.name for field in _person_fields() if re.search(r"question|hint", field.name)]


def _person_fields() -> list[Any]:
    from accounts.models import User

    return list(User._meta.get_fields())


def test_the_present_password_is_asked_for_to_change_it(api: ApiClient) -> None:
    """PW-7."""
    user = make_user()
    token = api.post("/auth/login", {"email": user.email, "password": PASSWORD}).json()["accessToken"]
    answer = api.post("/auth/change-password", {"newPassword": "amber ladder 92"}, token=token)
    assert field_codes(answer) == {"currentPassword": "required"}
    assert api.post("/auth/login", {"email": user.email, "password": PASSWORD}).status_code == 200
