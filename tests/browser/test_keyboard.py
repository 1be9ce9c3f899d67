"""J1 without a mouse: everything is reached by Tab in reading order and works by keys (AX-2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
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
# Whether the focused control is on the screen, with nothing lying over its middle.
_UNCOVERED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect();
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  const top = document.elementFromPoint(x, y);
  const labels = [...(at.labels || [])];
  return top !== null && (at.contains(top) || top.contains(at) || labels.some((label) => label.contains(top)));
}"""
_FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary"
# Controls of the main part that can be seen, in the order of the page.
_CONTROLS = f"""() => [...document.querySelectorAll("main :is({_FOCUSABLE})")]
  .filter((one) => !one.disabled && one.checkVisibility() && one.tabIndex >= 0)
  .map((one) => one.id || (one.name || "") + (one.value || "") + one.textContent.trim())"""
_AT = """() => {
  const at = document.activeElement;
  return at.closest("main") ? at.id || (at.name || "") + (at.value || "") + at.textContent.trim() : null;
}"""
WIDTHS = (390, 1280)
# What is typed, and the entry that is meant; other tests take other ones. A product that keeps its data has some taken.
MEANT = (
    ("harbourline", "HARBOURLINE EXHIBITS (WA) PTY LTD", "50 910 000 074"),
    ("brackets", 'BRACKETS (AUST); "QUOTED" PTY LTD', "65 910 000 136"),
    ("future form", "FUTURE FORM PTY LTD", "52 910 000 083"),
    ("o'brien", "O'BRIEN, MARGARET ANNE", "25 930 000 110"),
    ("kookaburra", "THE TRUSTEE FOR KOOKABURRA TRUST", "50 930 000 330"),
    ("smithson", "J & P SMITHSON PARTNERSHIP", "82 930 000 220"),
)


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the control with that name has the focus, visibly."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(_NAME).startswith(name):
            assert page.evaluate(_OUTLINE), f"{name} has no visible focus (AX-2)"
            assert is_uncovered(page), f"{name} has the focus but is covered or off the screen (AX-2)"
            return
    raise AssertionError(f"{name} cannot be reached by Tab on {page.url}")


def is_uncovered(page: Page) -> bool:
    """Whether the focused control can be seen, once the page has scrolled to it."""
    for _ in range(20):
        if page.evaluate(_UNCOVERED):
            return True
        page.wait_for_timeout(50)
    return False


def fill(page: Page, name: str, text: str) -> None:
    tab_to(page, name)
    page.keyboard.type(text)


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)


def assert_order(page: Page) -> None:
    """Tab walks the controls of the main part from first to last, as they are read, and each is on the screen."""
    controls = page.evaluate(_CONTROLS)
    page.evaluate("document.activeElement.blur(); document.querySelector('main').focus()")
    walked = []
    for _ in range(3 * len(controls) + 20):
        page.keyboard.press("Tab")
        at = page.evaluate(_AT)
        if at is None and walked:
            break
        if at is not None:
            walked.append(at)
            assert page.evaluate(_OUTLINE), f"{at} has no visible focus on {page.url}"
            assert is_uncovered(page), f"{at} is covered or off the screen on {page.url}"
    assert walked == controls, page.url
    page.evaluate("document.activeElement.blur()")


def reach_company_step(page: Page, email: str, link_of: Callable[[str], str]) -> None:
    """From the start page to the company step, by keys alone; every page keeps its order."""
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
    page.goto(link_of(email))
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


@pytest.mark.parametrize("width", WIDTHS)
def test_registered_company_by_keyboard(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], width: int
) -> None:
    """J1, AX-2, AX-3, AB-5: the register search, a result chosen among several, the form it fills, the dashboard."""
    page = open_page(width=width)
    reach_company_step(page, new_address("keys"), newest_link)
    for typed, name, abn in MEANT:
        find_and_choose(page, typed, name, abn)
        assert_order(page)
        fill(page, "Street address", "1 Example Street")
        fill(page, "Suburb or city", "Sydney")
        with page.expect_navigation():
            press(page, "Create company")
        if page.get_by_text("A company with this ABN already uses EventLead").count() == 0:
            break
        page.goto("/onboarding/company?mode=search")
    page.wait_for_url("**/dashboard")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "no sideways scrolling (UX-7)"


def find_and_choose(page: Page, typed: str, name: str, abn: str) -> None:
    """Type, hear the number of results without leaving the box, walk to the one that is meant, take it."""
    assert_order(page)
    announced = page.locator("#search-announce")
    expect(announced).to_have_attribute("role", "status")
    # Results come by themselves, and the focus stays in the box (AB-5).
    fill(page, "ABN, ACN or company name", typed)
    card = page.locator("#company-results article").filter(has_text=abn)
    expect(card).to_be_visible()
    count = page.locator("#company-results article").count()
    expect(announced).to_have_text(f"{count} {'result' if count == 1 else 'results'}.")
    assert page.evaluate(_NAME).startswith("ABN, ACN or company name")
    tab_to(page, f"Use this company: {name}")
    page.keyboard.press("Enter")
    page.wait_for_url("**mode=chosen")
    expect(page.get_by_label("ABN", exact=False).first).to_have_value(abn)


@pytest.mark.parametrize("width", WIDTHS)
def test_results_are_walked_by_arrows_and_nothing_found_is_told(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], width: int
) -> None:
    """AB-2, AB-5, AX-3: arrows walk the cards and return to the box; each outcome is announced in words of its own."""
    page = open_page(width=width)
    reach_company_step(page, new_address("arrows"), newest_link)
    announced = page.locator("#search-announce")
    fill(page, "ABN, ACN or company name", "harbourline")
    expect(announced).to_have_text("3 results.")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(_NAME).startswith("Use this company: ")
    assert is_uncovered(page)
    page.keyboard.press("ArrowUp")
    assert page.evaluate(_NAME).startswith("ABN, ACN or company name")
    for typed, told in (
        ("zzzqqq", "Nothing found."),
        ("51 824 753 557", "This is not a valid ABN."),
        ("61 910 000 118", "The business register is not answering"),
    ):
        page.keyboard.press("Control+a")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(announced).to_contain_text(told)
        assert page.evaluate(_NAME).startswith("ABN, ACN or company name")
    press(page, "Enter the details yourself")
    page.wait_for_url("**mode=manual")


@pytest.mark.parametrize("width", WIDTHS)
def test_new_company_by_keyboard(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], width: int
) -> None:
    """J1, AX-2: sign-up, confirmation, log-in, details, company entered by hand, invitation."""
    page = open_page(width=width)
    reach_company_step(page, new_address("keys"), newest_link)
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
