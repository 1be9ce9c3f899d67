"""Simultaneous requests: one wins, the others get the documented answer (GEN-3)."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from django.db import transaction

from accounts.models import User, UserRefreshToken
from accounts.services.people import lock_user
from reference.selectors import code_id
from tests.accounts.conftest import ADDRESS, SIGNUP
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.threads import run_together
from tests.support.trail import activities, auth_events

pytestmark = pytest.mark.django_db(transaction=True)


def statuses(responses: list[Any]) -> list[int]:
    return sorted(response.status_code for response in responses)


def post(path: str, body: dict[str, Any]) -> Any:
    return lambda: ApiClient().post(path, body)


def test_fifty_sign_ups_with_one_address(roomy: None, mailbox: Mailbox) -> None:
    """SU-2, SU-8, invariant 1: one account, fifty equal answers."""
    responses = []
    for _ in range(5):
        responses += run_together(*[post("/auth/signup", SIGNUP) for _ in range(10)])
    assert statuses(responses) == [202] * 50
    assert len({response.content for response in responses}) == 1
    assert User.objects.filter(email=ADDRESS).count() == 1
    assert activities(action="USER_CREATED") == ["USER_CREATED"]
    newest = mailbox.token_for(ADDRESS)
    assert ApiClient().post("/auth/verify-email", {"token": newest}).status_code == 200


def test_two_verifications(roomy: None, mailbox: Mailbox) -> None:
    """SU-6."""
    ApiClient().post("/auth/signup", SIGNUP)
    body = {"token": mailbox.token_for(ADDRESS)}
    responses = run_together(*[post("/auth/verify-email", body) for _ in range(4)])
    assert statuses(responses) == [200, 409, 409, 409]
    assert activities(action="USER_EMAIL_VERIFIED") == ["USER_EMAIL_VERIFIED"]


def test_two_resets(roomy: None, mailbox: Mailbox) -> None:
    """PW-6."""
    user = make_user()
    ApiClient().post("/auth/password-reset/request", {"email": user.email})
    token = mailbox.token_for(user.email)
    bodies = [{"token": token, "newPassword": f"green lantern {number}"} for number in range(92, 96)]
    responses = run_together(*[post("/auth/password-reset/confirm", body) for body in bodies])
    assert statuses(responses) == [200, 409, 409, 409]
    winner = bodies[[response.status_code for response in responses].index(200)]["newPassword"]
    assert ApiClient().post("/auth/login", {"email": user.email, "password": winner}).status_code == 200


def test_two_refreshes(roomy: None) -> None:
    """SE-4: the loser counts as reuse; the family ends although that request is refused."""
    user = make_user()
    issued = ApiClient().post("/auth/login", {"email": user.email, "password": PASSWORD}).json()
    body = {"refreshToken": issued["refreshToken"]}
    responses = run_together(post("/auth/refresh", body), post("/auth/refresh", body))
    assert statuses(responses) == [200, 401]
    assert not UserRefreshToken.objects.filter(revoked_at__isnull=True).exists()
    lost = next(response for response in responses if response.status_code == 401).json()
    assert lost["code"] == "REFRESH_TOKEN_REUSED"
    won = next(response for response in responses if response.status_code == 200).json()
    refused = ApiClient().post("/auth/refresh", {"refreshToken": won["refreshToken"]})
    assert refused.json()["code"] == "REFRESH_TOKEN_INVALID"
    assert auth_events(event_type="TOKEN_REUSE_DETECTED") == ["TOKEN_REUSE_DETECTED"]


def test_parallel_failures_are_all_counted(roomy: None) -> None:
    """LK-1: none is lost, and the account is locked once."""
    user = make_user()
    body = {"email": user.email, "password": "wrong horse 11"}
    responses = run_together(*[post("/auth/login", body) for _ in range(8)])
    assert statuses(responses) == [401] * 8
    user.refresh_from_db()
    assert (user.is_locked, user.failed_login_attempts) == (True, 5)
    assert activities(action="USER_LOCKED") == ["USER_LOCKED"]


def test_failed_mail_leaves_nothing_behind(roomy: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """GEN-2, SU-8: account and queued mail commit together; the same request can be sent again."""
    from accounts.services import mails

    def fail(**values: Any) -> Any:
        raise RuntimeError("outbox is gone")

    with monkeypatch.context() as patch:
        patch.setattr(mails, "queue_email", fail)
        assert ApiClient().post("/auth/signup", SIGNUP).status_code == 500
    assert not User.objects.exists()
    assert activities() == []
    assert ApiClient().post("/auth/signup", SIGNUP).status_code == 202
    assert User.objects.count() == 1


def test_a_person_whose_status_changes_meanwhile_is_still_found() -> None:
    """LK-1: who waits for the row of an account gets it as it is after the wait, not nothing."""
    user = make_user()
    is_held, asks = threading.Event(), threading.Event()

    def suspend() -> None:
        with transaction.atomic():
            User.objects.select_for_update().get(pk=user.pk)
            is_held.set()
            asks.wait(5)
            time.sleep(0.4)  # by now the other waits
            User.objects.filter(pk=user.pk).update(user_status_id=code_id("UserStatus", "suspended"))

    def wait_for_the_row() -> str | None:
        is_held.wait(5)
        with transaction.atomic():
            asks.set()
            found = lock_user(user.pk)
            return None if found is None else found.user_status.user_status_code

    assert run_together(suspend, wait_for_the_row) == [None, "suspended"]
