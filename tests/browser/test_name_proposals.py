"""Names of the register in the profile form, by keyboard, with and without scripting (CO-11, AX-2, AX-5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import Inspector

# Entries whose business name is proposed first, so that the legal name is another one.
BODIES = (("CSIRO", "41 687 119 230"), ("Australia Post", "28 864 970 579"), ("CommBank", "48 123 123 124"))


@pytest.mark.parametrize("scripting", [True, False], ids=["scripting", "plain"])
def test_a_name_is_chosen_by_keyboard(
    open_page: OpenPage,
    newest_link: Callable[[str], str],
    new_address: Callable[[str], str],
    scripting: bool,
) -> None:
    """Tab to a name, press it, press Enter in the field: saved; nothing but the name changed."""
    email = new_address("names")
    first = open_page()
    journeys.new_company(first, email, newest_link, BODIES)
    page = open_page(scripting=scripting)
    journeys.log_in(page, email)
    page.goto("/company")
    name, phone = page.get_by_label("Company name"), page.get_by_label("Phone")
    phone.fill("02 9876 5432")
    button = page.locator('button[name="use_name"]').first
    legal = button.get_attribute("value") or ""
    name.focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.proposals:not([open]) > summary')"):
            page.keyboard.press("Enter")  # more than four names are folded
        if page.evaluate("document.activeElement.getAttribute('name')") == "use_name":
            break
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(name).to_have_value(legal)
    expect(page.locator("[data-proposed]")).to_contain_text("is filled in")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(phone).to_have_value("02 9876 5432")
    if scripting:
        inspect = Inspector()
        inspect(page, "/company with a name filled in")
        inspect.verdict()
    name.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your changes are saved").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(legal)
    expect(page.get_by_text("Source of the name in use: Legal name")).to_be_visible()
    expect(phone).to_have_value("02 9876 5432")
