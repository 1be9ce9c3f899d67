"""Queries of every list, as reviewed data: the same for three rows as for thirty, and no more than written here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from companies.models import Company
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.sessions import client_of, session_of

pytestmark = pytest.mark.django_db

PRIYA = "priya@harbourline.example"
ADMIN_EMAIL = "dana@harbourline.example"


def add_members(company: Company, count: int) -> None:
    for _ in range(count):
        make_member(make_user(), company)


def add_former_members(company: Company, count: int) -> None:
    for _ in range(count):
        make_member(make_user(), company, status="removed")


def add_invitations(company: Company, count: int) -> None:
    for number in range(count):
        make_invitation(company=company, invited_by_user=make_user(), overdue=number % 2 == 0)


def add_companies(company: Company, count: int) -> None:
    for _ in range(count):
        make_member(company.founded_by_user, make_company(parent_company=company), is_primary_company=False)


def add_own_invitations(company: Company, count: int) -> None:
    for _ in range(count):
        other = make_company(make_user())
        make_invitation(company=other, invited_by_user=other.founded_by_user, invited_email=ADMIN_EMAIL)


def add_passkeys(company: Company, count: int) -> None:
    for _ in range(count):
        make_passkey(company.founded_by_user)


def add_requests(company: Company, count: int) -> None:
    for _ in range(count):
        make_access_request(user=make_user(), to_company=company)


def add_own_requests(company: Company, count: int) -> None:
    for _ in range(count):
        make_access_request(user=company.founded_by_user, to_company=make_company(make_user()))


# Path, what fills the list, and queries with warm caches of settings, lookups and the token check.
LISTS: list[tuple[str, Callable[[Company, int], None], int]] = [
    ("/companies/{company}/users?pageSize=100", add_members, 3),
    ("/companies/{company}/users?statusCode=removed&pageSize=100", add_former_members, 3),
    ("/companies/{company}/invitations?pageSize=100", add_invitations, 6),
    ("/users/me/companies", add_companies, 3),
    ("/users/me/invitations", add_own_invitations, 2),
    ("/companies/{company}/access-requests?pageSize=100", add_requests, 3),
    ("/users/me/access-requests?pageSize=100", add_own_requests, 2),
    ("/dashboard/kpis", add_companies, 1),
    ("/auth/passkeys", add_passkeys, 1),
]


@pytest.mark.parametrize(("path", "fill", "budget"), LISTS, ids=[entry[0] for entry in LISTS])
def test_list_stays_within_its_budget(path: str, fill: Callable[[Company, int], None], budget: int) -> None:
    company = make_company(make_user(email=ADMIN_EMAIL))
    client = client_of(company.founded_by_user)
    target = path.format(company=company.pk)

    def queries() -> list[str]:
        client.get(target)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            response: Any = client.get(target)
        assert response.status_code == 200, response.content
        return [
            query["sql"] for query in captured.captured_queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))
        ]

    fill(company, 3)
    few = queries()
    fill(company, 27)
    many = queries()
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= budget, "\n".join(many)


# What everybody does all day. Savepoints stand for the transactions of the product.
SIGNING_IN = {"/auth/login": 6, "/auth/refresh": 8, "/auth/me": 3}


@pytest.mark.parametrize("path", SIGNING_IN)
def test_signing_in_stays_lean(path: str) -> None:
    """Section 26: a crowd at the start of a fair is served by few statements each."""
    user, api = make_user(email=ADMIN_EMAIL), ApiClient()
    make_company(user)
    for _ in range(2):  # the second time settings and lookups are known
        session = session_of(user)
        bodies = {
            "/auth/login": {"email": ADMIN_EMAIL, "password": PASSWORD},
            "/auth/refresh": {"refreshToken": session.refresh_token},
        }
        client = api.signed_in(session.access_token) if path == "/auth/me" else api
        if path == "/auth/me":
            assert client.get(path).status_code == 200  # the check of the token is cached
        with CaptureQueriesContext(connection) as queries:
            answer = client.post(path, bodies[path]) if path in bodies else client.get(path)
    assert answer.status_code == 200
    statements = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(statements) <= SIGNING_IN[path], statements
