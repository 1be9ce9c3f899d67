"""Pages of the change of address: /account/email and /confirm-email-change (PR-1, SU-4, GEN-5)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from tests.accounts.email_change_steps import NEW, ask, both_links, confirm
from tests.factories.accounts import PASSWORD, make_user
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, state_of, text_of
from tests.support.sessions import client_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

PAGE, LINK = "/account/email", "/confirm-email-change"


@pytest.fixture
def dana() -> User:
    return make_user(email="dana@oldplace.example")


def open_link(client: PageClient, token: str) -> Any:
    """The secret leaves the address bar; the page behind the redirect."""
    assert goes_to(client.get(f"{LINK}?token={token}")) == LINK
    return client.get(LINK)


def test_pr1_the_whole_way_by_pages(dana: User, mailbox: Mailbox) -> None:
    client = PageClient.of(dana)
    assert PAGE in text_of(client.get("/account"))
    assert goes_to(client.post(PAGE, new_email=" DANA@newplace.example", current_password=PASSWORD)) == PAGE
    page = client.get(PAGE)
    text = text_of(page)
    assert text.count("Waiting") >= 3
    assert NEW in text
    old, new = mailbox.token_for(dana.email), mailbox.token_for(NEW)
    visitor = PageClient()
    assert "dana@oldplace.example" not in text_of(open_link(visitor, new)), "the new mailbox may be a stranger's"
    assert goes_to(visitor.post(LINK, action="confirm")) == LINK
    assert state_of(visitor.get(LINK)) == "waiting"
    assert "Confirmed" in text_of(client.get(PAGE))
    shown = open_link(client, old)
    assert "dana@oldplace.example" in text_of(shown)
    assert (shown["Referrer-Policy"], shown["Cache-Control"]) == ("no-referrer", "no-store")
    assert goes_to(client.post(LINK, action="confirm")) == LINK
    assert state_of(client.get(LINK)) == "done"
    # The session in which the change was made goes on, under the new address.
    assert NEW in text_of(client.get("/account"))
    dana.refresh_from_db()
    assert dana.email == NEW


def test_su4_opening_a_link_uses_nothing(dana: User, mailbox: Mailbox) -> None:
    """Mail scanners open links, and follow redirects."""
    links = both_links(dana, mailbox)
    before = footprint()
    for token in links:
        scanner = PageClient()
        assert state_of(open_link(scanner, token)) == "confirm"
        scanner.get(LINK)
    assert footprint() == before
    assert client_of(dana).get("/users/me/email-change").json()["isNewConfirmed"] is False


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ({"new_email": "nonsense"}, {"new_email"}),
        ({"new_email": "dana@oldplace.example"}, {"new_email"}),
        ({"new_email": ""}, {"new_email"}),
        ({"current_password": "wrong horse 11"}, {"current_password"}),
        ({"new_email": "", "current_password": ""}, {"new_email", "current_password"}),
    ],
)
def test_gen5_refused_entries_stay(dana: User, entry: dict[str, str], fields: set[str]) -> None:
    client, before = PageClient.of(dana), footprint()
    response = client.post(PAGE, **({"new_email": NEW, "current_password": PASSWORD} | entry))
    assert (response.status_code, set(form_errors(response))) == (422, fields)
    assert footprint() == before
    if "new_email" not in entry:
        assert f'value="{NEW}"' in text_of(response)
    assert "wrong horse" not in text_of(response)


def test_a_locked_account_and_too_many_requests_are_explained(dana: User, set_setting: Any) -> None:
    client = PageClient.of(dana)
    set_setting("RATE_LIMIT_MAIL_REQUEST_PER_HOUR", "1")
    client.post(PAGE, new_email=NEW, current_password=PASSWORD)
    limited = client.post(PAGE, new_email=NEW, current_password=PASSWORD)
    assert (limited.status_code, "You can ask again in" in text_of(limited)) == (429, True)
    for _ in range(5):
        client.post(PAGE, new_email=NEW, current_password="wrong horse 11")
    locked = client.post(PAGE, new_email=NEW, current_password=PASSWORD)
    assert (locked.status_code, "You can change the address in" in text_of(locked)) == (423, True)


def test_gen11_the_page_is_the_same_for_a_taken_address(dana: User) -> None:
    make_user(email="taken@newplace.example")
    texts = []
    for address in (NEW, "taken@newplace.example"):
        client = PageClient.of(dana)
        client.post(PAGE, new_email=address, current_password=PASSWORD)
        text = text_of(client.get(PAGE)).replace(address, "ADDRESS")
        texts.append(text.split('id="open-change"')[1].split("<form")[0].split("The links work until")[0])
    assert texts[0] == texts[1]


def test_cancelling(dana: User, mailbox: Mailbox) -> None:
    old, _ = both_links(dana, mailbox)
    client = PageClient.of(dana)
    assert goes_to(client.post(PAGE, action="cancel")) == PAGE
    page = client.get(PAGE)
    assert ("The change is cancelled" in text_of(page), "Cancel the change" in text_of(page)) == (True, False)
    assert goes_to(client.post(PAGE, action="cancel")) == PAGE
    assert "no change of address to cancel" in text_of(client.get(PAGE))
    assert state_of(open_link(PageClient(), old)) == "invalid"


def test_the_present_address_stops_the_change(dana: User, mailbox: Mailbox) -> None:
    old, new = both_links(dana, mailbox)
    client = PageClient()
    assert "Stop the change" in text_of(open_link(client, old))
    assert goes_to(client.post(LINK, action="stop")) == LINK
    page = client.get(LINK)
    assert (state_of(page), "/reset-password" in text_of(page)) == ("stopped", True)
    assert state_of(open_link(PageClient(), new)) == "invalid"


def test_each_state_has_its_text(dana: User, mailbox: Mailbox) -> None:
    client = PageClient()
    assert state_of(client.get(LINK)) == "missing"
    unknown = open_link(client, "unknown")
    assert (unknown.status_code, state_of(unknown)) == (400, "invalid")
    old, new = both_links(dana, mailbox)
    confirm(old)
    make_user(email=NEW)
    client = PageClient()
    open_link(client, new)
    taken = client.post(LINK, action="confirm")
    assert (taken.status_code, state_of(taken)) == (409, "taken")


def test_forms_need_their_csrf_token(dana: User, mailbox: Mailbox) -> None:
    _, new = both_links(dana, mailbox)
    client = PageClient(checks_csrf=True)
    open_link(client, new)
    before = footprint()
    assert client.post(LINK, action="confirm").status_code == 403
    assert footprint() == before


def test_the_page_needs_a_log_in() -> None:
    assert goes_to(PageClient().get(PAGE)) == "/login?next=%2Faccount%2Femail"
    assert ask(client_of(make_user(is_onboarding_complete=False))).status_code == 202
