"""The profile form proposes the names of the register, without scripting too (CO-11, CO-12, AX-2)."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from common import clock
from companies.models import Company
from tests.companies.care import stored
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, goes_to, text_of

pytestmark = pytest.mark.django_db
PROFILE, LEGAL = "/company", "HARBOURLINE EXHIBITS PTY LTD"


@pytest.fixture
def company() -> Company:
    return make_company(
        make_user(),
        company_name="Quay <Stands>",
        display_name_source="custom",
        custom_display_name="Quay <Stands>",
        legal_entity_name=LEGAL,
        business_names=["Harbourline & Sons", "Harbourline Exhibits Pty Ltd"],
        abn="50910000010",
        abn_status="active",
        abr_verified_at=clock.now(),
    )


@pytest.fixture
def admin(company: Company) -> PageClient:
    return PageClient.of(company.founded_by_user)


class Buttons(HTMLParser):
    """Attributes of the buttons of the form, in their order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page.split("data-guard")[1].split("</form>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "button":
            self.found.append(dict(attrs))


def entries(page: Any) -> dict[str, str]:
    """What a browser would send of the form."""
    form = page.context["form"]
    return {name: str(form[name].value() or "") for name in form.fields}


def proposals(page: Any) -> list[tuple[str, str, bool]]:
    return [(one.name, one.source, one.is_entered) for one in page.context["form"].proposals]


def test_co11_names_are_proposed_with_their_source(admin: PageClient) -> None:
    """Each once: a business name that differs from the legal name in case only is the legal name (CO-12)."""
    page = admin.get(PROFILE)
    assert proposals(page) == [(LEGAL, "Legal name", False), ("Harbourline & Sons", "Registered business name", False)]
    text = text_of(page)
    assert "Harbourline &amp; Sons" in text
    assert "Source of the name in use: Name of your own choice" in text
    assert "<Stands>" not in text


def test_co11_a_name_is_filled_in_and_nothing_saved_or_lost(company: Company, admin: PageClient) -> None:
    """GEN-5: what was typed stays, also where it is bad; a plain form post does it all."""
    typed = entries(admin.get(PROFILE)) | {"phone": "not a phone", "email": "Info@harbour.example"}
    before = stored()
    page = admin.post(PROFILE, **typed, use_name="Harbourline & Sons")
    assert page.status_code == 200
    assert stored() == before
    form = page.context["form"]
    assert (form["company_name"].value(), form["phone"].value()) == ("Harbourline & Sons", "not a phone")
    assert "“Harbourline &amp; Sons” is filled in. Save the changes" in text_of(page)
    assert "autofocus" in text_of(page)
    assert proposals(page)[1] == ("Harbourline & Sons", "Registered business name", True)
    sent = entries(page) | {"phone": ""}
    assert goes_to(admin.post(PROFILE, **sent)) == PROFILE
    company.refresh_from_db()
    assert (company.company_name, company.display_name_source) == ("Harbourline & Sons", "business")
    assert (company.custom_display_name, company.email) == (None, "info@harbour.example")
    assert "Source of the name in use: Registered business name" in text_of(admin.get(PROFILE))


def test_co12_the_legal_name_by_its_button(company: Company, admin: PageClient) -> None:
    page = admin.post(PROFILE, **entries(admin.get(PROFILE)), use_name=LEGAL)
    admin.post(PROFILE, **entries(page))
    company.refresh_from_db()
    assert (company.company_name, company.display_name_source) == (LEGAL, "legal")


def test_co11_only_names_of_the_register_are_filled_in(company: Company, admin: PageClient) -> None:
    typed = entries(admin.get(PROFILE)) | {"company_name": "As typed"}
    page = admin.post(PROFILE, **typed, use_name="Somebody Else Pty Ltd")
    assert page.context["form"]["company_name"].value() == "As typed"
    assert "Somebody Else" not in text_of(page)
    company.refresh_from_db()
    assert company.company_name == "Quay <Stands>"


def test_ax2_enter_in_a_field_saves(admin: PageClient) -> None:
    """The first button of a form is what Enter presses; the buttons themselves are reached by Tab."""
    first, *others = Buttons(text_of(admin.get(PROFILE))).found
    assert "name" not in first
    assert first["aria-hidden"] == "true"
    names = [button for button in others if button.get("name") == "use_name"]
    assert [button["value"] for button in names] == [LEGAL, "Harbourline & Sons"]
    assert all("tabindex" not in button and button["type"] == "submit" for button in names)


def test_pm2_members_are_offered_nothing_and_cannot_use_it(company: Company) -> None:
    member = make_user()
    make_member(member, company)
    client = PageClient.of(member)
    assert "use_name" not in text_of(client.get(PROFILE))
    assert "Source of the name" in text_of(client.get(PROFILE))
    before = stored()
    assert client.post(PROFILE, company_name="x", use_name=LEGAL).status_code == 403
    assert stored() == before


def test_sw3_a_form_of_another_company_gets_no_name(company: Company, admin: PageClient) -> None:
    sent = {"company_name": "Elsewhere", "form_company_id": str(company.pk + 1), "use_name": LEGAL}
    refused = admin.post(PROFILE, **sent)
    assert refused.status_code == 409
    assert refused.context["form"]["company_name"].value() == "Elsewhere"


def test_co11_nothing_to_propose_without_facts() -> None:
    page = PageClient.of(make_company(make_user()).founded_by_user).get(PROFILE)
    assert proposals(page) == []
    assert "use_name" not in text_of(page)
    assert "Source of the name in use: As you entered it" in text_of(page)


def test_co11_many_names_are_folded(company: Company, admin: PageClient) -> None:
    Company.all_companies.filter(pk=company.pk).update(business_names=[f"Expo {number:02}" for number in range(30)])
    text = text_of(admin.get(PROFILE))
    assert "Names in the business register (31)" in text
    assert "open>" not in text.split('class="proposals"')[1].split("<summary>")[0]
