"""One look-up: cache, then the register once for all who ask at the same time, then a stale answer."""

from __future__ import annotations

import hashlib
import time

from abr_cache.client.answers import Outcome, Reason, SearchKey, unavailable
from abr_cache.client.flight import WaitedTooLongError
from abr_cache.client.transport import LOOKUP_SECONDS
from abr_cache.services import cache
from abr_cache.services.outcomes import LookUp, from_register
from abr_cache.services.register import register
from common import clock


def look_up(key: SearchKey, *, refresh: bool = False) -> LookUp:
    """Answer `key` within 6.5 s. `refresh` asks the register even if a fresh answer is stored (re-checks).

    Call it outside of a transaction: it may wait for the network. An unexpired answer needs no configured key.
    """
    deadline = time.monotonic() + LOOKUP_SECONDS
    known = None if refresh else _fresh(key)
    if known is not None:
        return known
    # The key may hold a person's name, which does not belong in Redis.
    flight_key = hashlib.sha256(f"{key} {refresh}".encode()).hexdigest()
    try:
        result = register().flight.run(flight_key, deadline, lambda: _ask(key, deadline, refresh=refresh))
    except WaitedTooLongError:
        result = from_register(key, unavailable(Reason.WAITED), clock.now())
    if result.outcome is Outcome.UNAVAILABLE and not refresh:
        return _stale(key) or result
    return result


def _ask(key: SearchKey, deadline: float, *, refresh: bool) -> LookUp:
    # Somebody may have finished asking between our look into the cache and our turn.
    known = None if refresh else _fresh(key)
    if known is not None:
        return known
    answer, now = register().client.ask(key, deadline), clock.now()
    if answer.is_cacheable:
        cache.store(key, answer, now)
    return from_register(key, answer, now)


def _fresh(key: SearchKey) -> LookUp | None:
    cached = cache.read(key)
    return _served(key, cached) if cached is not None and cached.is_fresh() else None


def _stale(key: SearchKey) -> LookUp | None:
    """What the register once knew; an old "not found" is worth nothing."""
    cached = cache.read(key)
    return _served(key, cached) if cached is not None and cached.entities else None


def _served(key: SearchKey, cached: cache.CachedAnswer) -> LookUp:
    cache.count_hit(cached)
    return LookUp(key, cached.outcome, cached.entities, "cache", not cached.is_fresh(), cached.fetched_at)
