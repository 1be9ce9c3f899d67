"""POST /auth/verify-email and /auth/resend-verification (SU-3 to SU-7)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User
from accounts.services import verification
from common import clock
from common.problems import Problem
from tests.accounts.conftest import ADDRESS
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.trail import activities, auth_events, footprint

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(api: ApiClient, entry: dict[str, Any], mailbox: Mailbox) -> str:
    """Secret of a fresh sign-up."""
    api.post("/auth/signup", entry)
    return mailbox.token_for(ADDRESS)


def test_verify(api: ApiClient, token: str) -> None:
    """SU-5."""
    response = api.post("/auth/verify-email", {"token": token})
    assert response.status_code == 200
    assert response.json() == {"email": ADDRESS, "isEmailVerified": True}
    user = User.objects.get(email=ADDRESS)
    assert user.is_email_verified
    assert user.user_status.code == "active"
    assert auth_events(user_id=user.pk)[-1] == "EMAIL_VERIFIED"
    assert activities()[-1] == "USER_EMAIL_VERIFIED"


@pytest.mark.parametrize(("status", "after"), [("suspended", "suspended"), ("locked", "locked")])
def test_verify_changes_no_other_status(api: ApiClient, mailbox: Mailbox, status: str, after: str) -> None:
    """SU-5: a suspended account stays suspended."""
    user = make_user(email=ADDRESS, status=status, is_email_verified=False)
    from auditing.services import business_transaction
    from common.actors import VISITOR

    with business_transaction(actor=VISITOR):
        verification.send_link(user)
    assert api.post("/auth/verify-email", {"token": mailbox.token_for(ADDRESS)}).status_code == 200
    user.refresh_from_db()
    assert user.is_email_verified
    assert user.user_status.code == after


@pytest.mark.parametrize("bad", ["unknown", "x" * 43, "Ünïcode \u2603"])
def test_unknown_token(api: ApiClient, token: str, bad: str) -> None:
    """SU-6."""
    before = footprint()
    response = api.post("/auth/verify-email", {"token": bad})
    assert (response.status_code, problem_code(response)) == (400, "TOKEN_INVALID")
    assert footprint() == before
    assert auth_events()[-1] == "EMAIL_VERIFICATION_FAILED"


def test_used_token(api: ApiClient, token: str) -> None:
    """SU-6."""
    api.post("/auth/verify-email", {"token": token})
    response = api.post("/auth/verify-email", {"token": token})
    assert (response.status_code, problem_code(response)) == (409, "TOKEN_USED")


def test_expired_token(api: ApiClient, token: str) -> None:
    """SU-3, SU-6: expired means now is not before the end."""
    with time_machine.travel(clock.now() + timedelta(hours=24, seconds=1)):
        response = api.post("/auth/verify-email", {"token": token})
    assert (response.status_code, problem_code(response)) == (410, "TOKEN_EXPIRED")
    assert not User.objects.get(email=ADDRESS).is_email_verified


def test_preview_spends_nothing(api: ApiClient, token: str) -> None:
    """SU-4."""
    for _ in range(3):
        assert verification.preview(token).email == ADDRESS
    assert api.post("/auth/verify-email", {"token": token}).status_code == 200
    with pytest.raises(Problem, match="TOKEN_USED"):
        verification.preview(token)


def test_resend_replaces_the_link(api: ApiClient, token: str, mailbox: Mailbox) -> None:
    """SU-7, SU-3: only the newest one works."""
    assert api.post("/auth/resend-verification", {"email": ADDRESS.upper()}).status_code == 202
    assert problem_code(api.post("/auth/verify-email", {"token": token})) == "TOKEN_INVALID"
    newest = mailbox.token_for(ADDRESS)
    assert newest != token
    assert api.post("/auth/verify-email", {"token": newest}).status_code == 200
    assert "EMAIL_VERIFICATION_RESENT" in auth_events(email=ADDRESS)


@pytest.mark.parametrize("status", ["active", "suspended", "locked", None])
def test_resend_is_neutral(api: ApiClient, mailbox: Mailbox, status: str | None) -> None:
    """SU-7: 202 always, and nothing happens for an account that needs no confirmation."""
    if status is not None:
        make_user(email=ADDRESS, status=status)
    before = footprint()
    response = api.post("/auth/resend-verification", {"email": ADDRESS})
    assert response.status_code == 202
    assert response.json() == {"message": "Check your inbox. If the address can be used, a message is on its way."}
    assert footprint() == before
    assert mailbox() == []


@pytest.mark.parametrize("known", [True, False])
def test_resend_is_limited_by_address(api: ApiClient, known: bool) -> None:
    """RL-1: three an hour for each e-mail, known or not."""
    if known:
        make_user(email=ADDRESS, status="pending")
    for _ in range(3):
        assert api.post("/auth/resend-verification", {"email": ADDRESS}).status_code == 202
    assert problem_code(api.post("/auth/resend-verification", {"email": ADDRESS})) == "RATE_LIMIT_EXCEEDED"
    assert api.post("/auth/password-reset/request", {"email": ADDRESS}).status_code == 202
