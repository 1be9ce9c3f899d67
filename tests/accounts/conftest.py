"""Shared entries of the account tests."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support import limits
from tests.support.authenticator import ORIGIN

SIGNUP = {
    "email": "Dana.Reed@harbourline.example",
    "password": "blue kettle 47",
    "firstName": "Dana",
    "lastName": "Reed",
    "acceptTerms": True,
}
ADDRESS = "dana.reed@harbourline.example"
PASSWORD = "blue kettle 47"


@pytest.fixture
def entry() -> dict[str, Any]:
    """A valid body of sign-up."""
    return dict(SIGNUP)


@pytest.fixture
def set_setting(db: None) -> Any:
    """Change a setting for the test: ``set_setting("PASSWORD_EXPIRY_DAYS", "0")``."""
    return limits.set_setting


@pytest.fixture
def public_origin(settings: Any) -> str:
    """An origin with a host name, which passkeys need."""
    settings.PUBLIC_ORIGIN = ORIGIN
    return ORIGIN
