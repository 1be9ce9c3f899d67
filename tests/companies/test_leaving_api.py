"""Leaving a company over REST (ME-3, ME-6, SE-5, SE-8, api.md 5)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from auditing.models import AuditRole
from companies.models import Company, UserCompany
from tests.companies.entries import ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, refresh, session_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
DENIED = "CROSS_COMPANY_ACCESS_DENIED"


@pytest.fixture
def company() -> Company:
    return make_company(make_user(), company_name="Harbourline")


def leave(client: ApiClient, company_id: int, body: Any = None) -> Any:
    return client.post(f"/users/me/companies/{company_id}/leave", body)


def rows() -> list[dict[str, Any]]:
    return list(UserCompany.all_companies.order_by("pk").values())


def test_me6_a_member_leaves(company: Company, mailbox: Mailbox) -> None:
    """ME-6, SE-8: access tokens die; refreshing goes on without a company; they may ask for access again."""
    cleo = make_user()
    make_member(cleo, company)
    session = session_of(cleo)
    answer = leave(ApiClient(session.access_token), company.pk, {"reason": "New job"})
    assert (answer.status_code, answer.content) == (204, b"")
    row = UserCompany.all_companies.get(user=cleo)
    assert (row.removed_by_user_id, row.removal_reason, row.is_primary_company) == (cleo.pk, "New job", False)
    assert row.user_company_status.code == "removed"
    assert problem_code(ApiClient(session.access_token).get("/users/me")) == "ACCESS_TOKEN_INVALID"
    renewed = ok(refresh(ApiClient(), session.refresh_token))
    assert renewed["activeCompany"] is None
    assert ok(ApiClient(renewed["accessToken"]).get("/users/me/companies"))["total"] == 0
    assert activities(company=company) == ["MEMBERSHIP_LEFT"]
    trail = AuditRole.all_companies.get(user=cleo)
    assert (trail.change_kind, trail.old_role_code, trail.change_reason) == ("removed", "company_user", "New job")
    assert mailbox() == []
    seen = ok(client_of(company.founded_by_user).get(f"/companies/{company.pk}/users?statusCode=removed"))
    assert [(item["userId"], item["removalReason"]) for item in seen["items"]] == [(cleo.pk, "New job")]


def test_se5_refreshing_goes_on_in_the_oldest_other_company(company: Company) -> None:
    cleo = make_user()
    make_member(cleo, company)
    other = make_company(make_user())
    make_member(cleo, other, is_primary_company=False)
    session = session_of(cleo)
    assert leave(ApiClient(session.access_token), company.pk).status_code == 204
    assert ok(refresh(ApiClient(), session.refresh_token))["activeCompany"]["companyId"] == other.pk
    assert UserCompany.all_companies.get(user=cleo, is_primary_company=True).company_id == other.pk


@pytest.mark.parametrize("state", ["suspended", "elsewhere", "deactivated", "onboarding"])
def test_me6_any_member_leaves_from_anywhere(company: Company, state: str) -> None:
    """The account's list needs neither an active company nor a finished onboarding."""
    cleo = make_user(is_onboarding_complete=state != "onboarding")
    if state == "elsewhere":
        make_company(cleo)
    make_member(cleo, company, status="suspended" if state == "suspended" else "active")
    if state == "deactivated":
        Company.all_companies.filter(pk=company.pk).update(is_active=False)
    assert leave(client_of(cleo), company.pk).status_code == 204
    assert UserCompany.all_companies.get(user=cleo, company=company).removed_date is not None


def test_me3_the_only_admin_stays(company: Company) -> None:
    """ME-3: the answer says what to do; with another admin they go."""
    admin, cleo = company.founded_by_user, make_user()
    client = client_of(admin)
    before = rows()
    alone = leave(client, company.pk)
    assert (alone.status_code, problem_code(alone)) == (409, "LAST_ADMIN")
    assert "Nobody else belongs to Harbourline" in alone.json()["detail"]
    assert rows() == before
    make_member(cleo, company)
    before = rows()
    last = leave(client, company.pk)
    assert (last.status_code, problem_code(last)) == (409, "LAST_ADMIN")
    assert "Make another member an administrator first" in last.json()["detail"]
    assert rows() == before
    assert activities() == []
    ok(client.patch(f"/companies/{company.pk}/users/{cleo.pk}/role", {"roleCode": "company_admin"}))
    assert leave(client, company.pk).status_code == 204


def test_strangers_find_nothing(company: Company) -> None:
    """TI-2, TI-4: unknown, foreign and former companies look alike; attempts on existing ones leave evidence."""
    cleo = make_user()
    make_company(cleo)
    make_member(cleo, company, status="removed")
    foreign = make_company(make_user())
    client, before = client_of(cleo), rows()
    answers = [leave(client, company_id) for company_id in (company.pk, foreign.pk, 999_999_999)]
    assert [(answer.status_code, problem_code(answer)) for answer in answers] == [(404, "COMPANY_NOT_FOUND")] * 3
    same = [{k: v for k, v in a.json().items() if k not in ("requestId", "instance")} for a in answers]
    assert same[0] == same[1] == same[2]
    assert rows() == before
    evidence = apps.get_model("auditing", "ActivityLog").all_companies.filter(action=DENIED)
    assert {row.new_value["attemptedCompanyId"] for row in evidence} == {company.pk, foreign.pk}


def test_body_is_checked(company: Company) -> None:
    cleo = make_user()
    make_member(cleo, company)
    client, before = client_of(cleo), rows()
    assert field_codes(leave(client, company.pk, {"reason": "x" * 501})) == {"reason": "too_long"}
    assert field_codes(leave(client, company.pk, {"why": "x"})) == {"why": "unknown_field"}
    assert problem_code(leave(ApiClient(), company.pk)) == "AUTHENTICATION_REQUIRED"
    assert rows() == before


def test_leaving_twice(company: Company) -> None:
    cleo = make_user()
    make_member(cleo, company)
    assert leave(client_of(cleo), company.pk).status_code == 204
    cleo.refresh_from_db()
    assert problem_code(leave(client_of(cleo), company.pk)) == "COMPANY_NOT_FOUND"
    assert activities(action="MEMBERSHIP_LEFT") == ["MEMBERSHIP_LEFT"]
