"""A passkey in a real browser: added, used for log-in, removed; the device is Chromium's virtual authenticator."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage

PERSON = ("user@demo.eventlead.test", "Show-floor-2468")
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def plug_in_device(page: Page) -> None:
    """Give the browser a device that verifies its owner and answers by itself."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})


def log_out(page: Page) -> None:
    page.context.clear_cookies()
    page.goto("/login")


def test_passkey_from_adding_to_removing(open_page: OpenPage) -> None:
    """Add with the password, log in without it, rename, remove; then it opens nothing."""
    page = open_page()
    plug_in_device(page)
    journeys.log_in(page, *PERSON)
    page.goto("/account/security")
    panel = page.get_by_role("region", name="Passkeys")
    page.locator("#passkey-name").fill("Test device")
    page.locator("#passkey-current_password").fill(PERSON[1])
    panel.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Test device")).to_be_visible()

    log_out(page)
    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_url("**/dashboard")

    page.goto("/account/security")
    entry = panel.get_by_role("listitem").filter(has_text="Test device")
    expect(entry).to_contain_text("last used")
    entry.get_by_text("Change").click()
    entry.get_by_label("Name").fill("My laptop")
    entry.get_by_role("button", name="Rename").click()
    expect(page.get_by_role("heading", name="My laptop")).to_be_visible()
    entry = panel.get_by_role("listitem").filter(has_text="My laptop")
    entry.get_by_text("Change").click()
    entry.get_by_label("Present password", exact=False).first.fill(PERSON[1])
    entry.get_by_role("button", name="Remove this passkey").click()
    expect(page.get_by_role("heading", name="My laptop")).to_be_hidden()

    log_out(page)
    page.get_by_role("button", name="Log in with a passkey").click()
    expect(page.get_by_text("This passkey was not accepted")).to_be_visible()
    assert page.url.endswith("/login")


def test_wrong_password_is_told_beside_the_form(open_page: OpenPage) -> None:
    """The refusal stands in the form; nothing is added."""
    page = open_page(width=320)
    plug_in_device(page)
    journeys.log_in(page, *PERSON)
    page.goto("/account/security")
    panel = page.get_by_role("region", name="Passkeys")
    page.locator("#passkey-name").fill("Test device")
    page.locator("#passkey-current_password").fill("wrong horse 11")
    panel.get_by_role("button", name="Add a passkey").click()
    expect(panel.get_by_role("alert")).to_have_text("This is not your present password.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_there_is_no_button(open_page: OpenPage) -> None:
    """Progressive enhancement: the password works, and nothing is offered that cannot."""
    page = open_page(scripting=False)
    page.goto("/login")
    expect(page.get_by_role("button", name="Log in with a passkey")).to_be_hidden()
    expect(page.get_by_role("button", name="Log in", exact=True)).to_be_visible()
