"""One company over HTTP: profile, billing, organiser and customer details (CO-6, CO-12, CO-13, PR-4)."""

from __future__ import annotations

from typing import Any

import pytest

from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from companies.models import Company
from tests.companies.entries import HARBOURLINE, ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]

Team = tuple[Company, ApiClient, ApiClient]


@pytest.fixture
def team(db: None) -> Team:
    """A company with an admin and a viewer."""
    admin, viewer = make_user(), make_user()
    company = make_company(admin, company_name="Quiet Harbour")
    make_member(viewer, company, role="company_viewer")
    return company, client_of(admin), client_of(viewer)


def test_profile_has_an_etag(team: Team) -> None:
    company, admin, viewer = team
    response = viewer.get(f"/companies/{company.pk}")
    assert ok(response)["companyName"] == "Quiet Harbour"
    assert viewer.get(f"/companies/{company.pk}", if_none_match=response["ETag"]).status_code == 304
    changed = admin.patch(f"/companies/{company.pk}", {"companyName": "Loud Harbour"}, if_match=response["ETag"])
    assert ok(changed)["companyName"] == "Loud Harbour"
    assert changed["ETag"] != response["ETag"]


def test_stale_change_overwrites_nothing(team: Team) -> None:
    """CO-6."""
    company, admin, _ = team
    tag = admin.get(f"/companies/{company.pk}")["ETag"]
    ok(admin.patch(f"/companies/{company.pk}", {"companyName": "First"}, if_match=tag))
    refused = admin.patch(f"/companies/{company.pk}", {"companyName": "Second"}, if_match=tag)
    assert (refused.status_code, problem_code(refused)) == (412, "STALE_RESOURCE")
    assert admin.get(f"/companies/{company.pk}").json()["companyName"] == "First"


def test_change_is_recorded_and_no_change_is_not(team: Team) -> None:
    """AU-3."""
    company, admin, _ = team
    path = f"/companies/{company.pk}"
    ok(admin.patch(path, {"phone": "02 9876 5432", "email": " Info@Harbour.example "}))
    shown = ok(admin.patch(path, {"phone": "(02) 98765432"}))
    assert (shown["phone"], shown["phoneDisplay"], shown["email"]) == (
        "+61298765432",
        "02 9876 5432",
        "info@harbour.example",
    )
    assert activities(action="COMPANY_UPDATED") == ["COMPANY_UPDATED"]
    assert ok(admin.patch(path, {"phone": None, "industryCode": ""}))["phone"] is None


def test_bad_changes_are_named_at_once(team: Team) -> None:
    company, admin, _ = team
    body = {"companyName": "x", "phone": "1", "email": "no", "industryCode": "?", "abn": "1", "countryCode": "NZ"}
    assert field_codes(admin.patch(f"/companies/{company.pk}", body)) == {
        "companyName": "too_short",
        "phone": "phone_invalid",
        "email": "email_invalid",
        "industryCode": "invalid_choice",
        "abn": "abn_invalid",
        "countryCode": "unknown_field",
    }


def test_abn_can_be_added_once(team: Team, register: Simulator) -> None:
    """CO-6, CO-12: unverified may change, verified is fixed."""
    company, admin, _ = team
    path = f"/companies/{company.pk}"
    register.control.set(Switches(Mode.HTTP500))
    assert ok(admin.patch(path, {"abn": "42 910 000 038"}))["abnVerification"] == "unverified"
    register.control.set(Switches())
    verified = ok(admin.patch(path, {"abn": HARBOURLINE, "companyName": "harbourline exhibits pty ltd"}))
    assert (verified["abnVerification"], verified["displayNameSource"], verified["acn"]) == (
        "verified",
        "legal",
        "910000010",
    )
    refused = admin.patch(path, {"abn": "42 910 000 038"})
    assert (refused.status_code, problem_code(refused)) == (409, "ABN_IMMUTABLE")
    assert problem_code(admin.patch(path, {"acn": None})) == "ABN_IMMUTABLE"
    ok(admin.patch(path, {"abn": HARBOURLINE}))


