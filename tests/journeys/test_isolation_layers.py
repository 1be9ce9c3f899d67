"""Each layer between companies holds without the others, and links between companies open nothing (TI-5, TI-6)."""

from __future__ import annotations

from typing import Any

import pytest

from common import tenancy
from common.api import views
from companies.models import Company, CompanyRelationship
from reference.selectors.lookups import code_id
from tests.companies.entries import ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import client_of

pytestmark = pytest.mark.django_db

SECRET = "Saltbush Secret Shows"
READS = (
    "/companies/{id}",
    "/companies/{id}/billing-details",
    "/companies/{id}/organizer-details",
    "/companies/{id}/customer-details",
    "/companies/{id}/users",
    "/companies/{id}/invitations",
)


@pytest.fixture
def foreign() -> Company:
    """A company with a member and an invitation whose names give it away."""
    company = make_company(make_user(last_name=SECRET), company_name=SECRET)
    make_invitation(company=company, invited_by_user=company.founded_by_user, last_name=SECRET)
    return company


@pytest.fixture
def client() -> ApiClient:
    """The admin of another company."""
    return client_of(make_company(make_user()).founded_by_user)


def assert_nothing_foreign(client: ApiClient, company: Company) -> None:
    for path in READS:
        response = client.get(path.format(id=company.pk))
        assert SECRET not in response.content.decode(), path
        assert response.status_code != 200 or response.json()["items"] == [], path


def test_without_the_check_of_the_path_company_the_scope_shows_nothing(
    client: ApiClient, foreign: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TI-5: the service check is out of action."""
    monkeypatch.setattr(views, "enter_company", lambda *args: None)
    monkeypatch.setattr(views.ApiView, "require", lambda *args: None)
    assert_nothing_foreign(client, foreign)


def test_without_the_checks_of_the_view_the_services_refuse(
    client: ApiClient, foreign: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TI-5: members of another company are not changed either."""
    monkeypatch.setattr(views, "enter_company", lambda *args: None)
    monkeypatch.setattr(views.ApiView, "require", lambda *args: None)
    row = make_member(make_user(), foreign)
    path = f"/companies/{foreign.pk}/users/{row.user_id}"
    answers = [client.patch(f"{path}/role", {"roleCode": "company_admin"})]
    answers += [client.post(f"{path}/{action}") for action in ("suspend", "reactivate", "remove")]
    assert [problem_code(answer) for answer in answers] == ["INSUFFICIENT_PERMISSIONS"] * 4
    before = (row.user_company_role_id, row.user_company_status_id)
    row.refresh_from_db()
    assert (row.user_company_role_id, row.user_company_status_id) == before


def test_without_the_scope_the_check_of_the_path_company_refuses(
    client: ApiClient, foreign: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TI-5: the fail-closed queries are out of action."""

    def everything(manager: Any) -> Any:
        return super(tenancy.TenantManager, manager).get_queryset()

    monkeypatch.setattr(tenancy.TenantManager, "get_queryset", everything)
    for path in READS:
        response = client.get(path.format(id=foreign.pk))
        assert (response.status_code, problem_code(response)) == (404, "COMPANY_NOT_FOUND")
        assert SECRET not in response.content.decode()


def test_a_relationship_opens_no_data(foreign: Company) -> None:
    """TI-6: neither side of an active link reads the other, and figures are keyed by company."""
    own = make_company(make_user())
    link(own, foreign)
    client = client_of(own.founded_by_user)
    assert_nothing_foreign(client, foreign)
    figures = ok(client.get("/dashboard/kpis"))
    assert [row["companyId"] for row in figures["companies"]] == [own.pk]
    assert problem_code(client.get(f"/dashboard/kpis?companyIds={own.pk},{foreign.pk}")) == "COMPANY_NOT_FOUND"
    child = client_of(foreign.founded_by_user)
    assert problem_code(child.get(f"/companies/{own.pk}/users")) == "COMPANY_NOT_FOUND"


def test_figures_of_one_company_are_not_served_to_another() -> None:
    """TI-6: a member of two companies gets each company's own figures, whatever was asked before."""
    person = make_user()
    first, second = make_company(person), make_company(make_user())
    make_member(person, second, is_primary_company=False)
    client = client_of(person)
    for company in (first, second, first):
        (row,) = ok(client.get(f"/dashboard/kpis?companyIds={company.pk}"))["companies"]
        assert row["companyId"] == company.pk


def link(parent: Company, child: Company) -> None:
    """An active subsidiary relationship, as both sides would have agreed it."""
    lower, higher = sorted((parent, child), key=lambda company: company.pk)
    CompanyRelationship.all_companies.create(
        parent_company=parent,
        child_company=child,
        lower_company=lower,
        higher_company=higher,
        company_relationship_type_id=code_id("CompanyRelationshipType", "subsidiary"),
        company_relationship_status_id=code_id("CompanyRelationshipStatus", "active"),
        is_hierarchical=True,
        proposed_by_company=parent,
        proposed_by_user=parent.founded_by_user,
        established_by_user=child.founded_by_user,
        established_at="2026-01-15T03:04:05Z",
    )
    child.parent_company = parent
    child.save()
