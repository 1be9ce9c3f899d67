"""The two links of a change of address over REST: /auth/email-change (PR-1, GEN-11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User, UserRefreshToken
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, ask, both_links, confirm, stop
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

OLD = "dana@oldplace.example"


@pytest.fixture
def dana() -> User:
    return make_user(email=OLD, first_name="Dana")


def log_in(email: str) -> Any:
    return ApiClient().post("/auth/login", {"email": email, "password": PASSWORD})


# Confirming


@pytest.mark.parametrize("first", ["old", "new"])
def test_pr1_the_address_changes_once_both_sides_are_confirmed(dana: User, mailbox: Mailbox, first: str) -> None:
    proved_at, copies, device = dana.email_verified_at, snapshots(dana), client_of(dana)
    old, new = both_links(dana, mailbox)
    links = [old, new] if first == "old" else [new, old]
    answer = confirm(links[0]).json()
    assert (answer["side"], answer["isChanged"]) == (first, False)
    dana.refresh_from_db()
    assert dana.email == OLD
    assert log_in(NEW).status_code == 401
    mailbox.clear()
    answer = confirm(links[1]).json()
    assert (answer["isOldConfirmed"], answer["isNewConfirmed"], answer["isChanged"]) == (True, True, True)
    dana.refresh_from_db()
    assert (dana.email, dana.is_email_verified) == (NEW, True)
    assert dana.email_verified_at is not None
    assert proved_at is not None
    assert dana.email_verified_at > proved_at
    assert snapshots(dana) == copies + 1
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    assert set(UserRefreshToken.objects.filter(user=dana).values_list("revoked_reason", flat=True)) == {"email_changed"}
    assert activities(entity_id=dana.pk) == [
        "USER_EMAIL_CHANGE_REQUESTED",
        "USER_EMAIL_CHANGE_CONFIRMED",
        "USER_EMAIL_CHANGE_CONFIRMED",
        "USER_EMAIL_CHANGED",
    ]
    assert auth_events(user=dana) == ["EMAIL_CHANGE_REQUESTED", "EMAIL_CHANGED"]
    (told,), (welcomed,) = mailbox.to(OLD), mailbox.to(NEW)
    assert NEW in told.text
    assert "/support" in told.text
    assert "/login" in welcomed.text
    assert problem_code(log_in(OLD)) == "INVALID_CREDENTIALS"
    assert log_in(NEW).json()["user"]["email"] == NEW
    assert problem_code(client_of(dana).get(CHANGE)) == "NOT_FOUND"


def test_the_callers_own_session_goes_on(dana: User, mailbox: Mailbox) -> None:
    """Only the one that sends its access token along; somebody else's does not count."""
    laptop, phone = client_of(dana), client_of(dana)
    ask(laptop)
    old, new = mailbox.token_for(OLD), mailbox.token_for(NEW)
    confirm(new)
    assert confirm(old, laptop).json()["isChanged"] is True
    assert laptop.get("/users/me").json()["email"] == NEW
    assert problem_code(phone.get("/users/me")) == "ACCESS_TOKEN_INVALID"
    stranger = client_of(make_user())
    other = make_user()
    device = client_of(other)
    old, new = both_links(other, mailbox, "other@newplace.example")
    confirm(old)
    confirm(new, stranger)
    assert problem_code(device.get("/users/me")) == "ACCESS_TOKEN_INVALID"
    assert stranger.get("/users/me").status_code == 200


def test_the_same_link_again_is_a_success_that_writes_nothing(dana: User, mailbox: Mailbox) -> None:
    old, new = both_links(dana, mailbox)
    first = confirm(old).json()
    before = footprint()
    assert confirm(old).json() == first
    assert footprint() == before
    done = confirm(new).json()
    before = footprint()
    assert (confirm(new).json(), confirm(old).json()["isChanged"]) == (done, True)
    assert footprint() == before


@pytest.mark.parametrize("bad", ["unknown", "x" * 43, "Ünïcode ☃"])
@pytest.mark.parametrize("use", [confirm, stop])
def test_unknown_links(dana: User, use: Any, bad: str) -> None:
    before = footprint()
    answer = use(bad)
    assert (answer.status_code, problem_code(answer)) == (400, "TOKEN_INVALID")
    assert footprint() == before
    assert auth_events() == ["EMAIL_CHANGE_FAILED"]


