"""All or nothing, and of two at once one wins (GEN-2, GEN-3, ON-5)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from common.actors import Actor
from companies.services import BillingInput, CompanyInput, create_company
from tests.companies.creation_rows import footprint
from tests.companies.entries import HARBOURLINE, company_body, newcomer
from tests.support.sessions import client_of
from tests.support.threads import run_together

pytestmark = pytest.mark.usefixtures("register")

POINTS = {
    "before the company": "companies.services.creation._company",
    "company saved": "companies.services.creation._details",
    "details made": "companies.services.creation._record_creation",
    "creation recorded": "companies.services.creation.join",
    "in the membership": "companies.services.memberships._fill",
    "membership saved": "companies.services.memberships._record",
    "role row": "companies.services.memberships.record_role_change",
    "session": "companies.services.creation.set_company",
    "onboarding": "companies.services.creation.finish_onboarding",
    "welcome mail": "accounts.services.onboarding.queue_email",
    "audit chain": "auditing.services.recording.append",
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_a_failure_leaves_nothing_and_can_be_repeated(monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    """GEN-2."""
    dana = newcomer()
    actor = Actor(user_id=dana.pk, email=dana.email, name=dana.full_name)
    entered = CompanyInput("Quiet Harbour", "AU", BillingInput("1 Example Street", "Sydney", "NSW", "2000"))
    before = footprint()

    def fail(*_args: Any, **_named: Any) -> None:
        raise RuntimeError("injected")

    with monkeypatch.context() as patch:
        if point.endswith("append"):
            _fail_second_append(patch, point, fail)
        else:
            patch.setattr(point, fail)
        with pytest.raises(RuntimeError, match="injected"):
            create_company(entered=entered, actor=actor)
    assert footprint() == before
    dana.refresh_from_db()
    assert (dana.is_onboarding_complete, dana.onboarding_step) == (False, 2)
    assert create_company(entered=entered, actor=actor).company.pk


def _fail_second_append(patch: pytest.MonkeyPatch, point: str, fail: Callable[..., None]) -> None:
    """The first transaction only looks; the second one writes."""
    from auditing.services import recording

    real = recording.append
    patch.setattr(point, lambda rows: fail() if rows else real(rows))


@pytest.mark.django_db(transaction=True)
def test_two_people_with_one_abn() -> None:
    """CO-7, GEN-3: one 201, one COMPANY_EXISTS."""
    clients = [client_of(newcomer()), client_of(newcomer())]
    body = company_body(abn=HARBOURLINE)
    answers = run_together(*[lambda client=client: client.post("/companies", body) for client in clients])
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert [a.json()["code"] for a in answers if a.status_code == 409] == ["COMPANY_EXISTS"]
    assert apps.get_model("companies", "Company").all_companies.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_twice() -> None:
    """GEN-3, CO-5: a double click makes one company."""
    client = client_of(newcomer())
    answers = run_together(*[lambda: client.post("/companies", company_body()) for _ in range(2)])
    assert sorted(answer.status_code for answer in answers) == [201, 409]
    assert apps.get_model("companies", "Company").all_companies.count() == 1
