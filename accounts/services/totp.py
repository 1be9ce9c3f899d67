"""One-time codes of authenticator apps (TOTP, RFC 6238): six digits, SHA-1, thirty seconds, what every app can do."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

import pyotp
from django.conf import settings

from accounts.models import User

DIGITS: Final = 6
STEP_SECONDS: Final = 30
_DRIFT_STEPS: Final = 1
_PRODUCT: Final = "EventLead"


def new_key() -> str:
    """A random key of 160 bits in base32, as apps take it by hand."""
    return pyotp.random_base32()


def issuer() -> str:
    """Name under which apps list the account; other installations say their host."""
    host = urlsplit(settings.PUBLIC_ORIGIN).hostname or ""
    return _PRODUCT if not host or settings.IS_PRODUCTION else f"{_PRODUCT} ({host})"


def otpauth_uri(user: User, key: str) -> str:
    """What the QR code holds."""
    return pyotp.TOTP(key).provisioning_uri(name=user.email, issuer_name=issuer())


def step_of(key: str, code: str, now: datetime, *, after: int) -> int | None:
    """The time step a code belongs to, one before or behind ``now`` allowed; None for a wrong one.

    Steps up to ``after`` are spent: no code is taken twice, nor one older than the last.
    """
    present = int(now.timestamp()) // STEP_SECONDS
    app = pyotp.TOTP(key)
    found = None
    for step in range(present - _DRIFT_STEPS, present + _DRIFT_STEPS + 1):
        if hmac.compare_digest(app.generate_otp(step), code) and step > after:
            found = step
    return found


def is_shaped(code: str) -> bool:
    """Whether a text can be a code of an app."""
    return len(code) == DIGITS and code.isascii() and code.isdigit()