def test_links_end_with_their_time(dana: User, mailbox: Mailbox, set_setting: Any) -> None:
    """CF-4: the life is that of the moment of asking; a side confirmed before does not help."""
    set_setting("EMAIL_CHANGE_EXPIRY_HOURS", "2")
    old, new = both_links(dana, mailbox)
    set_setting("EMAIL_CHANGE_EXPIRY_HOURS", "48")
    confirm(old)
    with time_machine.travel(clock.now() + timedelta(hours=2, seconds=1)):
        for token in (old, new):
            answer = confirm(token)
            assert (answer.status_code, problem_code(answer)) == (410, "TOKEN_EXPIRED")
        assert problem_code(client_of(dana).get(CHANGE)) == "NOT_FOUND"
    dana.refresh_from_db()
    assert dana.email == OLD


def test_a_newer_request_replaces_the_former(dana: User, mailbox: Mailbox) -> None:
    """One open change a person; a side of the former that was confirmed dies too."""
    old, new = both_links(dana, mailbox)
    confirm(old)
    newer_old, newer_new = both_links(dana, mailbox, "dana@third.example")
    for token in (old, new):
        assert problem_code(confirm(token)) == "TOKEN_INVALID"
    assert client_of(dana).get(CHANGE).json()["isOldConfirmed"] is False
    confirm(newer_old)
    confirm(newer_new)
    dana.refresh_from_db()
    assert dana.email == "dana@third.example"


def test_links_of_a_change_before_the_last_one_say_so(dana: User, mailbox: Mailbox) -> None:
    first = both_links(dana, mailbox)
    for token in first:
        confirm(token)
    dana.refresh_from_db()
    for token in both_links(dana, mailbox, "dana@third.example"):
        confirm(token)
    before = footprint()
    assert problem_code(confirm(first[0])) == "TOKEN_USED"
    assert footprint() == before


def test_a_suspended_or_locked_account_keeps_its_address(dana: User, mailbox: Mailbox, staff: ApiClient) -> None:
    old, new = both_links(dana, mailbox)
    confirm(old)
    staff.post(f"/admin/users/{dana.pk}/lock", {"reason": "Reported"})
    answer = confirm(new)
    assert (answer.status_code, problem_code(answer)) == (423, "ACCOUNT_LOCKED")
    staff.post(f"/admin/users/{dana.pk}/suspend", {"reason": "Reported"})
    assert problem_code(confirm(new)) == "TOKEN_INVALID"
    dana.refresh_from_db()
    assert dana.email == OLD


def test_other_links_of_the_former_address_open_nothing_afterwards(dana: User, mailbox: Mailbox) -> None:
    ApiClient().post("/auth/password-reset/request", {"email": OLD})
    reset = mailbox.token_for(OLD)
    for token in both_links(dana, mailbox):
        confirm(token)
    answer = ApiClient().post("/auth/password-reset/confirm", {"token": reset, "newPassword": "green lantern 92"})
    assert problem_code(answer) == "TOKEN_INVALID"
    assert log_in(NEW).status_code == 200


def test_the_former_address_is_free_and_invitations_follow_the_address(dana: User, mailbox: Mailbox) -> None:
    """IN-9: an invitation is for an address; the account has the invitations of the one it has now."""
    company = make_company(make_user())
    kept = make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=NEW)
    make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=OLD)
    for token in both_links(dana, mailbox):
        confirm(token)
    own = client_of(User.objects.get(pk=dana.pk)).get("/users/me/invitations").json()["items"]
    assert [item["userInvitationId"] for item in own] == [kept.pk]
    person = {"password": "green lantern 92", "firstName": "New", "lastName": "Owner", "acceptTerms": True}
    assert ApiClient().post("/auth/signup", {"email": OLD, **person}).status_code == 202
    assert User.objects.filter(email=OLD).count() == 1


# The new address gets an account meanwhile


