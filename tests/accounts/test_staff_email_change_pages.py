"""Pages behind the links of a change of address by staff, and the account page of its owner (PR-1, SU-4)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.accounts.email_change_steps import NEW, staff_links
from tests.factories.accounts import make_user
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, goes_to, state_of, text_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

PAGE, LINK = "/account/email", "/confirm-email-change"


@pytest.fixture
def dana() -> User:
    return make_user(email="dana@oldplace.example")


def open_link(client: PageClient, token: str) -> Any:
    assert goes_to(client.get(f"{LINK}?token={token}")) == LINK
    return client.get(LINK)


def test_the_new_address_is_confirmed_early_and_told_from_when_it_counts(
    dana: User, staff: ApiClient, mailbox: Mailbox
) -> None:
    _, new = staff_links(staff, dana, mailbox)
    client = PageClient()
    before = footprint()
    page = open_link(client, new)
    assert footprint() == before, "opening uses nothing"
    text = text_of(page)
    assert (state_of(page), dana.email in text) == ("confirm", False)
    assert "You can confirm it now" in text
    assert "data-own-zone" in text
    assert goes_to(client.post(LINK, action="confirm")) == LINK
    page = client.get(LINK)
    text = text_of(page)
    assert (state_of(page), NEW in text, "nothing more to do" in text) == ("waiting", True, True)
    assert "data-own-zone" in text


def test_without_a_wait_the_page_says_that_it_is_done(
    dana: User, staff: ApiClient, mailbox: Mailbox, set_setting: Any
) -> None:
    set_setting("EMAIL_CHANGE_STAFF_WAIT_HOURS", "0")
    stop_link, new = staff_links(staff, dana, mailbox)
    assert "as soon as the new address is confirmed" in text_of(open_link(PageClient(), stop_link))
    client = PageClient()
    assert "You can confirm it now" not in text_of(open_link(client, new))
    client.post(LINK, action="confirm")
    assert state_of(client.get(LINK)) == "done"


def test_the_old_address_can_only_stop(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    stop_link, new = staff_links(staff, dana, mailbox)
    client = PageClient()
    text = text_of(open_link(client, stop_link))
    assert ("Stop the change" in text, 'value="confirm"' in text) == (True, False)
    for part in (dana.email, NEW, "no longer read this mailbox", "If you agree, there is nothing to do"):
        assert part in text
    assert goes_to(client.post(LINK, action="stop")) == LINK
    page = client.get(LINK)
    assert (state_of(page), "/support" in text_of(page)) == ("stopped", True)
    assert "choose a new password" not in text_of(page)
    assert state_of(open_link(PageClient(), new)) == "invalid"


def test_the_owner_sees_and_cancels_it(dana: User, staff: ApiClient, mailbox: Mailbox) -> None:
    staff_links(staff, dana, mailbox)
    client = PageClient.of(dana)
    text = text_of(client.get(PAGE))
    assert ("Our support was asked to move your account" in text, NEW in text) == (True, True)
    assert "does not move before" in text
    assert goes_to(client.post(PAGE, action="cancel")) == PAGE
    assert "Cancel the change" not in text_of(client.get(PAGE))
