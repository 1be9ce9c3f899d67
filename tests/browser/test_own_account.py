"""What people do with their own account: another address, and closing it; axe on every page of the way (AX-5, PR-1)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import Inspector, schemes


@schemes
def test_address_is_changed_and_the_account_closed(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], scheme: str
) -> None:
    """PR-1, SU-4: opening a link changes nothing, both buttons do; afterwards the account goes."""
    page, inspect = open_page(scheme=scheme), Inspector()
    former, present = new_address("former"), new_address("present")
    journeys.sign_up(page, former)
    journeys.confirm_address(page, newest_link(former))
    journeys.log_in(page, former)
    journeys.fill_details(page)
    page.goto("/onboarding/company?mode=manual")
    page.get_by_label("Company name").fill("Moving House")
    page.get_by_label("State or territory").select_option("NSW")
    page.get_by_label("Postcode").fill("2000")
    journeys.send_company(page)
    page.wait_for_url("**/dashboard")

    page.goto("/account/email")
    page.get_by_label("New e-mail address").fill(present)
    page.get_by_label("Present password", exact=False).first.fill(journeys.PASSWORD)
    page.get_by_role("button", name="Send the links").click()
    expect(page.get_by_role("heading", name="Waiting for confirmation")).to_be_visible()
    inspect(page, "address, waiting")
    mailbox = open_page(scheme=scheme)
    mailbox.goto(newest_link(present))
    assert "token" not in mailbox.url
    inspect(mailbox, "link to the new address")
    mailbox.get_by_role("button", name="Confirm this address").click()
    expect(mailbox.get_by_role("heading", level=1)).to_have_text("One confirmation is missing")
    inspect(mailbox, "one side confirmed")
    page.goto(newest_link(former, "confirm-email-change"))
    inspect(page, "link to the present address")
    page.get_by_role("button", name="Agree to the change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your address is changed")
    inspect(page, "address changed")

    page.goto("/account/close")
    expect(page.get_by_text("it is deactivated")).to_be_visible()
    page.evaluate("document.querySelector('main form[data-form]').submit()")
    expect(page.locator("#error-summary")).to_be_visible()
    inspect(page, "closing refused")
    page.get_by_label("Type your e-mail address").fill(present)
    page.get_by_label("Present password", exact=False).first.fill(journeys.PASSWORD)
    page.get_by_role("button", name="Close my account").click()
    expect(page.get_by_text("Your account is closed")).to_be_visible()
    inspect(page, "closed")
    inspect.verdict()