@pytest.mark.parametrize("last", ["old", "new"])
def test_an_account_made_meanwhile_ends_the_change(dana: User, mailbox: Mailbox, last: str) -> None:
    """GEN-3: the address stays with who has it; the change is off and says so."""
    old, new = both_links(dana, mailbox)
    first, second = (new, old) if last == "old" else (old, new)
    confirm(first)
    holder = make_user(email=NEW)
    answer = confirm(second)
    assert (answer.status_code, problem_code(answer)) == (409, "ACCOUNT_EXISTS")
    dana.refresh_from_db()
    assert dana.email == OLD
    assert User.objects.get(email=NEW).pk == holder.pk
    assert problem_code(client_of(dana).get(CHANGE)) == "NOT_FOUND"
    assert problem_code(confirm(second)) == "TOKEN_INVALID"
    assert activities(entity_id=dana.pk)[-1] == "USER_EMAIL_CHANGE_CANCELLED"


def test_gen11_agreeing_from_the_present_address_tells_nothing_about_the_new_one(dana: User, mailbox: Mailbox) -> None:
    old, _ = both_links(dana, mailbox)
    make_user(email=NEW)
    assert confirm(old).json()["isChanged"] is False


def test_an_account_nobody_confirmed_makes_room(dana: User, mailbox: Mailbox) -> None:
    """SU-2, SU-9: nobody keeps an address by typing it at sign-up; its mailbox is proved by the link."""
    squatter = make_user(email=NEW, status="pending")
    old, new = both_links(dana, mailbox)
    confirm(old)
    assert confirm(new).json()["isChanged"] is True
    squatter.refresh_from_db()
    assert (squatter.is_deleted, squatter.email) == (True, f"erased-{squatter.pk}@erased.invalid")
    assert activities(entity_id=squatter.pk) == ["USER_REMOVED"]
    assert log_in(NEW).json()["user"]["userId"] == dana.pk


# Cancelling and stopping


def test_cancelling(dana: User, mailbox: Mailbox) -> None:
    old, new = both_links(dana, mailbox)
    confirm(old)
    client = client_of(dana)
    assert client.post(f"{CHANGE}/cancel").status_code == 204
    assert problem_code(client.get(CHANGE)) == "NOT_FOUND"
    for token in (old, new):
        assert problem_code(confirm(token)) == "TOKEN_INVALID"
    assert activities(entity_id=dana.pk)[-1] == "USER_EMAIL_CHANGE_CANCELLED"
    assert auth_events(user=dana, is_success=True)[-1] == "EMAIL_CHANGE_CANCELLED"
    before = footprint()
    assert problem_code(client.post(f"{CHANGE}/cancel")) == "NOT_FOUND"
    assert problem_code(client_of(make_user()).post(f"{CHANGE}/cancel")) == "NOT_FOUND"
    assert footprint()["auditing.ActivityLog"] == before["auditing.ActivityLog"]


@pytest.mark.parametrize("side", [0, 1], ids=["old", "new"])
def test_either_link_stops_the_change_even_of_a_locked_account(
    dana: User, mailbox: Mailbox, staff: ApiClient, side: int
) -> None:
    links = both_links(dana, mailbox)
    confirm(links[1 - side])
    staff.post(f"/admin/users/{dana.pk}/lock", {"reason": "Reported"})
    assert stop(links[side]).status_code == 204
    assert problem_code(stop(links[side])) == "TOKEN_INVALID"
    staff.post(f"/admin/users/{dana.pk}/unlock", {"reason": "Settled"})
    assert problem_code(confirm(links[side])) == "TOKEN_INVALID"
    dana.refresh_from_db()
    assert dana.email == OLD


def test_a_change_that_is_made_cannot_be_stopped(dana: User, mailbox: Mailbox) -> None:
    links = both_links(dana, mailbox)
    for token in links:
        confirm(token)
    before = footprint()
    for token in links:
        answer = stop(token)
        assert (answer.status_code, problem_code(answer)) == (409, "TOKEN_USED")
    assert footprint() == before


def test_visitors_and_others_reach_nothing(dana: User, mailbox: Mailbox) -> None:
    both_links(dana, mailbox)
    before = footprint()
    for answer in (ask(ApiClient()), ApiClient().get(CHANGE), ApiClient().post(f"{CHANGE}/cancel")):
        assert problem_code(answer) == "AUTHENTICATION_REQUIRED"
    assert footprint() == before
    assert problem_code(client_of(make_user()).get(CHANGE)) == "NOT_FOUND"
