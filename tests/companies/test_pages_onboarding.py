"""The company step on pages: search, choose, enter, create (ON-4 to ON-6, AB-1 to AB-5, CO-1 to CO-8)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from abr_cache.models import ABRSearch
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from common import clock
from companies.models import Company
from reference.selectors.lookups import code_id
from tests.companies.entries import HARBOURLINE, newcomer
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.pages import PageClient, form_errors, goes_to, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

PAGE = "/onboarding/company"
ENTRY = {
    "action": "create",
    "country_code": "AU",
    "company_name": "Quiet Harbour",
    "abn": "",
    "acn": "",
    "is_gst_registered": "",
    "industry_code": "",
    "phone": "",
    "email": "",
    "billing_address_line1": "1 Example Street",
    "billing_address_line2": "",
    "billing_city": "Sydney",
    "billing_state": "NSW",
    "billing_postal_code": "2000",
}


@pytest.fixture
def client() -> PageClient:
    """Somebody whose next step is the company."""
    return PageClient.of(newcomer())


def _day(instant: datetime) -> str:
    """A day as the page of somebody in Sydney shows it."""
    return f"{instant.astimezone(ZoneInfo('Australia/Sydney')):%-d %B %Y}"


def companies() -> Any:
    return Company.all_companies.all()


def test_details_come_first() -> None:
    """ON-2."""
    beginner = PageClient.of(make_user(is_onboarding_complete=False))
    assert goes_to(beginner.get(PAGE)) == "/onboarding/details"
    assert goes_to(beginner.post(PAGE, **ENTRY)) == "/onboarding/details"
    assert not companies().exists()


@pytest.mark.parametrize(
    ("query", "outcome", "selected"),
    [
        ("harbourline", "found", ""),
        ("50 910 000 010", "found", "50910000010"),
        ("910 000 010", "found", "50910000010"),
        ("zzzqqq", "not_found", ""),
        ("61910000118", "unavailable", ""),
    ],
)
def test_search(client: PageClient, register: Simulator, query: str, outcome: str, selected: str) -> None:
    """AB-1, AB-2, AB-5: three outcomes; one result of a number search is chosen beforehand, name results never."""
    for path, entries in ((PAGE, {"action": "search"}), (f"{PAGE}/search", {})):
        response = client.post(path, query=query, search_type="auto", **entries)
        assert response.status_code == 200
        assert response.context["search"].outcome == outcome
        assert response.context["selected_abn"] == selected
        assert f'data-outcome="{outcome}"' in text_of(response)
    assert "Enter the details yourself" in text_of(client.post(PAGE, action="search", query=query))


@pytest.mark.parametrize("query", ["51824753557", "x", "", "a" * 201])
def test_search_for_what_cannot_be(client: PageClient, register: Simulator, query: str) -> None:
    """AB-1: a bad number is told before anything is asked; so is a text too short or too long."""
    response = client.post(PAGE, action="search", query=query)
    assert response.status_code == 422
    assert response.context["search"].error
    assert query[:200] in text_of(response)


def test_search_is_limited(client: PageClient, register: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """RL-1: the same limit as the endpoint."""
    from common import rate_limits

    refused = rate_limits.LimitState(limit=30, remaining=0, reset_after=40, allowed=False)
    monkeypatch.setattr(rate_limits, "check", lambda limit, key: refused)
    response = client.post(f"{PAGE}/search", query="harbourline")
    assert response.status_code == 429
    assert "Wait a minute" in text_of(response)
    assert goes_to(client.post(PAGE, action="choose", abn="50910000010")) == f"{PAGE}?mode=search"


def test_chosen_result_fills_the_form(client: PageClient, register: Simulator) -> None:
    """ON-4, CO-11: name, ABN, ACN, state and postcode; street and suburb are typed."""
    assert goes_to(client.post(PAGE, action="choose", abn="50910000010", query="harbourline")) == f"{PAGE}?mode=chosen"
    for path in (f"{PAGE}?mode=chosen", PAGE):
        form = client.get(path).context["form"]
        shown = {name: form[name].value() for name in ("company_name", "abn", "acn", "billing_state")}
        assert shown == {
            "company_name": "Harbourline Exhibits",
            "abn": HARBOURLINE,
            "acn": "910 000 010",
            "billing_state": "NSW",
        }
        assert "is_gst_registered" not in form.fields
        assert not form["billing_address_line1"].value()


@pytest.mark.parametrize("abn", ["", "nonsense", "51824753557"])
def test_choosing_nonsense(client: PageClient, register: Simulator, abn: str) -> None:
    assert goes_to(client.post(PAGE, action="choose", abn=abn)) == f"{PAGE}?mode=search"
    assert client.get(f"{PAGE}?mode=chosen").context["mode"] == "search"


def test_choosing_while_the_register_is_away(client: PageClient, register: Simulator) -> None:
    """AB-2, AX-4: the way on is the form, with what the result showed."""
    chosen = {"abn": "61910000118", "name": "SERVER FAULT PTY LTD"}
    assert goes_to(client.post(PAGE, action="choose", **chosen)) == f"{PAGE}?mode=manual"
    page = client.get(f"{PAGE}?mode=manual")
    form = page.context["form"]
    assert "no details at the moment" in text_of(page)
    assert (form["abn"].value(), form["company_name"].value()) == ("61 910 000 118", "SERVER FAULT PTY LTD")
    client.post(PAGE, action="choose", abn="50910000010")
    assert not client.get(f"{PAGE}?mode=manual").context["form"]["abn"].value()


def test_choosing_what_the_register_no_longer_knows(client: PageClient, register: Simulator) -> None:
    """AB-2: not found is no trouble of the register's, and is told otherwise."""
    assert goes_to(client.post(PAGE, action="choose", abn="75930000550", name="GONE")) == f"{PAGE}?mode=manual"
    page = text_of(client.get(f"{PAGE}?mode=manual"))
    assert "has no record of this ABN any more" in page
    assert "at the moment" not in page


