"""Cases of the audit matrix: change of the e-mail address."""

from __future__ import annotations

from datetime import timedelta

import time_machine

from accounts.models import User
from accounts.tasks import complete_email_changes
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, ask, both_links, confirm, staff_links, start, stop
from tests.factories.accounts import make_user
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.audit.entries import WRONG
from tests.support.sessions import client_of

LINE, BY_STAFF = "Change of address", "Change of address by staff"


@case(LINE, events="EMAIL_CHANGE_REQUESTED", activities="USER_EMAIL_CHANGE_REQUESTED")
def address_change_asked(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(ask(client), 202, user)


@case(LINE, events="EMAIL_CHANGE_FAILED INCORRECT_PASSWORD")
def address_change_with_a_wrong_password(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(ask(client, password=WRONG), 422, user)


@case(LINE, activities="USER_EMAIL_CHANGE_CONFIRMED")
def address_change_confirmed_on_one_side(stage: Stage) -> Steps:
    user = make_user()
    _, new = both_links(user, stage.mailbox)
    yield None
    yield Done(confirm(new), 200, user)


@case(LINE, events="EMAIL_CHANGED", activities="USER_EMAIL_CHANGE_CONFIRMED, USER_EMAIL_CHANGED", history="User")
def address_changed(stage: Stage) -> Steps:
    user = make_user()
    old, new = both_links(user, stage.mailbox)
    confirm(new)
    yield None
    yield Done(confirm(old), 200, user, email=NEW)


@case(LINE)
def address_change_confirmed_twice(stage: Stage) -> Steps:
    user = make_user()
    old, _ = both_links(user, stage.mailbox)
    confirm(old)
    yield None
    yield Done(confirm(old), 200, user)


@case(LINE, events="EMAIL_CHANGE_FAILED TOKEN_INVALID")
def address_change_by_a_link_that_is_none(stage: Stage) -> Steps:
    yield None
    yield Done(confirm("none"), 400)


@case(
    LINE,
    events="EMAIL_CHANGE_CANCELLED taken, EMAIL_CHANGE_FAILED ACCOUNT_EXISTS",
    activities="USER_EMAIL_CHANGE_CANCELLED",
)
def address_taken_meanwhile(stage: Stage) -> Steps:
    user = make_user()
    _, new = both_links(user, stage.mailbox)
    make_user(email=NEW)
    yield None
    yield Done(confirm(new), 409, user)


@case(LINE, events="EMAIL_CHANGE_CANCELLED account", activities="USER_EMAIL_CHANGE_CANCELLED")
def address_change_cancelled(stage: Stage) -> Steps:
    user = make_user()
    both_links(user, stage.mailbox)
    client = client_of(user)
    yield None
    yield Done(client.post(f"{CHANGE}/cancel"), 204, user)


@case(LINE, events="EMAIL_CHANGE_CANCELLED old", activities="USER_EMAIL_CHANGE_CANCELLED")
def address_change_stopped(stage: Stage) -> Steps:
    user = make_user()
    old, _ = both_links(user, stage.mailbox)
    yield None
    yield Done(stop(old), 204, user)


def _links(stage: Stage, user: User) -> tuple[str, str]:
    return staff_links(client_of(stage.officer), user, stage.mailbox)


@case(
    BY_STAFF,
    events="EMAIL_CHANGE_REQUESTED staff: Left the company whose mail it was",
    activities="USER_EMAIL_CHANGE_REQUESTED",
)
def address_change_started_by_staff(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    client = client_of(actor)
    yield None
    yield Done(start(client, user), 202, user, actor)


@case(BY_STAFF)
def address_change_to_one_in_use(stage: Stage) -> Steps:
    user, client = make_user(), client_of(stage.officer)
    make_user(email=NEW)
    yield None
    yield Done(start(client, user), 409)


@case(BY_STAFF)
def address_change_without_proof_of_identity(stage: Stage) -> Steps:
    user, client = make_user(), client_of(stage.officer)
    yield None
    yield Done(start(client, user, identityProof="mail"), 422)


@case(BY_STAFF, activities="USER_EMAIL_CHANGE_CONFIRMED")
def staff_change_confirmed_before_the_wait_is_over(stage: Stage) -> Steps:
    user = make_user()
    _, new = _links(stage, user)
    yield None
    yield Done(confirm(new), 200, user)


@case(BY_STAFF, events="EMAIL_CHANGED", activities="USER_EMAIL_CHANGED", history="User")
def staff_change_made_by_the_job(stage: Stage) -> Steps:
    user = make_user()
    _, new = _links(stage, user)
    confirm(new)
    with time_machine.travel(clock.now() + timedelta(hours=25)):
        yield None
        assert complete_email_changes() == 1
        yield Done(subject=user, actor="complete_email_changes", email=NEW)


@case(
    BY_STAFF,
    events="EMAIL_CHANGED",
    activities="USER_EMAIL_CHANGE_CONFIRMED, USER_EMAIL_CHANGED",
    history="User",
    EMAIL_CHANGE_STAFF_WAIT_HOURS="0",
)
def staff_change_made_by_the_link(stage: Stage) -> Steps:
    user = make_user()
    _, new = _links(stage, user)
    yield None
    yield Done(confirm(new), 200, user, email=NEW)


@case(BY_STAFF, events="EMAIL_CHANGE_CANCELLED old", activities="USER_EMAIL_CHANGE_CANCELLED")
def staff_change_stopped(stage: Stage) -> Steps:
    user = make_user()
    old, _ = _links(stage, user)
    yield None
    yield Done(stop(old), 204, user)


@case(BY_STAFF, events="EMAIL_CHANGE_FAILED TOKEN_INVALID")
def staff_change_not_confirmed_from_the_old_address(stage: Stage) -> Steps:
    user = make_user()
    old, _ = _links(stage, user)
    yield None
    yield Done(confirm(old), 400, user)


@case(
    BY_STAFF,
    events="EMAIL_CHANGE_CANCELLED staff: Asked for on the phone",
    activities="USER_EMAIL_CHANGE_CANCELLED",
)
def staff_change_cancelled_by_staff(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    _links(stage, user)
    yield None
    yield Done(stage.staff(user, "cancel-email-change"), 200, user, actor)
