"""Two disputed registrations settled at the same moment (CO-10, GEN-3)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from common.actors import Actor
from common.problems import Problem
from companies.models import Company, UserCompany
from companies.services import SettledClaim, settle_claim
from tests.companies.care import REASON, steward
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.mail import Mailbox
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = pytest.mark.django_db(transaction=True)


def settle(company: Company, claimant: User, actor: Actor, former_admins: str = "remove") -> SettledClaim:
    return settle_claim(
        company_id=company.pk,
        claimant_email=claimant.email,
        evidence="Extract of the register",
        reason=REASON,
        former_admins=former_admins,
        actor=actor,
    )


def admins(company: Company) -> list[int]:
    rows = UserCompany.all_companies.filter(
        company=company,
        user_company_role__user_company_role_code="company_admin",
        user_company_status__user_company_status_code="active",
    )
    return sorted(rows.values_list("user_id", flat=True))


def codes(answers: list[Any]) -> list[str]:
    unexpected = [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, Problem)]
    assert unexpected == []
    return sorted(answer.code if isinstance(answer, Problem) else "" for answer in answers)


@pytest.mark.parametrize("former_admins", ["remove", "suspend", "keep"])
def test_co10_two_claims_to_one_company(former_admins: str) -> None:
    """One wins; the other decided about admins who are so no longer, and writes nothing."""
    founder, rivals, staff = make_user(), [make_user(), make_user()], [steward(), steward()]
    company = make_company(founder)
    answers = run_together(
        *[
            lambda rival=rival, actor=actor: settle(company, rival, actor, former_admins)
            for rival, actor in zip(rivals, staff, strict=True)
        ]
    )
    assert codes(answers) == ["", "STALE_RESOURCE"]
    (winner,) = [rival.pk for rival, answer in zip(rivals, answers, strict=True) if isinstance(answer, SettledClaim)]
    assert admins(company) == sorted([winner, founder.pk] if former_admins == "keep" else [winner])
    assert activities(company=company, action="COMPANY_CLAIM_SETTLED") == ["COMPANY_CLAIM_SETTLED"]
    assert UserCompany.all_companies.filter(company=company).count() == 2


def test_co10_two_claims_to_a_company_without_admins() -> None:
    """Nobody's row is common to both but the company's."""
    founder, rivals, staff = make_user(), [make_user(), make_user()], [steward(), steward()]
    company = make_company()
    make_member(founder, company, role="company_admin", status="suspended")
    answers = run_together(
        *[
            lambda rival=rival, actor=actor: settle(company, rival, actor)
            for rival, actor in zip(rivals, staff, strict=True)
        ]
    )
    assert codes(answers) == ["", "STALE_RESOURCE"]
    assert len(admins(company)) == 1


def test_gen3_one_claim_sent_twice(mailbox: Mailbox) -> None:
    owner, actor = make_user(email="owner@people.example"), steward()
    company = make_company(make_user())
    answers = run_together(*[lambda: settle(company, owner, actor)] * 2)
    assert codes(answers) == ["", "STALE_RESOURCE"]
    assert admins(company) == [owner.pk]
    assert activities(company=company, action="COMPANY_CLAIM_SETTLED") == ["COMPANY_CLAIM_SETTLED"]
    assert len([mail for mail in mailbox.to(owner.email) if "was decided" in mail.subject]) == 1


def test_co10_two_people_claim_each_others_company() -> None:
    """The same two rows of people from either side: neither settlement locks the other out."""
    one, two, staff = make_user(), make_user(), [steward(), steward()]
    first, second = make_company(one), make_company(two)
    answers = run_together(lambda: settle(first, two, staff[0]), lambda: settle(second, one, staff[1]))
    assert codes(answers) == ["", ""]
    assert (admins(first), admins(second)) == ([two.pk], [one.pk])
    for person in (one, two):
        assert UserCompany.all_companies.filter(user=person, is_primary_company=True).count() == 1
