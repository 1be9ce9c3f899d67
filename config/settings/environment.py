"""What the environment says: kind of installation, secrets and addresses."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

__all__ = [
    "ABR_BASE_URL",
    "ABR_GUID",
    "AUDIT_DIGEST_KEY",
    "AUDIT_DIGEST_OLD_KEYS",
    "BASE_DIR",
    "EVENTLEAD_ENV",
    "IP_HASH_KEY",
    "IS_DEVELOPMENT",
    "IS_PRODUCTION",
    "JWT_SIGNING_KEY",
    "LINK_SIGNING_KEY",
    "PUBLIC_ORIGIN",
    "SECOND_FACTOR_KEY",
    "SECOND_FACTOR_OLD_KEYS",
    "SECOND_FACTOR_STAFF_REQUIRED",
    "SECRET_KEY",
    "TRUSTED_PROXY_COUNT",
    "env",
]

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
if (BASE_DIR / ".env").is_file():
    env.read_env(str(BASE_DIR / ".env"))

EVENTLEAD_ENV: str = env.str("EVENTLEAD_ENV", default="development")
if EVENTLEAD_ENV not in {"development", "test", "production"}:
    raise ImproperlyConfigured(f"EVENTLEAD_ENV is {EVENTLEAD_ENV!r}; use development, test or production")
IS_DEVELOPMENT = EVENTLEAD_ENV in {"development", "test"}
IS_PRODUCTION = EVENTLEAD_ENV == "production"

_DEVELOPMENT_MARK = "development-only-"
_MIN_SECRET_LENGTH = 32


def _secret(name: str) -> str:
    """Return a secret; production refuses one that is missing, short or made for development (SE-2)."""
    value: str = env.str(name, default="")
    if not value and IS_DEVELOPMENT:
        return f"{_DEVELOPMENT_MARK}{name.lower()}-0123456789abcdef"
    if len(value) < _MIN_SECRET_LENGTH or (IS_PRODUCTION and value.startswith(_DEVELOPMENT_MARK)):
        raise ImproperlyConfigured(
            f"{name} must be set to a random text of at least {_MIN_SECRET_LENGTH} characters, "
            "for example the output of: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    return value


SECRET_KEY = _secret("SECRET_KEY")
JWT_SIGNING_KEY = _secret("JWT_SIGNING_KEY")
LINK_SIGNING_KEY = _secret("LINK_SIGNING_KEY")
IP_HASH_KEY = _secret("IP_HASH_KEY")
AUDIT_DIGEST_KEY = _secret("AUDIT_DIGEST_KEY")
# Keys that AUDIT_DIGEST_KEY replaced: rows written under them still verify.
AUDIT_DIGEST_OLD_KEYS: list[str] = env.list("AUDIT_DIGEST_OLD_KEYS", default=[])
SECOND_FACTOR_KEY = _secret("SECOND_FACTOR_KEY")
# Keys that SECOND_FACTOR_KEY replaced: what was sealed with them still opens, and is sealed anew when it is used.
SECOND_FACTOR_OLD_KEYS: list[str] = env.list("SECOND_FACTOR_OLD_KEYS", default=[])
# Staff work in the back office with a second factor only.
SECOND_FACTOR_STAFF_REQUIRED: bool = env.bool("SECOND_FACTOR_STAFF_REQUIRED", default=IS_PRODUCTION)

PUBLIC_ORIGIN: str = env.str("PUBLIC_ORIGIN", default="http://127.0.0.1:8000").rstrip("/")
TRUSTED_PROXY_COUNT: int = env.int("TRUSTED_PROXY_COUNT", default=0)
ABR_BASE_URL: str = env.str("ABR_BASE_URL", default="https://abr.business.gov.au/json/")
ABR_GUID: str = env.str("ABR_GUID", default="")
