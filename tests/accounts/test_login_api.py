"""POST /auth/login (LG-1, LG-2, LK-1, LK-2, PW-4)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from accounts.models import User, UserRefreshToken
from common import clock
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db

USER_FIELDS = {
    "userId",
    "email",
    "firstName",
    "lastName",
    "phone",
    "phoneDisplay",
    "roleTitle",
    "bio",
    "profilePictureUrl",
    "timezoneIdentifier",
    "countryCode",
    "languageCode",
    "isEmailVerified",
    "emailVerifiedAt",
    "isOnboardingComplete",
    "onboardingStep",
    "systemRoleCode",
    "statusCode",
    "lastLoginDate",
    "passwordExpiresAt",
    "termsVersion",
    "termsAcceptedAt",
    "createdDate",
}


def log_in(api: ApiClient, email: str, password: str = PASSWORD, **more: Any) -> Any:
    return api.post("/auth/login", {"email": email, "password": password, **more})


def test_success(api: ApiClient) -> None:
    """LG-2, api.md section 3: Session."""
    user = make_user(failed_login_attempts=3)
    before = snapshots(user)
    response = log_in(api, f"  {user.email.upper()} ")
    body = response.json()
    assert response.status_code == 200
    assert set(body) == {
        *("accessToken", "tokenType", "expiresIn", "activeCompany", "refreshToken", "refreshExpiresIn", "user")
    }
    assert (body["tokenType"], body["expiresIn"], body["refreshExpiresIn"]) == ("Bearer", 900, 604800)
    assert body["activeCompany"] is None
    assert set(body["user"]) == USER_FIELDS
    assert body["user"]["countryCode"] == "AU"
    assert body["user"]["lastLoginDate"] is not None
    user.refresh_from_db()
    assert user.failed_login_attempts == 0
    assert user.updated_date is None
    assert snapshots(user) == before
    assert auth_events(user_id=user.pk) == ["LOGIN_SUCCESS"]
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"status": "suspended"}, 403, "ACCOUNT_SUSPENDED"),
        ({"status": "locked"}, 423, "ACCOUNT_LOCKED"),
        ({"status": "pending"}, 403, "EMAIL_NOT_VERIFIED"),
        ({"last_password_change": clock.now() - timedelta(days=91)}, 403, "PASSWORD_EXPIRED"),
    ],
)
def test_right_password_is_told_the_status(api: ApiClient, values: dict[str, Any], status: int, code: str) -> None:
    """LG-1, right column; nobody is signed in."""
    user = make_user(**values)
    response = log_in(api, user.email)
    assert (response.status_code, problem_code(response)) == (status, code)
    assert not UserRefreshToken.objects.exists()
    assert auth_events() == ["LOGIN_FAILED"]
    user.refresh_from_db()
    assert user.failed_login_attempts == 0


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ({"status": "suspended"}, False),
        ({"status": "locked"}, False),
        ({"status": "pending"}, True),
        ({"last_password_change": clock.now() - timedelta(days=91)}, True),
        ({}, True),
    ],
)
def test_wrong_password_tells_nothing(api: ApiClient, values: dict[str, Any], counts: bool) -> None:
    """LG-1, left column."""
    user = make_user(**values)
    response = log_in(api, user.email, "wrong horse 11")
    assert (response.status_code, problem_code(response)) == (401, "INVALID_CREDENTIALS")
    assert response["WWW-Authenticate"] == "Bearer"
    user.refresh_from_db()
    assert user.failed_login_attempts == int(counts)


def test_unknown_and_deleted_accounts(api: ApiClient) -> None:
    """LG-1: the same answer as for a wrong password."""
    make_user(email="gone@x.example", is_deleted=True, deleted_date=clock.now() + timedelta(seconds=1))
    known = make_user()
    answers = []
    for email in ("nobody@x.example", "gone@x.example", known.email):
        body = log_in(api, email, "wrong horse 11").json()
        body.pop("requestId")
        answers.append(body)
    assert answers[0] == answers[1] == answers[2]


def test_unknown_account_costs_a_hash(api: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """LG-1: against a dummy hash when there is none."""
    from accounts.services import passwords

    compared: list[str] = []
    monkeypatch.setattr(passwords, "check_password", lambda raw, encoded: compared.append(encoded) or False)
    log_in(api, "nobody@x.example")
    assert len(compared) == 1
    assert compared[0].startswith("argon2$argon2id$")


def test_fifth_failure_locks(api: ApiClient, mailbox: Mailbox) -> None:
    """LK-1: the fifth failure answers 401, a sixth attempt 429, the right password after the minute 423."""
    user = make_user()
    for _ in range(5):
        assert problem_code(log_in(api, user.email, "wrong horse 11")) == "INVALID_CREDENTIALS"
    user.refresh_from_db()
    assert user.is_locked
    assert user.user_status.code == "locked"
    assert timedelta(minutes=14) < user.locked_until - clock.now() <= timedelta(minutes=15)
    assert problem_code(log_in(api, user.email)) == "RATE_LIMIT_EXCEEDED"
    response = log_in(ApiClient(ip_address="10.0.0.9"), user.email)
    assert problem_code(response) == "ACCOUNT_LOCKED"
    assert 800 < response.json()["retryAfter"] <= 900
    assert mailbox.to(user.email)[0].subject == "Your account is locked"
    assert activities() == ["USER_LOCKED"]
    assert auth_events(event_type="ACCOUNT_LOCKED", user_id=user.pk) == ["ACCOUNT_LOCKED"]
    user.refresh_from_db()
    assert user.failed_login_attempts == 5


def test_staff_lock_has_no_waiting_time(api: ApiClient) -> None:
    """LK-2, api.md section 2: retryAfter null."""
    user = make_user(status="locked", locked_until=None)
    response = log_in(api, user.email)
    assert response.status_code == 423
    assert response.json()["retryAfter"] is None
    assert "Retry-After" not in response


def test_lock_does_not_prolong(api: ApiClient) -> None:
    """LK-2: while locked, attempts neither count nor prolong."""
    user = make_user(status="locked", failed_login_attempts=5)
    until = user.locked_until
    log_in(api, user.email, "wrong horse 11")
    user.refresh_from_db()
    assert (user.locked_until, user.failed_login_attempts) == (until, 5)


def test_lapsed_lock_counts_as_ended(api: ApiClient) -> None:
    """LK-2: the next login stores the former status and a zero counter."""
    user = make_user(status="locked", failed_login_attempts=5, locked_until=clock.now() - timedelta(seconds=1))
    response = log_in(api, user.email)
    assert response.status_code == 200
    assert response.json()["user"]["statusCode"] == "active"
    user.refresh_from_db()
    assert (user.is_locked, user.locked_until, user.failed_login_attempts) == (False, None, 0)
    assert activities() == ["USER_UNLOCKED"]
    assert auth_events() == ["ACCOUNT_UNLOCKED", "LOGIN_SUCCESS"]


def test_failure_after_a_lapsed_lock_starts_at_one(api: ApiClient) -> None:
    """LK-2: the lock restores a zero counter, also of an account that was pending."""
    user = make_user(
        status="locked",
        is_email_verified=False,
        failed_login_attempts=5,
        locked_until=clock.now() - timedelta(seconds=1),
    )
    log_in(api, user.email, "wrong horse 11")
    user.refresh_from_db()
    assert (user.user_status.code, user.failed_login_attempts) == ("pending", 1)


def test_success_in_between_starts_the_count_anew(api: ApiClient, roomy: None) -> None:
    """LG-2, LK-1: consecutive failures only."""
    user = make_user()
    for _ in range(2):
        for _ in range(4):
            log_in(api, user.email, "wrong horse 11")
        assert log_in(api, user.email).status_code == 200
    user.refresh_from_db()
    assert not user.is_locked


def test_limit_by_address_and_email(api: ApiClient) -> None:
    """RL-1, RL-2: no failure is counted over the limit; other addresses and e-mails go on."""
    user, other = make_user(), make_user()
    for _ in range(4):
        log_in(api, user.email, "wrong horse 11")
    assert log_in(api, user.email)["RateLimit-Limit"] == "5"
    # The success cleared the counter of this address and e-mail.
    for _ in range(5):
        assert log_in(api, user.email).status_code == 200
    for _ in range(5):
        log_in(api, other.email, "wrong horse 11")
    refused = log_in(api, other.email)
    assert problem_code(refused) == "RATE_LIMIT_EXCEEDED"
    assert refused["RateLimit-Limit"] == "5"
    other.refresh_from_db()
    assert other.failed_login_attempts == 5


def test_limit_by_address(api: ApiClient, set_setting: Any) -> None:
    """RL-1: 30 a minute from one address, whoever is named."""
    set_setting("RATE_LIMIT_LOGIN_IP_PER_MINUTE", "3")
    for number in range(3):
        log_in(api, f"p{number}@x.example")
    assert problem_code(log_in(api, "p9@x.example")) == "RATE_LIMIT_EXCEEDED"
    assert problem_code(log_in(ApiClient(ip_address="10.0.0.9"), "p9@x.example")) == "INVALID_CREDENTIALS"


def test_forged_address_changes_nothing(api: ApiClient, set_setting: Any) -> None:
    """RL-4."""
    set_setting("RATE_LIMIT_LOGIN_IP_PER_MINUTE", "1")
    headers = {"X-Forwarded-For": "1.2.3.4"}
    api.post("/auth/login", {"email": "a@x.example", "password": "x"}, **headers)
    response = api.post("/auth/login", {"email": "b@x.example", "password": "x"}, **{"X-Forwarded-For": "5.6.7.8"})
    assert problem_code(response) == "RATE_LIMIT_EXCEEDED"


def test_expired_password_is_changed_with_the_proof(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-4, LG-1: the proof lives 15 minutes and is spent at confirm."""
    user = make_user(last_password_change=clock.now() - timedelta(days=90))
    proof = log_in(api, user.email).json()["passwordChangeToken"]
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        late = api.post("/auth/password-reset/confirm", {"token": proof, "newPassword": "green lantern 92"})
        assert problem_code(late) == "TOKEN_EXPIRED"
    done = api.post("/auth/password-reset/confirm", {"token": proof, "newPassword": "green lantern 92"})
    assert done.status_code == 200, done.content
    assert log_in(api, user.email, "green lantern 92").status_code == 200


