"""Circuit breaker before a service outside, shared by all processes.

Closed: calls pass. Some calls in a row that could not be answered open it for a while; meanwhile no call is made. Then
one probe passes: an answer closes the breaker, another failure opens it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from common.outbound.store import Store

_MEMORY_MS = 24 * 3_600_000


class BreakerState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


@dataclass(frozen=True, slots=True)
class Patience:
    """Failures in a row that open the breaker, and for how long it stays open.

    A probe lasts no longer than `probe_ms`; if its process dies, the next caller may probe after this time.
    """

    failures_to_open: int
    open_ms: int
    probe_ms: int


class Breaker:
    """`scope` names the service in the shared store."""

    def __init__(self, store: Store, scope: str, patience: Patience) -> None:
        self._store, self._patience = store, patience
        self._open, self._tripped = f"{scope}:open", f"{scope}:tripped"
        self._probe, self._failures = f"{scope}:probe", f"{scope}:failures"

    def state(self) -> BreakerState:
        if self._store.get(self._open) is not None:
            return BreakerState.OPEN
        return BreakerState.HALF_OPEN if self._store.get(self._tripped) is not None else BreakerState.CLOSED

    def allows_call(self) -> bool:
        """True when the caller may call now; in the half-open state for one caller only, who must report the result."""
        state = self.state()
        if state is BreakerState.HALF_OPEN:
            return self._store.add(self._probe, "1", self._patience.probe_ms)
        return state is BreakerState.CLOSED

    def report_answer(self) -> None:
        """The service answered, whatever it said: failures are no longer consecutive."""
        self._store.remove(self._failures, self._tripped, self._probe, self._open)

    def report_failure(self) -> None:
        failures = self._store.increment(self._failures, _MEMORY_MS)
        if failures >= self._patience.failures_to_open or self._store.get(self._tripped) is not None:
            self._trip(self._patience.open_ms)

    def open_for(self, ms: int) -> bool:
        """Open at once; tells whether this is news (to alert once, not once per call)."""
        is_news = self._store.get(self._open) is None
        self._trip(ms)
        return is_news

    def withdraw_probe(self) -> None:
        """The permitted call was not made after all; let the next caller probe."""
        self._store.remove(self._probe)

    def _trip(self, ms: int) -> None:
        self._store.put(self._tripped, "1", _MEMORY_MS)
        self._store.put(self._open, "1", ms)
        self._store.remove(self._probe)
