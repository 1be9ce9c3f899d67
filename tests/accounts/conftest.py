"""Shared entries of the account tests."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.factories.accounts import make_user
from tests.support import limits
from tests.support.api import ApiClient
from tests.support.authenticator import ORIGIN
from tests.support.sessions import client_of

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


@pytest.fixture
def officer(db: None) -> User:
    """A system administrator."""
    return make_user(role="system_admin", email="officer@people.example")


@pytest.fixture
def staff(officer: User) -> ApiClient:
    """The officer's client."""
    return client_of(officer)
