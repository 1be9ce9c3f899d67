"""A client's shared state: Redis when it answers, else this process's memory with the same numbers (RL-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from common import shared_store
from common.outbound.store import MemoryStore, RedisStore, Store

T = TypeVar("T")


class SharedState:
    """A Store that is never off and never slow; `name` sets its keys apart from those of other clients."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._memory = MemoryStore()

    def _run(self, operation: Callable[[Store], T]) -> T:
        prefix = shared_store.key(self._name, "")
        return shared_store.attempt(
            lambda client: operation(RedisStore(client, prefix)), lambda: operation(self._memory)
        )

    def get(self, key: str) -> str | None:
        return self._run(lambda store: store.get(key))

    def put(self, key: str, value: str, ms: int) -> None:
        self._run(lambda store: store.put(key, value, ms))

    def add(self, key: str, value: str, ms: int) -> bool:
        return self._run(lambda store: store.add(key, value, ms))

    def remove(self, *keys: str) -> None:
        self._run(lambda store: store.remove(*keys))

    def release(self, key: str, value: str) -> None:
        self._run(lambda store: store.release(key, value))

    def increment(self, key: str, ms: int) -> int:
        return self._run(lambda store: store.increment(key, ms))

    def take(self, key: str, limit: int, ms: int, token: str) -> bool:
        return self._run(lambda store: store.take(key, limit, ms, token))
