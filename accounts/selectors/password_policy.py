"""The password policy as forms show it (PW-1, GEN-9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from settings_app.selectors import get_bool, get_int

MAX_LENGTH: Final = 128


@dataclass(frozen=True, slots=True)
class ShownPolicy:
    """What ``components/password_rules.html`` lists; ``expiry_days`` 0 means never."""

    min_length: int
    max_length: int
    require_number: bool
    require_uppercase: bool
    expiry_days: int


def shown_policy() -> ShownPolicy:
    """The policy as set now; it is what the services enforce."""
    return ShownPolicy(
        min_length=get_int("PASSWORD_MIN_LENGTH"),
        max_length=MAX_LENGTH,
        require_number=get_bool("PASSWORD_REQUIRE_NUMBER"),
        require_uppercase=get_bool("PASSWORD_REQUIRE_UPPERCASE"),
        expiry_days=get_int("PASSWORD_EXPIRY_DAYS"),
    )
