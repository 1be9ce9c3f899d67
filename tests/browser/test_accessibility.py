"""axe on every page of the journey, light and dark, in its ordinary and its refused states (AX-1, AX-5)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import ADMIN, OpenPage, call

DEMO_PASSWORD = ADMIN[1]
PUBLIC = (
    *(
        "/",
        "/signup",
        "/signup/check-inbox",
        "/verify-email",
        "/login",
        "/login?ended=1",
        "/login?step=over",
        "/reset-password",
    ),
    *("/reset-password/sent", "/reset-password/confirm", "/invitations/accept", "/terms", "/privacy", "/support"),
    *("/status", "/nothing-here", "/verify-email?token=unknown", "/invitations/accept?token=unknown"),
    *("/confirm-email-change", "/confirm-email-change?token=unknown"),
)
MEMBER = (
    *("/dashboard", "/companies", "/team", "/team/invitations"),
    *("/company", "/company/billing", "/company/organizer", "/company/security"),
    *(
        "/account",
        "/account/email",
        "/account/close",
        "/account/password",
        "/account/security",
        "/account/terms",
        "/sessions",
    ),
)
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


class Inspector:
    """Collects violations, so that one run names them all."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def __call__(self, page: Page, name: str) -> None:
        """Look at the page as it stands, wide and narrow."""
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            for violation in Axe().run(page, options=WCAG).response["violations"]:
                places = ", ".join(str(node["target"]) for node in violation["nodes"][:3])
                self.found.append(f"{name} at {width}: {violation['id']} ({places})")
            if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
                self.found.append(f"{name} at {width}: scrolls sideways")

    def verdict(self) -> None:
        """Fail with everything that was found."""
        assert not self.found, "\n".join(self.found)


@schemes
def test_signed_out_pages(open_page: OpenPage, scheme: str) -> None:
    """AX-5: public pages, their refused forms, and links that do not work."""
    page, inspect = open_page(scheme=scheme), Inspector()
    for path in PUBLIC:
        page.goto(path)
        inspect(page, path)
    for path in ("/signup", "/login", "/reset-password"):
        page.goto(path)
        page.evaluate("document.querySelector('main form').submit()")
        expect(page.locator("#error-summary")).to_be_visible()
        inspect(page, f"{path} refused")
    page.goto("/login")
    page.get_by_label("E-mail address").fill("nobody@browser.example")
    page.get_by_label("Password", exact=False).first.fill("not the password 1")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_text("do not match")).to_be_visible()
    inspect(page, "/login wrong")
    inspect.verdict()


@schemes
def test_member_pages(open_page: OpenPage, scheme: str) -> None:
    """AX-5: everything an administrator of a company sees, menus and dialogs open too."""
    page, inspect = open_page(scheme=scheme), Inspector()
    journeys.log_in(page, "admin@demo.eventlead.test", DEMO_PASSWORD)
    for path in MEMBER:
        page.goto(path)
        inspect(page, path)
    page.goto("/sessions")
    page.get_by_text("Log out everywhere").first.click()
    inspect(page, "/sessions asking")
    page.goto("/dashboard")
    page.locator("details.menu-account summary").click()
    inspect(page, "/dashboard with the account menu")
    for path in ("/account", "/account/email", "/account/password", "/team/invitations"):
        page.goto(path)
        page.locator("main form .field input").first.fill("")
        page.evaluate("document.querySelector('main form[data-form]').submit()")
        expect(page.locator("#error-summary")).to_be_visible()
        inspect(page, f"{path} refused")
    inspect.verdict()


