"""Changes of address that meet each other, a sign-up or a cancellation (GEN-3, PR-1)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User, UserEmailChangeToken
from tests.accounts.conftest import SIGNUP
from tests.accounts.email_change_steps import CHANGE, NEW, ask, both_links, confirm, stop
from tests.factories.accounts import make_user
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roomy")]


def outcomes(answers: list[Any]) -> list[tuple[int, str | None]]:
    found = []
    for answer in answers:
        assert not isinstance(answer, Exception), answer
        body = answer.json() if answer.content else {}
        found.append((answer.status_code, body.get("code")))
    return sorted(found, key=str)


def test_both_links_at_once(mailbox: Mailbox) -> None:
    """The address changes exactly once, and one of the two answers says so."""
    user = make_user()
    old, new = both_links(user, mailbox)
    answers = run_together(*[lambda token=token: confirm(token) for token in (old, new, old, new)])
    assert outcomes(answers) == [(200, None)] * 4
    user.refresh_from_db()
    assert user.email == NEW
    assert activities(action="USER_EMAIL_CHANGED") == ["USER_EMAIL_CHANGED"]
    assert len(activities(action="USER_EMAIL_CHANGE_CONFIRMED")) == 2


def test_two_people_to_one_address(mailbox: Mailbox) -> None:
    """One wins, the other gets a clear answer and keeps the address they have."""
    people = [make_user(), make_user()]
    links = []
    for person in people:
        old, new = both_links(person, mailbox)
        confirm(old)
        links.append(new)
    answers = run_together(*[lambda token=token: confirm(token) for token in links])
    assert outcomes(answers) == [(200, None), (409, "ACCOUNT_EXISTS")]
    assert User.objects.filter(email=NEW, is_deleted=False).count() == 1
    assert activities(action="USER_EMAIL_CHANGED") == ["USER_EMAIL_CHANGED"]


def test_two_people_exchange_their_addresses(mailbox: Mailbox) -> None:
    """Each waits for the other's address: no deadlock, and both stay as they are."""
    first, second = make_user(email="first@people.example"), make_user(email="second@people.example")
    tokens = []
    for person, target in ((first, second.email), (second, first.email)):
        ask(client_of(person), target)
        tokens.append(next(message for message in mailbox.to(person.email) if "?token=" in message.text).token)
    answers = run_together(*[lambda token=token: confirm(token) for token in tokens])
    assert outcomes(answers) == [(200, None), (200, None)]
    assert {user.email for user in User.objects.all()} == {"first@people.example", "second@people.example"}


@pytest.mark.parametrize("attempt", range(3))
def test_sign_up_of_the_new_address_meanwhile(mailbox: Mailbox, attempt: int) -> None:
    """Whichever comes first: one live account has the address, and nobody gets a 500."""
    user = make_user()
    old, new = both_links(user, mailbox)
    confirm(old)
    answers = run_together(
        lambda: confirm(new), lambda: ApiClient().post("/auth/signup", {**SIGNUP, "email": NEW}), lambda: confirm(new)
    )
    assert outcomes(answers) == [(200, None), (200, None), (202, None)]
    user.refresh_from_db()
    assert user.email == NEW, "a sign-up that nobody confirmed keeps no address"
    assert User.objects.filter(email=NEW, is_deleted=False).count() == 1


def test_sign_up_of_the_former_address_meanwhile(mailbox: Mailbox) -> None:
    """It meets the account before the change, or none after it; never the account under its new name."""
    user = make_user()
    former = user.email
    old, new = both_links(user, mailbox)
    confirm(old)
    answers = run_together(lambda: confirm(new), lambda: ApiClient().post("/auth/signup", {**SIGNUP, "email": former}))
    assert outcomes(answers) == [(200, None), (202, None)]
    user.refresh_from_db()
    assert user.email == NEW
    assert not any(message.subject == "You already have an account" for message in mailbox.to(NEW))


@pytest.mark.parametrize("attempt", range(3))
def test_confirming_while_cancelling_and_stopping(mailbox: Mailbox, attempt: int) -> None:
    """Either the change is made or it is off; both never."""
    user = make_user()
    client = client_of(user)
    old, new = both_links(user, mailbox)
    confirm(old)
    answers = run_together(lambda: confirm(new), lambda: client.post(f"{CHANGE}/cancel"), lambda: stop(old))
    codes = [answer.status_code for answer in answers]
    user.refresh_from_db()
    if user.email == NEW:
        assert codes[0] == 200
        # The change ends the session that wanted to cancel.
        assert codes[1] in (401, 404)
        assert codes[2] == 409
    else:
        assert codes[0] == 400
        assert sorted(codes[1:]) in ([204, 400], [204, 404])
    assert UserEmailChangeToken.objects.filter(used_at=None, voided_at=None).count() == 0


def test_asking_several_times_at_once(mailbox: Mailbox) -> None:
    """One open change is left, and its links work."""
    user = make_user()
    clients = [client_of(user) for _ in range(4)]
    answers = run_together(*[lambda client=client: ask(client) for client in clients])
    assert outcomes(answers) == [(202, None)] * 4
    assert UserEmailChangeToken.objects.filter(voided_at=None).count() == 2
    newest = UserEmailChangeToken.objects.filter(voided_at=None).first()
    assert newest is not None
    messages = [*mailbox.to(user.email), *mailbox.to(NEW)]
    states = [confirm(message.token).status_code for message in messages]
    assert sorted(states) == [200] * 2 + [400] * 6
    user.refresh_from_db()
    assert user.email == NEW
