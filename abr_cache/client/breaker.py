"""Circuit breaker of the register client, shared by all processes (abr.md section 3).

Closed: calls pass. Five look-ups in a row that could not be answered open it for 30 s, a refused key for 10 minutes;
meanwhile no call is made. Then one probe passes: an answer closes the breaker, another failure opens it again.
"""

from __future__ import annotations

from enum import StrEnum

from abr_cache.client.store import Store

FAILURES_TO_OPEN = 5
OPEN_MS = 30_000
KEY_REFUSED_MS = 600_000
# A probe lasts no longer than a whole look-up; if its process dies, the next caller may probe after this time.
PROBE_MS = 7_000
_MEMORY_MS = 24 * 3_600_000


class BreakerState(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class Breaker:
    def __init__(self, store: Store, scope: str) -> None:
        self._store = store
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
            return self._store.add(self._probe, "1", PROBE_MS)
        return state is BreakerState.CLOSED

    def report_answer(self) -> None:
        """The register answered, whatever it said: failures are no longer consecutive."""
        self._store.remove(self._failures, self._tripped, self._probe, self._open)

    def report_failure(self) -> None:
        failures = self._store.increment(self._failures, _MEMORY_MS)
        if failures >= FAILURES_TO_OPEN or self._store.get(self._tripped) is not None:
            self._trip(OPEN_MS)

    def report_key_refused(self) -> bool:
        """Open for 10 minutes; tells whether this is news (to alert once, not once per look-up)."""
        is_news = self._store.get(self._open) is None
        self._trip(KEY_REFUSED_MS)
        return is_news

    def withdraw_probe(self) -> None:
        """The permitted call was not made after all; let the next caller probe."""
        self._store.remove(self._probe)

    def _trip(self, ms: int) -> None:
        self._store.put(self._tripped, "1", _MEMORY_MS)
        self._store.put(self._open, "1", ms)
        self._store.remove(self._probe)
