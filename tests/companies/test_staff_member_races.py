"""Staff and administrators at the same memberships at the same moment (GEN-3, ME-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import User
from common.problems import Problem
from companies.models import Company, UserCompany
from companies.services import change_role_by_staff, remove_by_staff, suspend_by_staff
from tests.companies.care import REASON, steward
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roomy")]

ACTS: dict[str, Callable[..., Any]] = {
    "role": lambda **values: change_role_by_staff(role_code="company_user", **values),
    "suspend": suspend_by_staff,
    "remove": remove_by_staff,
}


@pytest.fixture
def pair() -> tuple[Company, list[UserCompany]]:
    """A company with two administrators and a member."""
    company = make_company()
    rows = [make_member(make_user(), company, role="company_admin") for _ in range(2)]
    make_member(make_user(), company)
    return company, rows


def by_staff(row: UserCompany, act: str) -> Callable[[], Any]:
    actor = steward()
    return lambda: ACTS[act](user_company_id=row.pk, reason=REASON, actor=actor)


def admins_at_work(company: Company) -> int:
    return int(
        UserCompany.all_companies.filter(
            company=company,
            user_company_role__user_company_role_code="company_admin",
            user_company_status__user_company_status_code="active",
        ).count()
    )


def codes(answers: list[Any]) -> list[str]:
    unexpected = [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, Problem)]
    assert unexpected == []
    return sorted(answer.code if isinstance(answer, Problem) else "" for answer in answers)


@pytest.mark.parametrize("act", ACTS)
def test_me3_staff_end_both_administrators_at_once(pair: tuple[Company, list[UserCompany]], act: str) -> None:
    """The later one is refused, and the company keeps its administrator."""
    company, (first, second) = pair
    assert codes(run_together(by_staff(first, act), by_staff(second, act))) == ["", "LAST_ADMIN"]
    assert admins_at_work(company) == 1


@pytest.mark.parametrize("act", ACTS)
def test_me3_staff_against_an_administrator_who_leaves(pair: tuple[Company, list[UserCompany]], act: str) -> None:
    company, (first, second) = pair
    user: User = second.user
    client = client_of(user)
    staff, left = run_together(by_staff(first, act), lambda: client.post(f"/users/me/companies/{company.pk}/leave"))
    assert left.status_code in (204, 409), left.content
    assert codes([staff]) == (["LAST_ADMIN"] if left.status_code == 204 else [""])
    assert admins_at_work(company) == 1


def test_gen3_two_of_staff_remove_one_member_at_once(pair: tuple[Company, list[UserCompany]]) -> None:
    """Both succeed, the rows are written once; with the version they saw, the later one is told."""
    from common.backoffice.columns import version_of

    company, (first, _) = pair
    row = make_member(make_user(), company)
    assert codes(run_together(by_staff(row, "remove"), by_staff(row, "remove"))) == ["", ""]
    assert activities(action="MEMBERSHIP_REMOVED") == ["MEMBERSHIP_REMOVED"]
    seen = {"user_company_id": first.pk, "reason": REASON, "expected_version": version_of(first)}
    people = steward(), steward()
    answers = run_together(*[lambda actor=actor: remove_by_staff(actor=actor, **seen) for actor in people])
    assert codes(answers) == ["", "STALE_RESOURCE"]
