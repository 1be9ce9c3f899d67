"""The ABN of a company is corrected by staff, also a confirmed one (CO-6, CO-7, CO-12, CO-2)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from abr_cache.services import register_facts
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from common import clock
from common.actors import Actor
from common.backoffice.columns import version_of
from common.problems import Problem, ValidationFailed
from companies.models import Company
from companies.services import correct_abn
from companies.tasks import verify_unverified
from reference.selectors import code_id
from tests.companies.care import CANCELLED, HARBOURLINE, NO_GST, REASON, UNKNOWN, last_update, steward, stored
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.api import problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
ADMIN = "dana@people.example"


@pytest.fixture
def staff() -> Actor:
    return steward()


@pytest.fixture
def company() -> Company:
    """A company the register confirmed under another ABN."""
    return make_company(
        make_user(email=ADMIN),
        company_name="Wattle & Co. Events Pty Ltd",
        legal_entity_name="WATTLE & CO. EVENTS PTY LTD",
        business_names=["Wattle"],
        display_name_source="legal",
        abn=NO_GST,
        acn="910000038",
        abn_status="active",
        entity_type_code="PRV",
        entity_type="Australian Private Company",
        is_gst_registered=False,
        abr_verified_at=clock.now(),
    )


def facts_of(company: Company) -> dict[str, Any]:
    names = ("abn", "acn", "abn_status", "legal_entity_name", "entity_type_code", "is_gst_registered")
    return dict(Company.all_companies.filter(pk=company.pk).values(*names).get())


def test_co6_staff_correct_a_confirmed_abn(company: Company, staff: Actor, mailbox: Mailbox) -> None:
    """CO-6, CO-12: the facts come from the register, the name in use stays, its source is derived again."""
    admin = client_of(company.founded_by_user)
    assert problem_code(admin.patch(f"/companies/{company.pk}", {"abn": HARBOURLINE})) == "ABN_IMMUTABLE"
    snapshots = Company.history.filter(id=company.pk).count()
    corrected = correct_abn(company_id=company.pk, abn=" 50 910 000 010", reason=REASON, actor=staff)
    assert corrected.warnings == ()
    company.refresh_from_db()
    assert facts_of(company) == {
        "abn": HARBOURLINE,
        "acn": "910000010",
        "abn_status": "active",
        "legal_entity_name": "HARBOURLINE EXHIBITS PTY LTD",
        "entity_type_code": "PRV",
        "is_gst_registered": True,
    }
    assert company.business_names == ["Harbourline Exhibits", "Harbourline Events"]
    assert (company.company_name, company.display_name_source) == ("Wattle & Co. Events Pty Ltd", "custom")
    assert company.is_verified
    row = last_update(company.pk)
    assert (row.old_value["abn"], row.new_value["abn"], row.reason) == (NO_GST, HARBOURLINE, REASON)
    assert (row.old_value["displayNameSource"], row.new_value["displayNameSource"]) == ("legal", "custom")
    assert Company.history.filter(id=company.pk).count() == snapshots + 1
    (mail,) = mailbox.to(ADMIN)
    assert "corrected the ABN from 42 910 000 038 to 50 910 000 010." in mail.text


def test_co2_the_register_is_asked_and_no_cached_answer(company: Company, staff: Actor, register: Simulator) -> None:
    register_facts(HARBOURLINE)
    register.control.clear_calls()
    correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=staff)
    assert [call["parameters"]["abn"] for call in register.control.calls()] == [HARBOURLINE]


def test_co2_with_the_register_away_it_is_confirmed_later(
    company: Company, staff: Actor, register: Simulator, mailbox: Mailbox
) -> None:
    """No fact of the former ABN is left on the new one."""
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    corrected = correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=staff)
    assert corrected.warnings == ("REGISTER_UNAVAILABLE",)
    assert facts_of(company) == {
        "abn": HARBOURLINE,
        "acn": None,
        "abn_status": None,
        "legal_entity_name": None,
        "entity_type_code": None,
        "is_gst_registered": None,
    }
    assert not corrected.company.is_verified
    assert corrected.company.business_names == []
    (mail,) = mailbox.to(ADMIN)
    assert "we ask again every hour" in mail.text
    register.control.set(Switches())
    assert verify_unverified() == 1
    company.refresh_from_db()
    assert (company.is_verified, company.legal_entity_name) == (True, "HARBOURLINE EXHIBITS PTY LTD")


def test_co2_a_cancelled_abn_warns(company: Company, staff: Actor) -> None:
    corrected = correct_abn(company_id=company.pk, abn=CANCELLED, reason=REASON, actor=staff)
    assert corrected.warnings == ("ABN_CANCELLED",)
    assert corrected.company.abn_status == "cancelled"


def test_co7_an_abn_is_taken_away_and_free_for_another(company: Company, staff: Actor, mailbox: Mailbox) -> None:
    correct_abn(company_id=company.pk, abn="", reason=REASON, actor=staff)
    assert set(facts_of(company).values()) == {None}
    company.refresh_from_db()
    assert (company.display_name_source, company.is_verified) == ("user", False)
    other = make_company(make_user())
    assert correct_abn(company_id=other.pk, abn=NO_GST, reason=REASON, actor=staff).company.abn == NO_GST
    (mail,) = mailbox.to(ADMIN)
    assert "has taken the ABN 42 910 000 038 from the company" in mail.text


@pytest.mark.parametrize(
    ("abn", "code"),
    [
        ("50 910 000 011", "abn_invalid"),
        ("Harbourline", "abn_invalid"),
        (UNKNOWN, "abn_not_registered"),
        (f" {NO_GST}", "invalid_choice"),
    ],
)
def test_co1_bad_numbers_change_nothing(company: Company, staff: Actor, abn: str, code: str) -> None:
    before = stored()
    with pytest.raises(ValidationFailed) as refused:
        correct_abn(company_id=company.pk, abn=abn, reason=REASON, actor=staff)
    assert [(error.field, error.code) for error in refused.value.errors] == [("abn", code)]
    assert stored() == before


def test_co1_australia_only_and_every_bad_field_at_once(staff: Actor) -> None:
    """GEN-5."""
    company = make_company(country_id=code_id("Country", "NZ"))
    with pytest.raises(ValidationFailed) as refused:
        correct_abn(company_id=company.pk, abn=HARBOURLINE, reason="", actor=staff)
    assert {error.field: error.code for error in refused.value.errors} == {
        "abn": "not_applicable",
        "reason": "required",
    }


def test_co7_a_taken_abn_is_refused_with_its_holder_and_recorded(company: Company, staff: Actor) -> None:
    """CO-8: evidence in the platform's chain, nothing in the company's; an inactive holder counts, a deleted not."""
    holder = make_company(abn=HARBOURLINE, company_name="Rightful Owner", is_active=False)
    rows = dict(Company.all_companies.values_list("pk", "abn"))
    with pytest.raises(Problem, match="COMPANY_EXISTS") as refused:
        correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=staff)
    assert f"Company {holder.pk}, Rightful Owner, holds this ABN" in refused.value.detail
    assert dict(Company.all_companies.values_list("pk", "abn")) == rows
    row = apps.get_model("auditing", "ActivityLog").all_companies.get()
    assert (row.action, row.company_id, row.entity_id) == ("COMPANY_DUPLICATE_ATTEMPT", None, company.pk)
    assert (row.new_value, row.reason) == ({"abn": HARBOURLINE}, REASON)
    holder.soft_delete(staff)
    holder.save()
    assert correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=staff).company.abn == HARBOURLINE


def test_co6_a_page_that_is_out_of_date_is_refused(company: Company, staff: Actor) -> None:
    seen = version_of(company)
    correct_abn(company_id=company.pk, abn=HARBOURLINE, reason=REASON, actor=staff, expected_version=seen)
    before = stored()
    with pytest.raises(Problem, match="STALE_RESOURCE"):
        correct_abn(company_id=company.pk, abn=CANCELLED, reason=REASON, actor=staff, expected_version=seen)
    assert stored() == before


def test_co6_an_admin_who_changes_an_unconfirmed_abn_keeps_no_old_facts(register: Simulator) -> None:
    """The legal name the register told about the former ABN is not that of the new one."""
    admin = make_user()
    company = make_company(admin, abn=UNKNOWN, legal_entity_name="GONE PTY LTD", business_names=["Gone"])
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    assert client_of(admin).patch(f"/companies/{company.pk}", {"abn": HARBOURLINE}).status_code == 200
    company.refresh_from_db()
    assert (company.legal_entity_name, company.business_names, company.is_verified) == (None, [], False)
    assert activities(company_id=company.pk) == ["COMPANY_UPDATED"]
