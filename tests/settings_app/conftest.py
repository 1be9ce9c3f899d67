"""Callers of the endpoints: a visitor, an ordinary person, a system administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.factories.accounts import make_user
from tests.support.sessions import client_of

if TYPE_CHECKING:
    from accounts.models import User
    from tests.support.api import ApiClient


@pytest.fixture
def officer(db: None) -> User:
    return make_user(role="system_admin", email="officer@people.example")


@pytest.fixture
def staff(officer: User) -> ApiClient:
    return client_of(officer)


@pytest.fixture
def person(db: None) -> ApiClient:
    return client_of(make_user())
