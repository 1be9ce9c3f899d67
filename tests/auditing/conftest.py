from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from accounts.models import User
from common import context
from common.actors import Actor
from companies.models import Company
from reference.selectors.lookups import code_id

Tamper = Callable[..., None]


@pytest.fixture
def origin() -> Iterator[context.RequestContext]:
    bound = context.RequestContext(
        request_id="3f0c6f6e-0000-4000-8000-000000000001", ip_address="203.0.113.7", user_agent="Tests/1.0"
    )
    with context.bind(bound):
        yield bound


@pytest.fixture
def user(db: Any) -> User:
    return User.objects.create(
        email="anna@example.org",
        first_name="Anna",
        last_name="O'Neil",
        password_hash="!",
        user_status_id=code_id("UserStatus", "active"),
        user_role_id=code_id("UserRole", "company_user"),
        is_email_verified=False,
    )


@pytest.fixture
def actor(user: User) -> Actor:
    return Actor(user_id=user.pk, email=user.email, name="Anna O'Neil")


@pytest.fixture
def make_company(db: Any) -> Callable[[str], Company]:
    def make(name: str) -> Company:
        return Company.all_companies.create(
            company_name=name, display_name_source="user", country_id=code_id("Country", "AU")
        )

    return make


@pytest.fixture
def company(make_company: Callable[[str], Company]) -> Company:
    return make_company("Fairground")


@pytest.fixture
def tamper(db: Any) -> Tamper:
    """Change audit rows the way only a superuser can: with the append-only triggers out of action."""

    def run(sql: str, *values: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute(sql, values)
            cursor.execute("SET LOCAL session_replication_role = DEFAULT")

    return run
