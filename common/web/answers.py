"""Answers of pages: rendering with a status, refusals as error pages, minutes to wait, safe ways back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from common import context
from common.problems import Problem

_OWN_PAGES = frozenset({403, 404, 409, 413, 429})
_SHOWN_AS = {400: 404, 401: 403, 405: 404, 410: 404, 412: 409, 423: 403}


def show(request: HttpRequest, name: str, values: dict[str, Any] | None = None, *, status: int = 200) -> HttpResponse:
    """Render ``pages/<name>.html``."""
    return render(request, f"pages/{name}.html", values or {}, status=status)


def go(name: str, *args: Any, **query: str) -> HttpResponseRedirect:
    """Redirect to a page by name, with a query."""
    address = reverse(name, args=args)
    return HttpResponseRedirect(f"{address}?{urlencode(query)}" if query else address)


def go_to(address: str) -> HttpResponseRedirect:
    """Redirect to an address that ``own_path`` has approved."""
    return HttpResponseRedirect(address)


def retry_minutes(problem: Problem) -> int | None:
    """Whole minutes to wait, rounded up; None where there is no end to wait for."""
    seconds = problem.retry_after
    return None if seconds is None else max(1, -(-seconds // 60))


def locked_text(problem: Problem, action: str) -> str:
    """What somebody is told whose account was locked by wrong passwords; ``action`` is what they wanted to do."""
    minutes = retry_minutes(problem)
    when = f"in {minutes} minute{'' if minutes == 1 else 's'}" if minutes else "once support has unlocked it"
    return f"Your account is locked after too many wrong passwords. You can {action} {when}."


def error_page(
    request: HttpRequest, problem: Problem, kept: Iterable[tuple[str, str]] = (), detail: str | None = None
) -> HttpResponse:
    """Answer a refusal with the page of its status; ``kept`` is what was typed (GEN-5)."""
    page = _SHOWN_AS.get(problem.status, problem.status)
    if page not in _OWN_PAGES:
        raise problem
    values = {
        "request_id": context.current().request_id,
        "kept": list(kept),
        "detail": detail or problem.detail,
        "problem": problem,
        "retry_minutes": retry_minutes(problem),
    }
    response = render(request, f"errors/{page}.html", values, status=problem.status)
    if problem.retry_after is not None:
        response["Retry-After"] = str(problem.retry_after)
    return response


def own_path(request: HttpRequest, address: str | None) -> str | None:
    """Return ``address`` if it is a path of this site, else None (LG-3)."""
    if not address or not address.startswith("/") or len(address) > 2000:
        return None
    is_safe = url_has_allowed_host_and_scheme(address, allowed_hosts=None, require_https=request.is_secure())
    is_page = not address.startswith(("/api/", settings.STATIC_URL))
    return address if is_safe and is_page and address.isprintable() else None


def referring_path(request: HttpRequest) -> str | None:
    """The page of ours that a form was sent from, or None."""
    origin = f"{request.scheme}://{request.get_host()}/"
    referer = request.headers.get("Referer", "")
    return own_path(request, "/" + referer.removeprefix(origin)) if referer.startswith(origin) else None
