"""The links of a change of address that staff started, and the job that makes it after the wait (PR-1, SU-4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps

from accounts import tasks
from accounts.models import User, UserEmailChangeToken, UserRefreshToken
from auditing.models import ActivityLog
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, confirm, staff_links, stop
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

OLD = "dana@oldplace.example"


@pytest.fixture
def dana() -> User:
    return make_user(email=OLD, first_name="Dana")


@contextmanager
def later(hours: float) -> Iterator[None]:
    with time_machine.travel(clock.now() + timedelta(hours=hours, minutes=1)):
        yield


def address_of(user: User) -> str:
    return str(User.objects.get(pk=user.pk).email)


def log_in(email: str) -> Any:
    return ApiClient().post("/auth/login", {"email": email, "password": PASSWORD})


def test_confirmed_early_it_is_kept_and_made_by_the_job(
    dana: User, staff: ApiClient, officer: User, mailbox: Mailbox
) -> None:
    device, copies = client_of(dana), snapshots(dana)
    ApiClient().post("/auth/password-reset/request", {"email": OLD})
    reset = mailbox.token_for(OLD)
    _, new = staff_links(staff, dana, mailbox)
    answer = confirm(new).json()
    assert (answer["side"], answer["isNewConfirmed"], answer["isChanged"]) == ("new", True, False)
    assert answer["isByStaff"] is True
    before = footprint()
    assert confirm(new).json() == answer, "the same link again is a success that writes nothing"
    assert tasks.complete_email_changes() == 0
    assert (footprint(), address_of(dana)) == (before, OLD)
    assert device.get(CHANGE).json()["effectiveFrom"] == answer["effectiveFrom"]
    mailbox.clear()
    with later(24):
        assert tasks.complete_email_changes() == 1
        assert tasks.complete_email_changes() == 0
        assert confirm(new).json()["isChanged"] is True
        assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_EXPIRED"
        body = {"token": reset, "newPassword": "green lantern 92"}
        assert problem_code(ApiClient().post("/auth/password-reset/confirm", body)) == "TOKEN_INVALID"
        assert problem_code(log_in(OLD)) == "INVALID_CREDENTIALS"
        assert log_in(NEW).json()["user"]["userId"] == dana.pk
        assert "/support" in mailbox.to(OLD)[0].text
        assert "/login" in mailbox.to(NEW)[0].text
    assert snapshots(dana) == copies + 1
    revoked = UserRefreshToken.objects.filter(user=dana, revoked_at__isnull=False)
    assert set(revoked.values_list("revoked_reason", flat=True)) == {"email_changed"}
    row = ActivityLog.all_companies.get(action="USER_EMAIL_CHANGED")
    assert (row.user_id, row.actor_name, row.entity_id) == (None, "complete_email_changes", dana.pk)
    assert (row.old_value, row.new_value) == ({"email": OLD}, {"email": NEW, "byUserId": officer.pk})
    event = apps.get_model("logging_app", "AuthEvent").objects.get(event_type="EMAIL_CHANGED")
    assert (event.user_id, event.email, event.details) == (dana.pk, NEW, {"byUserId": officer.pk})
    assert not UserEmailChangeToken.objects.filter(used_at=None, voided_at=None).exists()


@pytest.mark.parametrize("is_confirmed_early", [True, False])
def test_after_the_wait_the_link_makes_it_itself(
    dana: User, staff: ApiClient, officer: User, mailbox: Mailbox, is_confirmed_early: bool
) -> None:
    _, new = staff_links(staff, dana, mailbox)
    if is_confirmed_early:
        confirm(new)
    with later(24):
        answer = confirm(new)
        assert (answer.status_code, answer.json()["isChanged"]) == (200, True)
        assert tasks.complete_email_changes() == 0
    assert address_of(dana) == NEW
    assert activities(entity_id=dana.pk) == [
        "USER_EMAIL_CHANGE_REQUESTED",
        "USER_EMAIL_CHANGE_CONFIRMED",
        "USER_EMAIL_CHANGED",
    ]
    row = ActivityLog.all_companies.get(action="USER_EMAIL_CHANGED")
    assert (row.user_id, row.new_value["byUserId"]) == (dana.pk, officer.pk)


def test_without_a_wait_it_is_made_at_once(dana: User, staff: ApiClient, mailbox: Mailbox, set_setting: Any) -> None:
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", "0")
    device = client_of(dana)
    stop_link, new = staff_links(staff, dana, mailbox)
    assert confirm(new).json()["isChanged"] is True
    assert address_of(dana) == NEW
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    before = footprint()
    answer = stop(stop_link)
    assert (answer.status_code, problem_code(answer)) == (409, "TOKEN_USED")
    assert footprint() == before


def test_unconfirmed_it_is_never_made(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    stop_link, new = staff_links(staff, dana, mailbox)
    with later(24):
        assert tasks.complete_email_changes() == 0
    with later(48):
        assert tasks.complete_email_changes() == 0
        for token in (stop_link, new):
            assert problem_code(confirm(token)) == "TOKEN_EXPIRED"
    assert address_of(dana) == OLD


def test_the_link_of_the_old_address_only_stops(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    """Whoever reads that mailbox may be the thief: agreeing there shortens no wait."""
    stop_link, new = staff_links(staff, dana, mailbox)
    confirm(new)
    before = footprint()
    refused = confirm(stop_link)
    assert (refused.status_code, problem_code(refused)) == (400, "TOKEN_INVALID")
    assert "only stop the change" in refused.json()["detail"]
    assert (footprint(), address_of(dana)) == (before, OLD)


@pytest.mark.parametrize("side", [0, 1], ids=["old", "new"])
@pytest.mark.parametrize("is_confirmed", [True, False])
def test_either_link_stops_it(dana: User, staff: ApiClient, mailbox: Mailbox, side: int, is_confirmed: bool) -> None:
    links = staff_links(staff, dana, mailbox)
    if is_confirmed:
        confirm(links[1])
    assert stop(links[side]).status_code == 204
    assert problem_code(client_of(dana).get(CHANGE)) == "NOT_FOUND"
    with later(24):
        assert tasks.complete_email_changes() == 0
        assert problem_code(confirm(links[1])) == "TOKEN_INVALID"
    assert address_of(dana) == OLD
    assert auth_events(user=dana, event_type="EMAIL_CHANGE_CANCELLED", reason=["old", "new"][side])


@pytest.mark.parametrize("action", ["lock", "suspend"])
def test_a_locked_or_suspended_account_keeps_its_address(
    dana: User, staff: ApiClient, mailbox: Mailbox, action: str
) -> None:
    _, new = staff_links(staff, dana, mailbox)
    confirm(new)
    staff.post(f"/admin/users/{dana.pk}/{action}", {"reason": "Reported"})
    with later(24):
        before = footprint()
        assert tasks.complete_email_changes() == 0
        assert problem_code(confirm(new)) == {"lock": "ACCOUNT_LOCKED", "suspend": "TOKEN_INVALID"}[action]
        assert (footprint(), address_of(dana)) == (before, OLD)


@pytest.mark.parametrize("action", ["lock", "suspend"])
def test_it_can_be_stopped_while_the_account_is_closed_to_its_owner(
    dana: User, staff: ApiClient, mailbox: Mailbox, action: str
) -> None:
    """Else it would be made when staff open the account again."""
    stop_link, new = staff_links(staff, dana, mailbox)
    confirm(new)
    staff.post(f"/admin/users/{dana.pk}/{action}", {"reason": "Reported"})
    assert stop(stop_link).status_code == 204
    staff.post(f"/admin/users/{dana.pk}/{'unlock' if action == 'lock' else 'reactivate'}", {"reason": "Settled"})
    with later(24):
        assert tasks.complete_email_changes() == 0
        assert problem_code(confirm(new)) == "TOKEN_INVALID"
    assert address_of(dana) == OLD


def test_closing_the_account_ends_it(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    _, new = staff_links(staff, dana, mailbox)
    confirm(new)
    assert client_of(dana).post("/users/me/close", {"currentPassword": PASSWORD}).status_code == 204
    with later(24):
        assert tasks.complete_email_changes() == 0
        assert problem_code(confirm(new)) == "TOKEN_INVALID"
    assert address_of(dana) == OLD


def test_an_account_made_meanwhile_ends_it_when_the_link_is_used(
    dana: User, staff: ApiClient, mailbox: Mailbox
) -> None:
    """GEN-3: the address stays with who has it."""
    _, new = staff_links(staff, dana, mailbox)
    make_user(email=NEW)
    answer = confirm(new)
    assert (answer.status_code, problem_code(answer)) == (409, "ACCOUNT_EXISTS")
    assert problem_code(client_of(dana).get(CHANGE)) == "NOT_FOUND"
    assert address_of(dana) == OLD


def test_an_account_made_meanwhile_ends_it_when_the_job_comes(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    """Nobody looks at a page then, so that its owner is told by mail."""
    _, new = staff_links(staff, dana, mailbox)
    confirm(new)
    make_user(email=NEW)
    mailbox.clear()
    with later(24):
        assert tasks.complete_email_changes() == 0
        assert tasks.complete_email_changes() == 0
        assert [message.subject for message in mailbox.to(NEW)] == ["Someone wanted to use your address"]
    assert address_of(dana) == OLD
    assert auth_events(user=dana, reason="taken") == ["EMAIL_CHANGE_CANCELLED"]


def test_an_account_nobody_confirmed_makes_room(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    _, new = staff_links(staff, dana, mailbox)
    confirm(new)
    squatter = make_user(email=NEW, status="pending")
    with later(24):
        assert tasks.complete_email_changes() == 1
    squatter.refresh_from_db()
    assert (squatter.is_deleted, address_of(dana)) == (True, NEW)
