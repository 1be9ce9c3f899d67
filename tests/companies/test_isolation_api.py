"""Whose company it is: path company, evidence, figures, switching (TI-1 to TI-4, SW-1 to SW-4, DA-2)."""

from __future__ import annotations

import pytest

from accounts.services.access_state import forget
from tests.companies.entries import ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
DENIED = "CROSS_COMPANY_ACCESS_DENIED"


def test_unknown_and_foreign_companies_look_alike() -> None:
    """TI-2, TI-4: only the attempt on an existing one leaves evidence."""
    admin = make_user()
    make_company(admin)
    foreign = make_company(make_user())
    client = client_of(admin)
    strange, unknown = client.get(f"/companies/{foreign.pk}"), client.get("/companies/999999999")
    for response in (strange, unknown):
        assert (response.status_code, problem_code(response)) == (404, "COMPANY_NOT_FOUND")
    same = [{k: v for k, v in r.json().items() if k not in ("requestId", "instance")} for r in (strange, unknown)]
    assert same[0] == same[1]
    assert activities(action=DENIED, user_id=admin.pk) == [DENIED]


def test_path_company_in_every_state() -> None:
    """TI-2 in the order of the contract."""
    person = make_user()
    company = make_company(make_user())
    assert problem_code(client_of(person).get(f"/companies/{company.pk}")) == "NO_ACTIVE_COMPANY"
    own = make_company(person)
    make_member(person, company, is_primary_company=False)
    client = client_of(person)
    assert problem_code(client.get(f"/companies/{company.pk}")) == "COMPANY_CONTEXT_MISMATCH"
    own.is_active = False
    own.save()
    forget(person.pk)
    assert problem_code(client.get(f"/companies/{own.pk}")) == "COMPANY_INACTIVE"


def test_suspended_and_removed_members_see_nothing() -> None:
    """TI-2, SW-4."""
    person, company = make_user(), make_company(make_user())
    make_company(person)
    make_member(person, company, status="suspended")
    client = client_of(person)
    assert problem_code(client.get(f"/companies/{company.pk}")) == "COMPANY_NOT_FOUND"
    assert problem_code(_switch(client, company.pk)) == "MEMBERSHIP_INACTIVE"
    other = make_company(make_user())
    make_member(person, other, status="removed")
    assert problem_code(_switch(client, other.pk)) == "COMPANY_NOT_FOUND"
    asleep = make_company(make_user(), is_active=False)
    make_member(person, asleep, is_primary_company=False)
    assert problem_code(_switch(client, asleep.pk)) == "COMPANY_INACTIVE"


def _switch(client: ApiClient, company_id: int) -> object:
    return client.post("/users/me/switch-company", {"companyId": company_id})


def test_switch_moves_this_session_and_the_primary_flag() -> None:
    """SW-2, SW-3: another session keeps its company; the current one again records nothing."""
    person = make_user()
    first, second = make_company(person), make_company(make_user())
    row = make_member(person, second, is_primary_company=False)
    client, elsewhere = client_of(person), client_of(person)
    grant = ok(_switch(client, second.pk))
    assert grant["activeCompany"]["companyId"] == second.pk
    row.refresh_from_db()
    assert row.is_primary_company
    assert elsewhere.get(f"/companies/{first.pk}").status_code == 200
    moved = client.signed_in(grant["accessToken"])
    ok(_switch(moved, second.pk))
    assert activities(action="COMPANY_SWITCHED", company_id=second.pk) == ["COMPANY_SWITCHED"]


def test_switch_to_unknown_or_foreign() -> None:
    """SW-4, TI-4."""
    person, foreign = make_user(), make_company(make_user())
    make_company(person)
    client = client_of(person)
    for company_id in (foreign.pk, 999999):
        response = _switch(client, company_id)
        assert problem_code(response) == "COMPANY_NOT_FOUND"
    assert activities(action=DENIED) == [DENIED]


