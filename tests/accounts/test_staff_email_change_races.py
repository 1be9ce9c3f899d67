"""Changes of address by staff that meet each other, a stop, the job or the owner (GEN-3, PR-1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts import tasks
from accounts.models import User, UserEmailChangeToken
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, ask, confirm, staff_links, start, stop
from tests.factories.accounts import make_user
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roomy")]


@pytest.fixture
def officers(db: None) -> list[ApiClient]:
    return [client_of(make_user(role="system_admin")) for _ in range(2)]


def codes(answers: list[Any]) -> list[Any]:
    for answer in answers:
        assert not isinstance(answer, Exception), answer
    return [getattr(answer, "status_code", answer) for answer in answers]


def let_the_wait_pass(user: User) -> None:
    UserEmailChangeToken.objects.filter(user=user).update(effective_from=clock.now() - timedelta(minutes=1))


def test_two_of_staff_at_once(officers: list[ApiClient], mailbox: Mailbox) -> None:
    """One open change is left, whole, and it alone can be confirmed."""
    user = make_user()
    addresses = [NEW, "dana@third.example"]
    answers = run_together(
        *[lambda staff=staff, to=to: start(staff, user, to) for staff, to in zip(officers, addresses, strict=True)]
    )
    assert codes(answers) == [202, 202]
    left = UserEmailChangeToken.objects.filter(voided_at=None)
    assert len({row.change_key for row in left}) == 1
    assert {row.side for row in left} == {"old", "new"}
    states = {to: confirm(mailbox.token_for(to)).status_code for to in addresses}
    assert sorted(states.values()) == [200, 400]
    assert states[left[0].new_email] == 200


def test_staff_and_owner_at_once(officers: list[ApiClient], mailbox: Mailbox) -> None:
    user = make_user()
    owner = client_of(user)
    answers = run_together(lambda: start(officers[0], user), lambda: ask(owner, "dana@third.example"))
    assert codes(answers) == [202, 202]
    left = UserEmailChangeToken.objects.filter(voided_at=None)
    assert (left.count(), len({row.change_key for row in left})) == (2, 1)


@pytest.mark.parametrize("attempt", range(3))
def test_confirming_the_job_stopping_and_cancelling(officers: list[ApiClient], mailbox: Mailbox, attempt: int) -> None:
    """Either the change is made, once, or it is off; both never."""
    user = make_user()
    owner = client_of(user)
    stop_link, new = staff_links(officers[0], user, mailbox)
    confirm(new)
    let_the_wait_pass(user)
    reason = {"reason": "Called back, it was not her"}
    answers = run_together(
        lambda: confirm(new),
        tasks.complete_email_changes,
        lambda: stop(stop_link),
        lambda: owner.post(f"{CHANGE}/cancel"),
        lambda: officers[1].post(f"/admin/users/{user.pk}/cancel-email-change", reason),
    )
    confirmed, by_job, stopped, cancelled, by_staff = codes(answers)
    user.refresh_from_db()
    if user.email == NEW:
        assert (confirmed, stopped, by_staff) == (200, 409, 409)
        assert by_job in (0, 1)
        # The change ends the session that wanted to cancel.
        assert cancelled in (401, 404)
        assert activities(action="USER_EMAIL_CHANGED") == ["USER_EMAIL_CHANGED"]
        assert activities(action="USER_EMAIL_CHANGE_CANCELLED") == []
    else:
        assert (confirmed, by_job) == (400, 0)
        assert [stopped, cancelled, by_staff].count(204) + [by_staff].count(200) == 1
        assert activities(action="USER_EMAIL_CHANGE_CANCELLED") == ["USER_EMAIL_CHANGE_CANCELLED"]
        assert activities(action="USER_EMAIL_CHANGED") == []


def test_two_jobs_at_once(officers: list[ApiClient], mailbox: Mailbox) -> None:
    people = [make_user() for _ in range(3)]
    for number, user in enumerate(people):
        _, new = staff_links(officers[0], user, mailbox, f"moved{number}@newplace.example")
        confirm(new)
        let_the_wait_pass(user)
    answers = run_together(tasks.complete_email_changes, tasks.complete_email_changes)
    assert sum(codes(answers)) == 3
    assert activities(action="USER_EMAIL_CHANGED") == ["USER_EMAIL_CHANGED"] * 3
