"""Queries of the pages of a company, as reviewed data: the same for three rows as for thirty, and no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from auditing.services import business_transaction, record
from common import clock
from common.actors import system_actor
from companies.models import Company
from tests.backoffice.conftest import Office
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.journeys.test_query_counts import (
    ADMIN_EMAIL,
    add_companies,
    add_members,
    add_own_invitations,
    add_own_requests,
    add_requests,
)
from tests.support.pages import PageClient

pytestmark = pytest.mark.django_db
Fill = Callable[[Company, int], None]


def add_register_changes(company: Company, count: int) -> None:
    """What the register said over the years; its notices read all of it at once."""
    actor = system_actor("test")
    with business_transaction(actor):
        for number in range(count):
            about = {"abn": company.abn, "legalEntityName": f"NAME {number}"}
            record(
                action="COMPANY_REGISTER_CHANGED",
                entity_type="dbo.Company",
                entity_id=company.pk,
                actor=actor,
                company_id=company.pk,
                old=about,
                new=about,
            )


def add_suspended(company: Company, count: int) -> None:
    for _ in range(count):
        make_member(make_user(), company, status="suspended")


def add_removed(company: Company, count: int) -> None:
    for _ in range(count):
        make_member(make_user(), company, status="removed")


def add_leavable(company: Company, count: int) -> None:
    """Other companies of the person, and other people in this one."""
    add_companies(company, count)
    add_members(company, count)


def add_all_of_a_person(company: Company, count: int) -> None:
    for fill in (add_companies, add_own_invitations, add_own_requests):
        fill(company, count)


# Page, what fills it, and queries with warm caches of settings and lookups.
PAGES: list[tuple[str, Fill, int]] = [
    ("/team", add_members, 9),
    ("/team?status=suspended", add_suspended, 9),
    ("/team?status=removed", add_removed, 9),
    ("/companies/{company}/leave", add_leavable, 10),
    ("/company", add_register_changes, 10),
    ("/company/billing", add_members, 8),
    ("/companies", add_all_of_a_person, 13),
    ("/team/requests", add_requests, 8),
]


def fewest(read: Callable[[], Any]) -> list[str]:
    """Queries of the leanest of three readings: copies of settings and lookups are renewed every few seconds."""
    found: list[list[str]] = []
    for _ in range(3):
        with CaptureQueriesContext(connection) as captured:
            answer = read()
        assert answer.status_code == 200, answer.content
        sqls = [query["sql"] for query in captured.captured_queries]
        found.append([sql for sql in sqls if not sql.startswith(("SAVEPOINT", "RELEASE"))])
    return min(found, key=len)


@pytest.mark.parametrize(("path", "fill", "budget"), PAGES, ids=[entry[0] for entry in PAGES])
def test_page_stays_within_its_budget(path: str, fill: Fill, budget: int) -> None:
    company = make_company(
        make_user(email=ADMIN_EMAIL), abn="50910000010", abr_verified_at=clock.now(), abn_status="active"
    )
    assert company.founded_by_user is not None
    client = PageClient.of(company.founded_by_user)
    path = path.format(company=company.pk)
    fill(company, 3)
    few = fewest(lambda: client.get(path))
    fill(company, 27)
    many = fewest(lambda: client.get(path))
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= budget, "\n".join(many)


def test_list_of_companies_for_staff_stays_within_its_budget() -> None:
    office = Office(make_user(role="system_admin"))
    path = "/backoffice/companies/company/"
    for number in range(3):
        make_company(make_user(), company_name=f"First {number}")
    few = fewest(lambda: office.get(path))
    for number in range(27):
        make_company(make_user(), company_name=f"Next {number}")
    many = fewest(lambda: office.get(path))
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= 6, "\n".join(many)


def test_list_of_memberships_for_staff_stays_within_its_budget() -> None:
    office = Office(make_user(role="system_admin"))
    company = make_company(make_user())
    path = f"/backoffice/companies/usercompany/?company={company.pk}&state=active"
    add_members(company, 3)
    few = fewest(lambda: office.get(path))
    add_members(company, 27)
    many = fewest(lambda: office.get(path))
    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= 7, "\n".join(many)
