"""Fixtures of the REST layer's tests; import them where needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.test import Client

from common.api import rate_limiting
from common.api.principal import Principal
from common.errors import load_hook
from tests.common import api_probe

DANA = Principal(
    user_id=1,
    email="dana@harbourline.example",
    full_name="Dana Reed",
    session_id="5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11",
    system_role="company_user",
    company_id=7,
    company_role="company_admin",
    is_onboarding_complete=True,
)
PRIYA = replace(DANA, user_id=2, full_name="Priya Shah", company_role="company_user")
NEWCOMER = replace(DANA, user_id=3, company_id=None, company_role=None, is_onboarding_complete=False)
UNFINISHED = replace(PRIYA, user_id=4, is_onboarding_complete=False)
STAFF = replace(NEWCOMER, user_id=5, full_name="Sam Staff", system_role="system_admin")


@dataclass
class Verdict:
    allowed: bool = True
    limit: int = 300
    remaining: int = 299
    reset_after: int = 60


class Counter:
    """Stand-in for the shared counters: remembers what was counted and refuses the names in ``exhausted``."""

    def __init__(self) -> None:
        self.counted: list[tuple[str, str]] = []
        self.exhausted: set[str] = set()

    def __call__(self, name: str, key: str) -> Verdict:
        self.counted.append((name, key))
        return Verdict(allowed=False, remaining=0, reset_after=42) if name in self.exhausted else Verdict()


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    counter = Counter()
    monkeypatch.setattr(rate_limiting, "count", counter)
    return counter


@pytest.fixture
def probes(settings: Any, counter: Counter) -> Iterator[Client]:
    """A client on the probe endpoints with every hook replaced by a stand-in."""
    settings.ROOT_URLCONF = "tests.common.api_probe"
    # The layer alone: what the apps put around it needs their tables.
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.startswith(("logging_app.", "accounts."))]
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example"]
    settings.API_AUTHENTICATION = "tests.common.api_probe.TokenTable"
    settings.COMPANY_GATE = "tests.common.api_probe.company_gate"
    settings.CROSS_COMPANY_RECORDER = "tests.common.api_probe.record_crossing"
    settings.ERROR_RECORDER = "tests.common.api_probe.record_error"
    settings.ROLE_FLAGS = "tests.common.api_probe.role_flags"
    settings.WHITENOISE_AUTOREFRESH = True
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    api_probe.ACCESS_TOKENS.update(dana=DANA, priya=PRIYA, newcomer=NEWCOMER, unfinished=UNFINISHED, staff=STAFF)
    states = {(1, 7): "member", (2, 7): "member", (2, 8): "member", (4, 7): "member", (1, 9): "suspended"}
    api_probe.COMPANY_STATES.update(states)
    yield Client(raise_request_exception=False)
    for table in (
        api_probe.ACCESS_TOKENS,
        api_probe.COMPANY_STATES,
        api_probe.CROSSINGS,
        api_probe.RECORDED,
        api_probe.CompanyProbeView.scopes,
        api_probe.CompanyProbeView.actors,
    ):
        table.clear()
    load_hook.cache_clear()


@pytest.fixture
def echo(probes: Client) -> Callable[[Any], Any]:
    """Post a body to the echo endpoint."""

    def post(body: Any) -> Any:
        return probes.post("/api/v1/probe/echo", body, content_type="application/json")

    return post


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def assert_problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """Check everything every problem has in common and return the document."""
    document: dict[str, Any] = response.json()
    assert (response.status_code, document["code"]) == (status, code), document
    assert response.headers["Content-Type"] == "application/problem+json"
    assert document["status"] == status
    assert document["type"] == "/problems/" + code.lower().replace("_", "-")
    assert document["instance"] == response.wsgi_request.path
    assert document["requestId"] == response.headers["X-Request-ID"]
    assert document["title"]
    assert document["detail"]
    assert bool(document["errors"]) == (code == "VALIDATION_ERROR")
    return document


def error_codes(response: Any) -> set[tuple[str, str]]:
    document = assert_problem(response, 422, "VALIDATION_ERROR")
    return {(error["field"], error["code"]) for error in document["errors"]}
