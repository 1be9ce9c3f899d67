"""What the register refuses or changes, and how long pages say so (CO-2, CO-3, CO-12)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from abr_cache.simulator.server import Simulator
from auditing.models import ActivityLog
from common import clock
from common.actors import system_actor
from companies.models import Company
from companies.services import Result, correct_abn
from companies.services.register_watch import watch_company
from companies.services.verification import verify_unverified
from companies.tasks import watch_register as task
from tests.companies.care import steward
from tests.companies.watching import (
    ADMIN,
    CANCELLED,
    CHANGED,
    NO_GST,
    REPLACED,
    UNKNOWN,
    comes_back,
    held,
    later,
    notices,
    registered_for_gst,
    wattle,
)
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.api import field_codes
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, text_of
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db


def test_co3_a_lapsed_registration_stands_until_it_is_back(register: Simulator) -> None:
    company = wattle(is_gst_registered=True)
    assert notices(company) == []
    assert task() == 1
    assert notices(company) == ["The GST registration has lapsed"]
    client = PageClient.of(company.founded_by_user)
    for path in ("/company", "/dashboard"):
        assert "The GST registration has lapsed" in text_of(client.get(path))
    with registered_for_gst(NO_GST):
        assert watch_company(company.pk, actor=system_actor("test")).result is Result.CHANGED
    assert notices(company) == []


def test_co2_never_registered_for_gst_is_no_lapse(register: Simulator) -> None:
    """Neither what a person entered wrongly, nor the entry of an ABN the company had before, is a lapse."""
    entered = make_company(make_user(), abn="82930000220", is_gst_registered=True)
    assert verify_unverified() == 1
    assert notices(entered) == []
    company = wattle(is_gst_registered=True)
    assert task() == 1
    actor = steward()
    correct_abn(company_id=company.pk, abn=CANCELLED, reason="The other one", actor=actor)
    assert notices(company) == ["The ABN is cancelled"]
    correct_abn(company_id=company.pk, abn="50910000010", reason="The other one", actor=actor)
    assert notices(company) == []


def test_co12_an_outdated_name_stands_until_another_is_chosen(register: Simulator) -> None:
    company = held(NO_GST, "WATTLE EVENTS PTY LTD")
    assert task() == 1
    assert notices(company) == ["The legal name has changed"]
    page = text_of(PageClient.of(company.founded_by_user).get("/company"))
    assert "It is still shown as WATTLE EVENTS PTY LTD, its former legal name." in page
    with later(days=60):
        assert notices(company) == ["The legal name has changed"]
    Company.all_companies.filter(pk=company.pk).update(company_name="Wattle & Co. Events Pty Ltd")
    with later(days=60):
        assert notices(company) == []


def test_co3_a_new_legal_name_behind_another_name_is_news_for_a_month(register: Simulator) -> None:
    company = held(NO_GST, "WATTLE EVENTS PTY LTD", company_name="Wattle", display_name_source="custom",
                   custom_display_name="Wattle")  # fmt: skip
    assert task() == 1
    assert notices(company) == ["The legal name has changed"]
    page = text_of(PageClient.of(company.founded_by_user).get("/company"))
    assert "It was WATTLE EVENTS PTY LTD." in page
    with later(days=31):
        assert notices(company) == []


def test_co3_a_replaced_abn_has_its_notice(register: Simulator) -> None:
    company = held(REPLACED, "THE TRUSTEE FOR KOOKABURRA TRUST", acn=None)
    assert task() == 1
    page = text_of(PageClient.of(company.founded_by_user).get("/company"))
    assert "The ABN was replaced" in page
    assert "has replaced the ABN 14 930 000 341 by 50 930 000 330." in page
    assert 'name="abn"' in page


def test_co3_a_replaced_abn_is_told_once_and_can_be_taken_over(register: Simulator, mailbox: Mailbox) -> None:
    """Nothing is taken over unasked: somebody else may hold the new number."""
    company = held(REPLACED, "THE TRUSTEE FOR KOOKABURRA TRUST", acn=None, entity_type_code="DIT")
    assert (task(), task(), verify_unverified()) == (1, 0, 0)
    company.refresh_from_db()
    assert (company.abn, company.is_verified, company.abn_status) == (REPLACED, False, None)
    assert company.legal_entity_name == "THE TRUSTEE FOR KOOKABURRA TRUST"
    row = ActivityLog.all_companies.get(company_id=company.pk, action=CHANGED)
    assert (row.new_value["abn"], row.new_value["replacedByAbn"]) == (REPLACED, "50930000330")
    (mail,) = mailbox.to(ADMIN)
    assert "has replaced the ABN 14 930 000 341 by 50 930 000 330." in mail.text
    admin = company.founded_by_user
    assert client_of(admin).patch(f"/companies/{company.pk}", {"abn": "50930000330"}).status_code == 200
    company.refresh_from_db()
    assert (company.is_verified, company.abn_status) == (True, "active")


def test_co2_a_replaced_abn_is_not_entered_anew(register: Simulator) -> None:
    """CO-2: refused with the present number; nothing is stored."""
    admin = make_user()
    company = make_company(admin)
    answer = client_of(admin).patch(f"/companies/{company.pk}", {"abn": REPLACED})
    assert field_codes(answer) == {"abn": "abn_not_registered"}
    assert "replaced this ABN by 50 930 000 330" in answer.json()["errors"][0]["message"]
    company.refresh_from_db()
    assert company.abn is None


def test_co2_an_unverified_company_with_a_replaced_abn(register: Simulator, mailbox: Mailbox) -> None:
    """Made while the register was away; there is no fact to change, and the record stands all the same."""
    company = make_company(make_user(email=ADMIN), abn=REPLACED)
    assert (verify_unverified(), verify_unverified()) == (1, 0)
    assert activities(company_id=company.pk) == [CHANGED]
    assert len(mailbox.to(ADMIN)) == 1


def test_co3_an_unknown_abn_that_comes_back_is_confirmed(register: Simulator, mailbox: Mailbox) -> None:
    """The ordinary watch asks about what the register refused; the hourly job does not."""
    company = held(NO_GST, "WATTLE & CO. EVENTS PTY LTD", acn=None)
    Company.all_companies.filter(pk=company.pk).update(abn=UNKNOWN)
    assert task() == 1
    mailbox.clear()
    with comes_back(UNKNOWN, "42910000038"):
        assert (verify_unverified(), task(), task()) == (0, 1, 0)
    company.refresh_from_db()
    assert (company.is_verified, company.abn_status) == (True, "active")
    (mail,) = mailbox.to(ADMIN)
    assert "The register knows the ABN 75 930 000 550 again." in mail.text
    assert activities(company_id=company.pk) == [CHANGED, CHANGED]
    company.abr_verified_at = clock.now() - timedelta(days=31)
    company.save()
    mailbox.clear()
    assert task() == 1  # gone once more: that is news again
    assert len(mailbox.to(ADMIN)) == 1
