"""Changing, suspending, reactivating and removing members over REST (ME-2 to ME-5, PM-3, TI-3, TI-4, api.md 6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User
from auditing.models import AuditRole
from common import clock
from companies.models import Company, UserCompany
from reference.models import UserCompanyRole
from reference.selectors.lookups import forget_lookups
from tests.companies.entries import ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

ACTIONS = ("role", "suspend", "reactivate", "remove")
DENIED = "CROSS_COMPANY_ACCESS_DENIED"
MEMBER = {
    "userCompanyId", "userId", "email", "firstName", "lastName", "roleTitle", "roleCode", "roleName", "statusCode",
    "joinedDate", "joinedVia", "removedDate", "removalReason",
}  # fmt: skip


@dataclass
class Team:
    company: Company
    admin: User
    cleo: User
    client: ApiClient

    def act(self, user_id: int, action: str, client: ApiClient | None = None, **body: Any) -> Any:
        """One of the four, by the admin unless another client is given."""
        path = f"/companies/{self.company.pk}/users/{user_id}/{action}"
        if action == "role":
            return (client or self.client).patch(path, {"roleCode": "company_viewer", **body})
        return (client or self.client).post(path, body or None)

    def row(self, user: User | None = None) -> UserCompany:
        row: UserCompany = UserCompany.all_companies.get(user=user or self.cleo, company=self.company)
        return row


@pytest.fixture
def team() -> Team:
    admin, cleo = make_user(), make_user(email="cleo@harbourline.example", first_name="Cleo")
    company = make_company(admin, company_name="Harbourline")
    make_member(cleo, company)
    return Team(company, admin, cleo, client_of(admin))


def again(user: User) -> ApiClient:
    """A later session, with the rights of now."""
    user.refresh_from_db()
    return client_of(user)


def stored() -> dict[str, Any]:
    """What a refused change leaves alone."""
    labels = ("companies.UserCompany", "accounts.User", "logging_app.EmailDelivery", "auditing.AuditRole")
    rows = {label: list(apps.get_model(label)._base_manager.order_by("pk").values()) for label in labels}
    return {**rows, "activity": [name for name in activities() if name != DENIED]}


def refused(answer: Any, status: int, code: str) -> None:
    assert (answer.status_code, problem_code(answer)) == (status, code), answer.content


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


@pytest.mark.parametrize(
    ("status", "action"),
    [("suspended", "role"), ("removed", "role"), ("removed", "suspend"), ("removed", "reactivate")],
)
def test_states_that_do_not_allow_it(team: Team, status: str, action: str) -> None:
    dora = make_user()
    make_member(dora, team.company, status=status)
    before = stored()
    refused(team.act(dora.pk, action), 409, "MEMBERSHIP_STATE")
    assert stored() == before


def test_a_suspended_member_is_removed(team: Team) -> None:
    dora = make_user()
    make_member(dora, team.company, status="suspended")
    assert ok(team.act(dora.pk, "remove"))["statusCode"] == "removed"


@pytest.mark.parametrize("action", ACTIONS)
def test_pm3_nobody_changes_themselves(team: Team, action: str) -> None:
    """ME-2: also where another admin is there."""
    make_member(make_user(), team.company, role="company_admin")
    before = stored()
    refused(team.act(team.admin.pk, action), 403, "SELF_CHANGE_FORBIDDEN")
    assert stored() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_pm3_nobody_touches_a_level_above_their_own(team: Team, action: str) -> None:
    """ME-2, PM-1: rights come from the flags of the role row, and the ceiling from its level."""
    manager = _manager(team)
    make_member(make_user(), team.company, role="company_admin")
    before = stored()
    refused(team.act(team.admin.pk, action, client=manager), 403, "ROLE_CEILING")
    assert stored() == before


def test_pm3_nobody_grants_a_level_above_their_own(team: Team) -> None:
    manager, before = _manager(team), stored()
    refused(team.act(team.cleo.pk, "role", client=manager, roleCode="company_admin"), 403, "ROLE_CEILING")
    assert stored() == before
    ok(team.act(team.cleo.pk, "role", client=manager))


@pytest.mark.parametrize("action", ["role", "suspend", "remove"])
def test_me3_the_only_admin_stays(team: Team, action: str) -> None:
    """ME-3: somebody else may manage people, a suspended admin or a suspended account does not count."""
    UserCompanyRole.objects.filter(user_company_role_code="company_user").update(can_manage_users=True, role_level=100)
    forget_lookups()
    make_member(make_user(), team.company, role="company_admin", status="suspended")
    make_member(make_user(status="suspended"), team.company, role="company_admin")
    before = stored()
    refused(team.act(team.admin.pk, action, client=client_of(team.cleo)), 409, "LAST_ADMIN")
    assert stored() == before


def _manager(team: Team) -> ApiClient:
    """A member whose role may manage people, below the admin's level."""
    UserCompanyRole.objects.filter(user_company_role_code="company_user").update(can_manage_users=True)
    forget_lookups()
    manager = make_user()
    make_member(manager, team.company)
    return client_of(manager)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("role", ["company_user", "company_viewer"])