def test_own_companies() -> None:
    """SW-1: primary first, then by joining; an empty list is normal."""
    person = make_user()
    assert ok(client_of(person).get("/users/me/companies")) == {"items": [], "total": 0}
    make_member(person, make_company(company_name="Older"), is_primary_company=False)
    make_member(person, make_company(company_name="Main"))
    make_member(person, make_company(company_name="Paused"), status="suspended")
    make_member(person, make_company(company_name="Asleep", is_active=False), is_primary_company=False)
    body = ok(client_of(person).get("/users/me/companies"))
    assert [row["companyName"] for row in body["items"]] == ["Main", "Older"]
    assert set(body["items"][0]) == {
        "userCompanyId", "companyId", "companyName", "roleCode", "roleName", "isPrimaryCompany", "isActiveCompany",
        "joinedDate", "joinedVia", "parentCompanyId", "relationships",
    }  # fmt: skip
    assert [row["isActiveCompany"] for row in body["items"]] == [True, False]


def test_figures_are_for_own_companies_only() -> None:
    """DA-2."""
    person = make_user()
    client = client_of(person)
    assert problem_code(client.get("/dashboard/kpis")) == "NO_ACTIVE_COMPANY"
    own, second, foreign = make_company(person), make_company(), make_company(make_user())
    make_member(person, second, is_primary_company=False)
    client = client_of(person)
    zero = {"totalForms": 0, "totalLeads": 0, "activeEvents": 0}
    body = ok(client.get("/dashboard/kpis"))
    assert set(body) == {"asOf", "totals", "companies"}
    assert (body["totals"], body["companies"]) == (zero, [{"companyId": own.pk, **zero}])
    both = ok(client.get(f"/dashboard/kpis?companyIds={second.pk},{own.pk},{second.pk}"))
    assert [row["companyId"] for row in both["companies"]] == [second.pk, own.pk]
    refused = client.get(f"/dashboard/kpis?companyIds={own.pk},{foreign.pk}")
    assert (refused.status_code, problem_code(refused)) == (404, "COMPANY_NOT_FOUND")
    assert activities(action=DENIED) == [DENIED]
    assert problem_code(client.get("/dashboard/kpis?companyIds=x")) == "VALIDATION_ERROR"
    assert problem_code(client.get("/dashboard/kpis?companyIds=" + ",".join(["1"] * 51))) == "VALIDATION_ERROR"


def test_members_list() -> None:
    """ME-1: all see the active ones; suspended and removed ones are for admins."""
    admin, viewer = make_user(first_name="Ada", last_name="Zuse"), make_user(first_name="Vi", last_name="Able")
    company = make_company(admin)
    make_member(viewer, company, role="company_viewer")
    make_member(make_user(last_name="Gone"), company, status="removed", removal_reason="left us")
    make_member(make_user(last_name="Paused"), company, status="suspended")
    path = f"/companies/{company.pk}/users"
    page = ok(client_of(viewer).get(path))
    assert [row["lastName"] for row in page["items"]] == ["Able", "Zuse"]
    assert (page["page"], page["pageSize"], page["total"], page["totalPages"]) == (1, 20, 2, 1)
    assert set(page["items"][0]) == {
        "userCompanyId", "userId", "email", "firstName", "lastName", "roleTitle", "roleCode", "roleName", "statusCode",
        "joinedDate", "joinedVia", "removedDate", "removalReason",
    }  # fmt: skip
    assert [row["lastName"] for row in ok(client_of(viewer).get(f"{path}?q=ada+ZU"))["items"]] == ["Zuse"]
    assert ok(client_of(viewer).get(f"{path}?q=%25"))["items"] == []
    refused = client_of(viewer).get(f"{path}?statusCode=removed")
    assert (refused.status_code, problem_code(refused)) == (403, "INSUFFICIENT_PERMISSIONS")
    (gone,) = ok(client_of(admin).get(f"{path}?statusCode=removed"))["items"]
    assert (gone["lastName"], gone["removalReason"]) == ("Gone", "left us")
    assert problem_code(client_of(admin).get(f"{path}?statusCode=nope")) == "VALIDATION_ERROR"
