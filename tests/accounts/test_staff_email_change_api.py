"""Staff start and cancel changes of address: POST /admin/users/{id}/change-email (PR-1, PM-2, PM-3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User, UserEmailChangeToken
from auditing.models import ActivityLog
from common import clock
from tests.accounts.email_change_steps import CHANGE, NEW, ask, both_links, confirm, staff_links, start
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

OLD = "dana@oldplace.example"
BECAUSE = {"reason": "Called back, it was not her"}


@pytest.fixture
def dana() -> User:
    return make_user(email=OLD, first_name="Dana")


def cancel(staff: ApiClient, user: User, **body: Any) -> Any:
    return staff.post(f"/admin/users/{user.pk}/cancel-email-change", BECAUSE | body)


def test_both_addresses_are_told_and_nothing_changes_yet(
    dana: User, staff: ApiClient, officer: User, mailbox: Mailbox
) -> None:
    device = client_of(dana)
    answer = start(staff, dana, "  Dana@NewPlace.example ")
    body = answer.json()
    assert answer.status_code == 202
    assert (body["newEmail"], body["isByStaff"], body["isNewConfirmed"]) == (NEW, True, False)
    assert device.get(CHANGE).json() == body, "the owner sees it"
    (told,), (asked,) = mailbox.to(OLD), mailbox.to(NEW)
    assert told.subject == "Your account is about to move to another address"
    assert NEW in told.text
    assert "not before" in told.text
    assert OLD not in asked.text + asked.html, "the new mailbox may be a stranger's"
    assert told.token != asked.token
    for message in (told, asked):
        assert officer.email not in message.text + message.html
        assert "Left the company" not in message.text + message.html
    dana.refresh_from_db()
    assert dana.email == OLD
    row = ActivityLog.all_companies.get(action="USER_EMAIL_CHANGE_REQUESTED")
    assert (row.user_id, row.entity_id, row.reason) == (officer.pk, dana.pk, "Left the company whose mail it was")
    assert set(row.new_value) == {"newEmail", "effectiveFrom", "identityProof"}
    event = apps.get_model("logging_app", "AuthEvent").objects.get(event_type="EMAIL_CHANGE_REQUESTED")
    assert (event.user_id, event.email, event.session_id) == (dana.pk, OLD, None)
    assert event.reason == "staff: Left the company whose mail it was"


@pytest.mark.parametrize(("wait", "life"), [("24", "24"), ("0", "2"), ("168", "1")])
def test_cf4_wait_and_life_are_those_of_the_start(
    dana: User, staff: ApiClient, mailbox: Mailbox, set_setting: Any, wait: str, life: str
) -> None:
    """The links live through the wait, and as long as an owner's after it."""
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", wait)
    set_setting("EMAIL_CHANGE_EXPIRY_HOURS", life)
    start(staff, dana)
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", "3")
    rows = list(UserEmailChangeToken.objects.all())
    assert len(rows) == 2
    for row in rows:
        assert row.effective_from is not None
        assert abs(row.effective_from - row.created_date - timedelta(hours=int(wait))) < timedelta(minutes=1)
        assert row.expires_at - row.created_date == timedelta(hours=int(wait) + int(life))
    text = mailbox.to(OLD)[-1].text
    assert ("not before" in text, "as soon as the new address is confirmed" in text) == (wait != "0", wait == "0")


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ({"newEmail": "nonsense"}, {"newEmail": "email_invalid"}),
        ({"newEmail": f" {OLD.upper()} "}, {"newEmail": "not_applicable"}),
        ({"newEmail": None}, {"newEmail": "null_not_allowed"}),
        ({"newEmail": "x" * 250 + "@a.example"}, {"newEmail": "too_long"}),
        ({"reason": " "}, {"reason": "blank"}),
        ({"reason": "x" * 501}, {"reason": "too_long"}),
        ({"reason": "", "identityProof": "", "newEmail": ""}, {"reason": "blank", "identityProof": "invalid_choice"}),
        ({"currentPassword": "x"}, {"currentPassword": "unknown_field"}),
    ],
)
def test_entries_that_are_refused(dana: User, staff: ApiClient, entry: dict[str, Any], codes: dict[str, str]) -> None:
    before = footprint()
    found = field_codes(start(staff, dana, **entry))
    assert {name: found.get(name) for name in codes} == codes
    assert footprint() == before


def test_throw_away_addresses_where_they_are_not_welcome(dana: User, staff: ApiClient, set_setting: Any) -> None:
    set_setting("DISPOSABLE_EMAIL_ALLOWED", "false")
    before = footprint()
    assert field_codes(start(staff, dana, "dana@mailinator.com")) == {"newEmail": "email_disposable"}
    assert footprint() == before
    set_setting("DISPOSABLE_EMAIL_ALLOWED", "true")
    assert start(staff, dana, "dana@mailinator.com").status_code == 202


@pytest.mark.parametrize("status", ["active", "locked", "suspended"])
def test_an_address_in_use_is_said_plainly(dana: User, staff: ApiClient, status: str) -> None:
    holder = make_user(email=NEW, status=status)
    before = footprint()
    refused = start(staff, dana)
    assert (refused.status_code, problem_code(refused)) == (409, "ACCOUNT_EXISTS")
    assert f"{NEW} has an account already, number {holder.pk}." in refused.json()["detail"]
    assert footprint() == before


