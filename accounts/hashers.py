"""Password hashing at the configured cost (PW-2)."""

from __future__ import annotations

import os
import threading

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

# Each hash takes its memory (100 MiB by default) for as long as it runs. More of them at once than there are cores
# finish no sooner; they only let a crowd, or an attacker, fill the memory of the machine.
_SLOTS = threading.BoundedSemaphore(os.cpu_count() or 1)


class ConfiguredArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with ``ARGON2_TIME_COST`` passes over ``ARGON2_MEMORY_KIB`` KiB in ``ARGON2_PARALLELISM`` lanes.

    A hash of another cost is renewed when its password is next checked and right. A process hashes at most as many
    passwords at once as the machine has cores; the others wait.
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

    def encode(self, password: str, salt: str) -> str:
        with _SLOTS:
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        with _SLOTS:
            return bool(super().verify(password, encoded))
