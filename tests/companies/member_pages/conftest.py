"""A company, its administrator at the pages, and a member to manage."""

from __future__ import annotations

import pytest

from accounts.models import User
from companies.models import Company
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient


@pytest.fixture
def admin() -> User:
    return make_user(first_name="Avery", last_name="Stone")


@pytest.fixture
def company(admin: User) -> Company:
    return make_company(admin, company_name="Quiet Harbour")


@pytest.fixture
def sam(company: Company) -> User:
    """An active member."""
    sam = make_user(first_name="Sam", last_name="Okafor", email="sam@people.example")
    make_member(sam, company)
    return sam


@pytest.fixture
def client(admin: User, company: Company) -> PageClient:
    return PageClient.of(admin)
