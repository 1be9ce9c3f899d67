"""Two-step log-in in a real browser: enrolled by the page, used at log-in, turned off (SF-1 to SF-5).

Axe looks at every page on the way, light and dark, wide and narrow (AX-1, AX-5).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.error import HTTPError

import pyotp
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import journeys
from tests.browser.conftest import ADMIN, OpenPage, call
from tests.browser.test_accessibility import Inspector, schemes
from tests.browser.test_keyboard import fill, press
from tests.browser.test_passkeys import log_out, plug_in_device

PERSON = ("viewer@demo.eventlead.test", "Show-floor-2468")
NOT_ON = 409
SECURITY, STEP = "/account/security", "**/login/second-factor"


@pytest.fixture(autouse=True)
def without_second_step(base_url: str) -> Iterator[None]:
    """The person begins and ends without one, whatever a broken run left behind; staff can do that."""
    email, password = ADMIN
    token = call(base_url, "POST", "/api/v1/auth/login", {"email": email, "password": password})["accessToken"]
    found = call(base_url, "GET", f"/api/v1/admin/users?email={PERSON[0]}", token=token)["items"]
    [user_id] = [row["userId"] for row in found if row["email"] == PERSON[0]]

    def reset() -> None:
        try:
            path = f"/api/v1/admin/users/{user_id}/reset-second-factor"
            call(base_url, "POST", path, {"reason": "browser tests", "identityProof": "in_person"}, token)
        except HTTPError as refusal:
            if refusal.code != NOT_ON:
                raise

    reset()
    yield
    reset()


def code_of(key: str, steps: int = 0) -> str:
    return pyotp.TOTP(key).at(int(time.time()) + 30 * steps)


def section(page: Page) -> Locator:
    return page.get_by_role("region", name="Two-step log-in")


def begin(page: Page) -> str:
    """Up to the page with the code to scan; the key it shows."""
    page.goto(SECURITY)
    section(page).get_by_text("Set up an authenticator app").click()
    page.locator("#app-current_password").fill(PERSON[1])
    section(page).get_by_role("button", name="Continue").click()
    page.wait_for_url("**/account/security/authenticator")
    return "".join(page.locator(".setup-key").inner_text().split())


def confirm(page: Page, key: str) -> list[str]:
    """Show the code of the step before, so that the present one can still log in; the recovery codes."""
    page.get_by_label("Code that the app shows now").fill(code_of(key, -1))
    page.get_by_role("button", name="Confirm the app").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")
    return page.locator(".recovery-codes li").all_inner_texts()


def give_password(page: Page) -> None:
    log_out(page)
    page.get_by_label("E-mail address").fill(PERSON[0])
    page.get_by_label("Password", exact=False).first.fill(PERSON[1])
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url(STEP)


def turn_off(page: Page) -> None:
    page.goto(SECURITY)
    section(page).get_by_text("Turn two-step log-in off").click()
    page.locator("#off-current_password").fill(PERSON[1])
    section(page).get_by_role("button", name="Turn it off").click()
    expect(section(page)).to_contain_text("Set up an authenticator app")


def test_app_from_setting_up_to_turning_off(open_page: OpenPage) -> None:
    """The code on the page is what an app reads; then a code of it logs in, and a recovery code once."""
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    journeys.log_in(page, *PERSON)
    key = begin(page)
    width = page.locator(".qr-code").evaluate("image => image.naturalWidth")
    assert width > 100, "the code to scan is drawn"
    uri = page.get_by_role("link", name="Open it with the key").get_attribute("href") or ""
    assert pyotp.parse_uri(uri).secret == key
    codes = confirm(page, key)
    assert len(codes) == 10
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").split() == codes
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as text").click()
    assert all(code in download.value.path().read_text() for code in codes)

    give_password(page)
    page.get_by_label("Code", exact=False).first.fill(code_of(key))
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/dashboard")

    give_password(page)
    page.get_by_text("Use a recovery code instead").click()
    page.get_by_label("Recovery code").fill(codes[3].upper())
    page.get_by_role("button", name="Log in with this code").click()
    page.wait_for_url("**/dashboard")

    turn_off(page)
    log_out(page)
    journeys.log_in(page, *PERSON)
    assert page.url.endswith("/dashboard")


def test_passkey_as_second_step(open_page: OpenPage) -> None:
    page = open_page()
    plug_in_device(page)
    journeys.log_in(page, *PERSON)
    page.goto(SECURITY)
    passkeys = page.get_by_role("region", name="Passkeys")
    page.locator("#passkey-name").fill("Test device")
    page.locator("#passkey-current_password").fill(PERSON[1])
    passkeys.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Test device")).to_be_visible()
    section(page).get_by_text("Use your passkey as second step").click()
    page.locator("#passkeys-current_password").fill(PERSON[1])
    section(page).get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")

    give_password(page)
    expect(page.get_by_label("Code", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/dashboard")

    turn_off(page)
    entry = passkeys.get_by_role("listitem").filter(has_text="Test device")
    entry.get_by_text("Change").click()
    entry.get_by_label("Present password", exact=False).first.fill(PERSON[1])
    entry.get_by_role("button", name="Remove this passkey").click()
    expect(page.get_by_role("heading", name="Test device")).to_be_hidden()


def test_by_keyboard_and_without_scripts(open_page: OpenPage) -> None:
    """AX-2: set up and log in by keys alone; the second step works without scripting too."""
    page = open_page()
    journeys.log_in(page, *PERSON)
    page.goto(SECURITY)
    press(page, "Set up an authenticator app")
    fill(page, "Present password", PERSON[1])
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/security/authenticator")
    key = "".join(page.locator(".setup-key").inner_text().split())
    fill(page, "Code that the app shows now", code_of(key, -1))
    press(page, "Confirm the app")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep your recovery codes")
    press(page, "I have kept them")
    page.wait_for_url(f"**{SECURITY}")

    plain = open_page(scripting=False)
    plain.goto("/login")
    plain.get_by_label("E-mail address").fill(PERSON[0])
    plain.get_by_label("Password", exact=False).first.fill(PERSON[1])
    plain.get_by_role("button", name="Log in", exact=True).click()
    plain.get_by_label("Code", exact=False).first.fill(code_of(key))
    plain.get_by_role("button", name="Log in", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_contain_text("Showground")
    turn_off(page)


@schemes
def test_pages_are_accessible(open_page: OpenPage, scheme: str) -> None:
    """AX-5: every state of the section, the set-up, the codes and the second step."""
    page, inspect = open_page(scheme=scheme), Inspector()
    journeys.log_in(page, *PERSON)
    page.goto(SECURITY)
    section(page).get_by_text("Set up an authenticator app").click()
    inspect(page, "two-step off, asking")
    key = begin(page)
    inspect(page, "authenticator")
    page.get_by_label("Code that the app shows now").fill("12")
    page.get_by_role("button", name="Confirm the app").click()
    expect(page.locator("#error-summary")).to_be_visible()
    inspect(page, "authenticator refused")
    codes = confirm(page, key)
    inspect(page, "recovery codes")
    page.goto(SECURITY)
    for summary in section(page).locator("summary").all():
        summary.click()
    inspect(page, "two-step on, asking")
    give_password(page)
    inspect(page, "second step")
    page.get_by_label("Code", exact=False).first.fill("12")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("#error-summary")).to_be_visible()
    page.get_by_text("Use a recovery code instead").click()
    inspect(page, "second step refused")
    page.get_by_label("Recovery code").fill(codes[0])
    page.get_by_role("button", name="Log in with this code").click()
    page.wait_for_url("**/dashboard")
    turn_off(page)
    inspect.verdict()
