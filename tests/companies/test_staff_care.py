"""Care of companies by staff: state, tier, reading the register, and who may (section 23, SW-4, AU-3)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from common.actors import Actor
from common.backoffice.columns import version_of
from common.problems import Problem, ValidationFailed
from companies.models import Company, CompanyCustomerDetails, CompanySwitchRequest, UserCompany
from companies.services import change_tier, deactivate_company, reactivate_company, reread_register
from reference.selectors.lookups import forget_lookups
from tests.companies.care import ACTIONS, CANCELLED, NO_GST, REASON, actor_for, last_update, steward, stored
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import problem_code
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, text_of
from tests.support.sessions import client_of, log_in, refresh
from tests.support.trail import activities

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Actor:
    return steward()


@pytest.fixture
def company() -> Company:
    return make_company(make_user(email="dana@people.example"), company_name="Quiet Harbour", abn="51824753556")


def test_section23_deactivating_closes_the_company_at_once(company: Company, staff: Actor, api: Any) -> None:
    """COMPANY_INACTIVE, SW-4, SE-3: a token that was good a moment ago opens nothing in it; sessions stay."""
    admin = company.founded_by_user
    client = client_of(admin)
    other = make_member(admin, make_company(make_user(), company_name="Elsewhere"))
    session = log_in(api, admin)
    assert client.get(f"/companies/{company.pk}").status_code == 200
    snapshots = Company.history.filter(id=company.pk).count()
    deactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    assert problem_code(client.get(f"/companies/{company.pk}")) == "COMPANY_INACTIVE"
    assert problem_code(client.patch(f"/companies/{company.pk}", {"companyName": "Mine"})) == "COMPANY_INACTIVE"
    assert problem_code(client.get("/dashboard/kpis")) == "COMPANY_INACTIVE"
    assert problem_code(client.post("/users/me/switch-company", {"companyId": company.pk})) == "COMPANY_INACTIVE"
    assert client.get("/users/me").status_code == 200
    renewed = refresh(api, session["refreshToken"]).json()
    assert renewed["activeCompany"]["companyId"] == other.company_id
    row = last_update(company.pk)
    assert (row.old_value, row.new_value, row.reason) == ({"isActive": True}, {"isActive": False}, REASON)
    assert (row.user_id, row.entity_type, row.entity_id) == (staff.user_id, "dbo.Company", company.pk)
    assert Company.history.filter(id=company.pk).count() == snapshots + 1
    assert Company.history.filter(id=company.pk).latest("history_date").history_change_reason == REASON


def test_section23_reactivating_brings_everything_back(company: Company, staff: Actor) -> None:
    """IN-10: invitations, requests, roles and the primary flag wait; the same token works again."""
    admin = company.founded_by_user
    client = client_of(admin)
    invitation = make_invitation(company=company, invited_by_user=admin, token="the-link")
    request = make_access_request(user=make_user(), to_company=company)
    before = list(UserCompany.all_companies.filter(company=company).values())
    deactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    path = f"/companies/{company.pk}/access-requests/{request.pk}/approve"
    assert problem_code(client.post(path)) == "COMPANY_INACTIVE"
    reactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    assert list(UserCompany.all_companies.filter(company=company).values()) == before
    invitation.refresh_from_db()
    assert (invitation.cancelled_at, invitation.accepted_at) == (None, None)
    assert client.get(f"/companies/{company.pk}").status_code == 200
    assert client.post(path).status_code == 200
    assert CompanySwitchRequest.all_companies.get(pk=request.pk).approved_at is not None
    assert activities(company_id=company.pk, action="COMPANY_UPDATED") == ["COMPANY_UPDATED"] * 2


def test_section23_pages_say_that_the_company_is_deactivated(company: Company, staff: Actor) -> None:
    """SE-5, SW-4: the page session falls back, the person reads why, and the company is back afterwards."""
    client = PageClient.of(company.founded_by_user)
    assert "is deactivated" not in text_of(client.get("/dashboard"))
    deactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    for path in ("/dashboard", "/companies"):
        assert "Quiet Harbour is deactivated" in text_of(client.get(path))
    assert client.get("/company").status_code == 403
    assert client.post("/company", company_name="Mine").status_code == 403
    assert Company.all_companies.get(pk=company.pk).company_name == "Quiet Harbour"
    reactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    assert client.get("/company").status_code == 200
    assert "is deactivated" not in text_of(client.get("/dashboard"))


def test_section23_people_with_another_company_go_on_there(company: Company, staff: Actor) -> None:
    person = company.founded_by_user
    make_member(person, make_company(make_user(), company_name="Elsewhere"))
    client = PageClient.of(person)
    deactivate_company(company_id=company.pk, reason=REASON, actor=staff)
    page = text_of(client.get("/dashboard"))
    assert "Quiet Harbour is deactivated" in page
    assert "Elsewhere" in page
    assert client.post("/switch-company", company_id=company.pk).status_code == 403
    sent = {"company_name": "Typed before", "form_company_id": str(company.pk), "version": "x"}
    assert client.post("/company", **sent).status_code == 403  # they are an ordinary member there
    assert Company.all_companies.filter(company_name="Typed before").count() == 0


def test_au3_the_same_state_again_writes_nothing(company: Company, staff: Actor) -> None:
    for action, service in (("reactivate", reactivate_company), ("deactivate", deactivate_company)):
        if action == "deactivate":
            service(company_id=company.pk, reason=REASON, actor=staff)
        before = stored()
        service(company_id=company.pk, reason=REASON, actor=staff)
        assert stored() == before


def test_section23_tier(company: Company, staff: Actor) -> None:
    """The customer record and the activity change; the tier the company has writes nothing (AU-3)."""
    change_tier(company_id=company.pk, tier_code="professional", reason=REASON, actor=staff)
    row = last_update(company.pk)
    assert (row.old_value, row.new_value) == ({"customerTierCode": "free"}, {"customerTierCode": "professional"})
    assert row.reason == REASON
    answer = client_of(company.founded_by_user).get(f"/companies/{company.pk}/customer-details").json()
    assert (answer["customerTierCode"], answer["customerTierName"]) == ("professional", "Professional")
    before = stored()
    change_tier(company_id=company.pk, tier_code="professional", reason=REASON, actor=staff)
    assert stored() == before
    apps.get_model("reference", "CustomerTier").objects.filter(customer_tier_code="starter").update(is_active=False)
    forget_lookups()
    for code in ("starter", "platinum", ""):
        with pytest.raises(ValidationFailed) as refused:
            change_tier(company_id=company.pk, tier_code=code, reason=" ", actor=staff)
        assert {error.field for error in refused.value.errors} == {"tierCode", "reason"}
    assert CompanyCustomerDetails.all_companies.get(company=company).customer_tier.code == "professional"


def test_co3_reading_the_register_now(staff: Actor, register: Simulator, mailbox: Mailbox) -> None:
    """The reason stands beside what changed; the same facts only move the date (AU-3)."""
    company = make_company(make_user(email="dana@people.example"), abn=NO_GST, is_gst_registered=True)
    finding = reread_register(company_id=company.pk, reason=REASON, actor=staff)
    assert finding.result == "changed"
    row = apps.get_model("auditing", "ActivityLog").all_companies.get(action="COMPANY_REGISTER_CHANGED")
    assert (row.reason, row.user_id, row.company_id) == (REASON, staff.user_id, company.pk)
    company.refresh_from_db()
    assert (company.is_verified, company.is_gst_registered) == (True, False)
    assert len(mailbox.to("dana@people.example")) == 1
    read_at = company.abr_verified_at
    assert reread_register(company_id=company.pk, reason=REASON, actor=staff).result == "unchanged"
    company.refresh_from_db()
    assert company.abr_verified_at is not None
    assert read_at is not None
    assert company.abr_verified_at > read_at
    assert activities(company_id=company.pk) == ["COMPANY_REGISTER_CHANGED"]


def test_co3_reading_an_absent_register_changes_nothing(staff: Actor, register: Simulator) -> None:
    company = make_company(make_user(), abn=CANCELLED)
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    before = stored()
    with pytest.raises(Problem, match="SERVICE_UNAVAILABLE"):
        reread_register(company_id=company.pk, reason=REASON, actor=staff)
    with pytest.raises(Problem, match="NOT_FOUND"):
        reread_register(company_id=make_company().pk, reason=REASON, actor=staff)
    after = stored()
    del before["companies.Company"], after["companies.Company"]  # the second company
    for label in ("companies.CompanyCustomerDetails", "auditing.AuditCompany"):
        del before[label], after[label]
    assert after == before


def test_section23_a_page_that_is_out_of_date_is_refused(company: Company, staff: Actor) -> None:
    seen = version_of(company)
    deactivate_company(company_id=company.pk, reason=REASON, actor=staff, expected_version=seen)
    before = stored()
    with pytest.raises(Problem, match="STALE_RESOURCE"):
        reactivate_company(company_id=company.pk, reason=REASON, actor=staff, expected_version=seen)
    assert stored() == before


def _strangers(company: Company) -> list[Actor]:
    """Everybody but the stewards of companies: an admin of it, a person, nobody, staff without that right."""
    flags = apps.get_model("reference", "UserRole").objects.filter(user_role_code="system_admin")
    flags.update(can_manage_all_companies=False)
    forget_lookups()
    admin = company.founded_by_user
    return [
        Actor(admin.pk, admin.email, admin.full_name, company.pk, "company_admin", "company_user"),
        actor_for("company_user"),
        Actor(None, None, "visitor"),
        actor_for("system_admin"),
    ]


@pytest.mark.parametrize("action", ACTIONS)
def test_pm2_only_stewards_of_companies_may(action: str, company: Company, register: Simulator) -> None:
    """PM-2: denied, and nothing changed; the register is not even asked."""
    strangers = _strangers(company)
    before = stored()
    for stranger in strangers:
        with pytest.raises(Problem, match="INSUFFICIENT_PERMISSIONS"):
            ACTIONS[action](company_id=company.pk, reason=REASON, actor=stranger)
    assert stored() == before
    assert register.control.calls() == []


@pytest.mark.parametrize("action", ACTIONS)
def test_section23_every_action_needs_a_reason_and_a_live_company(
    action: str, company: Company, staff: Actor, register: Simulator
) -> None:
    gone = make_company(abn="16009661901")
    gone.soft_delete(staff)
    gone.save()
    before = stored()
    for reason in ("", " \u200b", "x" * 501):
        with pytest.raises(ValidationFailed, match="VALIDATION_ERROR"):
            ACTIONS[action](company_id=company.pk, reason=reason, actor=staff)
    for company_id in (gone.pk, 987654):
        with pytest.raises(Problem, match="NOT_FOUND"):
            ACTIONS[action](company_id=company_id, reason=REASON, actor=staff)
    assert stored() == before


def test_pm2_stewards_of_companies_may(company: Company, staff: Actor, register: Simulator) -> None:
    for action in ACTIONS.values():
        action(company_id=company.pk, reason=REASON, actor=staff)
    assert activities(company_id=company.pk, reason=REASON) == ["COMPANY_UPDATED"] * 4