@pytest.mark.parametrize("query", ["harbourline", "50910000010"])
def test_source_and_day_are_shown(client: PageClient, register: Simulator, query: str) -> None:
    """abr.md 3, terms: with every result, new or cached, and above the form."""
    source = f"Source: Australian Business Register, read on {_day(clock.now())}"
    for _ in range(2):
        assert source in text_of(client.post(PAGE, action="search", query=query))
    client.post(PAGE, action="choose", abn="50910000010")
    assert source in text_of(client.get(f"{PAGE}?mode=chosen"))
    assert "Source: Australian" not in text_of(client.post(PAGE, action="search", query="zzzqqq"))


def test_chosen_result_that_is_old_says_so(client: PageClient, register: Simulator) -> None:
    """AB-4: a stale answer is marked, also above the form."""
    client.post(PAGE, action="choose", abn="50910000010")
    read_at = clock.now() - timedelta(days=40)
    ABRSearch.objects.update(fetched_at=read_at, expires_at=clock.now() - timedelta(days=10))
    register.control.set(Switches(Mode.HTML))
    page = text_of(client.get(f"{PAGE}?mode=chosen"))
    assert "may have changed since" in page
    assert f"read on {_day(read_at)}" in page


def test_create(client: PageClient, register: Simulator) -> None:
    """ON-5, ON-6, CO-4: made from the register entry, open on the dashboard."""
    client.post(PAGE, action="choose", abn="50910000010")
    entry = ENTRY | {"company_name": "Harbourline Exhibits", "abn": HARBOURLINE}
    assert goes_to(client.post(f"{PAGE}?mode=chosen", **entry)) == "/dashboard"
    dashboard = client.get("/dashboard")
    assert "Harbourline Exhibits is set up" in text_of(dashboard)
    assert dashboard.context["shell"].active_company.company_name == "Harbourline Exhibits"
    company = companies().get()
    assert (company.abn, company.legal_entity_name) == ("50910000010", "HARBOURLINE EXHIBITS PTY LTD")


