"""Members changed, leaving and switching at the same moment (GEN-3, ME-3, SW-4)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from common.problems import Problem
from companies.models import Company, UserCompany
from companies.services import settle_claim
from tests.companies.care import steward
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roomy")]

# What the later of two may learn: it is the last admin's turn, or its own rights, membership or token are gone.
TOO_LATE = {(409, "LAST_ADMIN"), (403, "INSUFFICIENT_PERMISSIONS"), (401, "ACCESS_TOKEN_INVALID")}
TOO_LATE |= {(404, "COMPANY_NOT_FOUND"), (403, "NO_ACTIVE_COMPANY")}


@pytest.fixture
def pair() -> tuple[Company, User, User]:
    """A company with two admins and a member."""
    first, second = make_user(), make_user()
    company = make_company(first)
    make_member(second, company, role="company_admin")
    make_member(make_user(), company)
    return company, first, second


def changing(company: Company, actor: User, target: User, action: str) -> Any:
    client, path = client_of(actor), f"/companies/{company.pk}/users/{target.pk}/{action}"
    if action == "role":
        return lambda: client.patch(path, {"roleCode": "company_user"})
    return lambda: client.post(path)


def leaving(company: Company, user: User) -> Any:
    client = client_of(user)
    return lambda: client.post(f"/users/me/companies/{company.pk}/leave")


def closing(user: User) -> Any:
    client = client_of(user)
    return lambda: client.post("/users/me/close", {"currentPassword": PASSWORD})


def suspending(user: User) -> Any:
    client = client_of(make_user(role="system_admin"))
    return lambda: client.post(f"/admin/users/{user.pk}/suspend", {"reason": "Reported"})


def outcomes(answers: list[Any]) -> list[tuple[int, str | None]]:
    for answer in answers:
        assert not isinstance(answer, Exception), answer
        assert answer.status_code < 500, answer.content
    return [(answer.status_code, None if answer.status_code < 300 else answer.json()["code"]) for answer in answers]


def admins(company: Company) -> int:
    return int(
        UserCompany.all_companies.filter(
            company=company,
            user_company_role__user_company_role_code="company_admin",
            user_company_status__user_company_status_code="active",
            user__is_deleted=False,
        )
        .exclude(user__user_status__user_status_code="suspended")
        .count()
    )


def assert_one_stays(company: Company, answers: list[Any]) -> None:
    """Exactly one of two wins, and the company keeps one administrator at work."""
    found = outcomes(answers)
    won = [status < 300 for status, _ in found]
    assert won.count(True) == 1, found
    assert set(found) - TOO_LATE <= {(200, None), (204, None)}, found
    assert admins(company) == 1


@pytest.mark.parametrize("action", ["role", "suspend", "remove"])
def test_me3_two_admins_act_on_each_other(pair: tuple[Company, User, User], action: str) -> None:
    company, first, second = pair
    answers = run_together(changing(company, first, second, action), changing(company, second, first, action))
    assert_one_stays(company, answers)


@pytest.mark.parametrize("attempt", range(3))
def test_me3_remove_against_leave(pair: tuple[Company, User, User], attempt: int) -> None:
    """The first removes the second and leaves meanwhile."""
    company, first, second = pair
    assert_one_stays(company, run_together(changing(company, first, second, "remove"), leaving(company, first)))


@pytest.mark.parametrize("attempt", range(3))
def test_me3_close_against_demote(pair: tuple[Company, User, User], attempt: int) -> None:
    """The first closes the account while demoting the second."""
    company, first, second = pair
    assert_one_stays(company, run_together(closing(first), changing(company, first, second, "role")))


@pytest.mark.parametrize("attempt", range(3))
def test_me3_staff_suspend_against_demote(pair: tuple[Company, User, User], attempt: int) -> None:
    company, first, second = pair
    assert_one_stays(company, run_together(suspending(first), changing(company, first, second, "role")))


def test_me3_two_admins_leave_at_once(pair: tuple[Company, User, User]) -> None:
    company, first, second = pair
    assert_one_stays(company, run_together(leaving(company, first), leaving(company, second)))
    assert activities(action="MEMBERSHIP_LEFT") == ["MEMBERSHIP_LEFT"]


def test_me3_four_ways_at_once(pair: tuple[Company, User, User]) -> None:
    """Whoever wins, an administrator stays and nobody waits for ever."""
    company, first, second = pair
    third = make_user()
    make_member(third, company, role="company_admin")
    answers = run_together(
        changing(company, first, second, "remove"),
        changing(company, second, third, "role"),
        changing(company, third, first, "suspend"),
        leaving(company, second),
        closing(third),
    )
    outcomes(answers)
    assert admins(company) >= 1


@pytest.mark.parametrize("attempt", range(3))
def test_co10_settled_claim_against_changes(pair: tuple[Company, User, User], attempt: int) -> None:
    """Staff give the company to somebody while its admins act on each other and on the claimant."""
    company, first, second = pair
    claimant, staff = make_user(), steward()
    make_member(claimant, company)
    answers = run_together(
        lambda: settle_claim(
            company_id=company.pk,
            claimant_email=claimant.email,
            evidence="Extract of the register",
            reason="Proved",
            former_admins="remove",
            actor=staff,
        ),
        changing(company, first, claimant, "remove"),
        changing(company, second, first, "role"),
    )
    settled, *others = answers
    # The admins whom staff decided about may have changed by then.
    assert not isinstance(settled, Exception) or (isinstance(settled, Problem) and settled.code == "STALE_RESOURCE")
    outcomes(others)
    assert admins(company) >= 1


def test_gen3_one_member_is_changed_twice_at_once(pair: tuple[Company, User, User]) -> None:
    """Both admins succeed, the rows are written once."""
    company, first, second = pair
    cleo = make_user()
    make_member(cleo, company)
    answers = run_together(changing(company, first, cleo, "remove"), changing(company, second, cleo, "remove"))
    assert outcomes(answers) == [(200, None)] * 2
    assert activities(action="MEMBERSHIP_REMOVED") == ["MEMBERSHIP_REMOVED"]


@pytest.mark.parametrize("attempt", range(3))
def test_sw4_suspend_against_switch(pair: tuple[Company, User, User], attempt: int) -> None:
    """No session goes on in the company, and it is not the primary one; the flag stands in the other."""
    company, first, _ = pair
    cleo = make_user()
    make_member(cleo, make_company(make_user()))
    row = make_member(cleo, company, is_primary_company=False)
    client = client_of(cleo)
    suspended, switched = run_together(
        changing(company, first, cleo, "suspend"),
        lambda: client.post("/users/me/switch-company", {"companyId": company.pk}),
    )
    assert outcomes([suspended]) == [(200, None)]
    assert outcomes([switched])[0] in {(200, None), (403, "MEMBERSHIP_INACTIVE"), (401, "ACCESS_TOKEN_INVALID")}
    row.refresh_from_db()
    assert not row.is_primary_company
    assert UserCompany.all_companies.filter(user=cleo, is_primary_company=True).count() == 1
    if switched.status_code == 200:
        late = ApiClient(switched.json()["accessToken"]).get(f"/companies/{company.pk}")
        assert late.status_code in (401, 403, 404)


def test_leaving_twice_at_once(pair: tuple[Company, User, User]) -> None:
    company, _, second = pair
    found = outcomes(run_together(leaving(company, second), leaving(company, second)))
    assert found.count((204, None)) == 1
    assert set(found) - {(204, None)} <= {(401, "ACCESS_TOKEN_INVALID"), (404, "COMPANY_NOT_FOUND")}
    assert activities(action="MEMBERSHIP_LEFT") == ["MEMBERSHIP_LEFT"]
