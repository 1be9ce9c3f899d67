"""Properties of people and their tokens that need no database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import override_settings

from accounts.models import User, UserPasswordResetToken, UserRefreshToken
from accounts.models.identity import new_session_stamp
from accounts.services.link_tokens import problem_of
from reference.models import UserRole, UserStatus

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=15)


def person(status: str = "active", *, can_manage_platform: bool = False, **values: object) -> User:
    values.setdefault("session_token", new_session_stamp())
    return User(
        email="kim@example.com",
        user_status=UserStatus(user_status_code=status),
        user_role=UserRole(can_manage_platform=can_manage_platform),
        **values,
    )


def test_session_hash_follows_the_stamp_and_not_the_password() -> None:
    """Invariant 31: a new SessionToken ends every browser session."""
    user = person()
    before = user.get_session_auth_hash()
    user.password_hash = "another"
    assert user.get_session_auth_hash() == before
    user.renew_session_stamp()
    assert user.get_session_auth_hash() != before
    assert user.session_token not in user.get_session_auth_hash()


def test_session_hash_survives_key_rotation() -> None:
    user = person()
    before = user.get_session_auth_hash()
    with override_settings(SECRET_KEY="a-new-key", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert user.get_session_auth_hash() != before
        assert list(user.get_session_auth_fallback_hash()) == [before]


@pytest.mark.parametrize(
    ("status", "values", "is_active"),
    [
        ("active", {}, True),
        ("pending", {}, True),
        ("locked", {"is_locked": True}, True),
        ("suspended", {}, False),
        ("active", {"is_deleted": True}, False),
        ("active", {"erased_at": NOW}, False),
    ],
)
def test_active_account(status: str, values: dict[str, object], is_active: bool) -> None:
    """SE-3, LK-2: suspension, deletion and erasure stop open sessions; a lock does not."""
    assert person(status, **values).is_active is is_active


def test_back_office_needs_an_active_system_administrator() -> None:
    administrator = person(can_manage_platform=True)
    assert administrator.is_staff
    assert administrator.has_perm("accounts.view_user")
    assert administrator.has_module_perms("accounts")
    for refused in (person(), person("suspended", can_manage_platform=True)):
        assert not refused.is_staff
        assert not refused.has_perm("accounts.view_user")
        assert not refused.has_module_perms("accounts")


@pytest.mark.parametrize(
    ("is_locked", "until", "in_force"),
    [(False, None, False), (True, None, True), (True, LATER, True), (True, NOW, False)],
)
def test_lock_past_its_time_counts_as_ended(is_locked: bool, until: datetime | None, in_force: bool) -> None:
    """LK-2; a lock without an end holds until staff lift it."""
    assert person("locked", is_locked=is_locked, locked_until=until).is_lock_in_force(NOW) is in_force


def test_password_is_kept_as_a_hash_only() -> None:
    user = person()
    user.set_password("correct horse battery")
    assert "correct" not in user.password_hash
    assert user.check_password("correct horse battery")
    assert not user.check_password("wrong horse battery")
    user.set_unusable_password()
    assert not user.has_usable_password()


@pytest.mark.django_db
def test_right_password_renews_an_outdated_hash() -> None:
    outdated = make_password("correct horse battery", hasher="pbkdf2_sha256")
    user = person(password_hash=outdated)
    assert not user.check_password("wrong horse battery")
    assert user.password_hash == outdated
    assert user.check_password("correct horse battery")
    assert user.password_hash != outdated


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, None),
        ({"used_at": NOW}, "TOKEN_USED"),
        ({"voided_at": NOW}, "TOKEN_INVALID"),
        ({"expires_at": NOW}, "TOKEN_EXPIRED"),
    ],
)
def test_reset_token_is_spent_once_and_in_time(values: dict[str, object], code: str | None) -> None:
    """SU-6 and invariant 26; expired means now >= ExpiresAt."""
    token = UserPasswordResetToken(**({"user": person(), "expires_at": LATER} | values))
    problem = problem_of(token, NOW)
    assert (problem and problem.code) == code


@pytest.mark.parametrize(
    ("values", "version", "is_usable"),
    [
        ({}, 1, True),
        ({}, 2, False),
        ({"used_at": NOW}, 1, False),
        ({"revoked_at": NOW, "revoked_reason": "logout"}, 1, False),
        ({"expires_at": NOW}, 1, False),
    ],
)
def test_refresh_token_is_bound_to_the_version_of_the_user(
    values: dict[str, object], version: int, is_usable: bool
) -> None:
    """Invariant 28."""
    token = UserRefreshToken(**({"expires_at": LATER, "refresh_token_version": 1} | values))
    assert token.is_usable(NOW, version) is is_usable