def test_create_twice(client: PageClient) -> None:
    """GEN-3, CO-5: a form sent twice makes one company, and no error page."""
    assert goes_to(client.post(PAGE, **ENTRY)) == "/dashboard"
    assert goes_to(client.post(PAGE, **ENTRY)) == "/dashboard"
    assert goes_to(client.get(PAGE)) == "/dashboard"
    assert companies().count() == 1


def test_refused_form_keeps_everything(client: PageClient) -> None:
    """GEN-5, CO-1: every bad field with its own text, everything typed in place, nothing stored."""
    bad = {"company_name": "Q", "abn": "51824753557", "phone": "12", "email": "nope", "billing_postal_code": "99"}
    response = client.post(f"{PAGE}?mode=manual", **ENTRY | bad | {"billing_city": ""})
    assert response.status_code == 422
    assert set(form_errors(response)) == {*bad, "billing_city"}
    page = text_of(response)
    for value in (*bad.values(), "1 Example Street"):
        assert f'value="{value}"' in page
    assert not companies().exists()


def test_unknown_abn(client: PageClient, register: Simulator) -> None:
    """CO-2: not registered is told at the field."""
    response = client.post(PAGE, **ENTRY | {"abn": "53004085616"})
    assert response.status_code == 422
    assert "abn" in form_errors(response)


def test_duplicate_tells_nothing_and_keeps_everything(client: PageClient, register: Simulator) -> None:
    """CO-8: 409 without a word about the other company; what was typed stays."""
    make_company(make_user(), company_name="Secret Name", abn="50910000010")
    response = client.post(PAGE, **ENTRY | {"abn": HARBOURLINE})
    assert response.status_code == 409
    assert response.context["duplicate"] == {"abn": "50910000010"}
    page = text_of(response)
    assert "already uses EventLead" in page
    assert "Secret Name" not in page
    assert 'value="Quiet Harbour"' in page
    assert companies().count() == 1


def test_other_country(client: PageClient) -> None:
    """ON-4: labels, states and fields follow the country, unvalidated and with everything typed kept."""
    response = client.post(PAGE, **ENTRY | {"action": "country", "country_code": "US", "billing_city": ""})
    form = response.context["form"]
    assert response.status_code == 200
    assert not form.errors
    assert (form["billing_state"].label, form["billing_postal_code"].label) == ("State", "ZIP code")
    assert not {"abn", "acn", "is_gst_registered"} & set(form.fields)
    assert form["company_name"].value() == "Quiet Harbour"
    entry = ENTRY | {"country_code": "US", "billing_state": "CA", "billing_postal_code": "94105"}
    assert goes_to(client.post(PAGE, **entry)) == "/dashboard"
    assert companies().get().country_id == code_id("Country", "US")


def test_unknown_country(client: PageClient) -> None:
    response = client.post(PAGE, **ENTRY | {"country_code": "XX"})
    assert response.status_code == 422
    assert "country_code" in form_errors(response)


def test_country_without_register() -> None:
    """ON-4: the search appears only where there is a register."""
    client = PageClient.of(newcomer(country_id=code_id("Country", "NZ")))
    page = client.get(PAGE)
    assert (page.context["mode"], page.context["has_company_search"]) == ("manual", False)
    assert page.context["form"]["country_code"].value() == "NZ"


def test_gst_question_is_for_manual_entry(client: PageClient) -> None:
    """ON-4: without an ABN the answer of the person is stored."""
    assert "is_gst_registered" in client.get(f"{PAGE}?mode=manual").context["form"].fields
    client.post(PAGE, **ENTRY | {"is_gst_registered": "yes"})
    assert companies().get().is_gst_registered is True


def test_visitors_cannot_search() -> None:
    assert goes_to(PageClient().post(f"{PAGE}/search", query="harbourline")).startswith("/login")
