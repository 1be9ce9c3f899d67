"""Buttons on a company and the list of companies (section 23 "Companies" and "Register cache")."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from accounts.models import User
from common import clock
from companies.models import Company, CompanyCustomerDetails
from tests.backoffice.conftest import Office
from tests.companies.care import HARBOURLINE, NO_GST, REASON, UNKNOWN, stored
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.trail import activities

LIST = "/backoffice/companies/company/"
BUTTONS = ("deactivate", "reactivate", "correct-abn", "change-tier", "reread", "settle")


@pytest.fixture
def company(db: None) -> Company:
    return make_company(make_user(), company_name="Quiet <Harbour>", abn=NO_GST)


def page(company: Company, action: str = "change") -> str:
    return reverse(f"admin:companies_company_{action.replace('-', '_')}", args=[company.pk])


def shown_buttons(office: Office, company: Company) -> set[str]:
    text = office.text(page(company))
    return {action for action in BUTTONS if f'href="{page(company, action)}"' in text}


def test_buttons_that_make_sense(office: Office, company: Company, staff: User) -> None:
    always = {"correct-abn", "change-tier", "settle"}
    assert shown_buttons(office, company) == {*always, "deactivate", "reread"}
    assert shown_buttons(office, make_company(is_active=False)) == {*always, "reactivate"}
    from accounts.services.people import as_actor

    gone = make_company(abn=HARBOURLINE)
    gone.soft_delete(as_actor(staff))
    gone.save()
    assert shown_buttons(office, gone) == set()
    for action in BUTTONS[:-1]:
        assert office.get(page(gone, action)).status_code == 404


@pytest.mark.parametrize("action", BUTTONS[:-1])
def test_each_button_asks_and_names_the_company(
    office: Office, company: Company, action: str, register: Simulator
) -> None:
    text = office.text(page(company, action))
    assert "Quiet &lt;Harbour&gt;" in text
    assert "<Harbour>" not in text
    assert 'name="reason"' in text
    assert len(activities(action="STAFF_VIEWED_COMPANY", company_id=company.pk)) == 1
    before = stored()
    refused = office.post(page(company, action), reason=" ", abn=HARBOURLINE, tier_code="starter")
    assert refused.status_code == 422
    assert "This field is required." in refused.content.decode()
    assert stored() == before


@pytest.mark.parametrize(
    ("action", "entered", "message", "activity"),
    [
        ("deactivate", {}, "is deactivated.", "COMPANY_UPDATED"),
        ("correct-abn", {"abn": "50 910 000 010"}, "The ABN is 50 910 000 010 now.", "COMPANY_UPDATED"),
        ("correct-abn", {"abn": ""}, "The company has no ABN any more.", "COMPANY_UPDATED"),
        ("change-tier", {"tier_code": "starter"}, "is stored.", "COMPANY_UPDATED"),
        ("reread", {}, "What the register says now is stored.", "COMPANY_REGISTER_CHANGED"),
    ],
)
def test_actions_go_through_the_services(
    office: Office,
    staff: User,
    company: Company,
    register: Simulator,
    action: str,
    entered: dict[str, str],
    message: str,
    activity: str,
) -> None:
    answer = office.post(page(company, action), reason=REASON, **entered)
    assert (answer.status_code, answer["Location"]) == (302, page(company))
    assert activities(company_id=company.pk, reason=REASON, user=staff) == [activity]
    assert message in office.text(page(company))


def test_reactivating(office: Office) -> None:
    company = make_company(is_active=False)
    assert office.post(page(company, "reactivate"), reason=REASON).status_code == 302
    company.refresh_from_db()
    assert company.is_active


def test_forms_start_with_what_is_stored(office: Office, company: Company) -> None:
    assert 'value="42 910 000 038"' in office.text(page(company, "correct-abn"))
    CompanyCustomerDetails.all_companies.filter(company=company).update(
        customer_tier_id=CompanyCustomerDetails.customer_tier.get_queryset().get(customer_tier_code="professional").pk
    )
    assert '<option value="professional" selected>' in office.text(page(company, "change-tier"))


def test_gen5_refusals_keep_what_was_entered(office: Office, company: Company, register: Simulator) -> None:
    """CO-7: staff read who holds the ABN; a number that is none stands at its field."""
    make_company(abn=HARBOURLINE, company_name="Rightful Owner")
    for abn, text in (
        (HARBOURLINE, "Rightful Owner, holds this ABN"),
        ("50 910 000 011", "not a valid ABN"),
        (UNKNOWN, "does not know this ABN"),
    ):
        answer = office.post(page(company, "correct-abn"), reason=REASON, abn=abn)
        shown = answer.content.decode()
        assert answer.status_code == 422
        assert text in shown
        assert f'value="{abn}"' in shown
        assert REASON in shown
    company.refresh_from_db()
    assert company.abn == NO_GST


def test_a_page_that_is_out_of_date_is_refused(office: Office, company: Company, register: Simulator) -> None:
    text = office.text(page(company, "correct-abn"))
    version = text.split('name="version" value="')[1].split('"')[0]
    office.post(page(company, "deactivate"), reason=REASON)
    answer = office.post(page(company, "correct-abn"), reason=REASON, abn=HARBOURLINE, version=version)
    assert answer.status_code == 422
    assert "Somebody else changed this entry" in answer.content.decode()
    company.refresh_from_db()
    assert company.abn == NO_GST


def test_the_register_is_away(office: Office, company: Company, register: Simulator) -> None:
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    refused = office.post(page(company, "reread"), reason=REASON)
    assert refused.status_code == 422
    assert "The business register does not answer. Nothing is changed" in refused.content.decode()
    office.post(page(company, "correct-abn"), reason=REASON, abn=HARBOURLINE)
    assert "it is asked every hour until it does" in office.text(page(company))


def test_pm2_others_find_no_button(company: Company, register: Simulator) -> None:
    """PM-2, section 24: 404 without the role, the log-in for visitors; nothing changed."""
    person, admin, visitor = Office(make_user()), Office(company.founded_by_user), Office()
    before = stored()
    entered = {"reason": REASON, "abn": HARBOURLINE, "tier_code": "starter"}
    for action in BUTTONS[:-1]:
        for stranger in (person, admin):
            assert stranger.get(page(company, action)).status_code == 404
            assert stranger.post(page(company, action), **entered).status_code == 404
        assert visitor.post(page(company, action), **entered)["Location"].startswith("/login")
    assert stored() == before
    assert register.control.calls() == []


def listed(office: Office, **query: Any) -> set[str]:
    text = office.text(LIST, **query)
    return {name for name in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon") if name in text}


def test_filters_and_search_of_the_list(office: Office, staff: User) -> None:
    seen = clock.now()
    make_company(company_name="Alpha", abn="50910000010", abr_verified_at=seen, abn_status="active")
    make_company(company_name="Beta", abn="40910000029", abr_verified_at=seen, abn_status="cancelled")
    make_company(company_name="Gamma", abn="42910000038", acn="910000038", is_active=False)
    make_company(company_name="Delta")
    gone = make_company(company_name="Epsilon", abn="48910000065")
    Company.all_companies.filter(pk=gone.pk).update(is_deleted=True, deleted_date=clock.now())
    assert listed(office) == {"Alpha", "Beta", "Gamma", "Delta", "Epsilon"}
    for query, names in (
        ({"register": "unverified"}, {"Gamma"}),
        ({"register": "cancelled"}, {"Beta"}),
        ({"register": "confirmed"}, {"Alpha", "Beta"}),
        ({"register": "none"}, {"Delta"}),
        ({"register": "nonsense"}, {"Alpha", "Beta", "Gamma", "Delta", "Epsilon"}),
        ({"state": "inactive"}, {"Gamma"}),
        ({"state": "deleted"}, {"Epsilon"}),
        ({"state": "active", "register": "confirmed"}, {"Alpha", "Beta"}),
        ({"q": "50 910 000 010"}, {"Alpha"}),
        ({"q": "50-910.000 010"}, {"Alpha"}),
        ({"q": "50910000010"}, {"Alpha"}),
        ({"q": "910 000 038"}, {"Gamma"}),
        ({"q": "Del"}, {"Delta"}),
    ):
        assert listed(office, **query) == names, query


def test_the_list_and_the_page_take_few_queries(office: Office, company: Company) -> None:
    def queries(path: str) -> int:
        counts = []
        for _ in range(3):  # copies of settings and lookups are read again every few seconds
            with CaptureQueriesContext(connection) as captured:
                office.text(path)
            counts.append(len(captured))
        return min(counts)

    few = (queries(LIST), queries(page(company)))
    for number in range(20):
        make_company(make_user(), abn=None if number else HARBOURLINE)
    assert (queries(LIST), queries(page(company))) == few
    assert few[0] <= 16
    assert few[1] <= 24
