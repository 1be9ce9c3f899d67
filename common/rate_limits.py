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
from typing import Any, Final

import redis
from django.conf import settings

from common import shared_store
from common.errors import load_hook

WINDOWS: Final[dict[str, float]] = {"_PER_MINUTE": 60, "_PER_HOUR": 3600, "_PER_DAY": 86_400}

# Redis keeps the time, so that processes on several machines agree. A refused request leaves no trace (RL-2).
_COUNT = """
local t = redis.call('time')
local now = t[1] * 1000000 + t[2]
local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('zremrangebyscore', KEYS[1], '-inf', string.format('%.0f', now - window))
local used = redis.call('zcard', KEYS[1])
if used >= limit then
  local blocking = redis.call('zrange', KEYS[1], used - limit, used - limit, 'WITHSCORES')
  return {0, 0, blocking[2] + window - now}
end
redis.call('zadd', KEYS[1], string.format('%.0f', now), ARGV[3])
redis.call('pexpire', KEYS[1], math.ceil(window / 1000))
return {1, limit - used - 1, window}
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
    ceiling, window = int(load_hook(settings.INTEGER_SETTING)(limit)), window_seconds(limit)
    name = _name(limit, key)
    state: LimitState = shared_store.attempt(
        lambda store: _count_shared(store, name, ceiling, window),
        lambda: _local.count(name, ceiling, window),
    )
    return state


def clear(limit: str, key: str) -> None:
    """Forget what was counted for ``key`` (RL-2: a successful log-in)."""
    name = _name(limit, key)
    _local.clear(name)
    shared_store.attempt(lambda store: store.delete(name), lambda: 0)


def take_back(limit: str, key: str) -> None:
    """Undo one count: the request was refused by another limit, and refused requests extend no window (RL-2)."""
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


def _count_shared(store: redis.Redis, name: str, limit: int, window: float) -> LimitState:
    answer: Any = store.eval(_COUNT, 1, name, str(limit), str(int(window * _MICRO)), uuid.uuid4().hex)
    allowed, remaining, wait = (int(part) for part in answer)
    return LimitState(limit, remaining, max(1, -(-wait // _MICRO)), bool(allowed))


class _LocalCounter:
    """The same windows in the memory of this process."""

    _MANY = 10_000

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._windows: dict[str, tuple[float, deque[float]]] = {}

    def count(self, name: str, limit: int, window: float) -> LimitState:
        now = time.monotonic()
        with self._lock:
            if len(self._windows) > self._MANY:
                self._prune(now)
            used = self._windows.setdefault(name, (window, deque()))[1]
            while used and used[0] <= now - window:
                used.popleft()
            if len(used) >= limit:
                wait = used[len(used) - limit] + window - now
                return LimitState(limit, 0, max(1, int(wait + 0.999)), allowed=False)
            used.append(now)
            return LimitState(limit, limit - len(used), max(1, int(window)), allowed=True)

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
