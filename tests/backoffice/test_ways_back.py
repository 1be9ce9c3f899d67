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
