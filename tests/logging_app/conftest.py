from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from accounts.models import User
from common import context
from logging_app.services import discard_request_log
from reference.selectors.lookups import code_id

REQUEST_ID = "3f0c6f6e-0000-4000-8000-000000000002"


@pytest.fixture
def origin() -> Iterator[context.RequestContext]:
    with context.bind(
        context.RequestContext(REQUEST_ID, "203.0.113.7", "Tests/1.0", method="POST", path="/api/v1/auth/login")
    ) as bound:
        yield bound


@pytest.fixture
def person(db: Any) -> User:
    return User.objects.create(
        email="anna@example.org",
        first_name="Anna",
        last_name="O'Neil",
        password_hash="!",
        user_status_id=code_id("UserStatus", "active"),
        user_role_id=code_id("UserRole", "company_user"),
    )


@pytest.fixture(autouse=True)
def empty_request_log() -> Iterator[None]:
    discard_request_log()
    yield
    discard_request_log()
