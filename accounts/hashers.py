"""Password hashing at the configured cost (PW-2)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher


class ConfiguredArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with ``ARGON2_TIME_COST`` passes over ``ARGON2_MEMORY_KIB`` KiB in ``ARGON2_PARALLELISM`` lanes.

    A hash of another cost is renewed when its password is next checked and right.
    """

    @property
    def time_cost(self) -> int:  # type: ignore[override]
        return int(settings.ARGON2_TIME_COST)

    @property
    def memory_cost(self) -> int:  # type: ignore[override]
        return int(settings.ARGON2_MEMORY_KIB)

    @property
    def parallelism(self) -> int:  # type: ignore[override]
        return int(settings.ARGON2_PARALLELISM)
