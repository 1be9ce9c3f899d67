"""Request id, client address and agent of every request (LO-2, RL-4)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from common.context import RequestContext, bind, new_request_id

HEADER = "X-Request-ID"
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_AGENT = 500


class RequestContextMiddleware:
    """Binds the ``RequestContext`` and returns ``X-Request-ID`` on every answer. Must be the outermost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        context = RequestContext(
            request_id=request_id_of(request),
            ip_address=client_address(request),
            user_agent=_agent(request),
            method=request.method,
            path=request.path,
        )
        request.request_id = context.request_id  # type: ignore[attr-defined]
        with bind(context):
            response = self.get_response(request)
        response[HEADER] = context.request_id
        return response


def request_id_of(request: HttpRequest) -> str:
    """The client's id in canonical form if it is a UUID, else a new one (LO-2)."""
    sent = request.headers.get(HEADER, "").strip()
    return sent.lower() if _UUID.fullmatch(sent) else new_request_id()


def client_address(request: HttpRequest) -> str | None:
    """The address as the outermost trusted proxy saw it (RL-4).

    With ``TRUSTED_PROXY_COUNT`` proxies in front, each appends the address it was called from; whatever stands further
    left was written by the client and is not believed. Without proxies forwarding headers are not read at all.
    """
    remote = _address(request.META.get("REMOTE_ADDR", ""))
    trusted = int(settings.TRUSTED_PROXY_COUNT)
    if trusted <= 0:
        return remote
    hops = [part for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if not hops:
        return remote
    return _address(hops[-min(trusted, len(hops))]) or remote


def _address(text: str) -> str | None:
    """Canonical IP address without port, zone or IPv4 mapping; None when it is none."""
    bare = text.strip().partition("%")[0]
    if bracketed := re.fullmatch(r"\[([0-9a-fA-F:.]+)\](?::\d+)?", bare):
        bare = bracketed[1]
    elif re.fullmatch(r"[0-9.]+:\d+", bare):
        bare = bare.partition(":")[0]
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)


def _agent(request: HttpRequest) -> str | None:
    printable = "".join(char for char in request.headers.get("User-Agent", "") if char.isprintable())
    return printable[:_LONGEST_AGENT] or None
