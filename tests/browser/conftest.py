"""A browser against a whole running product (`make e2e`): its address and Chromium come from the environment."""

from __future__ import annotations

import json
import os
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ADMIN = ("sysadmin@eventlead.test", "Show-floor-2468")
LIMITS = (
    "RATE_LIMIT_SIGNUP_IP_PER_HOUR",
    "RATE_LIMIT_LOGIN_IP_PER_MINUTE",
    "RATE_LIMIT_LOGIN_PER_MINUTE",
    "RATE_LIMIT_ABR_PER_MINUTE",
)
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the running product."""
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker("browser")


def call(base_url: str, method: str, path: str, body: Any = None, token: str = "") -> Any:
    """Send JSON to the product and return what it answers."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(f"{base_url}{path}", data=data, headers=headers, method=method)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read() or b"null")


@pytest.fixture(scope="session")
def base_url() -> str:
    """Origin of the product, with its rate limits raised as an administrator would."""
    origin = os.environ.get("EVENTLEAD_BASE_URL", "")
    if not origin:
        pytest.skip("EVENTLEAD_BASE_URL names no running product; use `make e2e`")
    email, password = ADMIN
    token = call(origin, "POST", "/api/v1/auth/login", {"email": email, "password": password})["accessToken"]
    for name in LIMITS:
        change = {"value": 1000, "reason": "browser tests"}
        call(origin, "PATCH", f"/api/v1/admin/settings/{name}", change, token)
    time.sleep(2)
    return origin


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium without calls home."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        chromium = playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, base_url: str) -> Iterator[OpenPage]:
    """Open a page of a new, private browser: ``open_page(width=390, scheme="dark", scripting=False)``.

    The test fails on a script error or a blocked resource.
    """
    contexts, complaints = [], []

    def open_one(*, width: int = 1280, scheme: str = "light", scripting: bool = True) -> Page:
        context = browser.new_context(
            base_url=base_url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripting,
            reduced_motion="reduce",
            locale="en-AU",
            timezone_id="Australia/Perth",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
        page.on(
            "console",
            lambda line: complaints.append(line.text) if "Content Security Policy" in line.text else None,
        )
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def newest_link(base_url: str) -> Callable[[str], str]:
    """Path of the action link in the newest mail to an address; waits for the mail up to ten seconds."""

    def find(address: str, containing: str = "token=") -> str:
        for _ in range(50):
            for mail in call(base_url, "GET", f"/dev/mail/messages?to={address}"):
                links = [link for link in mail["links"] if containing in link]
                if links:
                    return str(links[0]).removeprefix(base_url)
            time.sleep(0.2)
        raise AssertionError(f"no mail with a link for {address}")

    return find


@pytest.fixture
def new_address() -> Callable[[str], str]:
    """An address nobody has used."""
    return lambda name: f"{name}.{uuid.uuid4().hex[:10]}@browser.example"
