"""An administrator changes, suspends and removes members, and members leave, in a real browser (ME-2 to ME-6).

Axe looks at every page on the way, light and dark, wide and narrow (AX-1, AX-5); roles are changed by keys (AX-2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage, call
from tests.browser.test_accessibility import Inspector
from tests.browser.test_keyboard import press

FindLink = Callable[[str], str]
DETAILS = {"firstName": "", "lastName": "", "countryCode": "AU", "timezoneIdentifier": "Australia/Perth"}
LOOKS = pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])


def found(page: Page, email: str, link_of: FindLink, name: str) -> None:
    """A company entered by hand, of a person who is new."""
    journeys.sign_up(page, email)
    journeys.confirm_address(page, link_of(email))
    journeys.log_in(page, email)
    journeys.fill_details(page)
    page.goto("/onboarding/company?mode=manual")
    page.get_by_label("Company name").fill(name)
    page.get_by_label("State or territory").select_option("NSW")
    page.get_by_label("Postcode").fill("2000")
    journeys.send_company(page)
    page.wait_for_url("**/dashboard")


def call_as(page: Page, email: str) -> Any:
    """A session of the person at the API."""
    return call(base_of(page), "POST", "/api/v1/auth/login", {"email": email, "password": journeys.PASSWORD})


def base_of(page: Page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.scheme}://{parts.netloc}"


def add_member(page: Page, admin: str, email: str, link_of: FindLink, first_name: str, last_name: str) -> None:
    """Invite somebody and join as they would, at the API."""
    session = call_as(page, admin)
    names = {"firstName": first_name, "lastName": last_name}
    invitation = {"invitedEmail": email, "roleCode": "company_user", **names}
    path = f"/api/v1/companies/{session['activeCompany']['companyId']}/invitations"
    call(base_of(page), "POST", path, invitation, session["accessToken"])
    token = parse_qs(urlsplit(link_of(email)).query)["token"][0]
    entry = {"token": token, "password": journeys.PASSWORD, "acceptTerms": True}
    joined = call(base_of(page), "POST", "/api/v1/invitations/signup", entry)
    details = {**DETAILS, **names}
    call(base_of(page), "PUT", "/api/v1/users/me/onboarding-details", details, joined["accessToken"])


def row_of(page: Page, name: str) -> Any:
    return page.get_by_role("row", name=name)


@LOOKS
def test_roles_suspension_and_removal(
    open_page: OpenPage, newest_link: FindLink, new_address: Callable[[str], str], width: int, scheme: str
) -> None:
    """ME-2, ME-4, ME-5: what the administrator does, the member notices at once."""
    founder, sam, inspect = new_address("founder"), new_address("sam"), Inspector()
    page = open_page(width=width, scheme=scheme)

    def look(name: str) -> None:
        inspect(page, name)
        page.set_viewport_size({"width": width, "height": 900})

    found(page, founder, newest_link, f"Harbour {width}")
    add_member(page, founder, sam, newest_link, "Sam", "Okafor")
    other = open_page(width=width, scheme=scheme)
    journeys.log_in(other, sam)
    other.goto("/team")
    expect(row_of(other, "Alex Nguyen")).to_be_visible()
    expect(other.get_by_role("navigation", name="Filter by status")).to_have_count(0)
    expect(other.get_by_role("link", name="Remove")).to_have_count(0)

    page.goto("/team")
    look("team")
    expect(row_of(page, "Alex Nguyen").get_by_role("link")).to_have_count(0)
    press(page, "Change role")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change the role of Sam Okafor")
    look("role")
    page.get_by_label("New role").select_option("company_admin")
    press(page, "Change the role")
    expect(page.get_by_text("Sam Okafor has the role Company Administrator now").first).to_be_visible()
    other.reload()
    expect(other.get_by_role("navigation", name="Filter by status")).to_be_visible()

    row_of(page, "Sam Okafor").get_by_role("link", name="Suspend").click()
    look("suspend")
    page.get_by_label("Reason").fill("Away until March")
    expect(page.get_by_text("16 of 500 characters")).to_be_visible()
    page.get_by_role("button", name="Suspend").click()
    expect(page.get_by_text("Sam Okafor is suspended").first).to_be_visible()
    other.goto("/dashboard")
    expect(other.get_by_text(f"Harbour {width} is closed to you")).to_be_visible()
    inspect(other, "dashboard of a suspended member")

    page.get_by_role("link", name="Suspended (1)").click()
    look("suspended members")
    row_of(page, "Sam Okafor").get_by_role("link", name="Reactivate").click()
    look("reactivate")
    page.get_by_role("button", name="Reactivate").click()
    expect(page.get_by_text("Sam Okafor can work in the company again").first).to_be_visible()

    row_of(page, "Sam Okafor").get_by_role("link", name="Remove").click()
    look("remove")
    page.get_by_label("Reason").fill("Has left for good")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Sam Okafor does not belong to the company any more").first).to_be_visible()
    page.get_by_role("link", name="Removed (1)").click()
    expect(row_of(page, "Sam Okafor")).to_contain_text("Has left for good")
    look("removed members")
    other.goto("/dashboard")
    expect(other.get_by_text("No company is open to you")).to_be_visible()
    inspect.verdict()


@LOOKS
def test_refusals_keep_what_was_typed(
    open_page: OpenPage, newest_link: FindLink, new_address: Callable[[str], str], width: int, scheme: str
) -> None:
    """GEN-5, ME-2: a colleague was faster; own membership; a form sent twice makes one change."""
    founder, sam, inspect = new_address("founder"), new_address("sam"), Inspector()
    page = open_page(width=width, scheme=scheme)
    found(page, founder, newest_link, "Quay Stands")
    add_member(page, founder, sam, newest_link, "Sam", "Okafor")
    page.goto("/team")
    row_of(page, "Sam Okafor").get_by_role("link", name="Remove").click()
    page.get_by_label("Reason").fill("Wrong company")
    session = call_as(page, founder)
    people = f"/api/v1/companies/{session['activeCompany']['companyId']}/users"
    members = call(base_of(page), "GET", people, token=session["accessToken"])["items"]
    ids = {one["firstName"]: one["userId"] for one in members}
    change = {"roleCode": "company_viewer"}
    call(base_of(page), "PATCH", f"{people}/{ids['Sam']}/role", change, session["accessToken"])
    page.get_by_role("button", name="Remove").click()
    expect(page.locator("#error-summary")).to_contain_text("Somebody changed this membership")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.get_by_label("Reason")).to_have_value("Wrong company")
    expect(page.get_by_text("Company Viewer")).to_be_visible()
    inspect(page, "remove, stale")
    page.set_viewport_size({"width": width, "height": 900})
    page.get_by_role("button", name="Remove").dblclick()
    expect(page.get_by_text("does not belong to the company any more").first).to_be_visible()
    for path, text in (
        (f"/team/{ids['Sam']}/suspend", "Sam Okafor was removed"),
        (f"/team/{ids['Alex']}/role", "This is your own membership"),
    ):
        page.goto(path)
        expect(page.get_by_text(text)).to_be_visible()
        inspect(page, path.rpartition("/")[2] + ", impossible")
    inspect.verdict()


@LOOKS
def test_leaving(
    open_page: OpenPage, newest_link: FindLink, new_address: Callable[[str], str], width: int, scheme: str
) -> None:
    """ME-3, ME-6: the sole administrator is shown the way out, takes it, and lands at the three ways in."""
    founder, sam, inspect = new_address("founder"), new_address("sam"), Inspector()
    page = open_page(width=width, scheme=scheme)

    def look(name: str) -> None:
        inspect(page, name)
        page.set_viewport_size({"width": width, "height": 900})

    found(page, founder, newest_link, "Pier Lights")
    page.goto("/companies")
    look("companies")
    page.get_by_role("link", name="Leave").click()
    expect(page.get_by_text("nobody else belongs to this one")).to_be_visible()
    look("leave, alone")
    add_member(page, founder, sam, newest_link, "Sam", "Okafor")
    page.reload()
    look("leave, last administrator")
    page.get_by_role("link", name="To the team").click()
    row_of(page, "Sam Okafor").get_by_role("link", name="Change role").click()
    page.get_by_label("New role").select_option("company_admin")
    page.get_by_role("button", name="Change the role").click()
    page.goto("/companies")
    press(page, "Leave")
    expect(page.get_by_text("You belong to no company then")).to_be_visible()
    look("leave")
    page.get_by_label("Reason").fill("New job")
    press(page, "Leave the company")
    page.wait_for_url("**/dashboard")
    expect(page.get_by_text("You have left Pier Lights").first).to_be_visible()
    for way in ("Accept an invitation", "Request access", "Create your company"):
        expect(page.get_by_role("heading", name=way)).to_be_visible()
    look("dashboard without company")
    inspect.verdict()
