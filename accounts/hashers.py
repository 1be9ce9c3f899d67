"""Hashing of passwords at the configured cost (PW-2), and of recovery codes at one of their own (SF-9)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

# Each hash takes its memory (100 MiB by default) for as long as it runs. More of them at once than there are cores
# finish no sooner; they only let a crowd, or an attacker, fill the memory of the machine.
_SLOTS = threading.BoundedSemaphore(os.cpu_count() or 1)


class _TurnTakingHasher(Argon2PasswordHasher):
    """Argon2id; a process hashes at most as many texts at once as the machine has cores, the others wait."""

    def encode(self, password: str, salt: str) -> str:
        with _SLOTS:
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        with _SLOTS:
            return bool(super().verify(password, encoded))


class ConfiguredArgon2Hasher(_TurnTakingHasher):
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


class CodeHasher(_TurnTakingHasher):
    """Argon2id for sets of random codes, which share a salt so that checking one costs a single hash.

    Two passes over 19 MiB in one lane, whatever ``ARGON2_*`` say. That is the least OWASP names for passwords, and
    enough here: no list of words helps to guess 50 random bits, so hitting one of ten takes some 2**46 hashes. A set
    is hashed while its owner waits, in about a fifth of a second.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1

    def encode_set(self, codes: Iterable[str]) -> list[str]:
        """Hash codes with one new salt of 128 bits or more, in one turn."""
        salt, encode = self.salt(), super(_TurnTakingHasher, self).encode
        with _SLOTS:
            return [str(encode(code, salt)) for code in codes]

    def encode_like(self, code: str, encoded: str) -> str:
        """Hash with the salt and the cost of another hash, so that the same code gives the same text."""
        known, like = self.decode(encoded), CodeHasher()
        like.time_cost, like.memory_cost = known["time_cost"], known["memory_cost"]
        like.parallelism = known["parallelism"]
        return like.encode(code, known["salt"])


RECOVERY_CODES = CodeHasher()
