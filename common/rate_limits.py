"""Sliding windows shared by all processes (RL-1 to RL-3).

A limit is called by its setting, whose name ends in its window: ``RATE_LIMIT_LOGIN_PER_MINUTE``. Keys are stored as
digests. While Redis is away each process counts by itself with the same numbers; limits are never off.
"""

from __future__ import annotations

import hashlib
import threading
import time
import uuid
from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import redis
from django.conf import settings
from redis.commands.core import Script

from common import shared_store
from common.errors import load_hook

WINDOWS: Final[dict[str, float]] = {"_PER_MINUTE": 60, "_PER_HOUR": 3600, "_PER_DAY": 86_400}

# Redis keeps the time, so that processes on several machines agree. All windows are looked at before one is counted:
# a refused request leaves no trace in any (RL-2).
_COUNT = """
local t = redis.call('time')
local now = t[1] * 1000000 + t[2]
local answers, refused = {}, false
for i, name in ipairs(KEYS) do
  local limit, window = tonumber(ARGV[2 * i]), tonumber(ARGV[2 * i + 1])
  redis.call('zremrangebyscore', name, '-inf', string.format('%.0f', now - window))
  local used = redis.call('zcard', name)
  if used >= limit then
    local blocking = redis.call('zrange', name, used - limit, used - limit, 'WITHSCORES')
    answers[i] = {0, 0, blocking[2] + window - now}
    refused = true
  else
    answers[i] = {1, limit - used, window}
  end
end
if not refused then
  for i, name in ipairs(KEYS) do
    redis.call('zadd', name, string.format('%.0f', now), ARGV[1])
    redis.call('pexpire', name, math.ceil(tonumber(ARGV[2 * i + 1]) / 1000))
    answers[i][2] = answers[i][2] - 1
  end
end
return answers
"""
_MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class LimitState:
    """Answer of one count; ``reset_after`` is in seconds: until there is room (refused) or the window is empty."""

    limit: int
    remaining: int
    reset_after: int
    allowed: bool


def check(limit: str, key: str) -> LimitState:
    """Count one request against the limit of that name, unless it is refused.

    ``key`` says whom the limit holds for and, where several actions share a setting, for which: ``resend:<e-mail>``.

    Raises:
        ValueError: the name does not end in a known window.
    """
    return check_all((limit, key))[0]


def check_all(*limits: tuple[str, str]) -> list[LimitState]:
    """Count one request against several ``(limit, key)`` at once; when one refuses, none of them counts it.

    Raises:
        ValueError: a name does not end in a known window.
    """
    ceiling_of = load_hook(settings.INTEGER_SETTING)
    windows = [_Window(_name(limit, key), int(ceiling_of(limit)), window_seconds(limit)) for limit, key in limits]
    states: list[LimitState] = shared_store.attempt(
        lambda store: _count_shared(store, windows), lambda: _local.count(windows)
    )
    return states


def clear(limit: str, key: str) -> None:
    """Forget what was counted for ``key`` (RL-2: a successful log-in)."""
    name = _name(limit, key)
    _local.clear(name)
    shared_store.attempt(lambda store: store.delete(name), lambda: 0)


def take_back(limit: str, key: str) -> None:
    """Undo one count: what was counted did not happen after all, and extends no window (RL-2)."""
    name = _name(limit, key)
    shared_store.attempt(lambda store: store.zpopmax(name), lambda: _local.take_back(name))


def window_seconds(limit: str) -> float:
    """Return the window of a limit by the end of its name.

    Raises:
        ValueError: the name ends in none of the known windows.
    """
    for ending, seconds in WINDOWS.items():
        if limit.endswith(ending):
            return seconds
    raise ValueError(f"{limit} names no window")


def _name(limit: str, key: str) -> str:
    digest = hashlib.sha256(f"{limit}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()
    return shared_store.key("limit", digest)


@dataclass(frozen=True, slots=True)
class _Window:
    """Where one limit counts one key, how many fit in, and its length in seconds."""

    name: str
    limit: int
    seconds: float


def _count_shared(store: redis.Redis, windows: list[_Window]) -> list[LimitState]:
    numbers = [str(number) for one in windows for number in (one.limit, int(one.seconds * _MICRO))]
    answers: Any = _script(store)(keys=[one.name for one in windows], args=[uuid.uuid4().hex, *numbers])
    return [
        LimitState(one.limit, int(remaining), max(1, -(-int(wait) // _MICRO)), bool(allowed))
        for one, (allowed, remaining, wait) in zip(windows, answers, strict=True)
    ]


@cache
def _script(store: redis.Redis) -> Script:
    """The script by its digest: its text goes to Redis once, and again when Redis has forgotten it."""
    return store.register_script(_COUNT)


class _LocalCounter:
    """The same windows in the memory of this process."""

    _MANY = 10_000

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._windows: dict[str, tuple[float, deque[float]]] = {}

    def count(self, windows: list[_Window]) -> list[LimitState]:
        now = time.monotonic()
        with self._lock:
            if len(self._windows) > self._MANY:
                self._prune(now)
            used = [self._used(one, now) for one in windows]
            is_counted = all(len(times) < one.limit for one, times in zip(windows, used, strict=True))
            if is_counted:
                for times in used:
                    times.append(now)
            return [self._state(one, times, now, is_counted) for one, times in zip(windows, used, strict=True)]

    def _used(self, one: _Window, now: float) -> deque[float]:
        times = self._windows.setdefault(one.name, (one.seconds, deque()))[1]
        while times and times[0] <= now - one.seconds:
            times.popleft()
        return times

    @staticmethod
    def _state(one: _Window, times: deque[float], now: float, is_counted: bool) -> LimitState:
        if not is_counted and len(times) >= one.limit:
            wait = times[len(times) - one.limit] + one.seconds - now
            return LimitState(one.limit, 0, max(1, int(wait + 0.999)), allowed=False)
        return LimitState(one.limit, one.limit - len(times), max(1, int(one.seconds)), allowed=True)

    def _prune(self, now: float) -> None:
        self._windows = {
            name: (window, used) for name, (window, used) in self._windows.items() if used and used[-1] > now - window
        }

    def take_back(self, name: str) -> None:
        with self._lock:
            used = self._windows.get(name, (0, deque()))[1]
            if used:
                used.pop()

    def clear(self, name: str) -> None:
        with self._lock:
            self._windows.pop(name, None)

    def clear_all(self) -> None:
        with self._lock:
            self._windows.clear()


_local = _LocalCounter()


def forget_local() -> None:
    """Drop what this process counted by itself; for tests."""
    _local.clear_all()
