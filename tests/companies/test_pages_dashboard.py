"""Dashboard, own companies and switching on pages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from common import clock
from companies.models import Company, UserCompany
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.pages import PageClient, goes_to, text_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


def test_dashboard() -> None:
    """DA-1, DA-4: figures, cards with the open one marked, the empty state of events."""
    user = make_user()
    first = make_company(user, company_name="Quiet Harbour")
    make_member(user, make_company(make_user(), company_name="Loud Hall"))
    response = PageClient.of(user).get("/dashboard")
    page = text_of(response)
    assert [card.company_name for card in response.context["companies"]] == ["Quiet Harbour", "Loud Hall"]
    assert response.context["shell"].active_company.company_id == first.pk
    assert response.context["figures"].total_leads == 0
    assert page.count("Open now") == 1
    assert "No events yet" in page
    assert not response.context["notices"]


def test_dashboard_without_company() -> None:
    """ME-6, DA-4: three ways in, of which two exist so far."""
    response = PageClient.of(make_user()).get("/dashboard")
    page = text_of(response)
    assert response.context["figures"] is None
    assert "No company is open to you" in page
    assert 'href="/onboarding/company"' in page
    assert 'href="/team"' not in page


def test_figures_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Section 24: "figures unavailable" takes nothing else along."""
    from companies.web import dashboard

    def broken(**values: object) -> None:
        raise RuntimeError("figures are broken")

    user = make_user()
    make_company(user)
    client = PageClient.of(user)
    monkeypatch.setattr(dashboard, "read_figures", broken)
    response = client.get("/dashboard")
    assert response.status_code == 200
    assert "figures are not available" in text_of(response)


def test_notices() -> None:
    """DA-1, PW-4, CO-2: password, invitation and register, each with what to do."""
    user = make_user(last_password_change=clock.now() - timedelta(days=80))
    company = make_company(user, abn="50910000010")
    Company.all_companies.filter(pk=company.pk).update(abn_status="cancelled", abr_verified_at=clock.now())
    inviter = make_user()
    make_invitation(company=make_company(inviter), invited_by_user=inviter, invited_email=user.email)
    titles = [notice.title for notice in PageClient.of(user).get("/dashboard").context["notices"]]
    assert titles == ["An invitation is waiting for you", "Your password expires soon", "The ABN is cancelled"]


def test_register_notices_are_for_administrators() -> None:
    """CO-2: others cannot do anything about the ABN."""
    company = make_company(make_user(), abn="50910000010")
    member = make_user()
    make_member(member, company)
    assert not PageClient.of(member).get("/dashboard").context["notices"]


def test_switch() -> None:
    """SW-2: this session only; the dashboard shows the other company."""
    user = make_user()
    make_company(user, company_name="Quiet Harbour")
    other = make_company(make_user(), company_name="Loud Hall")
    make_member(user, other)
    client, elsewhere = PageClient.of(user), PageClient.of(user)
    assert goes_to(client.post("/switch-company", company_id=str(other.pk))) == "/dashboard"
    page = client.get("/dashboard")
    assert page.context["shell"].active_company.company_name == "Loud Hall"
    assert "Loud Hall is open now" in text_of(page)
    assert elsewhere.get("/dashboard").context["shell"].active_company.company_name == "Quiet Harbour"


def test_switch_to_what_is_not_mine() -> None:
    """SW-4, TI-4: 404 for foreign and unknown companies alike, with evidence for the existing one."""
    user = make_user()
    make_company(user)
    foreign = make_company(make_user())
    client = PageClient.of(user)
    for company_id in (str(foreign.pk), "999999999", "abc", "", "-1", "9" * 30):
        assert client.post("/switch-company", company_id=company_id).status_code == 404
    assert activities().count("CROSS_COMPANY_ACCESS_DENIED") == 1
    assert UserCompany.all_companies.filter(user=user).count() == 1


@pytest.mark.parametrize(("status", "is_active", "code"), [("suspended", True, 403), ("active", False, 403)])
def test_switch_to_what_is_closed(status: str, is_active: bool, code: int) -> None:
    """SW-4."""
    user = make_user()
    make_company(user)
    other = make_company(make_user(), is_active=is_active)
    make_member(user, other, status=status)
    assert PageClient.of(user).post("/switch-company", company_id=str(other.pk)).status_code == code


def test_own_companies() -> None:
    """SW-1, IN-9, CO-5: the list, the invitations, and whether one may be created."""
    user, inviter = make_user(), make_user()
    make_invitation(
        company=make_company(inviter, company_name="Loud Hall"), invited_by_user=inviter, invited_email=user.email
    )
    client = PageClient.of(user)
    page = client.get("/companies")
    assert [invitation.company_name for invitation in page.context["invitations"]] == ["Loud Hall"]
    assert page.context["can_create_company"]
    make_company(user)
    assert not client.get("/companies").context["can_create_company"]


def test_removed_member_loses_the_company_at_once() -> None:
    """SE-5, ME-5: the page session falls back to nothing."""
    user = make_user()
    row = make_member(user, make_company(make_user(), company_name="Quiet Harbour"))
    client = PageClient.of(user)
    assert client.get("/team").status_code == 200
    UserCompany.all_companies.filter(pk=row.pk).update(removed_date=clock.now(), is_primary_company=False)
    assert client.get("/team").status_code == 403
    assert "Quiet Harbour" not in text_of(client.get("/dashboard"))


def test_switching_leads_back_to_the_page_that_asked() -> None:
    """SW-2: to pages of ours only."""
    user = make_user()
    make_company(user)
    other = make_company(make_user())
    make_member(user, other)
    client = PageClient.of(user)
    for wanted, reached in (
        ("/team", "/team"),
        ("https://elsewhere.example/", "/dashboard"),
        ("//x.example", "/dashboard"),
    ):
        assert goes_to(client.post("/switch-company", company_id=str(other.pk), next=wanted)) == reached


@pytest.mark.parametrize("path", ["/dashboard", "/companies"])
def test_sw4_a_company_that_suspended_the_person_is_named(path: str) -> None:
    """Section 24 "suspended membership": it is in no list, and the notice says why; deactivated wins over suspended."""
    user = make_user()
    make_company(user, company_name="Quiet Harbour")
    paused = make_company(make_user(), company_name="Loud Hall")
    make_member(user, paused, status="suspended")
    make_member(user, make_company(make_user(), company_name="Dark Tent", is_active=False), status="suspended")
    make_member(user, make_company(make_user(), company_name="Old Shed"), status="removed")
    response = PageClient.of(user).get(path)
    assert [one.company_name for one in response.context["companies"]] == ["Quiet Harbour"]
    assert [notice.title for notice in response.context["notices"]] == ["Loud Hall is closed to you"]
    assert f'href="/companies/{paused.pk}/leave"' in text_of(response)
