"""Cases of the audit matrix: change of the e-mail address."""

from __future__ import annotations

from tests.accounts.email_change_steps import CHANGE, NEW, ask, both_links, confirm, stop
from tests.factories.accounts import make_user
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.audit.entries import WRONG
from tests.support.sessions import client_of

LINE = "Change of address"


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
