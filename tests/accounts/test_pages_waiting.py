"""Pages of people who have to wait, locked out or over a limit: how long, until when, what else to do (LG-1, RL-2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User
from accounts.services.lockout import FAILURES_REASON
from common import clock
from tests.factories.accounts import PASSWORD, make_user
from tests.support.pages import PageClient, state_of, text_of

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 1, 15, 2, 0, 30, tzinfo=UTC)  # in Sydney 1:00:30 PM


def alert_of(response: Any) -> str:
    """What the first alert of the page says, without markup, in one line."""
    text = text_of(response).partition('class="alert ')[2].partition("</form>")[0].partition("<form")[0]
    words, inside = "", False
    for char in text:
        inside = char == "<" or (inside and char != ">")
        words += "" if inside or char == ">" else char
    return " ".join(words.split())


def locked(**values: Any) -> User:
    return make_user(status="locked", timezone_identifier="Australia/Sydney", **values)


def log_in(user: User) -> Any:
    return PageClient().post("/login", email=user.email, password=PASSWORD)


def test_a_locked_out_person_is_told_until_when_in_their_own_zone() -> None:
    """LG-1, GEN-6, LK-2: minutes, time, and the way that ends the lock at once."""
    with time_machine.travel(NOON, tick=False):
        user = locked(locked_reason=FAILURES_REASON, locked_until=NOON + timedelta(minutes=14, seconds=10))
        response = log_in(user)
    assert (response.status_code, state_of(response)) == (423, "locked")
    text = alert_of(response)
    assert "too many wrong passwords in a row" in text
    assert "Try again in 15 minutes, at 1:15 PM AEDT. " in text
    assert 'href="/reset-password"' in text_of(response)
    assert 'href="/support"' in text_of(response)


def test_a_long_lock_names_the_day() -> None:
    with time_machine.travel(NOON, tick=False):
        user = locked(locked_reason=FAILURES_REASON, locked_until=NOON + timedelta(days=1))
        assert "Try again after 16 January 2026, 1:01 PM AEDT. " in alert_of(log_in(user))


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (
            timedelta(hours=3),
            "locked it for a while. You can log in again after 4:01 PM AEDT. Contact support to hear why.",
        ),
        (None, "Our support team locked it. Contact support to hear why and to have it unlocked."),
    ],
)
def test_a_lock_by_staff_blames_no_passwords(until: timedelta | None, says: str) -> None:
    """The owner is sent to support, not to a form that does not help."""
    with time_machine.travel(NOON, tick=False):
        user = locked(locked_reason="Suspicious activity", locked_until=NOON + until if until else None)
        text = alert_of(log_in(user))
    assert says in text
    assert "wrong passwords" not in text
    assert "Suspicious activity" not in text


def test_a_zone_that_is_gone_counts_as_utc() -> None:
    with time_machine.travel(NOON, tick=False):
        user = locked(locked_reason=FAILURES_REASON, locked_until=NOON + timedelta(minutes=15))
        User.objects.update(timezone_identifier="Mars/Base")
        assert "in 15 minutes, at 2:16 AM UTC." in alert_of(log_in(user))


def test_a_wrong_password_is_not_told_of_the_lock() -> None:
    """LG-1, GEN-11."""
    user = locked(locked_reason=FAILURES_REASON)
    response = PageClient().post("/login", email=user.email, password="wrong")
    assert (response.status_code, state_of(response)) == (401, "invalid")
    assert "locked" not in alert_of(response)


@pytest.mark.parametrize("is_known", [True, False])
def test_too_many_log_ins(is_known: bool) -> None:
    """RL-1, RL-2, LK-1: the sixth attempt within the minute waits, whoever has the address, and reads the same."""
    email, client = make_user().email if is_known else "nobody@people.example", PageClient()
    for _ in range(5):
        client.post("/login", email=email, password="wrong")
    response = client.post("/login", email=email, password=PASSWORD)
    assert (response.status_code, state_of(response)) == (429, "limited")
    text = alert_of(response)
    assert "so this one was not looked at. Try again in 1 minute. " in text
    assert "Choose a new one, or contact support." in text
    assert f'value="{email}"' in text_of(response)


def test_too_many_sign_ups(set_setting: Any) -> None:
    """RL-1, GEN-5: until when, in UTC for the script to turn; the way that stays open to invited people."""
    set_setting("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "1")
    client = PageClient()
    entry = {"first_name": "Dana", "last_name": "Reed", "password": "blue kettle 47", "accept_terms": "on"}
    client.post("/signup", email="a@people.example", **entry)
    response = client.post("/signup", email="b@people.example", **entry)
    assert response.status_code == 429
    until = response.context["retry_at"]
    assert timedelta(minutes=58) < until - clock.now() <= timedelta(minutes=61)
    assert f"in 60 minutes, at {until:%-I:%M %p} UTC." in alert_of(response)
    assert f'<time datetime="{until.isoformat()}"' in text_of(response)
    assert "data-own-zone" in text_of(response)
    assert "Were you invited by a colleague?" in alert_of(response)


@pytest.mark.parametrize("path", ["/reset-password", "/signup/check-inbox"])
def test_too_many_mails(set_setting: Any, path: str) -> None:
    """RL-1."""
    set_setting("RATE_LIMIT_MAIL_REQUEST_PER_HOUR", "1")
    client = PageClient()
    client.post(path, email="nobody@people.example")
    response = client.post(path, email="nobody@people.example")
    assert response.status_code == 429
    text = alert_of(response)
    assert "in 60 minutes, at " in text
    assert "UTC. An earlier mail may still be on its way" in text
