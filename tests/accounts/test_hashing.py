"""Hashing under a crowd: never more hashes at once than cores, and every password judged (PW-2)."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from accounts import hashers
from accounts.hashers import ConfiguredArgon2Hasher

CROWD = 8 * (os.cpu_count() or 1)


class Gauge:
    """How many are inside at once, at most."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = self.most = 0

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            self.most = max(self.most, self._inside)

    def __exit__(self, *_: Any) -> None:
        with self._lock:
            self._inside -= 1


@pytest.fixture
def gauge(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Gauge:
    """Counts who is in the library's own methods, which take a moment."""
    settings.ARGON2_TIME_COST, settings.ARGON2_MEMORY_KIB, settings.ARGON2_PARALLELISM = 1, 8, 1
    found = Gauge()
    for name in ("encode", "verify"):
        genuine = getattr(Argon2PasswordHasher, name)

        def measured(*args: Any, _genuine: Any = genuine) -> Any:
            with found:
                threading.Event().wait(0.01)
                return _genuine(*args)

        monkeypatch.setattr(Argon2PasswordHasher, name, measured)
    return found


def test_no_more_at_once_than_cores(gauge: Gauge) -> None:
    hasher = ConfiguredArgon2Hasher()
    encoded = hasher.encode("blue kettle 47", "a" * 16)
    with ThreadPoolExecutor(CROWD) as crowd:
        right = [crowd.submit(hasher.verify, "blue kettle 47", encoded) for _ in range(CROWD)]
        wrong = [crowd.submit(hasher.verify, "amber ladder 92", encoded) for _ in range(CROWD)]
        made = [crowd.submit(hasher.encode, "blue kettle 47", "b" * 16) for _ in range(CROWD)]
        assert {future.result() for future in right} == {True}
        assert {future.result() for future in wrong} == {False}
        assert len({future.result() for future in made}) == 1
    assert 1 <= gauge.most <= (os.cpu_count() or 1)


def test_a_failing_hash_gives_its_place_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a few broken ones would end every log-in of the process."""

    def fail(*_: Any) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(Argon2PasswordHasher, "verify", fail)
    for _ in range(2 * (os.cpu_count() or 1)):
        with pytest.raises(ValueError, match="broken"):
            ConfiguredArgon2Hasher().verify("blue kettle 47", "x")
    places = [hashers._SLOTS.acquire(blocking=False) for _ in range(os.cpu_count() or 1)]
    for _ in filter(None, places):
        hashers._SLOTS.release()
    assert all(places)
