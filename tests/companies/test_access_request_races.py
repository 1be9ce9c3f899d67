"""Simultaneous access requests and decisions (GEN-3, AR-1, AR-4, CO-7, CO-8, invariant 15)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from companies.models import Company, CompanySwitchRequest, UserCompany
from tests.companies.entries import HARBOURLINE, company_body, newcomer
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.sessions import client_of
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db(transaction=True)

ABN = "51824753556"
ASK = "/companies/access-requests"


@pytest.fixture
def company() -> Company:
    return make_company(make_user(), abn=ABN)


def outcomes(answers: list[Any]) -> list[tuple[int, str | None]]:
    return sorted((answer.status_code, answer.json().get("code")) for answer in answers)


def test_ar1_one_person_asks_several_times_at_once(company: Company) -> None:
    cleo = make_user()
    clients = [client_of(cleo) for _ in range(4)]
    answers = run_together(*[lambda client=client: client.post(ASK, {"abn": ABN}) for client in clients])
    assert outcomes(answers) == [(201, None), *[(409, "ACCESS_REQUEST_PENDING")] * 3]
    assert CompanySwitchRequest.all_companies.count() == 1


def test_ar4_two_admins_approve_at_once(company: Company) -> None:
    second = make_user()
    make_member(second, company, role="company_admin")
    row = make_access_request(user=make_user(), to_company=company)
    path = f"/companies/{company.pk}/access-requests/{row.pk}/approve"
    clients = [client_of(company.founded_by_user), client_of(second)]
    answers = run_together(*[lambda client=client: client.post(path) for client in clients])
    assert outcomes(answers) == [(200, None), (409, "ACCESS_REQUEST_NOT_PENDING")]
    assert UserCompany.all_companies.filter(user=row.user).count() == 1


def test_ar4_approve_against_reject_and_withdrawal(company: Company) -> None:
    """One of the three wins, the row is closed once."""
    second = make_user()
    make_member(second, company, role="company_admin")
    row = make_access_request(user=make_user(), to_company=company)
    path = f"/companies/{company.pk}/access-requests/{row.pk}"
    first, other, own = client_of(company.founded_by_user), client_of(second), client_of(row.user)
    answers = run_together(
        lambda: first.post(f"{path}/approve"),
        lambda: other.post(f"{path}/reject"),
        lambda: own.post(f"/users/me/access-requests/{row.pk}/cancel"),
    )
    codes = sorted(answer.status_code for answer in answers)
    # The approval voids the requester's access token, which may arrive before the withdrawal is checked.
    assert codes[0] == 200
    assert set(codes[1:]) <= {401, 409}
    row.refresh_from_db()
    assert not row.is_open
    joined = UserCompany.all_companies.filter(user=row.user).exists()
    assert joined is (row.approved_at is not None)


@pytest.mark.usefixtures("register", "roomy")
def test_co7_fifty_onboardings_with_one_abn() -> None:
    """CO-7, CO-8: one company, 49 clear answers; several of the refused ask for access at once."""
    people = [newcomer() for _ in range(50)]
    clients = [client_of(person) for person in people]
    body = company_body(abn=HARBOURLINE)
    answers: list[Any] = []
    for start in range(0, 50, 10):
        some = clients[start : start + 10]
        answers += run_together(*[lambda client=client: client.post("/companies", body) for client in some])
    assert outcomes(answers) == [(201, None), *[(409, "COMPANY_EXISTS")] * 49]
    assert apps.get_model("companies", "Company").all_companies.count() == 1
    losers = [client for client, answer in zip(clients, answers, strict=True) if answer.status_code == 409][:8]
    asked = run_together(*[lambda client=client: client.post(ASK, {"abn": HARBOURLINE}) for client in losers])
    assert outcomes(asked) == [(201, None)] * 8
    assert CompanySwitchRequest.all_companies.count() == 8
