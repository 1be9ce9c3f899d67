"""Companies created while the register was away (CO-2)."""

from __future__ import annotations

import pytest

from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from companies.tasks import verify_unverified
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.mail import Mailbox
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
ADMIN = "dana@harbourline.example"
CHANGED = "COMPANY_REGISTER_CHANGED"


def test_asked_until_answered(register: Simulator, mailbox: Mailbox) -> None:
    """Unavailable changes nothing; facts that agree are stored in silence."""
    company = make_company(make_user(email=ADMIN), abn="50910000010", company_name="harbourline events")
    register.control.set(Switches(Mode.BUSY_MESSAGE))
    assert verify_unverified() == 0
    register.control.set(Switches())
    assert (verify_unverified(), verify_unverified()) == (1, 0)
    company.refresh_from_db()
    assert (company.is_verified, company.acn, company.display_name_source) == (True, "910000010", "business")
    assert company.company_name == "harbourline events"
    assert activities(company_id=company.pk) == [CHANGED]
    assert mailbox.to(ADMIN) == []


def test_admins_hear_of_differences(register: Simulator, mailbox: Mailbox) -> None:
    make_company(make_user(email=ADMIN), abn="42910000038", is_gst_registered=True)
    assert verify_unverified() == 1
    (mail,) = mailbox.to(ADMIN)
    assert "not registered for GST" in mail.text


def test_an_unknown_abn_is_told_once(register: Simulator, mailbox: Mailbox) -> None:
    company = make_company(make_user(email=ADMIN), abn="75930000550")
    assert (verify_unverified(), verify_unverified()) == (1, 0)
    (mail,) = mailbox.to(ADMIN)
    assert "75 930 000 550" in mail.text
    company.refresh_from_db()
    assert not company.is_verified
    assert activities(company_id=company.pk) == [CHANGED]
