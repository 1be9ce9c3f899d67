"""Small shared state of a client: in Redis for all processes, in the memory of one process without it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, Protocol

import redis

_RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
_INCREMENT = "local n = redis.call('incr', KEYS[1]) redis.call('pexpire', KEYS[1], ARGV[1]) return n"
_TAKE = """
local t = redis.call('time')
local now = t[1] * 1000000 + t[2]
redis.call('zremrangebyscore', KEYS[1], 0, now - ARGV[2] * 1000)
if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('zadd', KEYS[1], now, now .. ':' .. ARGV[3])
redis.call('pexpire', KEYS[1], ARGV[2])
return 1
"""


class Store(Protocol):
    """Times are milliseconds."""

    def get(self, key: str) -> str | None: ...
    def put(self, key: str, value: str, ms: int) -> None: ...
    def add(self, key: str, value: str, ms: int) -> bool:
        """Put unless the key exists; tells whether it was put."""
        ...

    def remove(self, *keys: str) -> None: ...
    def release(self, key: str, value: str) -> None:
        """Remove the key if it still holds `value`."""
        ...

    def increment(self, key: str, ms: int) -> int: ...
    def take(self, key: str, limit: int, ms: int, token: str) -> bool:
        """Take one of `limit` places in a sliding window of `ms`."""
        ...


class MemoryStore:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._values: dict[str, tuple[str, float]] = {}
        self._windows: dict[str, deque[float]] = {}

    def get(self, key: str) -> str | None:
        with self._lock:
            return self._live(key)

    def put(self, key: str, value: str, ms: int) -> None:
        with self._lock:
            self._set(key, value, ms)

    def add(self, key: str, value: str, ms: int) -> bool:
        with self._lock:
            if self._live(key) is not None:
                return False
            self._set(key, value, ms)
            return True

    def remove(self, *keys: str) -> None:
        with self._lock:
            for key in keys:
                self._values.pop(key, None)

    def release(self, key: str, value: str) -> None:
        with self._lock:
            if self._live(key) == value:
                del self._values[key]

    def increment(self, key: str, ms: int) -> int:
        with self._lock:
            count = int(self._live(key) or 0) + 1
            self._set(key, str(count), ms)
            return count

    def take(self, key: str, limit: int, ms: int, token: str) -> bool:
        with self._lock:
            window, now = self._windows.setdefault(key, deque()), self._clock()
            while window and window[0] <= now - ms / 1000:
                window.popleft()
            if len(window) >= limit:
                return False
            window.append(now)
            return True

    def _live(self, key: str) -> str | None:
        value, expires = self._values.get(key, ("", 0.0))
        if expires <= self._clock():
            self._values.pop(key, None)
            return None
        return value

    def _set(self, key: str, value: str, ms: int) -> None:
        self._values = {name: kept for name, kept in self._values.items() if kept[1] > self._clock()}
        self._values[key] = (value, self._clock() + ms / 1000)


class RedisStore:
    """Raises redis.RedisError while Redis is down."""

    def __init__(self, client: redis.Redis, prefix: str) -> None:
        self._redis = client
        self._prefix = prefix

    def get(self, key: str) -> str | None:
        value: Any = self._redis.get(self._prefix + key)
        return None if value is None else str(value)

    def put(self, key: str, value: str, ms: int) -> None:
        self._redis.set(self._prefix + key, value, px=ms)

    def add(self, key: str, value: str, ms: int) -> bool:
        return bool(self._redis.set(self._prefix + key, value, px=ms, nx=True))

    def remove(self, *keys: str) -> None:
        self._redis.delete(*(self._prefix + key for key in keys))

    def release(self, key: str, value: str) -> None:
        self._eval(_RELEASE, key, value)

    def increment(self, key: str, ms: int) -> int:
        return self._eval(_INCREMENT, key, str(ms))

    def take(self, key: str, limit: int, ms: int, token: str) -> bool:
        return self._eval(_TAKE, key, str(limit), str(ms), token) == 1

    def _eval(self, script: str, key: str, *arguments: str) -> int:
        answer: Any = self._redis.eval(script, 1, self._prefix + key, *arguments)
        return int(answer)
