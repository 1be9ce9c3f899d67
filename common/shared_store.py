"""The Redis connection that all processes share small, losable state through; nothing in it is the only copy.

Redis may be away: callers give every operation a way to do without it (RL-3, section 26 "Redis down").
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import TypeVar

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from common.errors import Seldom
from common.problems import Problem

T = TypeVar("T")

# Redis is given this long, and left alone this long after a failure, so that its absence costs next to nothing.
_CONNECT_SECONDS = 0.25
_ANSWER_SECONDS = 0.5
_REST_SECONDS = 1.0

_rest_until = 0.0
_failures = Seldom()


@cache
def client() -> redis.Redis:
    """Return the connection pool of this process; answers are text."""
    return redis.Redis.from_url(
        settings.REDIS_URL.replace("redis+socket://", "unix://"),
        decode_responses=True,
        socket_connect_timeout=_CONNECT_SECONDS,
        socket_timeout=_ANSWER_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )


def key(*parts: str) -> str:
    """Return a key in the product's own key space."""
    return ":".join((settings.CACHES["default"]["KEY_PREFIX"], *parts))


def attempt(operation: Callable[[redis.Redis], T], otherwise: Callable[[], T]) -> T:
    """Run ``operation`` on Redis; while Redis is away, ``otherwise``. The failure is recorded once a minute at most."""
    global _rest_until
    if time.monotonic() >= _rest_until:
        try:
            return operation(client())
        except (redis.RedisError, OSError) as error:
            _rest_until = time.monotonic() + _REST_SECONDS
            problem = Problem("SERVICE_UNAVAILABLE", "Redis does not answer; processes go on by themselves.")
            _failures.record(error, problem)
    return otherwise()


def forget_failure() -> None:
    """Try Redis again at once; for tests."""
    global _rest_until
    _rest_until = 0.0
    _failures.forget()
