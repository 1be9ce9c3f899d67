"""Changing, suspending, reactivating and removing members over REST (ME-2 to ME-5, api.md 6.1)."""

from __future__ import annotations

import pytest

from auditing.models import AuditRole
from companies.models import Company, UserCompany
from tests.companies.entries import ok
from tests.companies.member_steps import Team, again, make_team, refused, stored
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

MEMBER = {
    "userCompanyId", "userId", "email", "firstName", "lastName", "roleTitle", "roleCode", "roleName", "statusCode",
    "joinedDate", "joinedVia", "removedDate", "removalReason",
}  # fmt: skip


@pytest.fixture
def team() -> Team:
    return make_team()


def test_me4_a_role_changes(team: Team, mailbox: Mailbox) -> None:
    """ME-4, SE-8: the member's tokens die, refreshing brings the new role; the trail and the mail name both roles."""
    own = client_of(team.cleo)
    body = ok(team.act(team.cleo.pk, "role", roleCode="company_admin", reason=" Runs the stand now "))
    assert set(body) == MEMBER
    assert (body["userId"], body["roleCode"], body["roleName"]) == (
        team.cleo.pk,
        "company_admin",
        "Company Administrator",
    )
    assert (body["statusCode"], body["removedDate"]) == ("active", None)
    refused(own.get("/users/me"), 401, "ACCESS_TOKEN_INVALID")
    assert again(team.cleo).get(f"/companies/{team.company.pk}/invitations").status_code == 200
    trail = AuditRole.all_companies.get(user=team.cleo)
    assert (trail.change_kind, trail.old_role_code, trail.new_role_code, trail.change_reason) == (
        "changed", "company_user", "company_admin", "Runs the stand now",
    )  # fmt: skip
    assert (trail.changed_by_user_id, trail.user_company_id) == (team.admin.pk, team.row().pk)
    assert activities(company=team.company) == ["USER_ROLE_UPDATED"]
    (sent,) = mailbox()
    assert (sent.to, sent.subject) == ("cleo@harbourline.example", "Your role changed at Harbourline")
    for text in (sent.text, sent.html):
        assert "Company User" in text
        assert "Company Administrator" in text


def test_me5_suspended_and_reactivated(team: Team, mailbox: Mailbox) -> None:
    """ME-5: the role comes back; the reason stands in history and activity only."""
    row, own = team.row(), client_of(team.cleo)
    body = ok(team.act(team.cleo.pk, "suspend", reason="Until the audit is over"))
    assert (body["statusCode"], body["roleCode"], body["removalReason"]) == ("suspended", "company_user", None)
    refused(own.get("/users/me"), 401, "ACCESS_TOKEN_INVALID")
    refused(again(team.cleo).get(f"/companies/{team.company.pk}"), 403, "NO_ACTIVE_COMPANY")
    switched = again(team.cleo).post("/users/me/switch-company", {"companyId": team.company.pk})
    refused(switched, 403, "MEMBERSHIP_INACTIVE")
    assert UserCompany.history.filter(id=row.pk).latest("history_date").history_change_reason == (
        "Until the audit is over"
    )
    body = ok(team.act(team.cleo.pk, "reactivate"))
    assert (body["statusCode"], body["roleCode"]) == ("active", "company_user")
    assert team.row().is_primary_company
    assert again(team.cleo).get(f"/companies/{team.company.pk}").status_code == 200
    assert activities(company=team.company) == ["MEMBERSHIP_SUSPENDED", "MEMBERSHIP_REACTIVATED"]
    assert not AuditRole.all_companies.filter(user=team.cleo).exists()
    suspended, reactivated = mailbox.to("cleo@harbourline.example")
    assert suspended.subject == "Your access to Harbourline is suspended"
    assert "Until the audit is over" in suspended.text
    assert "Until the audit is over" in suspended.html
    assert reactivated.subject == "Your access to Harbourline is back"
    assert "reason" not in reactivated.text


