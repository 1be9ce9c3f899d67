"""/companies/<company>/leave: what is lost, who has to stay, and where one lands (ME-3, ME-6)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from common.problems import Problem
from companies import services
from companies.models import Company
from tests.companies.managing import REASON, SHOWN_REASON, everything, state_of
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.fixture
def sam(db: None) -> User:
    return make_user(first_name="Sam", last_name="Okafor")


@pytest.fixture
def harbour(db: None) -> Company:
    return make_company(make_user(), company_name="Quiet Harbour")


@pytest.fixture
def hall(db: None) -> Company:
    return make_company(make_user(), company_name="Loud Hall")


def page_of(company: Company) -> str:
    return f"/companies/{company.pk}/leave"


@pytest.mark.parametrize("role", ["company_user", "company_viewer"])
def test_me6_leaving_the_only_company(sam: User, harbour: Company, role: str) -> None:
    """The list leads to the page; afterwards the three ways in are shown."""
    make_member(sam, harbour, role=role)
    client = PageClient.of(sam)
    assert f'href="{page_of(harbour)}"' in text_of(client.get("/companies"))
    page = text_of(client.get(page_of(harbour)))
    for text in ("Leave Quiet Harbour", "What happens", "You belong to no company then", 'maxlength="500"'):
        assert text in page
    assert goes_to(client.post(page_of(harbour), reason=f" {REASON} ")) == "/dashboard"
    assert state_of(sam, harbour) == (role, "removed", REASON)
    assert activities(company_id=harbour.pk, user=sam, reason=REASON) == ["MEMBERSHIP_LEFT"]
    landed = text_of(client.get("/dashboard"))
    for text in ("You have left Quiet Harbour", "Accept an invitation", "Request access", "Create your company"):
        assert text in landed


def test_leaving_the_open_company_opens_another(sam: User, harbour: Company, hall: Company) -> None:
    """SE-5: the page says which one; every device loses the one that was left."""
    make_member(sam, harbour)
    make_member(sam, hall)
    client, elsewhere = PageClient.of(sam), PageClient.of(sam)
    page = text_of(client.get(page_of(harbour)))
    assert ("You go on in <strong>Loud Hall</strong>" in " ".join(page.split()), "no company then" in page) == (
        True,
        False,
    )
    assert goes_to(client.post(page_of(harbour))) == "/dashboard"
    for browser in (client, elsewhere):
        assert browser.get("/dashboard").context["shell"].active_company.company_name == "Loud Hall"


def test_leaving_another_company_changes_nothing_here(sam: User, harbour: Company, hall: Company) -> None:
    make_member(sam, harbour)
    make_member(sam, hall)
    client = PageClient.of(sam)
    assert "Quiet Harbour stays open" in text_of(client.get(page_of(hall)))
    assert goes_to(client.post(page_of(hall))) == "/companies"
    page = client.get("/companies")
    assert [one.company_name for one in page.context["companies"]] == ["Quiet Harbour"]
    assert page.context["shell"].active_company.company_name == "Quiet Harbour"
    assert "You have left Loud Hall" in text_of(page)


def test_suspended_people_may_leave(sam: User, harbour: Company) -> None:
    make_member(sam, harbour, status="suspended")
    client = PageClient.of(sam)
    assert client.get(page_of(harbour)).status_code == 200
    assert goes_to(client.post(page_of(harbour))) == "/companies"
    assert state_of(sam, harbour)[1] == "removed"


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize("has_others", [True, False])
def test_me3_the_last_administrator_stays(sam: User, hall: Company, *, has_others: bool, is_open: bool) -> None:
    """LAST_ADMIN with the way out: the team of the company, or its invitations where nobody else belongs to it."""
    if not is_open:
        make_member(sam, hall)
    own = make_company(sam, company_name="Own Booth")
    if has_others:
        make_member(make_user(), own)
        make_member(make_user(), own, role="company_admin", status="suspended")
    client = PageClient.of(sam)
    page = text_of(client.get(page_of(own)))
    way_out = "/team" if has_others else "/team/invitations"
    link = f'href="{way_out}">' if is_open else f'name="next" value="{way_out}"'
    assert "You are the only active administrator" in page
    assert (link in page, 'name="reason"' in page) == (True, False)
    before = everything()
    answer = client.post(page_of(own), reason=REASON)
    assert answer.status_code == 409
    assert "administrator" in str(form_errors(answer)["__all__"])
    assert SHOWN_REASON in text_of(answer)
    assert everything() == before


def test_with_another_administrator_one_may_go(sam: User) -> None:
    own = make_company(sam)
    make_member(make_user(), own, role="company_admin")
    client = PageClient.of(sam)
    assert goes_to(client.post(page_of(own))) == "/dashboard"
    assert state_of(sam, own)[1] == "removed"


def test_gen5_refused_entries_stay(sam: User, harbour: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too long a reason; and an administrator who becomes the last one while the page is open."""
    make_member(sam, harbour)
    client, before = PageClient.of(sam), everything()
    answer = client.post(page_of(harbour), reason="x" * 501)
    assert (answer.status_code, set(form_errors(answer))) == (422, {"reason"})
    assert "x" * 501 in text_of(answer)

    def refuse(**values: Any) -> None:
        raise Problem("LAST_ADMIN")

    monkeypatch.setattr(services, "leave_company", refuse)
    answer = client.post(page_of(harbour), reason=REASON)
    assert (answer.status_code, SHOWN_REASON in text_of(answer)) == (409, True)
    assert "A company needs at least one active administrator." in form_errors(answer)["__all__"]
    assert everything() == before


def test_sw4_companies_that_are_not_ones_own(sam: User, harbour: Company, hall: Company) -> None:
    """TI-4: foreign, left and unknown ones look alike; evidence for those that exist."""
    make_member(sam, hall, status="removed")
    client, before = PageClient.of(sam), everything()[:-1]
    for key in (harbour.pk, hall.pk, 999_999_999, 10**25):
        assert client.get(f"/companies/{key}/leave").status_code == 404
        assert client.post(f"/companies/{key}/leave", reason=REASON).status_code == 404
    assert everything()[:-1] == before
    assert activities(action="CROSS_COMPANY_ACCESS_DENIED") == ["CROSS_COMPANY_ACCESS_DENIED"] * 4


def test_visitors_and_people_in_onboarding(harbour: Company) -> None:
    before = everything()
    for method in ("get", "post"):
        assert goes_to(getattr(PageClient(), method)(page_of(harbour))).startswith("/login")
        newcomer = PageClient.of(make_user(is_onboarding_complete=False))
        assert goes_to(getattr(newcomer, method)(page_of(harbour))).startswith("/onboarding")
    assert everything() == before
