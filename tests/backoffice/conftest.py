"""A system administrator at work in the back office."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client, TestCase

from accounts.models import User
from tests.factories.accounts import PASSWORD, make_user


class Office:
    """A browser of a signed-in person; what a request puts on commit runs afterwards."""

    def __init__(self, user: User | None = None) -> None:
        self.user = user
        self.http = Client(raise_request_exception=True)
        if user is not None:
            answer = self.http.post("/login", {"email": user.email, "password": PASSWORD, "next": "/backoffice/"})
            assert answer.status_code == 302, answer.content

    def get(self, path: str, **query: Any) -> Any:
        return self.http.get(path, query)

    def post(self, path: str, **values: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return self.http.post(path, values)

    def text(self, path: str, **query: Any) -> str:
        """The page; fails the test unless it is there."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, (path, answer.status_code)
        return str(answer.content.decode())


@pytest.fixture
def staff(db: None) -> User:
    """A system administrator."""
    return make_user(role="system_admin", email="staff@eventlead.example", first_name="Sam", last_name="Steward")


@pytest.fixture
def office(staff: User) -> Office:
    """The back office as that person sees it."""
    return Office(staff)
