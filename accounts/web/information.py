"""Start page and static information: terms, privacy, support, service status."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from accounts.selectors.password_policy import password_policy
from common import clock
from common.api.health import run_checks
from common.web.access import public, visitor
from common.web.answers import show
from settings_app.selectors import get_str


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the status page."""

    name: str
    text: str
    is_ok: bool


_CHECKS = {
    "database": ("Accounts and companies", "Logging in, onboarding and everything that is stored"),
    "redis": ("Mail and background work", "Sending mails and counting requests"),
    "migrations": ("Release", "The running version and its data fit together"),
}


@visitor("GET")
def home(request: HttpRequest) -> HttpResponse:
    """``/``: the product for visitors; others go on to the dashboard or the open step."""
    return show(request, "home")


@public("GET")
def terms(request: HttpRequest) -> HttpResponse:
    return show(request, "terms", {"terms_version": get_str("TERMS_VERSION")})


@public("GET")
def privacy(request: HttpRequest) -> HttpResponse:
    policy = password_policy(forbids_present=False)
    return show(request, "privacy", {"terms_version": get_str("TERMS_VERSION"), "password_policy": policy})


@public("GET")
def support(request: HttpRequest) -> HttpResponse:
    return show(request, "support", {"support_email": get_str("SUPPORT_EMAIL")})


@public("GET")
def status(request: HttpRequest) -> HttpResponse:
    """``/status``: health in words, without versions or addresses."""
    results = run_checks()
    checks = [Check(*_CHECKS[name], is_ok=result == "ok") for name, result in results.items() if name in _CHECKS]
    values = {"is_healthy": all(check.is_ok for check in checks), "checks": checks, "checked_at": clock.now()}
    return show(request, "status", values)
