"""POST /companies (CO-1 to CO-8, ON-2, ON-5, ON-6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps

from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from tests.companies.entries import BILLING, HARBOURLINE, company_body, newcomer, ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.api import field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

if TYPE_CHECKING:
    from tests.support.api import ApiClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]


def company_rows() -> int:
    return int(apps.get_model("companies", "Company").all_companies.count())


def test_everything_commits_together(mailbox: Mailbox) -> None:
    """CO-4, ON-5, ON-6: details, membership, flags, audit, roles and the session's company."""
    dana = newcomer(email="dana@harbourline.example")
    created = ok(client_of(dana).post("/companies", company_body(abn=HARBOURLINE)), 201)
    company_id = created["company"]["companyId"]
    dana.refresh_from_db()
    assert (dana.is_onboarding_complete, dana.onboarding_step) == (True, 3)
    membership = apps.get_model("companies", "UserCompany").all_companies.get(company_id=company_id)
    assert membership.is_primary_company
    assert (membership.user_company_role.code, membership.joined_via.code) == ("company_admin", "signup")
    for name in ("CompanyCustomerDetails", "CompanyBillingDetails", "CompanyOrganizerDetails"):
        assert apps.get_model("companies", name).all_companies.filter(company_id=company_id).count() == 1
    assert activities(company_id=company_id) == ["COMPANY_CREATED", "MEMBERSHIP_CREATED", "ONBOARDING_COMPLETED"]
    roles = apps.get_model("auditing", "AuditRole").all_companies.filter(company_id=company_id)
    assert [row.change_kind for row in roles] == ["assigned"]
    assert [mail.subject for mail in mailbox.to(dana.email)] != []
    assert client_of(dana).get("/auth/me").json()["activeCompany"]["companyId"] == company_id


def test_every_bad_field_is_named_at_once() -> None:
    """GEN-5, CO-1: own fields and nested ones, form and meaning."""
    billing = {"billingAddressLine1": " ", "billingCity": "Sydney", "billingState": "XX", "billingPostalCode": "12"}
    body = company_body(
        companyName="x", abn="51 824 753 557", phone="123", industryCode="nope", billingDetails=billing, extra=1
    )
    response = client_of(newcomer()).post("/companies", body)
    assert field_codes(response) == {
        "companyName": "too_short",
        "abn": "abn_invalid",
        "phone": "phone_invalid",
        "industryCode": "invalid_choice",
        "billingDetails.billingAddressLine1": "blank",
        "billingDetails.billingState": "state_invalid",
        "billingDetails.billingPostalCode": "postal_code_invalid",
        "extra": "unknown_field",
    }
    assert all("xample" in item["message"] for item in response.json()["errors"] if item["field"] != "extra")
    assert company_rows() == 0


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"countryCode": "ZZ"}, {"countryCode": "invalid_choice"}),
        ({"countryCode": "NZ", "abn": HARBOURLINE, "billingDetails": {**BILLING, "billingState": "AUK"}},
         {"abn": "not_applicable", "billingDetails.billingPostalCode": None}),
        ({"legalEntityName": "FAKE PTY LTD"}, {"legalEntityName": "unknown_field"}),
        ({"abn": HARBOURLINE, "acn": "004 085 616"}, {"acn": "abn_acn_mismatch"}),
        ({"abn": "48 123 123 124 1"}, {"abn": "abn_invalid"}),
        ({"acn": "004 085 617"}, {"acn": "acn_invalid"}),
        ({"billingDetails": None}, {"billingDetails": "null_not_allowed"}),
        ({"companyName": "a" * 201}, {"companyName": "too_long"}),
    ],
)  # fmt: skip
def test_refusals_by_field(changes: dict[str, Any], expected: dict[str, Any]) -> None:
    """CO-1, CO-2."""
    found = field_codes(client_of(newcomer()).post("/companies", company_body(**changes)))
    assert found == {field: code for field, code in expected.items() if code is not None}
    assert company_rows() == 0


def test_postcode_follows_the_billing_country() -> None:
    """CO-1."""
    billing = {**BILLING, "billingCountryCode": "US", "billingState": "CA", "billingPostalCode": "94102"}
    created = ok(client_of(newcomer()).post("/companies", company_body(billingDetails=billing)), 201)
    assert created["company"]["countryCode"] == "AU"