def test_me2_only_admins_do_it(team: Team, action: str, role: str) -> None:
    other = make_user()
    make_member(other, team.company, role=role)
    client, before = client_of(other), stored()
    refused(team.act(team.cleo.pk, action, client=client), 403, "INSUFFICIENT_PERMISSIONS")
    assert stored() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_ti3_people_of_other_companies(team: Team, action: str) -> None:
    """TI-3, TI-4: as somebody who does not exist; the attempt on a member of another company leaves evidence."""
    foreign = make_company(make_user(), company_name="Secret")
    before = stored()
    for user_id in (foreign.founded_by_user_id, make_user().pk, 999_999_999):
        refused(team.act(user_id, action), 404, "NOT_FOUND")
    assert [row["id"] for row in stored()["companies.UserCompany"]] == [
        row["id"] for row in before["companies.UserCompany"]
    ]
    (evidence,) = apps.get_model("auditing", "ActivityLog").all_companies.filter(action=DENIED)
    assert (evidence.company_id, evidence.user_id) == (team.company.pk, team.admin.pk)
    assert evidence.new_value["attemptedCompanyId"] == foreign.pk
    assert (evidence.new_value["resourceType"], evidence.new_value["resourceId"]) == (
        "User",
        foreign.founded_by_user_id,
    )


def test_ti2_admins_of_other_companies(team: Team) -> None:
    other, before = make_user(), stored()
    make_company(other)
    for action in ACTIONS:
        refused(team.act(team.cleo.pk, action, client=client_of(other)), 404, "COMPANY_NOT_FOUND")
    assert team.row().removed_date is None
    assert stored()["activity"] == before["activity"]


def test_gen10_a_closed_account_is_no_member(team: Team) -> None:
    gone = make_user(is_deleted=True, deleted_date=clock.now() + timedelta(minutes=1))
    make_member(gone, team.company, status="removed")
    refused(team.act(gone.pk, "reactivate"), 404, "NOT_FOUND")
    assert DENIED not in activities()


def test_bodies_are_checked(team: Team) -> None:
    before, path = stored(), f"/companies/{team.company.pk}/users/{team.cleo.pk}"
    assert field_codes(team.client.patch(f"{path}/role", {})) == {"roleCode": "required"}
    assert field_codes(team.act(team.cleo.pk, "role", roleCode="chief")) == {"roleCode": "invalid_choice"}
    assert field_codes(team.act(team.cleo.pk, "role", roleCode=None)) == {"roleCode": "null_not_allowed"}
    for action in ACTIONS:
        assert field_codes(team.act(team.cleo.pk, action, reason="x" * 501)) == {"reason": "too_long"}
        assert field_codes(team.act(team.cleo.pk, action, statusCode="x")) == {"statusCode": "unknown_field"}
    assert stored() == before
    ok(team.client.patch(f"{path}/role", {"roleCode": "company_admin", "reason": None}))


def test_open_invitations_of_a_removed_admin_stay(team: Team) -> None:
    """IN-10: the inviter's departure does not void them."""
    second = make_user()
    make_member(second, team.company, role="company_admin")
    body = {"invitedEmail": "n@x.example", "firstName": "N", "lastName": "P", "roleCode": "company_user"}
    ok(client_of(second).post(f"/companies/{team.company.pk}/invitations", body), 201)
    ok(team.act(second.pk, "remove"))
    (row,) = ok(team.client.get(f"/companies/{team.company.pk}/invitations"))["items"]
    assert row["statusCode"] == "pending"
