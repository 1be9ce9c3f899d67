"""Password hashing at a cost that a test suite can pay."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class FastArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with the smallest parameters; production uses the library's recommended ones (PW-2)."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
