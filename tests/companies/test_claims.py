"""Unanswered requests and disputed registrations in the back office (CO-10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.test import Client, TestCase

from common import clock
from common.actors import Actor
from common.problems import Problem, ValidationFailed
from companies.models import Company, UserCompany
from companies.services import settle_claim
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.mail import Mailbox
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

ENTRIES = {"evidence": "Extract of the register, ticket 12", "reason": "The founder never worked there"}


@pytest.fixture
def company() -> Company:
    return make_company(make_user(email="squatter@people.example"), company_name="Harbourline", abn="51824753556")


@pytest.fixture
def staff() -> Actor:
    user = make_user(role="system_admin", email="staff@eventlead.example")
    return Actor(user_id=user.pk, email=user.email, name=user.full_name, system_role="system_admin")


@pytest.fixture
def office(staff: Actor) -> Client:
    client = Client()
    answer = client.post("/login", {"email": staff.email, "password": PASSWORD, "next": "/backoffice/"})
    assert answer.status_code == 302
    return client


def role_rows(company: Company) -> list[tuple[str, Any]]:
    rows = apps.get_model("auditing", "AuditRole").all_companies.filter(company=company).order_by("pk")
    return list(rows.values_list("change_kind", "new_role_code"))


def test_co10_claimant_becomes_admin_and_the_former_one_is_removed(
    company: Company, staff: Actor, mailbox: Mailbox
) -> None:
    """CO-10: audited, role rows, both told; another company of the former admin becomes primary."""
    former = company.founded_by_user
    elsewhere = make_member(former, make_company(make_user()))
    assert not elsewhere.is_primary_company
    owner = make_user(email="owner@harbourline.example", is_onboarding_complete=False, onboarding_step=2)
    request = make_access_request(user=owner, to_company=company)
    settled = settle_claim(
        company_id=company.pk,
        claimant_email="Owner@harbourline.example",
        former_admins="remove",
        actor=staff,
        **ENTRIES,
    )
    assert settled.former_count == 1
    row = UserCompany.all_companies.get(user=owner, company=company)
    assert row.user_company_role.code == "company_admin"
    assert row.is_primary_company
    gone = UserCompany.all_companies.get(user=former, company=company)
    assert gone.removed_date is not None
    assert (gone.user_company_status.code, gone.removal_reason) == ("removed", ENTRIES["reason"])
    elsewhere.refresh_from_db()
    assert elsewhere.is_primary_company
    owner.refresh_from_db()
    request.refresh_from_db()
    assert owner.is_onboarding_complete
    assert request.cancelled_at is not None
    actions = activities(company=company)
    assert set(actions) >= {"MEMBERSHIP_CREATED", "MEMBERSHIP_REMOVED", "COMPANY_CLAIM_SETTLED"}
    row = apps.get_model("auditing", "ActivityLog").all_companies.get(action="COMPANY_CLAIM_SETTLED")
    assert row.new_value["evidence"] == ENTRIES["evidence"]
    assert row.reason == ENTRIES["reason"]
    assert role_rows(company) == [("assigned", "company_admin"), ("removed", None)]
    subject = "Who administers Harbourline was decided"
    for address in ("owner@harbourline.example", "squatter@people.example"):
        assert subject in [message.subject for message in mailbox.to(address)]


def test_co10_a_member_is_raised_and_the_admins_suspended(company: Company, staff: Actor) -> None:
    member = make_user(email="owner@harbourline.example")
    make_member(member, company, status="suspended")
    settle_claim(company_id=company.pk, claimant_email=member.email, former_admins="suspend", actor=staff, **ENTRIES)
    row = UserCompany.all_companies.get(user=member, company=company)
    assert (row.user_company_role.code, row.user_company_status.code) == ("company_admin", "active")
    former = UserCompany.all_companies.get(user=company.founded_by_user, company=company)
    assert former.user_company_status.code == "suspended"
    assert not former.is_primary_company
    assert role_rows(company) == [("changed", "company_admin")]


def test_co10_refusals_change_nothing(company: Company, staff: Actor) -> None:
    unproven = make_user(status="pending", email="new@harbourline.example")
    entered = {"company_id": company.pk, "former_admins": "keep", **ENTRIES}
    nobody = Actor(user_id=company.founded_by_user_id, email=None, name="Squatter", company_id=company.pk)
    with pytest.raises(Problem, match="INSUFFICIENT"):
        settle_claim(claimant_email="squatter@people.example", actor=nobody, **entered)
    for changes in (
        {"claimant_email": unproven.email},
        {"claimant_email": "unknown@people.example"},
        {"claimant_email": "squatter@people.example", "evidence": " "},
        {"claimant_email": "squatter@people.example", "reason": ""},
        {"claimant_email": "squatter@people.example", "former_admins": "shoot"},
    ):
        with pytest.raises(ValidationFailed):
            settle_claim(actor=staff, **{**entered, **changes})
    assert activities(company=company) == []
    assert UserCompany.all_companies.filter(company=company).count() == 1


def test_co10_back_office_settles(company: Company, office: Client) -> None:
    owner = make_user(email="owner@harbourline.example")
    path = f"/backoffice/companies/company/{company.pk}/settle/"
    assert office.get(path).status_code == 200
    values = {"claimant_email": "x@y.example", "former_admins": "keep", **ENTRIES}
    refused = office.post(path, values)
    assert refused.status_code == 422
    assert "No active account" in refused.content.decode()
    assert ENTRIES["evidence"] in refused.content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert office.post(path, {**values, "claimant_email": owner.email}).status_code == 302
    assert UserCompany.all_companies.get(user=owner).user_company_role.code == "company_admin"


def test_co10_unanswered_requests_are_listed_and_decided(company: Company, office: Client) -> None:
    """CO-10: seven days without an answer."""
    old = make_access_request(
        user=make_user(), to_company=company, requested_at=clock.now() - timedelta(days=7, minutes=1)
    )
    fresh = make_access_request(user=make_user(), to_company=company)
    base = "/backoffice/companies/companyswitchrequest"
    listed = office.get(f"{base}/?answer=unanswered").content.decode()
    assert f"{base}/{old.pk}/change/" in listed
    assert f"{base}/{fresh.pk}/change/" not in listed
    assert office.post(f"{base}/{old.pk}/approve/", {"reason": ""}).status_code == 422
    old.refresh_from_db()
    assert old.is_open
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert office.post(f"{base}/{old.pk}/approve/", {"reason": "Admins are gone"}).status_code == 302
        assert office.post(f"{base}/{fresh.pk}/reject/", {"reason": "Not known there"}).status_code == 302
    old.refresh_from_db()
    fresh.refresh_from_db()
    assert old.approved_at is not None
    assert fresh.rejection_reason == "Not known there"
    assert office.post(f"{base}/{old.pk}/reject/", {"reason": "Again"}).status_code == 422