@schemes
def test_onboarding_and_invitation_pages(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], scheme: str
) -> None:
    """AX-5: confirmation, both steps with every outcome of the search, invitation and forbidden page."""
    page, inspect, email = open_page(scheme=scheme), Inspector(), new_address("axe")
    journeys.sign_up(page, email)
    inspect(page, "check inbox")
    page.goto(newest_link(email))
    inspect(page, "verify, confirm")
    journeys.confirm_address(page, newest_link(email))
    inspect(page, "verify, done")
    journeys.log_in(page, email)
    inspect(page, "details")
    journeys.fill_details(page)
    for query in ("Harbourline", "51824753557", "zzzqqq", "61910000118", "40910000029"):
        page.goto("/onboarding/company?mode=search")
        page.get_by_label("ABN, ACN or company name").fill(query)
        page.get_by_role("button", name="Search").click()
        page.locator("#company-results .result, #company-results .alert").first.wait_for()
        inspect(page, f"search {query}")
    journeys.choose_company(page, "40910000029", "40 910 000 029")
    inspect(page, "chosen")
    page.goto("/onboarding/company?mode=manual")
    inspect(page, "manual")
    page.evaluate("document.querySelector('main form').submit()")
    expect(page.locator("#error-summary")).to_be_visible()
    inspect(page, "manual refused")
    page.get_by_label("Company name").fill("Axe and Sons")
    page.get_by_label("State or territory").select_option("NSW")
    page.get_by_label("Postcode").fill("2000")
    journeys.send_company(page)
    page.wait_for_url("**/dashboard")
    inspect(page, "dashboard")
    colleague = new_address("colleague")
    journeys.invite(page, colleague)
    inspect(page, "invitations")
    link = newest_link(colleague)
    page.goto(link)
    inspect(page, "invitation, wrong account")
    visitor = open_page(scheme=scheme)
    visitor.goto(link)
    inspect(visitor, "invitation, sign up")
    inspect.verdict()


@pytest.fixture
def change_terms(base_url: str) -> Iterator[Callable[[], None]]:
    """Puts another version of the terms in force until the test ends."""

    def put(version: str | None) -> None:
        email, password = ADMIN
        token = call(base_url, "POST", "/api/v1/auth/login", {"email": email, "password": password})["accessToken"]
        change = {"value": version, "reason": "browser tests"}
        call(base_url, "PATCH", "/api/v1/admin/settings/TERMS_VERSION", change, token)
        time.sleep(2)  # every process has it by then

    yield lambda: put("2030-01")
    put(None)


@schemes
def test_changed_terms(
    open_page: OpenPage,
    newest_link: Callable[[str], str],
    new_address: Callable[[str], str],
    change_terms: Callable[[], None],
    scheme: str,
) -> None:
    """AX-5: the reminder above a page and the page it leads to, before and after accepting."""
    page, inspect, email = open_page(scheme=scheme), Inspector(), new_address("terms")
    journeys.sign_up(page, email)
    page.goto(newest_link(email))
    journeys.confirm_address(page, newest_link(email))
    journeys.log_in(page, email)
    change_terms()
    page.reload()
    expect(page.get_by_role("region", name="Changed terms", exact=True)).to_be_visible()
    inspect(page, "details with the reminder")
    page.get_by_role("link", name="Read and accept").click()
    expect(page.get_by_role("region", name="Changed terms", exact=True)).to_have_count(0)
    inspect(page, "terms to accept")
    page.get_by_role("button", name="accept").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your details")
    expect(page.get_by_role("region", name="Changed terms", exact=True)).to_have_count(0)
    page.goto("/account/terms")
    inspect(page, "terms accepted")
    inspect.verdict()


@schemes
def test_locked_out(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str], scheme: str
) -> None:
    """AX-5, LG-1: what the owner of a locked account reads, with the time in their zone."""
    page, inspect, email = open_page(scheme=scheme), Inspector(), new_address("locked")
    journeys.sign_up(page, email)
    page.goto(newest_link(email))
    journeys.confirm_address(page, newest_link(email))
    for password in ("not the password 1",) * 5 + (journeys.PASSWORD,):
        page.goto("/login")
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password", exact=False).first.fill(password)
        page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_text("Your account is locked")).to_be_visible()
    inspect(page, "/login locked")
    inspect.verdict()