def test_an_account_nobody_confirmed_is_no_obstacle(dana: User, staff: ApiClient) -> None:
    """SU-2, SU-9."""
    make_user(email=NEW, status="pending")
    assert start(staff, dana).status_code == 202


@pytest.mark.parametrize("status", ["pending", "locked", "suspended"])
def test_only_active_accounts(staff: ApiClient, mailbox: Mailbox, status: str) -> None:
    user = make_user(status=status)
    before = footprint()
    assert problem_code(start(staff, user)) == "USER_STATE"
    assert footprint() == before
    assert mailbox() == []


def test_closed_and_unknown_accounts(staff: ApiClient) -> None:
    gone = make_user(is_deleted=True, deleted_date=clock.now() + timedelta(minutes=1))
    before = footprint()
    assert problem_code(start(staff, gone)) == "NOT_FOUND"
    assert problem_code(staff.post("/admin/users/999999/change-email", {})) == "VALIDATION_ERROR"
    assert problem_code(cancel(staff, gone)) == "NOT_FOUND"
    assert footprint() == before


def test_pm3_never_for_oneself(officer: User, staff: ApiClient) -> None:
    """Staff use the page of their own account, with their password."""
    before = footprint()
    assert problem_code(start(staff, officer)) == "SELF_CHANGE_FORBIDDEN"
    assert problem_code(cancel(staff, officer)) == "SELF_CHANGE_FORBIDDEN"
    assert footprint() == before


def test_pm4_another_system_administrator_may_be_helped(staff: ApiClient, mailbox: Mailbox, set_setting: Any) -> None:
    """As with the other actions of staff; the role stays."""
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", "0")
    colleague = make_user(role="system_admin", email=OLD)
    _, new = staff_links(staff, colleague, mailbox)
    assert confirm(new).json()["isChanged"] is True
    colleague.refresh_from_db()
    assert (colleague.email, colleague.user_role.code) == (NEW, "system_admin")


# One open change a person


def test_staff_replace_an_open_change_of_the_owner(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    old, new = both_links(dana, mailbox, "thief@newplace.example")
    confirm(new)
    stop_link, _ = staff_links(staff, dana, mailbox)
    for token in (old, new):
        assert problem_code(confirm(token)) == "TOKEN_INVALID"
    assert UserEmailChangeToken.objects.filter(voided_at=None).count() == 2
    assert client_of(dana).get(CHANGE).json()["newEmail"] == NEW
    assert stop_link


def test_staff_replace_a_change_with_a_mistyped_address(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    _, wrong = staff_links(staff, dana, mailbox, "danna@newplace.example")
    staff_links(staff, dana, mailbox)
    assert problem_code(confirm(wrong)) == "TOKEN_INVALID"


def test_the_owner_replaces_a_change_by_staff(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    """Who has the password and the old mailbox needs nobody's help."""
    _, new = staff_links(staff, dana, mailbox)
    assert ask(client_of(dana), "dana@third.example").status_code == 202
    assert problem_code(confirm(new)) == "TOKEN_INVALID"
    assert client_of(dana).get(CHANGE).json()["isByStaff"] is False


# Cancelling


def test_the_owner_cancels_in_their_account(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    _, new = staff_links(staff, dana, mailbox)
    assert client_of(dana).post(f"{CHANGE}/cancel").status_code == 204
    assert problem_code(confirm(new)) == "TOKEN_INVALID"
    assert auth_events(user=dana, reason="account") == ["EMAIL_CHANGE_CANCELLED"]


@pytest.mark.parametrize("starts", [staff_links, None], ids=["staff", "owner"])
def test_staff_cancel_whoever_started(
    dana: User, staff: ApiClient, officer: User, mailbox: Mailbox, starts: Any
) -> None:
    links = staff_links(staff, dana, mailbox) if starts else both_links(dana, mailbox)
    answer = cancel(staff, dana)
    assert (answer.status_code, answer.json()["userId"]) == (200, dana.pk)
    for token in links:
        assert problem_code(confirm(token)) == "TOKEN_INVALID"
    row = ActivityLog.all_companies.get(action="USER_EMAIL_CHANGE_CANCELLED")
    assert (row.user_id, row.reason, row.new_value) == (officer.pk, BECAUSE["reason"], {"by": "staff"})
    event = apps.get_model("logging_app", "AuthEvent").objects.get(event_type="EMAIL_CHANGE_CANCELLED")
    assert (event.reason, event.details) == (f"staff: {BECAUSE['reason']}", {"byUserId": officer.pk})
    before = footprint()
    assert problem_code(cancel(staff, dana)) == "USER_STATE"
    assert field_codes(cancel(staff, dana, reason=" ")) == {"reason": "blank"}
    assert footprint() == before


def test_others_cancel_nothing(dana: User, staff: ApiClient, api: ApiClient) -> None:
    start(staff, dana)
    client, before = client_of(make_user()), footprint()
    assert problem_code(cancel(client, dana)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(cancel(api, dana)) == "AUTHENTICATION_REQUIRED"
    assert footprint() == before
    assert activities(entity_id=dana.pk) == ["USER_EMAIL_CHANGE_REQUESTED"]
