"""Buttons that give an account back to its owner: each asks how staff made sure who asks (section 23, ASVS 6.4.4)."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.urls import reverse

from accounts.models import User
from accounts.services.identity_proof import PROOFS
from common import clock
from tests.backoffice.conftest import Office
from tests.factories.accounts import PASSWORD, make_user
from tests.support.limits import set_setting
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, footprint

NEW = "dana@newplace.example"
ENTRY = {"reason": "Left the company", "identity_proof": "company_admin"}


def page(user: User, action: str = "change") -> str:
    return reverse(f"admin:accounts_user_{action}", args=[user.pk])


def closed() -> User:
    user = make_user()
    client_of(user).post("/users/me/close", {"currentPassword": PASSWORD})
    return user


ACTIONS = {
    "reset_second_factor": lambda: make_user(second_factor_since=clock.now()),
    "reopen": closed,
    "start_email_change": make_user,
}


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_chosen_beforehand_and_something_must_be(office: Office, action: str) -> None:
    user = ACTIONS[action]()
    text = office.text(page(user, action))
    select = text.split('name="identity_proof"')[1].split("</select>")[0]
    assert select.split("<option")[1].startswith(' value=""')
    for proof, words in PROOFS.items():
        assert f'value="{proof.value}"' in select
        assert words in select
    assert "A mail proves nothing" in text
    before = footprint()
    for proof in ("", "by_mail"):
        entry = {**ENTRY, "new_email": NEW, "identity_proof": proof}
        refused = office.post(page(user, action), **entry)
        shown = refused.content.decode()
        assert (refused.status_code, "Choose how you made sure who asks." in shown) == (422, True)
        assert "Left the company" in shown
    after = footprint()
    seen = activities(action="STAFF_VIEWED_USER", entity_id=user.pk)
    assert after.pop("auditing.ActivityLog") - before.pop("auditing.ActivityLog") <= len(seen)
    assert after == before


@pytest.mark.parametrize("action", ACTIONS)
def test_the_histories_show_it(office: Office, staff: User, action: str) -> None:
    user = ACTIONS[action]()
    answer = office.post(page(user, action), **ENTRY, new_email=NEW)
    assert (answer.status_code, answer["Location"]) == (302, page(user))
    history = office.text(page(user, "history"))
    assert ("identityProof" in history, "company_admin" in history) == (True, True)
    row = apps.get_model("auditing", "ActivityLog").all_companies.get(reason="Left the company", entity_id=user.pk)
    event = apps.get_model("logging_app", "AuthEvent").objects.filter(user=user, details__isnull=False).latest("pk")
    assert "company_admin" in office.text(reverse("admin:auditing_activitylog_change", args=[row.pk]))
    assert "company_admin" in office.text(reverse("admin:logging_app_authevent_change", args=[event.pk]))


def test_a_change_of_address_is_started_and_cancelled(office: Office, staff: User, mailbox: Mailbox) -> None:
    user = make_user(email="dana@oldplace.example")
    assert page(user, "cancel_email_change") not in office.text(page(user))
    text = office.text(page(user, "start_email_change"))
    assert "24 hours from now at the earliest" in text
    answer = office.post(page(user, "start_email_change"), **ENTRY, new_email=NEW)
    assert (answer.status_code, answer["Location"]) == (302, page(user))
    assert mailbox.token_for(NEW) != mailbox.token_for(user.email)
    assert activities(entity_id=user.pk, user=staff, reason=ENTRY["reason"]) == ["USER_EMAIL_CHANGE_REQUESTED"]
    links = office.text(reverse("admin:accounts_useremailchangetoken_changelist"))
    assert NEW in links
    assert mailbox.token_for(NEW) not in links
    assert f'href="{page(user, "cancel_email_change")}"' in office.text(page(user))
    assert "keeps the address" in office.text(page(user, "cancel_email_change"))
    office.post(page(user, "cancel_email_change"), reason="It was not her")
    assert activities(entity_id=user.pk, user=staff, reason="It was not her") == ["USER_EMAIL_CHANGE_CANCELLED"]
    assert page(user, "cancel_email_change") not in office.text(page(user))


def test_without_a_wait_the_page_promises_none(office: Office) -> None:
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", "0")
    assert "at the earliest" not in office.text(page(make_user(), "start_email_change"))


def test_refusals_are_shown_with_what_was_typed(office: Office) -> None:
    """GEN-5."""
    user, holder = make_user(), make_user(email=NEW)
    tries = {
        NEW: f"has an account already, number {holder.pk}",
        user.email: "the address that the account has already",
        "nonsense": "Enter a valid email address",
        "": "This field is required",
    }
    before = footprint()["accounts.UserEmailChangeToken"]
    for address, why in tries.items():
        refused = office.post(page(user, "start_email_change"), **ENTRY, new_email=address)
        text = refused.content.decode()
        assert (refused.status_code, why in text, "Left the company" in text) == (422, True, True), address
    assert footprint()["accounts.UserEmailChangeToken"] == before
