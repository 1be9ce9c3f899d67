"""Drafts of the step forms are kept in the browser (ON-8)."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.conftest import OpenPage


def stored(page: Page) -> str:
    """Everything this browser keeps for us."""
    return json.dumps(page.evaluate("({...localStorage})"))


def test_a_draft_outlives_a_reload_and_ends_with_the_log_out(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str]
) -> None:
    """ON-8: restored with a notice, under the user's id, without secrets; log-out asks and erases."""
    email = new_address("drafts")
    page = open_page()
    journeys.sign_up(page, email)
    journeys.confirm_address(page, newest_link(email))
    journeys.log_in(page, email)
    title = page.get_by_label("Job title")
    title.fill("Head of events")
    title.blur()
    expect(page.get_by_text("Draft saved at")).to_be_visible()
    user = page.locator("body").get_attribute("data-user")
    kept = stored(page)
    assert f"eventlead:draft:{user}:onboarding-details" in kept
    assert journeys.PASSWORD not in kept
    assert "csrf" not in kept

    page.reload()
    expect(page.get_by_text("We put back what you typed here")).to_be_visible()
    expect(title).to_have_value("Head of events")

    other = page.context.new_page()
    other.goto("/onboarding/details")
    other.get_by_label("Job title").fill("Head of nothing")
    questions: list[str] = []
    page.on("dialog", lambda dialog: (questions.append(dialog.message), dialog.accept()))
    page.locator("form[data-logout]").first.evaluate("form => form.requestSubmit()")
    page.wait_for_url("**/login**")
    assert len(questions) == 1
    other.goto("/login")
    assert "Head of" not in stored(page), "no tab brings a draft back after the log-out"


def test_a_sent_form_leaves_no_draft(
    open_page: OpenPage, newest_link: Callable[[str], str], new_address: Callable[[str], str]
) -> None:
    """ON-8: erased on completion."""
    page = open_page()
    journeys.new_company(page, new_address("finished"), newest_link)
    assert "eventlead:draft" not in stored(page)
