"""Signed tokens that work once: Redis keeps which ones are spent.

While Redis is away each process remembers that by itself; the tokens live minutes, so a restart forgets little.
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from common import shared_store
from common.links import hash_token


class Spent:
    """The spent tokens of one kind; ``life`` is how long one could be used at all."""

    def __init__(self, kind: str, life: timedelta) -> None:
        self._kind, self._life = kind, life
        self._lock = threading.Lock()
        self._until: dict[str, datetime] = {}

    def take(self, token: str, now: datetime) -> bool:
        """Spend a token; of two at once exactly one succeeds."""
        name = hash_token(token)
        is_first = self._keep(name, now)
        key, seconds = self._key(name), int(self._life.total_seconds())
        return is_first and shared_store.attempt(
            lambda store: bool(store.set(key, "1", nx=True, ex=seconds)), lambda: is_first
        )

    def has(self, token: str) -> bool:
        """Whether a token is spent already."""
        name = hash_token(token)
        with self._lock:
            is_known = name in self._until
        return is_known or shared_store.attempt(lambda store: bool(store.exists(self._key(name))), lambda: False)

    def _key(self, name: str) -> str:
        return shared_store.key(self._kind, name)

    def _keep(self, name: str, now: datetime) -> bool:
        with self._lock:
            self._until = {known: until for known, until in self._until.items() if until > now}
            if name in self._until:
                return False
            self._until[name] = now + self._life
            return True
