"""J1 without a mouse: everything is reached by Tab in reading order and works by keys (AX-2)."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage

_NAME = """() => {
  const at = document.activeElement;
  const label = at.labels && at.labels.length ? at.labels[0].textContent : at.textContent;
  return (label || at.value || "").replace(/\\s+/g, " ").trim();
}"""
_OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
}"""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with that name has the focus, visibly."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_NAME).startswith(name):
            assert page.evaluate(_OUTLINE), f"{name} has no visible focus (AX-2)"
            return
    raise AssertionError(f"{name} cannot be reached by Tab on {page.url}")


def fill(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.type(text)


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)


def test_new_company_by_keyboard(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str]
) -> None:
    """J1, AX-2: sign-up, confirmation, log-in, details, company, invitation."""
    page, email = open_page(), new_address("keys")
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(_NAME) == "Skip to the main content"
    press(page, "Sign up")
    page.wait_for_url("**/signup")
    fill(page, "First name", "Kim")
    fill(page, "Last name", "Keys")
    fill(page, "E-mail address", email)
    fill(page, "Password", journeys.PASSWORD)
    press(page, "I accept the", "Space")
    press(page, "Create account")
    page.wait_for_url("**/check-inbox")
    page.goto(newest_link(email))
    press(page, "Confirm this address")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your address is confirmed")
    press(page, "Log in")
    page.wait_for_url("**/login")
    fill(page, "E-mail address", email)
    fill(page, "Password", journeys.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/onboarding/details")
    fill(page, "Country", "Australia")
    press(page, "Save and go on")
    page.wait_for_url("**/onboarding/company")
    press(page, "Enter the details yourself")
    page.wait_for_url("**mode=manual")
    fill(page, "Company name", "Keyboard Exhibits")
    fill(page, "Street address", "1 Example Street")
    fill(page, "Suburb or city", "Sydney")
    fill(page, "State or territory", "New South")
    fill(page, "Postcode", "2000")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dashboard")
    press(page, "Invite a colleague")
    page.wait_for_url("**/team/invitations*")
    fill(page, "First name", "Sam")
    fill(page, "Last name", "Okafor")
    fill(page, "E-mail address", new_address("sam"))
    press(page, "Send invitation")
    expect(page.get_by_text("is on its way").first).to_be_visible()


def test_dialog_keeps_and_returns_the_focus(open_page: OpenPage) -> None:
    """AX-2: a question opens by key, closes on Escape, and the focus goes back to what opened it."""
    page = open_page()
    journeys.log_in(page, "admin@demo.eventlead.test", "Show-floor-2468")
    page.goto("/sessions")
    press(page, "Log out everywhere")
    expect(page.get_by_role("heading", name="Log out everywhere?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Log out everywhere?")).to_be_hidden()
    assert page.evaluate(_NAME).startswith("Log out everywhere")
