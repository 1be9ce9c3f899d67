"""The password policy: what services enforce and what forms show is one object (PW-1, GEN-9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from settings_app.selectors import get_bool, get_int
from settings_app.selectors.settings import PASSWORD_MAX_LENGTH

MAX_SIMILARITY: Final = 0.7


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """The rules for a new password; ``expiry_days`` 0 means never.

    Common passwords, and what is like the person's name or address, are always refused. ``forbids_present`` says that
    there is a password to differ from, ``refuses_breached`` that a service of known data breaches is asked.
    ``max_similarity`` is the share of common characters that makes two texts alike.
    """

    min_length: int
    max_length: int
    require_number: bool
    require_uppercase: bool
    expiry_days: int
    forbids_present: bool
    refuses_breached: bool
    max_similarity: float = MAX_SIMILARITY


def password_policy(*, forbids_present: bool) -> PasswordPolicy:
    """The policy as set now; it applies to new passwords only (PW-3).

    ``forbids_present``: the person has a password already, as at change, reset and expiry; at sign-up there is none.
    """
    return PasswordPolicy(
        min_length=get_int("PASSWORD_MIN_LENGTH"),
        max_length=PASSWORD_MAX_LENGTH,
        require_number=get_bool("PASSWORD_REQUIRE_NUMBER"),
        require_uppercase=get_bool("PASSWORD_REQUIRE_UPPERCASE"),
        expiry_days=get_int("PASSWORD_EXPIRY_DAYS"),
        forbids_present=forbids_present,
        refuses_breached=bool(settings.BREACHED_PASSWORDS_URL),
    )
