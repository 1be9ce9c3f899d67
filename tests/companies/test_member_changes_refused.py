"""Changes of members that are refused, and that nothing has changed then (ME-2, ME-3, PM-3, TI-2 to TI-4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps

from accounts.services.people import as_actor
from common import clock
from common.problems import Problem
from companies.services import reactivate_member, remove_member, suspend_member
from reference.models import UserCompanyRole
from reference.selectors.lookups import code_id, forget_lookups
from tests.companies.entries import ok
from tests.companies.member_steps import ACTIONS, DENIED, Team, make_team, refused, stored
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db


@pytest.fixture
def team() -> Team:
    return make_team()


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


def test_rights_lost_meanwhile_change_nothing(team: Team) -> None:
    """PM-2, ME-2: an admin whose request was let in before they were demoted, suspended or locked out by staff."""
    late = make_user()
    row = make_member(late, team.company, role="company_admin")
    actor = replace(as_actor(late), company_id=team.company.pk, company_role="company_admin")
    changes: list[tuple[Any, str, str]] = [
        (row, "user_company_role_id", "UserCompanyRole company_viewer"),
        (row, "user_company_status_id", "UserCompanyStatus suspended"),
        (late, "user_status_id", "UserStatus suspended"),
    ]
    for changed, field, value in changes:
        former = getattr(changed, field)
        setattr(changed, field, code_id(*value.split()))
        changed.save()
        before = stored()
        for change in (suspend_member, reactivate_member, remove_member):
            with pytest.raises(Problem) as refusal:
                change(actor=actor, company_id=team.company.pk, user_id=team.cleo.pk)
            assert refusal.value.code == "INSUFFICIENT_PERMISSIONS"
        assert stored() == before
        setattr(changed, field, former)
        changed.save()


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
