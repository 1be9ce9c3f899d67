"""Closed accounts in the back office: found by a filter, reopened by a button (section 23)."""

from __future__ import annotations

from django.urls import reverse

from accounts.models import User
from tests.backoffice.conftest import Office
from tests.factories.accounts import PASSWORD, make_user
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

LIST = "/backoffice/accounts/user/"


def page(user: User, action: str = "change") -> str:
    return reverse(f"admin:accounts_user_{action}", args=[user.pk])


def closed_account(email: str) -> User:
    user = make_user(email=email)
    client_of(user).post("/users/me/close", {"currentPassword": PASSWORD})
    user.refresh_from_db()
    assert user.is_deleted
    return user


def test_staff_find_and_reopen_a_closed_account(office: Office, mailbox: Mailbox) -> None:
    dana, gone = closed_account("dana@people.example"), closed_account("gone@people.example")
    User.objects.filter(pk=gone.pk).update(erased_at=gone.deleted_date)
    mailbox.clear()
    listed = {name: office.text(LIST, account=name) for name in ("open", "closed", "erased")}
    listed[""] = office.text(LIST)
    assert sorted(name for name, text in listed.items() if dana.email in text) == ["", "closed"]
    assert sorted(name for name, text in listed.items() if gone.email in text) == ["", "erased"]
    assert f'href="{page(dana, "reopen")}"' in office.text(page(dana))
    assert f'href="{page(gone, "reopen")}"' not in office.text(page(gone))
    assert "choose a new password" in office.text(page(dana, "reopen"))
    answer = office.post(page(dana, "reopen"), reason="Asked on the phone", identity_proof="phone_callback")
    assert (answer.status_code, answer["Location"]) == (302, page(dana))
    dana.refresh_from_db()
    assert not dana.is_deleted
    assert activities(entity_id=dana.pk, action="USER_REOPENED") == ["USER_REOPENED"]
    assert mailbox.token_for(dana.email)


def test_refusals_are_shown_with_the_reason_in_place(office: Office) -> None:
    gone, taken = closed_account("gone@people.example"), closed_account("dana@people.example")
    User.objects.filter(pk=gone.pk).update(erased_at=gone.deleted_date)
    make_user(email=taken.email)
    for user, why in ((gone, "was erased"), (taken, "has another account by now"), (make_user(), "not closed")):
        answer = office.post(page(user, "reopen"), reason="Asked on the phone", identity_proof="phone_callback")
        text = answer.content.decode()
        assert (answer.status_code, why in text, "Asked on the phone" in text) == (422, True, True)
