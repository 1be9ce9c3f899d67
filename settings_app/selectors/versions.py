"""Versions in Redis by which a change in one process reaches the copies that others hold (CF-3, CV-6)."""

from __future__ import annotations

import time
import uuid

import redis

from common import shared_store

_CHECK_SECONDS = 1.0


def raise_version(name: str) -> None:
    """Tell every process that what ``name`` stands for has changed; without Redis, copies last their own time."""
    shared_store.attempt(lambda store: store.set(shared_store.key(name), uuid.uuid4().hex), lambda: None)


def read_version(name: str) -> str | None:
    """Return the version, empty text while there is none, None while Redis is away."""

    def ask(store: redis.Redis) -> str | None:
        return str(store.get(shared_store.key(name)) or "")

    return shared_store.attempt(ask, lambda: None)


class Freshness:
    """Tells whether what this process read still holds: for ``lifetime`` seconds, and while the version is the same.

    Redis is asked once a second at most. Call ``renew`` before reading, so that a change during the read counts.
    """

    def __init__(self, name: str, lifetime: float) -> None:
        self._name, self._lifetime = name, lifetime
        self.expire()

    def expire(self) -> None:
        self._version: str | None = None
        self._checked_at = self._read_at = float("-inf")

    def renew(self) -> None:
        self._version = read_version(self._name)
        self._checked_at = self._read_at = time.monotonic()

    def holds(self) -> bool:
        now = time.monotonic()
        if now - self._read_at >= self._lifetime:
            return False
        if now - self._checked_at < _CHECK_SECONDS:
            return True
        self._checked_at = now
        version = read_version(self._name)
        return version is None or version == self._version
