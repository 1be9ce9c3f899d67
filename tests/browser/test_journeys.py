"""J1 and J2 in the browser, wide and narrow, and without scripting."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage


@pytest.mark.parametrize("width", [1280, 390])
def test_a_company_and_its_team(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], width: int
) -> None:
    """J1 New company, J2 Invitee: from sign-up until both see the team."""
    founder, colleague = new_address("founder"), new_address("colleague")
    page = open_page(width=width)
    company = journeys.new_company(page, founder, newest_link)
    journeys.invite(page, colleague)

    other = open_page(width=width)
    other.goto(newest_link(colleague))
    assert "token" not in other.url
    expect(other.get_by_text(company).first).to_be_visible()
    other.get_by_label("Password", exact=False).first.fill(journeys.PASSWORD)
    other.get_by_role("checkbox").check()
    other.get_by_role("button", name="Create account and join").click()
    journeys.fill_details(other)
    expect(other.get_by_role("heading", level=1)).to_have_text(company)

    for shown in (page, other):
        shown.goto("/team")
        expect(shown.get_by_role("row", name="Sam Okafor")).to_be_visible()
        expect(shown.get_by_role("row", name="Alex Nguyen")).to_be_visible()
        assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "scrolls sideways (UX-7)"


def test_without_scripting(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str]
) -> None:
    """AB-5, section 24: the journey works as plain form posts."""
    email = new_address("plain")
    page = open_page(scripting=False)
    journeys.sign_up(page, email)
    journeys.confirm_address(page, newest_link(email))
    journeys.log_in(page, email)
    page.get_by_label("Country").select_option("AU")
    page.get_by_label("Time zone").select_option("Australia/Hobart")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("ABN, ACN or company name").fill("Harbourline")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#company-results")).to_have_attribute("data-outcome", "found")
    page.get_by_role("link", name="Enter the details yourself").click()
    page.get_by_label("Country").select_option("NZ")
    page.get_by_role("button", name="Change country").click()
    expect(page.get_by_label("Region")).to_be_visible()
    page.get_by_label("Company name").fill("Kauri Shows")
    page.get_by_label("Street address").fill("1 Queen Street")
    page.get_by_label("Suburb or city").fill("Auckland")
    page.get_by_label("Region").select_option("AUK")
    page.get_by_label("Postcode").fill("1010")
    page.get_by_role("button", name="Create company").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kauri Shows")
