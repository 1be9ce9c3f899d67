"""dbo.CompanySwitchRequest under row-level security: the requester and the company asked, nobody else (AR-2, AR-4)."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from common.tenancy import company_scope
from companies.models import CompanySwitchRequest
from tests.db.tenants import count
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.roles import as_application

pytestmark = pytest.mark.django_db


def test_requester_and_company_see_a_request_and_nobody_else() -> None:
    company, other = make_company(make_user()), make_company(make_user())
    row = make_access_request(user=make_user(), to_company=company)
    with as_application():
        assert count(CompanySwitchRequest, pk=row.pk) == 0
        with company_scope(None, row.user_id):
            assert count(CompanySwitchRequest, pk=row.pk) == 1
        with company_scope(company.pk, company.founded_by_user_id):
            assert count(CompanySwitchRequest, pk=row.pk) == 1
        with company_scope(other.pk, other.founded_by_user_id):
            assert count(CompanySwitchRequest, pk=row.pk) == 0
            assert CompanySwitchRequest._base_manager.filter(pk=row.pk).update(reason="Mine") == 0


def test_nobody_asks_in_the_name_of_another() -> None:
    company, stranger, victim = make_company(make_user()), make_user(), make_user()
    with (
        as_application(),
        company_scope(None, stranger.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        make_access_request(user=victim, to_company=company)
