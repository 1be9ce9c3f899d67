"""Pages of a company's settings (CO-6, CO-11 to CO-13, CO-2, SW-3, section 24)."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from abr_cache.simulator.server import Simulator
from common import clock
from companies.models import Company, CompanyBillingDetails, CompanyOrganizerDetails
from companies.services.verification import verify_unverified
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

PROFILE, BILLING, ORGANIZER = PAGES = ("/company", "/company/billing", "/company/organizer")
ADDRESS = {
    "billing_country_code": "AU",
    "billing_address_line1": "1 Example Street",
    "billing_city": "Sydney",
    "billing_state": "NSW",
    "billing_postal_code": "2000",
}


class Team(NamedTuple):
    company: Company
    admin: PageClient
    member: PageClient


@pytest.fixture
def team() -> Team:
    """A company as the register knows it, verified."""
    admin, member = make_user(), make_user()
    company = make_company(
        admin,
        company_name="Harbourline",
        legal_entity_name="Harbourline Exhibits Pty Ltd",
        business_names=["Harbour Stands", "Quay Expo"],
        abn="50910000010",
        abn_status="active",
        entity_type="Australian Private Company",
        is_gst_registered=True,
        abr_verified_at=clock.now(),
    )
    make_member(member, company)
    return Team(company, PageClient.of(admin), PageClient.of(member))


def version(client: PageClient, path: str) -> str:
    return str(client.get(path).context["form"]["version"].value())


def fresh(company: Company) -> Company:
    return Company.all_companies.get(pk=company.pk)


def test_section24_members_read_register_facts(team: Team) -> None:
    """CO-11: names kept apart, with source and date; only admins see form, billing and subscription."""
    page = text_of(team.member.get(PROFILE))
    for text in (
        *("Harbourline Exhibits Pty Ltd", "Harbour Stands, Quay Expo", "50 910 000 010", "Active", "Registered"),
        *("Australian Private Company", "Source: Australian Business Register", "Read from the register"),
    ):
        assert text in page
    assert 'name="company_name"' not in page
    assert "Subscription" not in page
    assert BILLING not in page
    assert 'name="website"' not in text_of(team.member.get(ORGANIZER))
    assert team.member.get(BILLING).status_code == 403
    page = text_of(team.admin.get(PROFILE))
    for text in ("Customer since", "Free", BILLING, 'aria-current="page">Company</a>'):
        assert text in page


def test_co6_admin_edits_profile(team: Team) -> None:
    """CO-6, CO-12."""
    sent = {"version": version(team.admin, PROFILE), "company_name": "Quay Expo", "phone": "02 9876 5432"}
    assert goes_to(team.admin.post(PROFILE, **sent, email="Info@Harbour.example")) == PROFILE
    row = fresh(team.company)
    assert (row.company_name, row.display_name_source) == ("Quay Expo", "business")
    assert (row.phone, row.email) == ("+61298765432", "info@harbour.example")
    form = team.admin.get(PROFILE).context["form"]
    again = {name: form[name].value() or "" for name in form.fields}
    assert goes_to(team.admin.post(PROFILE, **again)) == PROFILE
    assert activities(action="COMPANY_UPDATED") == ["COMPANY_UPDATED"]


def test_co6_verified_abn_is_not_editable(team: Team) -> None:
    assert 'name="abn"' not in text_of(team.admin.get(PROFILE))
    sent = {"version": version(team.admin, PROFILE), "company_name": "Harbourline"}
    team.admin.post(PROFILE, **sent, abn="42 910 000 038", acn="")
    assert fresh(team.company).abn == "50910000010"


def test_co7_abn_of_another_company() -> None:
    """CO-6, CO-7: a company without a confirmed ABN may set one; a taken one is refused at its field."""
    admin = make_user()
    company = make_company(admin, company_name="Quiet Harbour")
    make_company(abn="50910000010", company_name="Secret Name")
    client = PageClient.of(admin)
    sent = {"version": version(client, PROFILE), "company_name": "Quiet Harbour", "phone": "", "email": ""}
    bad = client.post(PROFILE, **sent, abn="12")
    assert (bad.status_code, set(form_errors(bad))) == (422, {"abn"})
    taken = client.post(PROFILE, **sent, abn="50 910 000 010")
    assert (taken.status_code, set(form_errors(taken))) == (409, {"abn"})
    assert "Secret" not in text_of(taken)
    assert fresh(company).abn is None


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"abn_status": None, "abr_verified_at": None}, "The ABN is not confirmed yet"),
        ({"abn_status": "cancelled"}, "The ABN is cancelled"),
    ],
)
def test_co2_standing_notices(team: Team, values: dict[str, Any], title: str) -> None:
    assert title not in text_of(team.member.get(PROFILE))
    Company.all_companies.filter(pk=team.company.pk).update(**values)
    assert title in text_of(team.member.get(PROFILE))
    assert title in text_of(team.admin.get(PROFILE))


def test_co2_an_abn_the_register_does_not_know(team: Team, register: Simulator) -> None:
    """Nobody asks again about it, so the notice says who can do what instead."""
    Company.all_companies.filter(pk=team.company.pk).update(abn="75930000550", abn_status=None, abr_verified_at=None)
    assert "We ask again every hour" in text_of(team.member.get(PROFILE))
    assert verify_unverified() == 1
    page = text_of(team.member.get(PROFILE))
    assert "The business register does not know the ABN 75 930 000 550." in page
    assert "ask again" not in page
    assert "The ABN is not in the register" in text_of(team.admin.get("/dashboard"))


def test_pm2_members_cannot_save(team: Team) -> None:
    """PM-2: refused, and nothing changed."""
    for path, entered in (
        (PROFILE, {"company_name": "Taken Over"}),
        (BILLING, {**ADDRESS, "billing_city": "Perth"}),
        (ORGANIZER, {"website": "https://taken.example"}),
    ):
        assert team.member.post(path, **entered).status_code == 403, path
    assert fresh(team.company).company_name == "Harbourline"
    assert CompanyBillingDetails.all_companies.get(company=team.company).billing_city == "Sydney"
    assert CompanyOrganizerDetails.all_companies.get(company=team.company).website is None


@pytest.mark.parametrize("path", PAGES)
def test_section24_visitors_log_in_and_loners_are_refused(path: str) -> None:
    """SE-9, TI-1: a visitor is sent to the log-in; without an active company there is nothing to show."""
    assert goes_to(PageClient().get(path)).startswith("/login?next=")
    assert goes_to(PageClient().post(path, company_name="x")).startswith("/login?next=")
    loner = PageClient.of(make_user())
    refused, dashboard = loner.get(path), text_of(loner.get("/dashboard"))
    assert refused.status_code in (403, 404, 409)
    assert f'href="{path}"' not in dashboard


@pytest.mark.parametrize(
    ("path", "first", "second", "shown"),
    [
        (PROFILE, {"company_name": "First Name"}, {"company_name": "Second Name"}, ("First Name", "Second Name")),
        (BILLING, ADDRESS | {"billing_city": "Perth"}, ADDRESS | {"billing_city": "Hobart"}, ("Perth", "Hobart")),
        (ORGANIZER, {"website": "https://one.example"}, {"website": "https://two.example"}, ("one.ex", "two.ex")),
    ],
)
def test_co6_changed_meanwhile(
    team: Team, path: str, first: dict[str, str], second: dict[str, str], shown: tuple[str, str]
) -> None:
    """CO-6: 412 with both versions and everything typed; the second save overwrites knowingly."""
    opened = version(team.admin, path)
    assert goes_to(team.admin.post(path, **first, version=opened)) == path
    for stale in (opened, "", "*"):
        refused = team.admin.post(path, **second, version=stale)
        assert refused.status_code == 412
        assert "changed this in the meantime" in text_of(refused)
        [difference] = refused.context["differences"]
        assert shown[0] in difference.now
        assert shown[1] in difference.typed
        assert all(f"{text}" in text_of(refused) for text in shown)
        assert version(team.admin, path) == refused.context["form"]["version"].value()
        unchanged = team.admin.get(path).context["form"].initial
        assert {name: unchanged[name] for name in first} == first
    renewed = str(refused.context["form"]["version"].value())
    assert goes_to(team.admin.post(path, **second, version=renewed)) == path
    saved = team.admin.get(path).context["form"].initial
    assert {name: saved[name] for name in second} == second


def test_gen5_bad_fields_keep_what_was_typed(team: Team) -> None:
    """GEN-5: every bad field at once, with everything typed; nothing is saved."""
    cases: list[tuple[str, dict[str, str], set[str]]] = [
        (PROFILE, {"company_name": "x", "phone": "1", "email": "no"}, {"company_name", "phone", "email"}),
        (
            BILLING,
            ADDRESS | {"billing_city": "", "billing_postal_code": "99", "billing_email": "no"},
            {"billing_city", "billing_postal_code", "billing_email"},
        ),
        (
            ORGANIZER,
            {"website": "not-a-site", "average_events_per_year": "-3", "event_types_organized": "Expo\n" + "x" * 51},
            {"website", "average_events_per_year", "event_types_organized"},
        ),
    ]
    for path, entered, bad in cases:
        refused = team.admin.post(path, **entered, version=version(team.admin, path))
        assert refused.status_code == 422
        assert set(form_errors(refused)) == bad
        assert {name: refused.context["form"][name].value() for name in entered} == entered
        assert "Please check what you entered" in text_of(refused)
    assert activities(action="COMPANY_UPDATED") == []


def test_co13_billing_shows_the_legal_name(team: Team) -> None:
    """CO-13, ON-4: the invoice name is read-only; another country brings its own fields, and nothing is lost."""
    page = text_of(team.admin.get(BILLING))
    assert "Harbourline Exhibits Pty Ltd" in page
    assert 'name="tax_invoice_name"' not in page
    moved = team.admin.post(BILLING, **ADDRESS | {"billing_country_code": "US"}, action="country")
    assert moved.status_code == 200
    assert "California" in text_of(moved)
    assert moved.context["form"]["billing_city"].value() == "Sydney"
    refused = team.admin.post(BILLING, **ADDRESS | {"billing_country_code": "US"}, version=version(team.admin, BILLING))
    assert set(form_errors(refused)) == {"billing_state", "billing_postal_code"}
    sent = ADDRESS | {"billing_phone": "02 9876 5432", "version": version(team.admin, BILLING)}
    assert goes_to(team.admin.post(BILLING, **sent)) == BILLING
    assert CompanyBillingDetails.all_companies.get(company=team.company).billing_phone == "+61298765432"


def test_co6_organizer_lists_and_clears(team: Team) -> None:
    sent = {"event_types_organized": "Expo\r\n\r\n Trade show ", "average_events_per_year": "0"}
    assert goes_to(team.admin.post(ORGANIZER, **sent, version=version(team.admin, ORGANIZER))) == ORGANIZER
    row = CompanyOrganizerDetails.all_companies.get(company=team.company)
    assert (row.event_types_organized, row.average_events_per_year) == (["Expo", "Trade show"], 0)
    assert "Trade show" in text_of(team.member.get(ORGANIZER))
    assert goes_to(team.admin.post(ORGANIZER, version=version(team.admin, ORGANIZER))) == ORGANIZER
    row.refresh_from_db()
    assert (row.event_types_organized, row.average_events_per_year) == (None, None)


def test_sw3_form_of_another_company(team: Team) -> None:
    """SW-3: refused with its content; sent again it meets the version of this company."""
    sent = {"company_name": "Elsewhere", "version": "other", "form_company_id": str(team.company.pk + 1)}
    refused = team.admin.post(PROFILE, **sent)
    assert refused.status_code == 409
    assert "Elsewhere" in text_of(refused)
    assert fresh(team.company).company_name == "Harbourline"