def test_abn_of_another_company(team: Team) -> None:
    """CO-7."""
    company, admin, _ = team
    make_company(abn="50910000010")
    refused = admin.patch(f"/companies/{company.pk}", {"abn": HARBOURLINE})
    assert (refused.status_code, problem_code(refused)) == (409, "COMPANY_EXISTS")


def test_billing_details(team: Team) -> None:
    """CO-13: the invoice name is derived; the address is checked as a whole."""
    company, admin, viewer = team
    path = f"/companies/{company.pk}/billing-details"
    assert problem_code(viewer.get(path)) == "INSUFFICIENT_PERMISSIONS"
    response = admin.get(path)
    assert (ok(response)["taxInvoiceName"], response.json()["billingCountryCode"]) == ("Quiet Harbour", "AU")
    assert field_codes(admin.patch(path, {"taxInvoiceName": "x"})) == {"taxInvoiceName": "unknown_field"}
    moved = admin.patch(path, {"billingCountryCode": "US"})
    assert field_codes(moved) == {"billingState": "state_invalid", "billingPostalCode": "postal_code_invalid"}
    entered = {"billingEmail": "Pay@Harbour.example", "billingAddressLine2": "Level 2", "billingPostalCode": "2001"}
    changed = ok(admin.patch(path, entered, if_match=response["ETag"]))
    assert (changed["billingEmail"], changed["billingPostalCode"]) == ("pay@harbour.example", "2001")
    assert problem_code(admin.patch(path, entered, if_match=response["ETag"])) == "STALE_RESOURCE"
    assert ok(admin.patch(path, {"billingAddressLine2": None}))["billingAddressLine2"] is None
    assert field_codes(admin.patch(path, {"billingCity": None})) == {"billingCity": "null_not_allowed"}
    assert activities(action="COMPANY_BILLING_UPDATED") == ["COMPANY_BILLING_UPDATED"] * 2


def test_organizer_details(team: Team) -> None:
    company, admin, viewer = team
    path = f"/companies/{company.pk}/organizer-details"
    assert ok(viewer.get(path)) == {
        "companyId": company.pk,
        "website": None,
        "organizerLicenseNumber": None,
        "eventTypesOrganized": [],
        "averageEventsPerYear": None,
        "updatedDate": None,
    }
    body: dict[str, Any] = {"website": "https://harbour.example", "eventTypesOrganized": ["Expo"]}
    assert problem_code(viewer.patch(path, body)) == "INSUFFICIENT_PERMISSIONS"
    assert ok(admin.patch(path, body))["eventTypesOrganized"] == ["Expo"]
    assert ok(admin.patch(path, {"eventTypesOrganized": []}))["eventTypesOrganized"] == []
    ok(admin.patch(path, {"eventTypesOrganized": None}))
    assert activities(action="COMPANY_ORGANIZER_UPDATED") == ["COMPANY_ORGANIZER_UPDATED"] * 2
    refused = admin.patch(path, {"website": "ftp://x", "eventTypesOrganized": ["a"] * 21, "averageEventsPerYear": -1})
    assert field_codes(refused) == {
        "website": "url_invalid",
        "eventTypesOrganized": "too_long",
        "averageEventsPerYear": "too_small",
    }


def test_customer_details(team: Team) -> None:
    """ON-5: a new company starts in the free tier."""
    company, admin, viewer = team
    path = f"/companies/{company.pk}/customer-details"
    body = ok(admin.get(path))
    assert set(body) == {
        "companyId", "customerSince", "customerTierCode", "customerTierName", "totalEvents", "totalLeadsCaptured",
    }  # fmt: skip
    assert (body["customerTierCode"], body["customerTierName"], body["totalEvents"]) == ("free", "Free", 0)
    assert problem_code(viewer.get(path)) == "INSUFFICIENT_PERMISSIONS"


def test_purging_the_register_cache_names_the_holders() -> None:
    """abr.md section 3: staff can act on the live companies that hold a number."""
    holder = make_company(abn="50910000010")
    staff = client_of(make_user(role="system_admin"))
    body = ok(staff.post("/admin/abr-cache/purge", {"abn": HARBOURLINE, "reason": "wrong answer"}))
    assert body["affectedCompanyIds"] == [holder.pk]
