"""State outside of the database: process caches and this test process's keys in Redis."""

from __future__ import annotations

import contextlib

import redis
from django.conf import settings

from accounts.services import breaches
from accounts.services.even_time import FLOOR_SECONDS
from common import rate_limits, shared_store
from reference.selectors.lookups import forget_lookups
from settings_app.selectors import invalidate

# Neutral answers need not take neutral time in tests, other than in the one that measures it.
FLOOR_SECONDS.update(dict.fromkeys(FLOOR_SECONDS, 0.0))


def forget_everything() -> None:
    """Drop caches, counters and keys."""
    forget_lookups()
    invalidate()
    rate_limits.forget_local()
    shared_store.forget_failure()
    breaches.forget_failures()
    with contextlib.suppress(redis.RedisError, OSError):
        _drop_keys()


def _drop_keys() -> None:
    client = shared_store.client()
    keys = list(client.scan_iter(match=f"{settings.CACHES['default']['KEY_PREFIX']}:*", count=500))
    if keys:
        client.delete(*keys)
