"""Steps of the journeys as a person takes them in the browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PASSWORD = "blue kettle 47 harbour"
# Entries of the register simulator; a product that keeps its data has the first ones already.
REGISTERED = (
    ("HARBOURLINE EXHIBITS PTY LTD", "50 910 000 010"),
    ("WATTLE & CO. EVENTS PTY LTD", "42 910 000 038"),
    ("CAFÉ SOLEIL NGUYỄN PTY LTD", "44 910 000 047"),
    ("EVERGREEN TRADE SHOWS PTY LTD", "46 910 000 056"),
    ("HARBOURLINE HOLDINGS PTY LTD", "48 910 000 065"),
    ("QANTAS AIRWAYS LIMITED", "16 009 661 901"),
)


def sign_up(page: Page, email: str, first_name: str = "Alex", last_name: str = "Nguyen") -> None:
    """From the start page to the inbox notice."""
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Sign up").or_(
        page.get_by_role("banner").get_by_role("link", name="Sign up")
    ).first.click()
    page.get_by_label("First name").fill(first_name)
    page.get_by_label("Last name").fill(last_name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your inbox")


def confirm_address(page: Page, link: str) -> None:
    """Open the mailed link and press the button; the secret is not in the address any more (SU-4)."""
    page.goto(link)
    assert "token" not in page.url
    page.get_by_role("button", name="Confirm this address").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your address is confirmed")


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/login")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=False).first.fill(password)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url(lambda address: "/login" not in address)


def fill_details(page: Page) -> None:
    """Step 1; the zone of the browser is proposed, and its country (ON-3)."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Your details")
    expect(page.get_by_label("Time zone")).to_have_value("Australia/Perth")
    expect(page.get_by_label("Country")).to_have_value("AU")
    page.get_by_label("Phone").fill("0412 345 678")
    page.locator("form[data-draft] button[type=submit]").last.click()


def choose_company(page: Page, query: str, abn: str) -> None:
    """Search, and choose the result with that ABN; the form comes pre-filled (ON-4)."""
    page.goto("/onboarding/company?mode=search")
    page.get_by_label("ABN, ACN or company name").fill(query)
    card = page.locator("#company-results article").filter(has_text=abn)
    card.get_by_role("button").click()
    expect(page.get_by_label("ABN", exact=False).first).to_have_value(abn)


def send_company(page: Page) -> None:
    """Street and suburb, which the register does not know, and off it goes."""
    page.get_by_label("Street address").fill("1 Example Street")
    page.get_by_label("Suburb or city").fill("Sydney")
    page.get_by_role("button", name="Create company").click()


def create_company(page: Page, registered: tuple[tuple[str, str], ...] = REGISTERED) -> str:
    """Choose the first register entry nobody has taken and create the company; return its name."""
    for query, abn in registered:
        choose_company(page, query, abn)
        name = page.get_by_label("Company name").input_value()
        send_company(page)
        page.wait_for_load_state()
        if page.get_by_text("A company with this ABN already uses EventLead").count() == 0:
            break
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert page.url.endswith("/dashboard")
    return name


def invite(page: Page, email: str, first_name: str = "Sam", last_name: str = "Okafor") -> None:
    """Invite a colleague from the dashboard."""
    page.goto("/dashboard")
    page.get_by_role("link", name="Invite a colleague").first.click()
    page.get_by_label("First name").fill(first_name)
    page.get_by_label("Last name").fill(last_name)
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Role", exact=False).select_option("company_user")
    page.get_by_role("button", name="Send invitation").click()
    expect(page.get_by_text(f"The invitation to {email} is on its way").first).to_be_visible()


def new_company(page: Page, email: str, link_of: object, registered: tuple[tuple[str, str], ...] = REGISTERED) -> str:
    """The whole of J1; ``link_of`` finds the newest mailed link of an address."""
    sign_up(page, email)
    confirm_address(page, link_of(email))  # type: ignore[operator]
    log_in(page, email)
    fill_details(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your company")
    return create_company(page, registered)
