"""The account of an invited person (IN-8)."""

from __future__ import annotations

import pytest

from accounts.models import User
from accounts.selectors import is_sign_up_open
from accounts.services.signup import create_invited_account
from auditing.services import business_transaction
from common.actors import VISITOR
from common.problems import Problem, ValidationFailed
from tests.factories.accounts import make_user
from tests.support.trail import activities, auth_events, footprint

pytestmark = pytest.mark.django_db

ADDRESS = "priya@harbourline.example"


def create(password: str = "green lantern 92") -> User:
    with business_transaction(actor=VISITOR):
        return create_invited_account(email=ADDRESS, first_name="Priya", last_name="Shah", password=password)


def test_new_person_is_verified_and_active_at_once() -> None:
    """IN-8."""
    assert is_sign_up_open(ADDRESS)
    user = create()
    user.refresh_from_db()
    assert (user.is_email_verified, user.user_status.code, user.onboarding_step) == (True, "active", 1)
    assert user.terms_version is not None
    assert "SIGNUP" in auth_events()
    assert activities()[0] == "USER_CREATED"
    assert not is_sign_up_open(ADDRESS)


@pytest.mark.parametrize("status", ["pending", "locked"])
def test_unconfirmed_account_is_taken_over(status: str) -> None:
    """IN-8, SU-2: with the new password; a lock that has an end goes."""
    before = make_user(email=ADDRESS, status=status, is_email_verified=False, first_name="Somebody")
    user = create()
    assert user.pk == before.pk
    user.refresh_from_db()
    assert (user.first_name, user.user_status.code, user.is_locked) == ("Priya", "active", False)
    assert user.check_password("green lantern 92")
    assert "USER_UPDATED" in activities()


@pytest.mark.parametrize(
    ("status", "code"), [("active", "ACCOUNT_EXISTS"), ("suspended", "ACCOUNT_EXISTS"), ("locked", "ACCOUNT_EXISTS")]
)
def test_confirmed_account_is_never_taken_over(status: str, code: str) -> None:
    """IN-9."""
    make_user(email=ADDRESS, status=status)
    before = footprint()
    with pytest.raises(Problem, match=code):
        create()
    assert footprint() == before


def test_staff_lock_stays() -> None:
    """LK-2: one without an end is lifted by staff only."""
    make_user(email=ADDRESS, status="locked", is_email_verified=False, locked_until=None)
    with pytest.raises(Problem, match="ACCOUNT_LOCKED"):
        create()


def test_weak_password() -> None:
    """PW-1 applies to invited sign-ups too."""
    with pytest.raises(ValidationFailed):
        create("short")
    assert not User.objects.exists()
