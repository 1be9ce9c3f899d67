"""Who may open a page (behaviour.md sections 7 and 24): every page view carries exactly one of these decorators.

``public`` everybody, ``visitor`` signed-out people, ``signed_in``, ``onboarded``, ``company_member`` and
``company_admin`` (in the active company of the page session, TI-1). Each takes the methods the page answers to, and
turns a ``Problem`` that the view raises into an error page. Times are shown in the person's own zone (GEN-6).
``view.page_access`` names the decorator (GEN-8).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from common.api.access import SETUP_REQUIRED, enter_company
from common.api.principal import Principal
from common.permissions import Permission, has_permission
from common.problems import Problem
from common.web.answers import error_page, go, own_path, referring_path

View = Callable[..., HttpResponse]
Gate = Callable[[HttpRequest], HttpResponse | None]
Decorator = Callable[[View], View]


def principal_of(request: HttpRequest) -> Principal | None:
    """The signed-in person of a page, or None for a visitor."""
    return getattr(request, "eventlead_principal", None)


def caller(request: HttpRequest) -> Principal:
    """The signed-in person of a page that only signed-in people reach."""
    principal = principal_of(request)
    if principal is None:
        raise Problem("AUTHENTICATION_REQUIRED")
    return principal


def active_company_id(request: HttpRequest) -> int:
    """The company the page session acts in; nothing a client sends changes it (TI-1).

    Raises:
        Problem: NO_ACTIVE_COMPANY.
    """
    company_id = caller(request).company_id
    if company_id is None:
        raise Problem("NO_ACTIVE_COMPANY")
    return company_id


def start_page(request: HttpRequest, principal: Principal) -> str:
    """Where a person goes on: the dashboard, or the open step of onboarding (ON-2, LG-3)."""
    if principal.is_onboarding_complete:
        return reverse("dashboard")
    step = getattr(request.user, "onboarding_step", 1)
    return reverse("onboarding-company" if step > 1 else "onboarding-details")


def public(*methods: str) -> Decorator:
    """Everybody, signed in or not."""
    return _page("public", methods, lambda request: None)


def visitor(*methods: str) -> Decorator:
    """Signed-out people; others are sent where they go on (SU-10)."""
    return _page("visitor", methods, _send_on)


def signed_in(*methods: str) -> Decorator:
    """Signed-in people, whatever their onboarding."""
    return _page("signed_in", methods, _require_login)


def onboarded(*methods: str) -> Decorator:
    """Signed-in people whose onboarding is complete; others are sent to the open step (ON-2)."""
    return _page("onboarded", methods, _require_onboarding)


def company_member(*methods: str) -> Decorator:
    """Members of the active company (TI-1, TI-2)."""
    return _page("company_member", methods, lambda request: _require_company(request, Permission.COMPANY_READ))


def company_admin(
    *methods: str, permission: Permission = Permission.COMPANY_ADMINISTER, before: Gate = lambda request: None
) -> Decorator:
    """People who hold ``permission`` in the active company (PM-2).

    ``before`` may answer members who do not hold it: a form of the former company, sent after a switch to one with
    fewer rights, keeps its content all the same (SW-3).
    """
    return _page("company_admin", methods, lambda request: _require_company(request, permission, before))


def _page(access: str, methods: tuple[str, ...], gate: Gate) -> Decorator:
    allowed = frozenset(methods) | ({"HEAD"} if "GET" in methods else set())

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            with timezone.override(_zone(request)):
                try:
                    if request.method not in allowed:
                        return _wrong_method(request, allowed)
                    return gate(request) or view(request, *args, **kwargs)
                except Problem as problem:
                    return error_page(request, problem)

        checked.page_access = access  # type: ignore[attr-defined]
        checked.page_methods = allowed  # type: ignore[attr-defined]
        return checked

    return decorate


def _zone(request: HttpRequest) -> ZoneInfo:
    """The zone in which this person sees times (GEN-6); UTC for visitors."""
    principal = principal_of(request)
    try:
        return ZoneInfo(principal.timezone if principal is not None else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def _wrong_method(request: HttpRequest, allowed: frozenset[str]) -> HttpResponse:
    response = error_page(request, Problem("METHOD_NOT_ALLOWED"))
    response["Allow"] = ", ".join(sorted(allowed))
    return response


def _send_on(request: HttpRequest) -> HttpResponse | None:
    principal = principal_of(request)
    return None if principal is None else HttpResponseRedirect(start_page(request, principal))


def _require_login(request: HttpRequest) -> HttpResponse | None:
    if principal_of(request) is not None:
        return None
    query = {"next": _return_address(request)}
    if getattr(request, "session_ended", None):
        query = {"ended": "1", **query}
    return go("login", **query)


def _return_address(request: HttpRequest) -> str:
    """Where to go after the log-in: this page, or the page whose form was sent (SE-9)."""
    if request.method in ("GET", "HEAD"):
        return own_path(request, request.get_full_path()) or reverse("dashboard")
    return referring_path(request) or reverse("dashboard")


def _require_onboarding(request: HttpRequest) -> HttpResponse | None:
    refused = _require_login(request)
    if refused is not None:
        return refused
    principal = caller(request)
    return None if principal.is_onboarding_complete else HttpResponseRedirect(start_page(request, principal))


def _require_company(
    request: HttpRequest, permission: Permission, before: Gate = lambda request: None
) -> HttpResponse | None:
    refused = _require_onboarding(request)
    if refused is not None:
        return refused
    principal, company_id = caller(request), active_company_id(request)
    try:
        enter_company(principal, company_id, request.path)
    except Problem as problem:
        if problem.code != SETUP_REQUIRED:
            raise
        return go("account-security", required="company")
    answer = before(request)
    if answer is not None:
        return answer
    if not has_permission(principal.as_actor(), permission, company_id):
        raise Problem("INSUFFICIENT_PERMISSIONS")
    return None
