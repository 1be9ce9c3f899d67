"""/admin/users: what staff do with accounts (LK-2, PM-3, PM-4, SE-8, ME-3, invariants 29 to 31)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User, UserRefreshToken
from accounts.services.people import as_actor
from common import clock
from common.api.encoding import format_instant
from tests.accounts.test_login_api import USER_FIELDS
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, session_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db
BECAUSE = {"reason": "Reported by the owner"}
FIELDS = USER_FIELDS | {"isLocked", "lockedUntil", "lockedReason", "failedLoginAttempts", "companies"}


def act(staff: ApiClient, user: User, action: str, **body: Any) -> Any:
    return staff.post(f"/admin/users/{user.pk}/{action}", BECAUSE | body)


def set_role(staff: ApiClient, user: User, code: str = "system_admin", **body: Any) -> Any:
    return staff.put(f"/admin/users/{user.pk}/system-role", {"systemRoleCode": code} | BECAUSE | body)


def versions(user: User) -> tuple[str, int, int]:
    user.refresh_from_db()
    return user.session_token, user.access_token_version, user.refresh_token_version


def assert_all_sessions_ended(user: User, before: tuple[str, int, int], reason: str) -> None:
    """Invariant 31."""
    stamp, access, refresh = versions(user)
    assert stamp != before[0]
    assert (access, refresh) == (before[1] + 1, before[2] + 1)
    rows = UserRefreshToken.objects.filter(user=user)
    assert set(rows.values_list("revoked_reason", flat=True)) == {reason}


# Lock and unlock


@pytest.mark.parametrize("hours", [None, 2])
def test_lk2_a_staff_lock_ends_all_sessions(
    staff: ApiClient, api: ApiClient, mailbox: Mailbox, hours: int | None
) -> None:
    user = make_user()
    device, before, copies = client_of(user), versions(user), snapshots(user)
    assert device.get("/auth/me").status_code == 200
    until = None if hours is None else clock.now() + timedelta(hours=hours)
    body = {} if until is None else {"lockedUntil": format_instant(until)}
    answer = act(staff, user, "lock", **body).json()
    assert (answer["statusCode"], answer["isLocked"], answer["lockedReason"]) == ("locked", True, BECAUSE["reason"])
    assert answer["lockedUntil"] == body.get("lockedUntil")
    # SE-3: not after 30 seconds, at once.
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    assert_all_sessions_ended(user, before, "locked")
    assert activities(entity_id=user.pk) == ["USER_LOCKED"]
    assert auth_events(user=user) == ["ACCOUNT_LOCKED"]
    assert snapshots(user) == copies + 1
    refused = api.post("/auth/login", {"email": user.email, "password": PASSWORD})
    assert problem_code(refused) == "ACCOUNT_LOCKED"
    assert (refused.json()["retryAfter"] is None) == (hours is None)
    (message,) = mailbox.to(user.email)
    assert message.subject == "Your account is locked"
    assert ("support team" in message.text) == (hours is None)


@pytest.mark.parametrize("is_verified", [True, False])
def test_lk2_unlocking_restores_the_former_status(staff: ApiClient, api: ApiClient, is_verified: bool) -> None:
    user = make_user(status="locked", is_email_verified=is_verified, failed_login_attempts=5, locked_reason="Old")
    answer = act(staff, user, "unlock").json()
    expected = "active" if is_verified else "pending"
    assert (answer["statusCode"], answer["isLocked"], answer["lockedUntil"]) == (expected, False, None)
    assert (answer["lockedReason"], answer["failedLoginAttempts"]) == (None, 0)
    assert activities(entity_id=user.pk) == ["USER_UNLOCKED"]
    assert auth_events(user=user) == ["ACCOUNT_UNLOCKED"]
    login = api.post("/auth/login", {"email": user.email, "password": PASSWORD})
    assert login.status_code == (200 if is_verified else 403)


def test_a_lock_past_its_time_can_be_set_anew(staff: ApiClient) -> None:
    user = make_user(status="locked", locked_until=clock.now() - timedelta(minutes=1))
    assert act(staff, user, "lock").json()["lockedUntil"] is None
    assert activities(entity_id=user.pk) == ["USER_UNLOCKED", "USER_LOCKED"]


def test_a_lock_must_end_in_the_future(staff: ApiClient) -> None:
    user = make_user()
    before = footprint()
    for entry, code in ((format_instant(clock.now()), "too_small"), ("tomorrow", "wrong_type")):
        assert field_codes(act(staff, user, "lock", lockedUntil=entry)) == {"lockedUntil": code}
    assert footprint() == before


# Suspend and reactivate


def test_se8_suspension_ends_all_sessions(staff: ApiClient, api: ApiClient, officer: User) -> None:
    user = make_user()
    device, before, copies = client_of(user), versions(user), snapshots(user)
    device.get("/auth/me")
    assert act(staff, user, "suspend").json()["statusCode"] == "suspended"
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    assert_all_sessions_ended(user, before, "suspended")
    assert activities(entity_id=user.pk) == ["USER_SUSPENDED"]
    event = apps.get_model("logging_app", "AuthEvent").objects.get(user=user)
    assert (event.event_type, event.reason) == ("SESSIONS_REVOKED", "suspended")
    assert event.details == {"sessionsRevoked": 1, "byUserId": officer.pk}
    assert snapshots(user) == copies + 1
    refused = api.post("/auth/login", {"email": user.email, "password": PASSWORD})
    assert problem_code(refused) == "ACCOUNT_SUSPENDED"


def test_a_refresh_token_of_a_suspended_account_says_so(staff: ApiClient, api: ApiClient) -> None:
    user = make_user()
    issued = session_of(user)
    act(staff, user, "suspend")
    assert problem_code(api.post("/auth/refresh", {"refreshToken": issued.refresh_token})) == "ACCOUNT_SUSPENDED"


@pytest.mark.parametrize(("is_verified", "expected"), [(True, "active"), (False, "pending")])
def test_reactivation(staff: ApiClient, is_verified: bool, expected: str) -> None:
    """Invariant 29: an address nobody confirmed is still to be confirmed."""
    user = make_user(status="suspended", is_email_verified=is_verified, failed_login_attempts=3)
    answer = act(staff, user, "reactivate").json()
    assert (answer["statusCode"], answer["failedLoginAttempts"]) == (expected, 0)
    assert activities(entity_id=user.pk) == ["USER_REACTIVATED"]
    assert auth_events(user=user) == []


def test_a_locked_account_can_be_suspended_and_loses_its_lock(staff: ApiClient) -> None:
    user = make_user(status="locked", locked_reason="Old")
    answer = act(staff, user, "suspend").json()
    assert (answer["statusCode"], answer["isLocked"], answer["lockedReason"]) == ("suspended", False, None)


def test_me3_the_last_admin_of_a_company_stays(staff: ApiClient) -> None:
    user, deputy = make_user(), make_user()
    company = make_company(user, company_name="Quiet Harbour")
    make_member(make_user(status="suspended"), company, role="company_admin")
    make_member(make_user(), company, role="company_admin", status="removed")
    make_member(deputy, company)
    before = footprint()
    refused = act(staff, user, "suspend")
    assert (problem_code(refused), "Quiet Harbour" in refused.json()["detail"]) == ("LAST_ADMIN", True)
    assert footprint() == before
    make_member(make_user(), company, role="company_admin")
    assert act(staff, user, "suspend").status_code == 200
    # A member, and the admin of a company that is gone, hold up nothing.
    assert act(staff, deputy, "suspend").status_code == 200
    founder = make_user()
    gone = make_company(founder)
    gone.soft_delete(as_actor(founder))
    gone.save()
    assert act(staff, founder, "suspend").status_code == 200


# System role


def test_a_system_role_is_granted_and_revoked(staff: ApiClient, officer: User, mailbox: Mailbox) -> None:
    user = make_user()
    device, (stamp, access, refresh) = client_of(user), versions(user)
    device.get("/auth/me")
    assert set_role(staff, user).json()["systemRoleCode"] == "system_admin"
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    assert versions(user) == (stamp, access + 1, refresh)
    assert client_of(user).get("/admin/users").status_code == 200
    assert set_role(staff, user, "company_user").json()["systemRoleCode"] == "company_user"
    assert activities(entity_id=user.pk) == ["SYSTEM_ROLE_GRANTED", "SYSTEM_ROLE_REVOKED"]
    trail = apps.get_model("auditing", "AuditRole").all_companies.filter(user=user).order_by("pk")
    assert list(trail.values_list("role_type", "change_kind", "old_role_code", "new_role_code", "change_reason")) == [
        ("system", "changed", "company_user", "system_admin", BECAUSE["reason"]),
        ("system", "changed", "system_admin", "company_user", BECAUSE["reason"]),
    ]
    assert {row.changed_by_user_id for row in trail} == {officer.pk}
    granted, revoked = mailbox.to(user.email)
    assert "on EventLead changed from" in granted.text
    assert granted.subject == revoked.subject == "Your role changed"


def test_au3_the_same_role_again_writes_nothing(staff: ApiClient) -> None:
    user = make_user()
    before = footprint()
    assert set_role(staff, user, "company_user").status_code == 200
    assert footprint() == before


def test_an_unconfirmed_account_gets_no_system_role(staff: ApiClient) -> None:
    """SU-2: a sign-up with its address could replace the password."""
    user = make_user(status="pending")
    before = footprint()
    assert problem_code(set_role(staff, user)) == "USER_STATE"
    assert footprint() == before


def test_a_revoked_administrator_is_refused_at_once(staff: ApiClient) -> None:
    """SE-3, SE-8."""
    other = make_user(role="system_admin")
    client = client_of(other)
    assert client.get("/admin/users").status_code == 200
    set_role(staff, other, "company_user")
    assert problem_code(client.get("/admin/users")) == "ACCESS_TOKEN_INVALID"
    assert problem_code(client_of(User.objects.get(pk=other.pk)).get("/admin/users")) == "INSUFFICIENT_PERMISSIONS"


# Refusals

ACTIONS = ("lock", "unlock", "suspend", "reactivate")
WRONG = [
    *(("lock", status) for status in ("locked", "suspended")),
    *(("unlock", status) for status in ("active", "pending", "suspended")),
    ("suspend", "suspended"),
    *(("reactivate", status) for status in ("active", "pending", "locked")),
]


@pytest.mark.parametrize(("action", "status"), WRONG)
def test_the_wrong_state_changes_nothing(staff: ApiClient, action: str, status: str) -> None:
    user = make_user(status=status)
    before = footprint()
    refused = act(staff, user, action)
    assert (refused.status_code, problem_code(refused)) == (409, "USER_STATE")
    assert refused.json()["detail"].startswith(f"The account is {status}.")
    assert footprint() == before


@pytest.mark.parametrize("action", [*ACTIONS, "system-role"])
def test_pm3_nobody_acts_on_themselves(staff: ApiClient, officer: User, action: str) -> None:
    """Before every state code: the officer is the last system administrator too."""
    before = footprint()
    answer = set_role(staff, officer, "company_user") if action == "system-role" else act(staff, officer, action)
    assert (answer.status_code, problem_code(answer)) == (403, "SELF_CHANGE_FORBIDDEN")
    assert footprint() == before


@pytest.mark.parametrize("action", [*ACTIONS, "system-role"])
@pytest.mark.parametrize(
    ("reason", "code"), [(None, "null_not_allowed"), ("  ", "blank"), ("x" * 501, "too_long"), (7, "wrong_type")]
)
def test_every_action_needs_a_reason(staff: ApiClient, action: str, reason: Any, code: str) -> None:
    user = make_user()
    before = footprint()
    call = set_role if action == "system-role" else act
    arguments: Any = (staff, user) if action == "system-role" else (staff, user, action)
    assert field_codes(call(*arguments, reason=reason)) == {"reason": code}
    assert footprint() == before


def test_bad_bodies_and_unknown_people(staff: ApiClient) -> None:
    user = make_user()
    assert field_codes(set_role(staff, user, "owner")) == {"systemRoleCode": "invalid_choice"}
    assert field_codes(act(staff, user, "unlock", lockedUntil=None)) == {"lockedUntil": "unknown_field"}
    gone = make_user()
    gone.soft_delete(as_actor(gone))
    gone.save()
    for key in (gone.pk, 999_999):
        for action in ACTIONS:
            assert problem_code(staff.post(f"/admin/users/{key}/{action}", BECAUSE)) == "NOT_FOUND"
    body = {"systemRoleCode": "system_admin", **BECAUSE}
    assert problem_code(staff.put(f"/admin/users/{gone.pk}/system-role", body)) == "NOT_FOUND"


def test_admins_of_companies_are_no_staff(api: ApiClient) -> None:
    """PM-1, PM-2: denied with nothing changed, for their own members too."""
    admin, member = make_user(), make_user()
    company = make_company(admin)
    make_member(member, company)
    client = client_of(admin)
    before = footprint()
    for action in ACTIONS:
        assert problem_code(act(client, member, action)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(set_role(client, member)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(client.get(f"/admin/users/{member.pk}")) == "INSUFFICIENT_PERMISSIONS"
    assert footprint() == before
