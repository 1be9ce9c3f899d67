"""Sliding windows (RL-1 to RL-3)."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest
import redis

from common import rate_limits, shared_store
from common.rate_limits import check, check_all, clear
from logging_app.models import ApplicationError
from tests.support.threads import run_together

LIMIT = "RATE_LIMIT_LOGIN_PER_MINUTE"


@pytest.fixture(params=["redis", "memory"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both places where windows live."""
    monkeypatch.setattr("common.rate_limits.load_hook", lambda path: lambda name: 5)
    if request.param == "memory":
        break_redis(monkeypatch)
    return str(request.param)


def break_redis(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Let every Redis call fail; return what was recorded."""
    recorded: list[BaseException] = []

    def refuse() -> Any:
        raise redis.ConnectionError("refused")

    monkeypatch.setattr(shared_store, "client", refuse)
    monkeypatch.setattr("common.errors.record_failure", lambda error, problem: recorded.append(error))
    return recorded


def test_counts_down_and_refuses(store: str) -> None:
    """RL-1."""
    states = [check(LIMIT, "a") for _ in range(6)]
    assert [s.remaining for s in states] == [4, 3, 2, 1, 0, 0]
    assert [s.allowed for s in states] == [True] * 5 + [False]
    assert all(0 < s.reset_after <= 60 and s.limit == 5 for s in states)


def test_keys_and_limits_are_apart(store: str) -> None:
    """RL-1."""
    for _ in range(5):
        check(LIMIT, "a")
    assert check(LIMIT, "b").allowed
    assert check("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "a").allowed


def test_refused_requests_do_not_extend_the_window(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RL-2."""
    monkeypatch.setitem(rate_limits.WINDOWS, "_PER_MINUTE", 0.3)
    for _ in range(5):
        assert check(LIMIT, "a").allowed
    end = time.monotonic() + 0.35
    while time.monotonic() < end:
        check(LIMIT, "a")
        time.sleep(0.02)
    assert check(LIMIT, "a").allowed


def test_clear_forgets(store: str) -> None:
    """RL-2."""
    for _ in range(6):
        check(LIMIT, "a")
    clear(LIMIT, "a")
    assert check(LIMIT, "a").remaining == 4


@pytest.mark.django_db
def test_redis_down_is_recorded_once_a_minute(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """RL-3: nothing listens at the address; the process limits by itself and writes one error row."""
    monkeypatch.setattr(shared_store, "_REST_SECONDS", 0.0)  # so that every check tries Redis again
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        settings.REDIS_URL = f"redis://127.0.0.1:{unused.getsockname()[1]}/0"
        shared_store.client.cache_clear()
        try:
            assert [check(LIMIT, "a").allowed for _ in range(7)] == [True] * 5 + [False] * 2
        finally:
            shared_store.client.cache_clear()
    row = ApplicationError.objects.get()
    assert (row.error_type, row.severity) == ("redis.exceptions.ConnectionError", "error")


def test_parallel_requests_share_one_window(store: str) -> None:
    """RL-1."""
    states = run_together(*[lambda: check(LIMIT, "a") for _ in range(12)])
    assert sum(s.allowed for s in states) == 5


def test_of_several_limits_none_counts_when_one_refuses(store: str) -> None:
    """RL-2."""
    for _ in range(5):
        check(LIMIT, "full")
    states = check_all((LIMIT, "free"), (LIMIT, "full"), ("RATE_LIMIT_SIGNUP_IP_PER_HOUR", "free"))
    assert [s.allowed for s in states] == [True, False, True]
    assert [s.remaining for s in states] == [5, 0, 5]
    assert [s.remaining for s in check_all((LIMIT, "free"), (LIMIT, "other"))] == [4, 4]


def test_several_limits_are_counted_at_once(store: str) -> None:
    """RL-2: whoever comes last for one of the windows leaves no trace in the other."""
    both = ((LIMIT, "shared"), (LIMIT, "own"))
    states = run_together(*[lambda: check_all(*both) for _ in range(12)])
    assert sum(all(s.allowed for s in one) for one in states) == 5
    assert all(one[0].allowed == one[1].allowed for one in states)


@pytest.mark.parametrize("store", ["redis"], indirect=True)
def test_redis_may_forget_the_script(store: str) -> None:
    """RL-3: a restarted Redis is told again how to count."""
    check(LIMIT, "a")
    shared_store.client().script_flush()
    assert check(LIMIT, "a").remaining == 3


def test_keys_are_stored_as_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    """RL-1."""
    monkeypatch.setattr("common.rate_limits.load_hook", lambda path: lambda name: 5)
    check(LIMIT, "person@secret.example")
    names = list(shared_store.client().scan_iter(match=shared_store.key("limit", "*")))
    assert len(names) == 1
    assert "secret" not in names[0]


def test_a_limit_names_its_window() -> None:
    with pytest.raises(ValueError, match="names no window"):
        rate_limits.window_seconds("RATE_LIMIT_LOGIN")
