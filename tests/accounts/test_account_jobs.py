"""Jobs and commands about accounts (LK-2, SU-9, RT-1, PM-4)."""

from __future__ import annotations

import io
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts import tasks
from accounts.models import User, UserEmailVerificationToken, UserRefreshToken
from accounts.selectors import find_by_email
from common import clock
from common.links import hash_token
from tests.factories.accounts import make_user
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import session_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def test_unlock_expired() -> None:
    """LK-2: every minute; staff locks and running ones stay."""
    lapsed = make_user(status="locked", failed_login_attempts=5, locked_until=clock.now() - HOUR)
    running = make_user(status="locked")
    staff = make_user(status="locked", locked_until=None)
    assert tasks.unlock_expired() == 1
    assert tasks.unlock_expired() == 0
    for user in (lapsed, running, staff):
        user.refresh_from_db()
    assert (lapsed.user_status.code, lapsed.failed_login_attempts) == ("active", 0)
    assert running.is_locked
    assert staff.is_locked
    assert activities() == ["USER_UNLOCKED"]
    assert auth_events() == ["ACCOUNT_UNLOCKED"]
    assert snapshots(lapsed) == 2


def pending(days_since_link: float, **values: Any) -> User:
    created = clock.now() - timedelta(days=days_since_link + 1)
    user = make_user(status="pending", phone="+61412345678", created_date=created, **values)
    expires_at = clock.now() - timedelta(days=days_since_link)
    UserEmailVerificationToken.objects.create(
        user=user,
        email=user.email,
        token_hash=hash_token(user.email),
        created_date=expires_at - timedelta(days=1),
        expires_at=expires_at,
    )
    return user


def test_remove_pending(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox) -> None:
    """SU-9: thirty days after the last link expired; the address is free."""
    old, young = pending(31, email="old@x.example"), pending(29)
    active = make_user()
    assert tasks.remove_pending() == 1
    assert tasks.remove_pending() == 0
    for user in (old, young, active):
        user.refresh_from_db()
    assert old.is_deleted
    assert old.erased_at is not None
    assert old.email == f"erased-{old.pk}@erased.invalid"
    assert (old.first_name, old.last_name, old.phone) == ("", "", None)
    assert not old.has_usable_password()
    assert not young.is_deleted
    assert not active.is_deleted
    assert activities() == ["USER_REMOVED"]
    assert find_by_email("old@x.example") is None
    assert api.post("/auth/signup", {**entry, "email": "old@x.example"}).status_code == 202
    assert len(mailbox.to("old@x.example")) == 1


def test_purge_tokens() -> None:
    """RT-1: thirty days after expiry."""
    user = pending(32)
    fresh = pending(29)
    session_of(fresh)
    assert tasks.purge_tokens() == 1
    assert not UserEmailVerificationToken.objects.filter(user=user).exists()
    assert UserEmailVerificationToken.objects.filter(user=fresh).exists()
    assert UserRefreshToken.objects.count() == 1


def create_staff(monkeypatch: pytest.MonkeyPatch, password: str, email: str = "Ops@Platform.example") -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    names = ["--first-name", "Olly", "--last-name", "Ops"]
    call_command("create_staff", "--email", email, *names, "--password-stdin", stdout=io.StringIO())


def test_create_staff(monkeypatch: pytest.MonkeyPatch) -> None:
    """PM-4: a verified system administrator, with the role on the trail."""
    from django.apps import apps

    create_staff(monkeypatch, "green lantern 92")
    user = User.objects.get(email="ops@platform.example")
    assert (user.user_role.code, user.user_status.code) == ("system_admin", "active")
    assert (user.is_email_verified, user.is_onboarding_complete, user.onboarding_step) == (True, True, 3)
    role = apps.get_model("auditing", "AuditRole").all_companies.get()
    assert (role.role_type, role.change_kind, role.new_role_code) == ("system", "assigned", "system_admin")
    assert user.check_password("green lantern 92")


@pytest.mark.parametrize(
    ("password", "email", "message"),
    [
        ("short", "ops@platform.example", "at least 8 characters"),
        ("green lantern 92", "no address", "not a valid e-mail address"),
        ("green lantern 92", "taken@platform.example", "has an account already"),
        ("green lantern 92", "admin@platform.example", "is a system administrator already"),
        ("", "ops@platform.example", "Standard input holds no password"),
    ],
)
def test_create_staff_refuses(monkeypatch: pytest.MonkeyPatch, password: str, email: str, message: str) -> None:
    """PM-4, PW-1."""
    make_user(email="taken@platform.example")
    make_user(email="admin@platform.example", role="system_admin")
    before = footprint()
    with pytest.raises(CommandError, match=message):
        create_staff(monkeypatch, password, email)
    assert footprint() == before


def test_load_demo_twice(api: ApiClient) -> None:
    """Api.md section 10: safe to run again, and the accounts can log in."""
    for _ in range(2):
        out = io.StringIO()
        call_command("load_demo", stdout=out)
    assert len(out.getvalue().splitlines()) == 4
    assert User.objects.count() == 4
    body = {"email": "sysadmin@eventlead.test", "password": "Show-floor-2468"}
    assert api.post("/auth/login", body).json()["user"]["systemRoleCode"] == "system_admin"
    body = {"email": "viewer@demo.eventlead.test", "password": "Show-floor-2468"}
    session = api.post("/auth/login", body).json()
    assert session["activeCompany"]["roleCode"] == "company_viewer"
    assert session["user"]["isOnboardingComplete"] is True


def test_load_demo_in_production(settings: Any) -> None:
    """Demo accounts have a public password."""
    settings.IS_DEVELOPMENT = False
    with pytest.raises(CommandError, match="development only"):
        call_command("load_demo")
    assert not User.objects.exists()