def test_expiry_can_be_switched_off(api: ApiClient, set_setting: Any) -> None:
    """PW-4."""
    set_setting("PASSWORD_EXPIRY_DAYS", "0")
    user = make_user(last_password_change=clock.now() - timedelta(days=900))
    response = log_in(api, user.email)
    assert response.status_code == 200
    assert response.json()["user"]["passwordExpiresAt"] is None


def test_old_hash_is_renewed(api: ApiClient) -> None:
    """PW-2."""
    user = make_user()
    old = PBKDF2PasswordHasher().encode(PASSWORD, "saltsaltsalt", iterations=10)
    User.objects.filter(pk=user.pk).update(password_hash=old)
    assert log_in(api, user.email).status_code == 200
    user.refresh_from_db()
    assert user.password_hash.startswith("argon2$argon2id$")
    assert snapshots(user) == 1


def test_bad_bodies(api: ApiClient) -> None:
    """Api.md section 2."""
    before = footprint()
    assert problem_code(api.post("/auth/login", {"email": "a@x.example"})) == "VALIDATION_ERROR"
    assert problem_code(log_in(api, "a@x.example", tokenTransport="pigeon")) == "VALIDATION_ERROR"
    assert api.get("/auth/login").status_code == 405
    assert footprint() == before


def test_session_is_recorded(api: ApiClient) -> None:
    """SE-1: address, agent, start, end, company."""
    user = make_user()
    api.post("/auth/login", {"email": user.email, "password": PASSWORD}, **{"User-Agent": "Probe/1.0"})
    row = UserRefreshToken.objects.get(user=user)
    assert (row.ip_address, row.user_agent, row.transport, row.company_id) == ("127.0.0.1", "Probe/1.0", "body", None)
    assert row.session_expires_at - row.session_started_at == timedelta(days=30)
    assert row.expires_at - row.created_date == timedelta(days=7)
    assert len(row.token_hash) == 64
