"""Callers of the endpoints: a visitor, an ordinary person, a system administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.services.sessions import open_session
from auditing.services import business_transaction
from common.actors import system_actor
from tests.factories.accounts import make_user

if TYPE_CHECKING:
    from accounts.models import User
    from tests.support.api import ApiClient


def sign_in(api: ApiClient, user: User, company_id: int | None = None) -> ApiClient:
    """A client with an access token of ``user``."""
    with business_transaction(actor=system_actor("test")):
        session = open_session(user=user, transport="body", company_id=company_id)
    return api.signed_in(session.access_token)


@pytest.fixture
def officer(db: None) -> User:
    return make_user(role="system_admin", email="officer@people.example")


@pytest.fixture
def staff(api: ApiClient, officer: User) -> ApiClient:
    return sign_in(api, officer)


@pytest.fixture
def person(api: ApiClient) -> ApiClient:
    return sign_in(api, make_user())
