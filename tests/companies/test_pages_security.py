"""Pages of companies that ask for a second factor (SF-8)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from common import clock
from companies.models import Company
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, goes_to, text_of
from tests.support.sessions import confirm_sessions
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

PAGE = "/company/security"


class Team(NamedTuple):
    company: Company
    admin: User
    member: User


@pytest.fixture
def team() -> Team:
    admin, member = make_user(), make_user(first_name="Mia", last_name="Moss")
    company = make_company(admin, company_name="Quiet Harbour", abn="50910000010", abn_status="cancelled")
    make_member(member, company)
    return Team(company, admin, member)


def confirmed(user: User) -> PageClient:
    client = PageClient.of(user)
    confirm_sessions(user)
    return client


def is_required(team: Team) -> bool:
    return bool(Company.all_companies.get(pk=team.company.pk).is_second_factor_required)


def guard(team: Team) -> None:
    Company.all_companies.filter(pk=team.company.pk).update(is_second_factor_required=True)


def send(client: PageClient, team: Team, action: str, **entries: Any) -> Any:
    version = client.get(PAGE).context["row_version"]
    return client.post(PAGE, **{"action": action, "version": version, "form_company_id": team.company.pk, **entries})


@pytest.mark.parametrize(
    "path", ["/company", "/company/billing", "/company/organizer", PAGE, "/team", "/team/requests"]
)
def test_pages_of_a_guarded_company_lead_to_the_set_up(path: str, team: Team) -> None:
    guard(team)
    admin = PageClient.of(team.admin)
    assert goes_to(admin.get(path)) == "/account/security?required=company"
    if path.startswith("/company"):
        assert goes_to(admin.post(path, company_name="Renamed")) == "/account/security?required=company"
    confirm_sessions(team.admin)
    assert admin.get(path).status_code == 200


def test_dashboard_of_a_guarded_company_shows_nothing_of_it(team: Team) -> None:
    """DA-1: what waits for an answer and what the register says are the company's."""
    make_access_request(user=make_user(), to_company=team.company)
    guard(team)
    admin = PageClient.of(team.admin)
    response = admin.get("/dashboard")
    assert [notice.title for notice in response.context["notices"]] == ["Quiet Harbour asks for two-step log-in"]
    assert response.context["figures"] is None
    page = text_of(response)
    assert 'href="/account/security"' in page
    assert "At a glance" not in page
    confirm_sessions(team.admin)
    titles = [notice.title for notice in admin.get("/dashboard").context["notices"]]
    assert titles == ["Somebody asks to join", "The ABN is cancelled"]


def test_an_admin_requires_it_and_takes_it_back(team: Team) -> None:
    admin = confirmed(team.admin)
    page = text_of(admin.get(PAGE))
    assert "2 members" in page
    assert "Mia Moss" in page
    assert goes_to(send(admin, team, "require")) == PAGE
    assert is_required(team)
    assert "Required" in text_of(admin.get(PAGE))
    assert goes_to(send(admin, team, "allow")) == PAGE
    assert not is_required(team)
    assert activities(action="COMPANY_SECURITY_UPDATED") == ["COMPANY_SECURITY_UPDATED"] * 2


def test_an_admin_without_one_is_led_to_their_own_first(team: Team) -> None:
    admin = PageClient.of(team.admin)
    page = text_of(admin.get(PAGE))
    assert "First set it up for yourself" in page
    assert 'name="action"' not in page
    assert send(admin, team, "require").status_code == 403
    assert not is_required(team)


@pytest.mark.parametrize(
    ("entries", "status"),
    [({"version": "old"}, 412), ({"form_company_id": 0}, 409), ({"action": "explode"}, 404)],
)
def test_refused_decisions_change_nothing(entries: dict[str, Any], status: int, team: Team) -> None:
    """CO-6, SW-3."""
    admin = confirmed(team.admin)
    assert send(admin, team, **{"action": "require", **entries}).status_code == status
    assert not is_required(team)
    assert activities(action="COMPANY_SECURITY_UPDATED") == []


def test_members_may_not(team: Team) -> None:
    """PM-2."""
    member = confirmed(team.member)
    assert member.get(PAGE).status_code == 403
    assert member.post(PAGE, action="require").status_code == 403
    assert PAGE not in text_of(member.get("/company"))
    assert not is_required(team)


def test_only_admins_see_who_has_one(team: Team) -> None:
    ready = make_user(second_factor_since=clock.now())
    make_member(ready, team.company)
    shown = text_of(confirmed(team.admin).get("/team"))
    assert (shown.count(">On<"), shown.count(">Off<")) == (1, 2)
    assert "Two-step log-in" not in text_of(confirmed(team.member).get("/team"))


def test_lists_ask_no_query_per_row(team: Team) -> None:
    admin = confirmed(team.admin)
    counted = set()
    for _ in range(2):
        for _ in range(6):
            make_member(make_user(), team.company)
        admin.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(PAGE).status_code == 200
        counted.add(len(queries))
    assert len(counted) == 1
