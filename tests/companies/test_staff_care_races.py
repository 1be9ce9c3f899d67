"""Two people who take care of companies at the same moment (GEN-3, CO-7)."""

from __future__ import annotations

from typing import Any

import pytest

from common.problems import Problem
from companies.models import Company
from companies.services import change_tier, correct_abn, deactivate_company, reactivate_company
from tests.companies.care import HARBOURLINE, REASON, actor_for, steward
from tests.companies.entries import company_body, newcomer
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("register")]


def codes(answers: list[Any]) -> list[str]:
    unexpected = [answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, Problem)]
    assert unexpected == []
    return sorted(answer.code if isinstance(answer, Problem) else "" for answer in answers)


def test_co7_two_companies_get_one_abn_at_once() -> None:
    """One wins, the other gets a clear answer, and the evidence of it stays."""
    companies, staff = [make_company(make_user()) for _ in range(4)], [steward() for _ in range(4)]
    answers = run_together(
        *[
            lambda company=company, actor=actor: correct_abn(
                company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=actor
            )
            for company, actor in zip(companies, staff, strict=True)
        ]
    )
    assert codes(answers) == ["", *["COMPANY_EXISTS"] * 3]
    (winner,) = Company.all_companies.filter(abn=HARBOURLINE)
    assert all(f"Company {winner.pk}" in answer.detail for answer in answers if isinstance(answer, Problem))
    assert activities(action="COMPANY_UPDATED") == ["COMPANY_UPDATED"]
    assert activities(action="COMPANY_DUPLICATE_ATTEMPT") == ["COMPANY_DUPLICATE_ATTEMPT"] * 3


@pytest.mark.usefixtures("roomy")
def test_co7_a_correction_against_a_new_company() -> None:
    company, actor, person = make_company(make_user()), steward(), client_of(newcomer())
    body = company_body(abn=HARBOURLINE)
    corrected, created = run_together(
        lambda: correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=actor),
        lambda: person.post("/companies", body),
    )
    outcomes = {corrected.code if isinstance(corrected, Problem) else "", created.json().get("code", "")}
    assert outcomes == {"", "COMPANY_EXISTS"}, (corrected, created.content)
    assert Company.all_companies.filter(abn=HARBOURLINE).count() == 1


def test_gen3_two_corrections_of_one_company_leave_one_whole() -> None:
    """Both are in force one after the other, or the later one meets the constraint; facts belong to the ABN stored."""
    company, first, second = make_company(make_user()), steward(), steward()
    answers = run_together(
        lambda: correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=first),
        lambda: correct_abn(company_id=company.pk, abn="48910000065", reason=REASON, actor=second),
    )
    assert codes(answers) == ["", ""]
    company.refresh_from_db()
    assert company.abn is not None
    assert company.acn == company.abn[2:]
    assert activities(company_id=company.pk) == ["COMPANY_UPDATED"] * 2


def test_gen3_state_and_tier_at_once() -> None:
    """Sending twice makes one change (GEN-3); a different action at the same moment waits its turn."""
    company, first, second = make_company(make_user()), steward(), actor_for("system_admin")
    answers = run_together(
        lambda: deactivate_company(company_id=company.pk, reason=REASON, actor=first),
        lambda: deactivate_company(company_id=company.pk, reason=REASON, actor=second),
        lambda: change_tier(company_id=company.pk, tier_code="starter", reason=REASON, actor=first),
        lambda: change_tier(company_id=company.pk, tier_code="starter", reason=REASON, actor=second),
    )
    assert codes(answers) == [""] * 4
    assert activities(company_id=company.pk) == ["COMPANY_UPDATED"] * 2
    reactivate_company(company_id=company.pk, reason=REASON, actor=first)
    company.refresh_from_db()
    assert company.is_active