def test_me5_removed(team: Team, mailbox: Mailbox) -> None:
    """ME-5, SW-4: who, when and why are kept; the account goes on, and an invitation would be welcome."""
    own = client_of(team.cleo)
    body = ok(team.act(team.cleo.pk, "remove", reason="Left the firm"))
    assert (body["statusCode"], body["removalReason"]) == ("removed", "Left the firm")
    assert body["removedDate"] is not None
    row = team.row()
    assert (row.removed_by_user_id, row.is_primary_company) == (team.admin.pk, False)
    refused(own.get("/users/me"), 401, "ACCESS_TOKEN_INVALID")
    later = again(team.cleo)
    assert later.get("/users/me").status_code == 200
    assert ok(later.get("/users/me/companies"))["total"] == 0
    refused(later.post("/users/me/switch-company", {"companyId": team.company.pk}), 404, "COMPANY_NOT_FOUND")
    trail = AuditRole.all_companies.get(user=team.cleo)
    assert (trail.change_kind, trail.old_role_code, trail.new_role_code) == ("removed", "company_user", None)
    assert activities(company=team.company, user_id=team.admin.pk) == ["MEMBERSHIP_REMOVED"]
    (sent,) = mailbox()
    assert (sent.to, sent.subject) == ("cleo@harbourline.example", "You are no longer a member of Harbourline")
    assert "Left the firm" in sent.text
    invited = {"invitedEmail": team.cleo.email, "firstName": "C", "lastName": "L", "roleCode": "company_user"}
    ok(team.client.post(f"/companies/{team.company.pk}/invitations", invited), 201)


@pytest.mark.parametrize("action", ["suspend", "remove"])
def test_me5_the_oldest_other_membership_becomes_primary(team: Team, action: str) -> None:
    """ME-5, invariant 6: one that can be used; sessions go on there."""
    make_member(team.cleo, make_company(make_user(), is_active=False), is_primary_company=False)
    make_member(team.cleo, make_company(make_user()), status="suspended")
    older = make_member(team.cleo, make_company(make_user()), is_primary_company=False)
    make_member(team.cleo, make_company(make_user()), is_primary_company=False)
    ok(team.act(team.cleo.pk, action))
    assert UserCompany.all_companies.get(user=team.cleo, is_primary_company=True) == older


@pytest.mark.parametrize("action", ["suspend", "remove"])
def test_me5_another_primary_membership_stays(team: Team, action: str) -> None:
    other = make_member(make_user(), team.company)
    primary = make_member(other.user, make_company(make_user()), is_primary_company=False)
    UserCompany.all_companies.filter(pk=other.pk).update(is_primary_company=False)
    UserCompany.all_companies.filter(pk=primary.pk).update(is_primary_company=True)
    Company.all_companies.filter(pk=primary.company_id).update(is_active=False)
    make_member(other.user, make_company(make_user()), is_primary_company=False)
    ok(team.act(other.user_id, action))
    assert UserCompany.all_companies.get(user=other.user, is_primary_company=True) == primary


@pytest.mark.parametrize(
    ("status", "action"),
    [("active", "role"), ("active", "reactivate"), ("suspended", "suspend"), ("removed", "remove")],
)
def test_au3_the_same_again_writes_nothing(team: Team, status: str, action: str) -> None:
    """ME-4, AU-3: a success that keeps the member's sessions."""
    dora = make_user()
    make_member(dora, team.company, role="company_viewer", status=status)
    own, before = client_of(dora), stored()
    assert ok(team.act(dora.pk, action))["statusCode"] == status
    assert stored() == before
    assert own.get("/users/me").status_code == 200


def test_a_suspended_member_is_removed(team: Team) -> None:
    dora = make_user()
    make_member(dora, team.company, status="suspended")
    assert ok(team.act(dora.pk, "remove"))["statusCode"] == "removed"


def test_open_invitations_of_a_removed_admin_stay(team: Team) -> None:
    """IN-10: the inviter's departure does not void them."""
    second = make_user()
    make_member(second, team.company, role="company_admin")
    body = {"invitedEmail": "n@x.example", "firstName": "N", "lastName": "P", "roleCode": "company_user"}
    ok(client_of(second).post(f"/companies/{team.company.pk}/invitations", body), 201)
    ok(team.act(second.pk, "remove"))
    (row,) = ok(team.client.get(f"/companies/{team.company.pk}/invitations"))["items"]
    assert row["statusCode"] == "pending"
