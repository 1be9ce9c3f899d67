"""How passwords are hashed (PW-2): Argon2id with its cost from the environment; who knows breached ones (PW-1)."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import IS_PRODUCTION, env

# The library's recommended cost. Another one takes effect for new passwords, and for others at the next log-in.
ARGON2_TIME_COST: int = env.int("ARGON2_TIME_COST", default=2)
ARGON2_MEMORY_KIB: int = env.int("ARGON2_MEMORY_KIB", default=102_400)
ARGON2_PARALLELISM: int = env.int("ARGON2_PARALLELISM", default=8)

# Least memory (KiB) for a number of passes; each pair costs an attacker about the same. More passes need no less.
_LEAST_MEMORY = {1: 47_104, 2: 19_456, 3: 12_288, 4: 9_216}
_LEAST_MEMORY_BEYOND = 7_168


def _check() -> None:
    if ARGON2_TIME_COST < 1 or not 1 <= ARGON2_PARALLELISM <= 64:
        raise ImproperlyConfigured("ARGON2_TIME_COST must be 1 or more, ARGON2_PARALLELISM between 1 and 64")
    least = _LEAST_MEMORY.get(ARGON2_TIME_COST, _LEAST_MEMORY_BEYOND) if IS_PRODUCTION else 8 * ARGON2_PARALLELISM
    if least > ARGON2_MEMORY_KIB:
        raise ImproperlyConfigured(
            f"ARGON2_MEMORY_KIB is {ARGON2_MEMORY_KIB}; with ARGON2_TIME_COST={ARGON2_TIME_COST} use at least {least}"
        )


_check()

# Base of a service that speaks the range protocol of Pwned Passwords; an empty text asks nobody.
BREACHED_PASSWORDS_URL: str = (
    env.str("BREACHED_PASSWORDS_URL", default="https://api.pwnedpasswords.com" if IS_PRODUCTION else "")
    .strip()
    .rstrip("/")
)


def _check_service() -> None:
    allowed = ("https://",) if IS_PRODUCTION else ("https://", "http://")
    if BREACHED_PASSWORDS_URL and not BREACHED_PASSWORDS_URL.startswith(allowed):
        raise ImproperlyConfigured(
            "BREACHED_PASSWORDS_URL must start with https://, such as https://api.pwnedpasswords.com, or be empty"
        )


_check_service()

PASSWORD_HASHERS = [
    "accounts.hashers.ConfiguredArgon2Hasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
