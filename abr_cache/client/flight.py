"""Single flight: concurrent look-ups of one key share one piece of work, in this process and across processes."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from common.outbound.store import Store

T = TypeVar("T")

# A leader that died frees its key after this time; longer than the longest look-up.
_LEADER_MS = 7_500
# Long enough for every waiting process to read the leader's answer.
_ANSWER_MS = 3_000
_POLL_SECONDS = 0.015


class WaitedTooLongError(Exception):
    """The leader's answer did not come before the deadline."""


@dataclass(frozen=True)
class Codec(Generic[T]):
    """How a result crosses processes; `encode` answers None for a result that others should work out themselves."""

    encode: Callable[[T], str | None]
    decode: Callable[[str], T]


class SingleFlight(Generic[T]):
    def __init__(self, store: Store, scope: str, codec: Codec[T]) -> None:
        self._store = store
        self._scope = scope
        self._codec = codec
        self._lock = threading.Lock()
        self._flights: dict[str, Future[T]] = {}

    def run(self, key: str, deadline: float, work: Callable[[], T]) -> T:
        """Do `work` or wait for whoever does it; `deadline` is a time.monotonic() value.

        Errors: WaitedTooLongError; what `work` raises reaches everybody who waited in this process.
        """
        with self._lock:
            flight = self._flights.get(key)
            is_leader = flight is None
            if flight is None:
                flight = self._flights[key] = Future()
        if is_leader:
            return self._lead(key, flight, deadline, work)
        try:
            return flight.result(timeout=max(0.0, deadline - time.monotonic()))
        except TimeoutError as error:
            raise WaitedTooLongError(key) from error

    def _lead(self, key: str, flight: Future[T], deadline: float, work: Callable[[], T]) -> T:
        try:
            result = self._run_shared(key, deadline, work)
        except BaseException as error:
            self._forget(key)
            flight.set_exception(error)
            raise
        self._forget(key)
        flight.set_result(result)
        return result

    def _forget(self, key: str) -> None:
        with self._lock:
            self._flights.pop(key, None)

    def _run_shared(self, key: str, deadline: float, work: Callable[[], T]) -> T:
        lock, token = f"{self._scope}:flight:{key}", uuid.uuid4().hex
        while not self._store.add(lock, token, _LEADER_MS):
            answer = self._wait_for(lock, deadline)
            if answer is not None:
                return self._codec.decode(answer)
        try:
            result = work()
            encoded = self._codec.encode(result)
            if encoded is not None:
                self._store.put(f"{lock}:{token}", encoded, _ANSWER_MS)
            return result
        finally:
            self._store.release(lock, token)

    def _wait_for(self, lock: str, deadline: float) -> str | None:
        """The answer of the process that holds `lock`; None when it let go without one."""
        leader = self._store.get(lock)
        while leader is not None:
            # Read in this order: the leader publishes before it lets go.
            still_held = self._store.get(lock) == leader
            answer = self._store.get(f"{lock}:{leader}")
            if answer is not None or not still_held:
                return answer
            if time.monotonic() >= deadline:
                raise WaitedTooLongError(lock)
            time.sleep(_POLL_SECONDS)
        return None
