"""Metrics of the register client; labels hold no query and no person."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

from abr_cache.client.answers import RegisterAnswer, SearchType

_LOOKUPS = Counter("eventlead_abr_lookups", "Look-ups that needed the register", ["search_type", "outcome", "reason"])
_SECONDS = Histogram(
    "eventlead_abr_seconds", "Duration of look-ups that needed the register", buckets=(0.05, 0.2, 0.5, 1, 2, 3, 6.5)
)
_KEY_REFUSED = Counter("eventlead_abr_key_refused", "Times the register refused our key")


def observe(search_type: SearchType, answer: RegisterAnswer, seconds: float) -> None:
    _LOOKUPS.labels(str(search_type), str(answer.outcome), str(answer.reason)).inc()
    _SECONDS.observe(seconds)


def key_refused() -> None:
    _KEY_REFUSED.inc()
