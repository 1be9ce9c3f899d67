"""The live checklist of a new password claims nothing the server would not confirm (UX-2, GEN-9, PW-1)."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import ADMIN, OpenPage

NAMES = {"First name": "Dana", "Last name": "Okonkwo-Reed", "E-mail address": "dana.or@harbourline.example"}
PASSWORDS = (
    *(
        "short 1",
        "blue kettle",
        "blue kettle 47",
        "x" * 129 + "1",
        "😀" * 7 + "1",
        "😀" * 6 + "1",
        "kettle \u0663\u0664 blue",
    ),
    *("kettle \u00b2 blue bottle", "dana.or1", "okonkwo1", "danaokonkwo1", "blue kettle dana harbour 77", "password1"),
    *("harbourline1", "dana.or@harbourline.example1", "Reed1Reed", "iloveyou1"),
)
CODES = {"length": {"password_too_short", "password_too_long"}, "number": {"password_no_number"}}


def refusals(base_url: str, password: str) -> set[str]:
    """Codes the server has against a password; the terms stay open, so that nothing is stored."""
    body = {
        "firstName": NAMES["First name"],
        "lastName": NAMES["Last name"],
        "email": NAMES["E-mail address"],
        "password": password,
        "acceptTerms": False,
    }
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{base_url}/api/v1/auth/signup", json.dumps(body).encode(), headers)
    try:
        urllib.request.urlopen(request, timeout=20)
    except urllib.error.HTTPError as refused:
        return {item["code"] for item in json.loads(refused.read())["errors"] if item["field"] == "password"}
    raise AssertionError("accepted without terms")


def ticked(page: Page) -> set[str]:
    return set(page.locator(".password-rules li.is-met").evaluate_all("rules => rules.map(r => r.dataset.rule)"))


def test_sign_up(open_page: OpenPage, base_url: str) -> None:
    page = open_page()
    page.goto("/signup")
    for label, text in NAMES.items():
        page.get_by_label(label).fill(text)
    warning = page.locator("[data-rule-warning]")
    for password in PASSWORDS:
        page.get_by_label("Password", exact=False).first.fill(password)
        codes = refusals(base_url, password)
        assert ticked(page) == {rule for rule, known in CODES.items() if not known & codes}, password
        if "password_too_long" not in codes:  # then the server says nothing else
            assert warning.is_visible() == ("password_too_similar" in codes), password
    rules = page.locator(".password-rules")
    expect(rules).to_contain_text("is not a commonly used password")
    expect(rules).not_to_contain_text("present password")


def test_change(open_page: OpenPage) -> None:
    """The present password is named where there is one; whether a new one differs is never claimed."""
    page = open_page()
    journeys.log_in(page, *ADMIN)
    page.goto("/account/password")
    rules = page.locator(".password-rules")
    expect(rules).to_contain_text("is not your present password")
    page.get_by_label("New password", exact=False).first.fill(ADMIN[1])
    assert ticked(page) == {"length", "number"}
    page.get_by_label("New password", exact=False).first.fill("sysadmin1")
    expect(page.locator("[data-rule-warning]")).to_be_visible()
