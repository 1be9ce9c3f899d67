"""Passwords known from data breaches (PW-1), asked for by the range protocol of Pwned Passwords.

The service learns the first five signs of a SHA-1. It answers with the rest of every known hash that begins so, among
padding; whether the password's own is one of them is looked up here. Without a usable answer the password is judged by
the other rules alone.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from django.conf import settings
from prometheus_client import Counter

from common import context
from common.errors import Seldom
from common.outbound.breaker import Breaker, Patience
from common.outbound.fetching import Fetcher, FetchError, Trouble
from common.outbound.shared_state import SharedState
from common.problems import Problem

# Somebody waits at a form.
ANSWER_SECONDS = 1.0
_PATIENCE = Patience(failures_to_open=3, open_ms=30_000, probe_ms=2_000)
_PREFIX_LENGTH = 5
# About twenty times what is usual.
_LONGEST_BODY = 1024 * 1024
# With padding the length of an answer tells nothing to whoever watches the line.
_HEADERS = {"Add-Padding": "true", "Accept": "text/plain", "User-Agent": "EventLead"}
_LINE = re.compile(rb"([0-9A-Fa-f]{35}):([0-9]{1,15})")

_CHECKS = Counter("eventlead_breached_password_checks", "New passwords held against known data breaches", ["outcome"])
_failures = Seldom()


class BreachServiceUnavailableError(Exception):
    """The service gave no usable answer. Names neither the password nor what was asked."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(
            f"The service of data breaches gives no usable answer ({trouble}); new passwords are judged without it."
        )


def is_breached(password: str) -> bool:
    """Whether ``password`` is known from a data breach; False, too, when nobody is asked or nobody answers.

    May take a second, so call it before the transaction. The answer is remembered for the rest of the request, so that
    a second look under a lock costs nothing.
    """
    if not settings.BREACHED_PASSWORDS_URL:
        return False
    digest = _digest(password)
    work = context.current()
    if not work.request_id:
        return _ask(digest)
    key = ("breached", digest)
    if key not in work.memory:
        work.memory[key] = _ask(digest)
    return bool(work.memory[key])


def forget_failures() -> None:
    """Begin with a closed breaker, and record the next failure; for tests."""
    _failures.forget()
    _service.cache_clear()


def _digest(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


def _ask(digest: str) -> bool:
    service = _service(settings.BREACHED_PASSWORDS_URL)
    if not service.breaker.allows_call():
        _CHECKS.labels("paused").inc()
        return False
    try:
        is_known = service.knows(digest)
    except FetchError as failure:
        service.breaker.report_failure()
        _CHECKS.labels(str(failure.trouble)).inc()
        problem = Problem("SERVICE_UNAVAILABLE", "The service of breached passwords gives no usable answer.")
        _failures.record(BreachServiceUnavailableError(failure.trouble), problem)
        return False
    service.breaker.report_answer()
    _CHECKS.labels("breached" if is_known else "clean").inc()
    return is_known


class _Service:
    """One service with the breaker that all processes share."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._fetcher = Fetcher("breached-passwords", _HEADERS)
        scope = hashlib.sha256(base_url.encode()).hexdigest()[:16]
        self.breaker = Breaker(SharedState("breached"), scope, _PATIENCE)

    def knows(self, digest: str) -> bool:
        """Whether the whole hash is among those that begin like it.

        Errors: FetchError, also for an answer that is not of this protocol.
        """
        address = f"{self._base_url}/range/{digest[:_PREFIX_LENGTH]}"
        body = self._fetcher.get(address, seconds=ANSWER_SECONDS, longest_body=_LONGEST_BODY)
        return _count(body, digest[_PREFIX_LENGTH:].encode()) > 0


@lru_cache(maxsize=4)
def _service(base_url: str) -> _Service:
    return _Service(base_url)


def _count(body: bytes, suffix: bytes) -> int:
    """How often the hash was seen; padding says 0. An answer without lines, or with other ones, is none."""
    lines = [_LINE.fullmatch(line) for line in body.split()]
    if not lines or None in lines:
        raise FetchError(Trouble.MALFORMED)
    return max((int(line[2]) for line in lines if line is not None and line[1].upper() == suffix), default=0)