def test_cancelled_abn_is_a_warning() -> None:
    """CO-2."""
    created = ok(client_of(newcomer()).post("/companies", company_body(abn="40 910 000 029")), 201)
    assert created["warnings"] == ["ABN_CANCELLED"]
    assert created["company"]["abnStatus"] == "cancelled"


def test_unknown_abn_is_refused() -> None:
    """CO-2."""
    response = client_of(newcomer()).post("/companies", company_body(abn="75 930 000 550"))
    assert field_codes(response) == {"abn": "abn_not_registered"}


def test_register_down_leaves_the_company_unverified(register: Simulator) -> None:
    """CO-2: nobody waits for the register."""
    register.control.set(Switches(Mode.HTTP500))
    body = company_body(abn=HARBOURLINE, acn="910 000 010", isGstRegistered=True)
    created = ok(client_of(newcomer()).post("/companies", body), 201)
    assert created["warnings"] == ["REGISTER_UNAVAILABLE"]
    company = created["company"]
    assert (company["abnVerification"], company["abrVerifiedAt"], company["legalEntityName"]) == (
        "unverified",
        None,
        None,
    )
    assert (company["acn"], company["isGstRegistered"]) == ("910000010", True)


def test_names_and_their_source() -> None:
    """CO-11, CO-12."""
    own = ok(client_of(newcomer()).post("/companies", company_body(abn=HARBOURLINE, companyName="Dana & Co")), 201)
    assert (own["company"]["displayNameSource"], own["company"]["customDisplayName"]) == ("custom", "Dana & Co")
    plain = ok(client_of(newcomer()).post("/companies", company_body(companyName="  Plain  ")), 201)["company"]
    assert (plain["companyName"], plain["displayNameSource"], plain["customDisplayName"]) == ("Plain", "user", None)
    assert (plain["abnVerification"], plain["businessNames"]) == ("none", [])


def test_details_come_first() -> None:
    """ON-2."""
    person = make_user(is_onboarding_complete=False, onboarding_step=1)
    response = client_of(person).post("/companies", company_body())
    assert (response.status_code, problem_code(response)) == (409, "ONBOARDING_DETAILS_REQUIRED")
    assert company_rows() == 0


def test_one_company_each(api: ApiClient) -> None:
    """CO-5: a membership by invitation does not count."""
    dana = newcomer()
    ok(client_of(dana).post("/companies", company_body()), 201)
    response = client_of(dana).post("/companies", company_body(companyName="Another"))
    assert (response.status_code, problem_code(response)) == (409, "COMPANY_LIMIT_REACHED")
    assert company_rows() == 1


def test_taken_abn_tells_nothing() -> None:
    """CO-7, CO-8: no data of the other company; the attempt is recorded."""
    make_company(make_user(), company_name="Secret Name", abn="50910000010")
    response = client_of(newcomer()).post("/companies", company_body(abn=HARBOURLINE))
    assert (response.status_code, problem_code(response)) == (409, "COMPANY_EXISTS")
    body = response.json()
    assert (body["abn"], body["accessRequestUrl"]) == ("50910000010", "/api/v1/companies/access-requests")
    assert "Secret" not in response.content.decode()
    assert activities(action="COMPANY_DUPLICATE_ATTEMPT") == ["COMPANY_DUPLICATE_ATTEMPT"]
    assert company_rows() == 1


def test_inactive_company_holds_its_abn_and_a_deleted_one_does_not() -> None:
    """CO-7, GEN-10."""
    from common.actors import system_actor

    make_company(is_active=False, abn="50910000010")
    response = client_of(newcomer()).post("/companies", company_body(abn=HARBOURLINE))
    assert problem_code(response) == "COMPANY_EXISTS"
    gone = make_company(abn="42910000038")
    gone.soft_delete(system_actor("test"))
    gone.save()
    ok(client_of(newcomer()).post("/companies", company_body(abn="42 910 000 038")), 201)


def test_a_command_creates_a_company_without_a_session() -> None:
    """GEN-1: the demo data go through the same service."""
    from common.actors import Actor
    from companies.services import BillingInput, CompanyInput, create_company

    dana = newcomer()
    billing = BillingInput("1 Example Street", "Sydney", "NSW", "2000")
    actor = Actor(user_id=dana.pk, email=dana.email, name=dana.full_name)
    created = create_company(entered=CompanyInput("Demo Events", "AU", billing), actor=actor)
    assert (created.company.company_name, created.warnings) == ("Demo Events", ())
