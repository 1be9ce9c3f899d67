"""Every way to choose a password asks about data breaches once, before anything is locked or written (PW-1)."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections, transaction

from accounts.models import User, UserPasswordResetToken
from common import clock
from invitations.models import UserInvitation
from tests.accounts.conftest import SIGNUP
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes
from tests.support.breached import BREACHED, BreachedPasswords
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

GOOD = "green lantern 92"
MESSAGE = "This password appears in known data breaches."


def invited() -> None:
    owner = make_user()
    make_invitation(company=make_company(owner), invited_by_user=owner, token="the-link")


def reset_link(mailbox: Mailbox, user: User) -> str:
    ApiClient().post("/auth/password-reset/request", {"email": user.email})
    return mailbox.token_for(user.email)


def refused(answer: Any, field: str) -> None:
    """On pages and over REST: at the field of the new password, and nowhere else."""
    if answer["Content-Type"].startswith("text/html"):
        assert answer.status_code == 422
        (messages,) = form_errors(answer).values()
        assert messages[0].startswith(MESSAGE)
    else:
        assert field_codes(answer) == {field: "password_too_common"}


def sign_up_by_page(password: str) -> Any:
    names = {"first_name": "Dana", "last_name": "Reed", "email": SIGNUP["email"], "accept_terms": "on"}
    return PageClient().post("/signup", **names, password=password)


def sign_up_by_rest(password: str) -> Any:
    return ApiClient().post("/auth/signup", {**SIGNUP, "password": password})


def join_by_page(password: str) -> Any:
    client = PageClient()
    client.get("/invitations/accept?token=the-link")
    return client.post("/invitations/accept", password=password, accept_terms="on")


def join_by_rest(password: str) -> Any:
    body = {"token": "the-link", "password": password, "acceptTerms": True}
    return ApiClient().post("/invitations/signup", body)


@pytest.mark.parametrize("send", [sign_up_by_page, sign_up_by_rest, join_by_page, join_by_rest])
def test_new_people(breached: BreachedPasswords, send: Callable[[str], Any]) -> None:
    """SU-1, IN-8: refused once, and nothing is written; asked once each time, however often it is judged."""
    invited()
    before = footprint()
    refused(send(BREACHED), "password")
    assert footprint() == before
    assert len(breached.asked) == 1
    assert send(GOOD).status_code in (201, 202, 302)
    assert len(breached.asked) == 2
    assert User.objects.count() == before["accounts.User"] + 1


@pytest.mark.parametrize("way", ["page", "rest"])
def test_reset(breached: BreachedPasswords, mailbox: Mailbox, way: str) -> None:
    """PW-6: the link stays usable."""
    user = make_user()
    token, client = reset_link(mailbox, user), PageClient()
    client.get(f"/reset-password/confirm?token={token}")
    before, events = footprint(), len(auth_events())

    def send(password: str) -> Any:
        if way == "page":
            return client.post("/reset-password/confirm", new_password=password)
        return ApiClient().post("/auth/password-reset/confirm", {"token": token, "newPassword": password})

    refused(send(BREACHED), "newPassword")
    assert footprint() == before
    assert UserPasswordResetToken.objects.get().used_at is None
    assert User.objects.get(pk=user.pk).password_hash == user.password_hash
    assert auth_events()[events:] == ["PASSWORD_RESET_FAILED"]
    assert send(GOOD).status_code in (200, 302)
    assert len(breached.asked) == 2


def test_reset_with_a_bad_link_asks_nobody(breached: BreachedPasswords) -> None:
    body = {"token": "none", "newPassword": BREACHED}
    assert ApiClient().post("/auth/password-reset/confirm", body).status_code == 400
    assert breached.asked == []


def test_expired_password(breached: BreachedPasswords) -> None:
    """PW-4: the forced change."""
    user = make_user(last_password_change=clock.now() - timedelta(days=400))
    client = PageClient()
    assert goes_to(client.post("/login", email=user.email, password=PASSWORD)) == "/password-expired"
    assert breached.asked == [], "logging in asks nobody"
    refused(client.post("/password-expired", new_password=BREACHED), "newPassword")
    assert User.objects.get(pk=user.pk).password_hash == user.password_hash
    assert goes_to(client.post("/password-expired", new_password=GOOD)).startswith("/login")
    assert len(breached.asked) == 2


@pytest.mark.parametrize("way", ["page", "rest"])
def test_change(breached: BreachedPasswords, way: str) -> None:
    """PW-7."""
    user = make_user()
    before = footprint()

    def send(password: str) -> Any:
        if way == "page":
            entries = {"current_password": PASSWORD, "new_password": password}
            return PageClient.of(user).post("/account/password", **entries)
        return change(client_of(user), password)

    refused(send(BREACHED), "newPassword")
    assert User.objects.get(pk=user.pk).password_hash == user.password_hash
    assert footprint()["auditing.ActivityLog"] == before["auditing.ActivityLog"]
    assert "PASSWORD_CHANGE_FAILED" in auth_events()
    assert send(GOOD).status_code in (200, 302)
    assert activities() == ["USER_PASSWORD_CHANGED"]
    assert len(breached.asked) == 2


def change(client: ApiClient, password: str, current: str = PASSWORD) -> Any:
    return client.post("/auth/change-password", {"currentPassword": current, "newPassword": password})


def test_change_names_both_bad_fields(breached: BreachedPasswords) -> None:
    """GEN-5; a password typed twice is refused without a question, whichever it is."""
    client = client_of(make_user())
    codes = {"currentPassword": "incorrect_password", "newPassword": "password_too_common"}
    assert field_codes(change(client, BREACHED, "wrong horse 11")) == codes
    assert len(breached.asked) == 1
    assert field_codes(change(client, PASSWORD)) == {"newPassword": "password_unchanged"}
    assert field_codes(change(client, BREACHED, BREACHED)) == {"currentPassword": "incorrect_password"}
    assert len(breached.asked) == 1


def test_change_of_a_locked_account_asks_nobody(breached: BreachedPasswords) -> None:
    """LK-3."""
    user = make_user()
    client = client_of(user)
    for _ in range(5):
        change(client, "amber ladder 9", "wrong horse 11")
    breached.asked.clear()
    assert change(client, BREACHED).status_code == 423
    assert breached.asked == []


def test_staff_made_on_the_server(breached: BreachedPasswords, monkeypatch: pytest.MonkeyPatch) -> None:
    """PM-4."""

    def create(password: str) -> None:
        monkeypatch.setenv("EVENTLEAD_STAFF_PASSWORD", password)
        names = ("--email", "ops@platform.example", "--first-name", "Olly", "--last-name", "Ops")
        call_command("create_staff", *names, "--password-env", stdout=io.StringIO())

    before = footprint()
    with pytest.raises(CommandError, match=MESSAGE):
        create(BREACHED)
    assert footprint() == before
    create(GOOD)
    assert User.objects.get().check_password(GOOD)
    assert len(breached.asked) == 2


def watch(breached: BreachedPasswords, rows: Callable[[], Any]) -> list[str]:
    """Look, each time the service is asked, whether others may lock what the request is about to change."""
    seen: list[str] = []

    def look() -> None:
        try:
            with transaction.atomic():
                list(rows().select_for_update(nowait=True))
            seen.append("free")
        except DatabaseError:
            seen.append("locked")
        finally:
            connections.close_all()

    breached.meanwhile = look
    return seen


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("mode", ["ok", "html"])
def test_nothing_is_locked_while_the_service_is_asked(breached: BreachedPasswords, mailbox: Mailbox, mode: str) -> None:
    """Nobody waits in a transaction for somebody outside, and under the locks nobody is asked again."""
    breached.mode = mode
    user = make_user()
    company = make_company(user)
    make_invitation(company=company, invited_by_user=user, token="the-link")
    client, token = client_of(user), reset_link(mailbox, user)
    people = watch(breached, User.objects.all)
    assert sign_up_by_rest(GOOD).status_code == 202
    assert change(client, "amber ladder 92").status_code == 200
    breached.mode = "ok"
    token = reset_link(mailbox, user)
    body = {"token": token, "newPassword": "violet anchor 33"}
    assert ApiClient().post("/auth/password-reset/confirm", body).status_code == 200
    invitations = watch(breached, UserInvitation.all_companies.all)
    assert join_by_rest(GOOD).status_code == 201
    assert (people, invitations) == (["free"] * 3, ["free"])
