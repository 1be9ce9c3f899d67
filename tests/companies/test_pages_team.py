"""/team: who sees whom, and what may be done about them (ME-1, ME-2)."""

from __future__ import annotations

import re

import pytest

from accounts.models import User
from common import clock
from companies.models import Company, UserCompany
from tests.companies.managing import make_manager
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.fixture
def admin() -> User:
    return make_user(last_name="Adams")


@pytest.fixture
def company(admin: User) -> Company:
    """One member in each state, and somebody of another company."""
    company = make_company(admin, company_name="Quiet Harbour")
    make_member(make_user(last_name="Baker"), company)
    make_member(make_user(last_name="Clark"), company, status="suspended")
    gone = make_member(make_user(last_name="Davis"), company, status="removed")
    UserCompany.all_companies.filter(pk=gone.pk).update(removal_reason="Sold <the> stand", removed_date=clock.now())
    make_company(make_user(last_name="Evans"))
    return company


def names(client: PageClient, query: str = "") -> list[str]:
    return [row.last_name for row in client.get(f"/team{query}").context["page"].object_list]


def offered(page: str) -> set[str]:
    """What the page links to about members."""
    return set(re.findall(r'href="/team/\d+/([a-z]+)"', page))


@pytest.mark.parametrize("role", ["company_user", "company_viewer"])
def test_me1_members_see_active_people_only(company: Company, role: str) -> None:
    """GEN-10, TI-3: whatever is asked for; nothing to do about anybody."""
    member = make_user(last_name="Foster")
    make_member(member, company, role=role)
    client = PageClient.of(member)
    for query in ("", "?status=suspended", "?status=removed"):
        assert names(client, query) == ["Adams", "Baker", "Foster"]
    page = text_of(client.get("/team"))
    assert ("Filter by status" in page, offered(page)) == (False, set())


def test_me1_administrators_filter_by_state(company: Company, admin: User) -> None:
    client = PageClient.of(admin)
    assert names(client) == names(client, "?status=active") == names(client, "?status=nonsense") == ["Adams", "Baker"]
    assert names(client, "?status=suspended") == ["Clark"]
    assert names(client, "?status=removed") == ["Davis"]
    options = client.get("/team").context["status_options"]
    assert {option["code"]: option["count"] for option in options} == {"active": 2, "suspended": 1, "removed": 1}


def test_me1_removed_ones_with_date_and_reason(company: Company, admin: User) -> None:
    page = text_of(PageClient.of(admin).get("/team?status=removed"))
    assert "Sold &lt;the&gt; stand" in page
    assert f"{clock.now():%Y}" in page
    assert offered(page) == set()


def test_me2_actions_by_state_and_never_for_oneself(company: Company, admin: User) -> None:
    client = PageClient.of(admin)
    active, suspended = text_of(client.get("/team")), text_of(client.get("/team?status=suspended"))
    assert offered(active) == {"role", "suspend", "remove"}
    assert offered(suspended) == {"reactivate", "remove"}
    assert f"/team/{admin.pk}/" not in active


def test_pm3_nothing_is_offered_above_ones_own_level(company: Company, admin: User) -> None:
    """Somebody who manages people without being an administrator sees all, and acts on peers and below."""
    page = PageClient.of(make_manager(company)).get("/team")
    baker = next(row.user_id for row in page.context["page"].object_list if row.last_name == "Baker")
    assert page.context["manageable"] == {baker}
    assert f"/team/{admin.pk}/" not in text_of(page)


def test_empty_states(admin: User) -> None:
    """Section 24: only me; nobody suspended, nobody removed."""
    make_company(admin)
    client = PageClient.of(admin)
    assert "So far it is only you" in text_of(client.get("/team"))
    assert "Nobody is suspended" in text_of(client.get("/team?status=suspended"))
    assert "Nobody was removed" in text_of(client.get("/team?status=removed"))


def test_team_in_pages(admin: User) -> None:
    """Section 24: twenty a page; nonsense shows the first; the filter stays."""
    company = make_company(admin)
    for _ in range(21):
        make_member(make_user(), company, status="suspended")
    client = PageClient.of(admin)
    assert len(names(client, "?status=suspended")) == 20
    assert len(names(client, "?status=suspended&page=2")) == 1
    assert client.get("/team?page=abc").context["page"].number == 1
    assert "?status=suspended&amp;page=2" in text_of(client.get("/team?status=suspended"))


def test_team_needs_a_company() -> None:
    """TI-2."""
    response = PageClient.of(make_user()).get("/team")
    assert response.status_code == 403
    assert "<h1" in text_of(response)
