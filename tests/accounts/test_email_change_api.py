"""Asking for a change of address over REST: /users/me/email-change (PR-1, GEN-11)."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine

from accounts.models import User, UserEmailChangeToken
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, ask, confirm
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

OLD = "dana@oldplace.example"


@pytest.fixture
def dana() -> User:
    return make_user(email=OLD, first_name="Dana")


def test_pr1_asking_mails_both_addresses_and_changes_nothing(dana: User, mailbox: Mailbox) -> None:
    client = client_of(dana)
    assert problem_code(client.get(CHANGE)) == "NOT_FOUND"
    answer = ask(client, "  Dana@NewPlace.example ")
    body = answer.json()
    assert (answer.status_code, set(body)) == (
        202,
        {
            *("newEmail", "requestedAt", "expiresAt", "isOldConfirmed", "isNewConfirmed"),
            *("isByStaff", "effectiveFrom"),
        },
    )
    assert (body["newEmail"], body["isOldConfirmed"], body["isNewConfirmed"]) == (NEW, False, False)
    assert client.get(CHANGE).json() == body
    (old,), (new,) = mailbox.to(OLD), mailbox.to(NEW)
    assert NEW in old.text
    assert OLD not in new.text + new.html, "the new mailbox may be a stranger's"
    assert old.token != new.token
    dana.refresh_from_db()
    assert dana.email == OLD
    assert activities(entity_id=dana.pk) == ["USER_EMAIL_CHANGE_REQUESTED"]
    assert auth_events(user=dana) == ["EMAIL_CHANGE_REQUESTED"]


@pytest.mark.parametrize("holder", [None, "active", "locked", "suspended", "pending"])
def test_gen11_the_answer_never_tells_whether_the_new_address_has_an_account(
    dana: User, mailbox: Mailbox, holder: str | None
) -> None:
    if holder is not None:
        make_user(email=NEW, status=holder, first_name="Holder")
    client = client_of(dana)
    with time_machine.travel(clock.now(), tick=False):
        answer = ask(client)
        now = clock.now()
    body = answer.json()
    assert answer.status_code == 202
    assert body == {
        "newEmail": NEW,
        "requestedAt": body["requestedAt"],
        "expiresAt": body["expiresAt"],
        "isOldConfirmed": False,
        "isNewConfirmed": False,
        "isByStaff": False,
        "effectiveFrom": None,
    }
    assert body["requestedAt"] == now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03d}Z"
    assert UserEmailChangeToken.objects.count() == 2
    subjects = [message.subject for message in mailbox.to(NEW)]
    assert (
        subjects
        == {
            None: ["Confirm your new e-mail address"],
            "pending": ["Confirm your new e-mail address"],
            "active": ["Someone wanted to use your address"],
            "locked": ["Someone wanted to use your address"],
            "suspended": [],
        }[holder]
    )
    # The requester's own side goes on as ever, and tells no more.
    confirmed = confirm(mailbox.token_for(OLD)).json()
    assert confirmed == {
        "side": "old",
        "newEmail": NEW,
        "isOldConfirmed": True,
        "isNewConfirmed": False,
        "isChanged": False,
        "isByStaff": False,
        "effectiveFrom": None,
    }
    assert client.get(CHANGE).json() == {**body, "isOldConfirmed": True}


def test_lk3_a_wrong_password_counts_and_sends_nothing(dana: User, mailbox: Mailbox) -> None:
    client = client_of(dana)
    before = footprint()
    assert field_codes(ask(client, password="wrong horse 11")) == {"currentPassword": "incorrect_password"}
    assert footprint() == before
    dana.refresh_from_db()
    assert dana.failed_login_attempts == 1
    for _ in range(4):
        ask(client, password="wrong horse 11")
    assert problem_code(ask(client)) == "ACCOUNT_LOCKED"
    assert UserEmailChangeToken.objects.count() == 0
    failed = auth_events(user=dana, event_type="EMAIL_CHANGE_FAILED")
    assert len(failed) == 6
    assert mailbox.to(NEW) == []


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ({"newEmail": "nonsense"}, {"newEmail": "email_invalid"}),
        ({"newEmail": f" {OLD.upper()} "}, {"newEmail": "not_applicable"}),
        ({"newEmail": None}, {"newEmail": "null_not_allowed"}),
        ({"newEmail": "x" * 250 + "@a.example"}, {"newEmail": "too_long"}),
        ({"currentPassword": ""}, {"currentPassword": "blank"}),
        ({"email": NEW}, {"email": "unknown_field"}),
    ],
)
def test_entries_that_are_refused(dana: User, entry: dict[str, Any], codes: dict[str, str]) -> None:
    """They cost no failure, and nothing is stored."""
    client, before = client_of(dana), footprint()
    assert field_codes(client.post(CHANGE, {"newEmail": NEW, "currentPassword": PASSWORD} | entry)) == codes
    assert footprint() == before
    dana.refresh_from_db()
    assert dana.failed_login_attempts == 0


def test_throw_away_addresses_where_they_are_not_welcome(dana: User, set_setting: Any) -> None:
    client = client_of(dana)
    assert ask(client, "dana@mailinator.com").status_code == 202
    set_setting("DISPOSABLE_EMAIL_ALLOWED", "false")
    before = footprint()
    assert field_codes(ask(client, "dana@mailinator.com")) == {"newEmail": "email_disposable"}
    assert footprint() == before


def test_rl1_requests_are_limited_by_person_and_by_new_address(dana: User, set_setting: Any, mailbox: Mailbox) -> None:
    set_setting("RATE_LIMIT_MAIL_REQUEST_PER_HOUR", "3")
    client = client_of(dana)
    for number in range(3):
        assert ask(client, f"dana{number}@newplace.example").status_code == 202
    before = footprint()
    refused = ask(client)
    assert problem_code(refused) == "RATE_LIMIT_EXCEEDED"
    assert refused["Retry-After"]
    assert footprint() == before
    # A mailbox is spared whoever asks; a refused request counts for neither.
    for _ in range(3):
        assert ask(client_of(make_user()), "victim@people.example").status_code == 202
    assert problem_code(ask(client_of(make_user()), "victim@people.example")) == "RATE_LIMIT_EXCEEDED"
