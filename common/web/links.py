"""Links from mails (SU-4): opening one spends nothing; the secret leaves the address bar for the browser session."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect

_LONGEST = 512


def _key(purpose: str) -> str:
    return f"link:{purpose}"


def put_away(request: HttpRequest, purpose: str) -> HttpResponseRedirect | None:
    """Keep the secret of ``?token=`` and send the browser to the bare address; None when there is none to keep."""
    if "token" not in request.GET:
        return None
    keep(request, purpose, request.GET["token"])
    others = {name: value for name, value in request.GET.items() if name != "token"}
    return HttpResponseRedirect(f"{request.path}?{urlencode(others)}" if others else request.path)


def keep(request: HttpRequest, purpose: str, token: str) -> None:
    """Keep a secret in the browser session; an empty or absurd one replaces what was kept with nothing."""
    text = token.strip()
    if text and len(text) <= _LONGEST and text.isprintable():
        request.session[_key(purpose)] = text
    else:
        request.session.pop(_key(purpose), None)


def kept(request: HttpRequest, purpose: str) -> str:
    """The secret of the link that was opened, or an empty text."""
    return str(request.session.get(_key(purpose), ""))


def forget(request: HttpRequest, purpose: str) -> None:
    """Drop a secret that has done its work."""
    request.session.pop(_key(purpose), None)
