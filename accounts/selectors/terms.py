"""Which version of the terms is in force, and whether a person has accepted it (SU-1)."""

from __future__ import annotations

from accounts.models import User
from settings_app.selectors import get_str


def current_terms() -> str:
    """Version of the terms and the privacy notice in force, for example ``2025-10``."""
    return get_str("TERMS_VERSION")


def has_accepted(user: User, version: str) -> bool:
    """Whether the person accepted exactly this version last; an account without any has accepted none."""
    return user.terms_version == version
