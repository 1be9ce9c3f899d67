"""Buttons on an account, and the page of one request (section 23 "Users" and "Diagnostics")."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User, UserPasskey
from accounts.selectors.users import effective_status
from accounts.services.people import as_actor, role_code
from common import clock
from logging_app.models import ApiRequest, ApplicationError
from tests.accounts.second_factor_steps import enrol
from tests.backoffice.conftest import Office
from tests.factories.accounts import make_passkey, make_user
from tests.factories.companies import make_company
from tests.logging_app.test_diagnostics_api import ID, leave_traces
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint

DIAGNOSTICS = "/backoffice/log/diagnostics/"
BUTTONS = {
    "lock": "Lock",
    "unlock": "Unlock",
    "suspend": "Suspend",
    "reactivate": "Reactivate",
    "end-sessions": "End sessions",
    "grant-system-role": "Make system administrator",
    "revoke-system-role": "Revoke system role",
    "resend-verification": "Resend verification",
    "reset-second-factor": "Reset second factor",
    "start-email-change": "Start change of address",
    "cancel-email-change": "Cancel change of address",
    "reopen": "Reopen",
}
REASON = "Reported on the phone"
ASKED = {"reason": REASON, "identity_proof": "phone_callback"}


def page(user: User, action: str = "change") -> str:
    if action == "change":
        return reverse("admin:accounts_user_change", args=[user.pk])
    return reverse(f"admin:accounts_user_{action.replace('-', '_')}", args=[user.pk])


def shown_buttons(office: Office, user: User) -> set[str]:
    text = office.text(page(user))
    return {action for action in BUTTONS if f'href="{page(user, action)}"' in text}


@pytest.mark.parametrize(
    ("values", "buttons"),
    [
        ({}, {"lock", "suspend", "end-sessions", "grant-system-role", "start-email-change"}),
        ({"role": "system_admin"}, {"lock", "suspend", "end-sessions", "revoke-system-role", "start-email-change"}),
        ({"status": "pending"}, {"lock", "suspend", "end-sessions", "resend-verification"}),
        ({"status": "locked"}, {"unlock", "suspend", "end-sessions", "grant-system-role"}),
        ({"status": "suspended"}, {"reactivate", "grant-system-role"}),
    ],
)
def test_buttons_that_make_sense(office: Office, values: dict[str, Any], buttons: set[str]) -> None:
    assert shown_buttons(office, make_user(**values)) == buttons


def test_no_buttons_on_oneself_and_on_removed_accounts(office: Office, staff: User) -> None:
    """PM-3."""
    assert shown_buttons(office, staff) == set()
    gone = make_user()
    gone.soft_delete(as_actor(gone))
    gone.save()
    assert shown_buttons(office, gone) == {"reopen"}
    gone.erased_at = gone.deleted_date
    gone.save()
    assert shown_buttons(office, gone) == set()


@pytest.mark.parametrize("action", BUTTONS)
def test_each_button_asks_and_names_the_account(office: Office, action: str) -> None:
    user = make_user()
    before = footprint()
    text = office.text(page(user, action))
    assert user.email in text
    assert 'name="reason"' in text
    refused = office.post(page(user, action), reason=" ", duration="forever")
    assert refused.status_code == 422
    assert "This field is required." in refused.content.decode()
    views = activities(action="STAFF_VIEWED_USER")
    after = footprint()
    assert after.pop("auditing.ActivityLog") - before.pop("auditing.ActivityLog") == len(views)
    assert after == before


@pytest.mark.parametrize(
    ("action", "before", "after", "activity"),
    [
        ("lock", {}, "locked", "USER_LOCKED"),
        ("unlock", {"status": "locked"}, "active", "USER_UNLOCKED"),
        ("suspend", {}, "suspended", "USER_SUSPENDED"),
        ("reactivate", {"status": "suspended"}, "active", "USER_REACTIVATED"),
        ("grant-system-role", {}, "active", "SYSTEM_ROLE_GRANTED"),
        ("revoke-system-role", {"role": "system_admin"}, "active", "SYSTEM_ROLE_REVOKED"),
    ],
)
def test_actions_go_through_the_services(
    office: Office, staff: User, action: str, before: dict[str, Any], after: str, activity: str
) -> None:
    user = make_user(**before)
    answer = office.post(page(user, action), reason=REASON, duration="forever")
    assert (answer.status_code, answer["Location"]) == (302, page(user))
    user = User.objects.get(pk=user.pk)
    assert effective_status(user).value == after
    assert role_code(user) == ("system_admin" if action == "grant-system-role" else "company_user")
    assert activities(entity_id=user.pk, reason=REASON, user=staff) == [activity]
    assert user.email in office.text(page(user))


def test_a_lock_with_an_end(office: Office) -> None:
    user = make_user()
    text = office.text(page(user, "lock"))
    assert "after 24 hours" in text
    assert office.post(page(user, "lock"), reason=REASON, duration="never").status_code == 422
    office.post(page(user, "lock"), reason=REASON, duration="24")
    user.refresh_from_db()
    assert user.locked_until is not None
    assert abs(user.locked_until - clock.now() - timedelta(hours=24)) < timedelta(minutes=1)


def test_sessions_end_and_links_are_sent(office: Office, mailbox: Mailbox) -> None:
    user, pending = make_user(), make_user(status="pending")
    device = client_of(user)
    office.post(page(user, "end-sessions"), reason=REASON)
    assert device.get("/auth/me").status_code == 401
    assert auth_events(user=user) == ["SESSIONS_REVOKED"]
    office.post(page(pending, "resend-verification"), reason=REASON)
    assert mailbox.token_for(pending.email)


def test_a_lost_second_factor_is_reset(office: Office, staff: User, mailbox: Mailbox) -> None:
    """SF-6: offered where there is one; app, codes, passkeys and sessions go, the person is told."""
    user = make_user()
    assert "reset-second-factor" not in shown_buttons(office, user)
    refused = office.post(page(user, "reset-second-factor"), **ASKED)
    assert refused.status_code == 422
    enrolled = enrol(user)
    make_passkey(user)
    assert "reset-second-factor" in shown_buttons(office, user)
    answer = office.post(page(user, "reset-second-factor"), **ASKED)
    assert (answer.status_code, answer["Location"]) == (302, page(user))
    user.refresh_from_db()
    assert user.second_factor_since is None
    assert not UserPasskey.objects.alive().filter(user=user).exists()
    assert enrolled.client.get("/auth/me").status_code == 401
    assert activities(entity_id=user.pk, reason=REASON, user=staff) == ["USER_SECOND_FACTOR_RESET"]
    assert mailbox.to(user.email)


def test_the_list_shows_who_has_a_second_factor(office: Office) -> None:
    make_user(second_factor_since=clock.now())
    assert "second_factor_since" in office.text(reverse("admin:accounts_user_changelist"))


def test_a_refusal_keeps_the_reason_and_says_why(office: Office) -> None:
    """GEN-5, ME-3."""
    user = make_user()
    make_company(user, company_name="Quiet Harbour")
    answer = office.post(page(user, "suspend"), reason=REASON)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "only active administrator of Quiet Harbour" in text
    assert REASON in text
    user.refresh_from_db()
    assert effective_status(user).value == "active"


def test_staff_who_lost_the_role_find_nothing(office: Office, staff: User) -> None:
    """SE-8: an open back office closes with the role."""
    assert office.get(page(staff)).status_code == 200
    other = Office(make_user(role="system_admin"))
    other.post(page(staff, "revoke-system-role"), reason=REASON)
    assert office.get(page(staff)).status_code == 404


def test_others_find_no_button(db: None) -> None:
    user = make_user()
    before = footprint()
    for action in BUTTONS:
        assert Office(make_user()).post(page(user, action), reason=REASON).status_code == 404
        assert Office().post(page(user, action), reason=REASON)["Location"].startswith("/login")
    user.refresh_from_db()
    assert effective_status(user).value == "active"
    assert footprint()["logging_app.EmailDelivery"] == before["logging_app.EmailDelivery"]


def test_the_page_of_a_person_takes_few_queries(office: Office) -> None:
    user = make_user()
    office.text(page(user))
    with CaptureQueriesContext(connection) as queries:
        office.text(page(user))
    assert len(queries) <= 24, [query["sql"][:160] for query in queries]
    make_passkey(user)
    with CaptureQueriesContext(connection) as more:
        office.text(page(user))
    assert len(more) == len(queries)


# Diagnostics


def test_the_timeline_of_a_request(office: Office) -> None:
    leave_traces()
    leave_traces("another-request")
    text = office.text(DIAGNOSTICS, request=f" {ID} ")
    rows = text.split("<tbody>")[1].split("</tbody>")[0]
    assert rows.count("<tr>") == 5
    for kind in ("Request", "Sign-in", "Error", "Activity", "Mail"):
        assert kind in rows
    for part in ("POST /api/v1/x", "500 after 12 ms", "LOGIN_SUCCESS", "It broke", "password_reset to dana@"):
        assert part in rows
    assert "nonce-never-shown" not in text


def test_an_unknown_request_and_odd_input(office: Office) -> None:
    for entry in ("no-such-request", "<script>alert(1)</script>", "x" * 500, "\x00"):
        text = office.text(DIAGNOSTICS, request=entry)
        assert "Nothing is known of this request id" in text
        assert "<script>alert" not in text


def test_slow_requests_and_recent_errors(office: Office) -> None:
    assert "No error was recorded" in office.text(DIAGNOSTICS)
    old = clock.now() - timedelta(hours=25)
    values = {"method": "GET", "status_code": 200, "request_id": ID}
    for path, milliseconds, moment in (("/slow", 2500, clock.now()), ("/quick", 5, clock.now()), ("/old", 9000, old)):
        ApiRequest.objects.create(path=path, duration_ms=milliseconds, created_date=moment, **values)
    ApplicationError.objects.create(
        error_type="Boom", error_message="It broke", severity="error", request_id=ID, created_date=clock.now()
    )
    text = office.text(DIAGNOSTICS)
    assert ("GET /slow" in text, "2,500 ms" in text) == (True, True)
    assert ("/quick" in text, "/old" in text) == (False, False)
    assert f'href="?request={ID}">Boom' in text


def test_diagnostics_only_reads_and_only_for_staff(office: Office) -> None:
    assert office.post(DIAGNOSTICS).status_code == 405
    assert Office(make_user()).get(DIAGNOSTICS).status_code == 404
    assert Office().get(DIAGNOSTICS)["Location"].startswith("/login")
