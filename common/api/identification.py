"""Rate limit by address, token, rate limit by user: the three steps that say who calls (api.md section 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from rest_framework.request import Request

from common.api.access import Access
from common.api.principal import Principal
from common.api.rate_limiting import ANONYMOUS, SIGNED_IN
from common.errors import load_hook
from common.problems import Problem

if TYPE_CHECKING:
    from common.api.views import ApiView


def _authenticate(request: Request) -> Principal | None:
    """Ask the class named by ``settings.API_AUTHENTICATION``; None means that no token was sent."""
    authenticator: Any = load_hook(settings.API_AUTHENTICATION)()
    found: tuple[Principal, str] | None = authenticator.authenticate(request)
    return found[0] if found is not None else None


def identify(view: ApiView, request: Request) -> Principal | None:
    """Return the caller, or None for a visitor of a public endpoint.

    The limit by address is for anonymous requests (RL-1): it counts those without a token and those with a bad one,
    so that tokens cannot be guessed at will, but not the requests of signed-in people who share an address.

    Raises:
        Problem: RATE_LIMIT_EXCEEDED, AUTHENTICATION_REQUIRED, ACCESS_TOKEN_INVALID, ACCESS_TOKEN_EXPIRED.
    """
    is_public = view.access_for(str(request.method)) is Access.PUBLIC
    reads_token = not is_public or view.token_optional
    if not reads_token or "Authorization" not in request.headers:
        _count_anonymous(view)
        if is_public:
            return None
        raise Problem("AUTHENTICATION_REQUIRED")
    try:
        principal = _authenticate(request)
    except Problem:
        _count_anonymous(view)
        raise
    if principal is None:
        raise Problem("ACCESS_TOKEN_INVALID")
    if view.is_rate_limited:
        view.meter.count_user(SIGNED_IN, principal)
    return principal


def _count_anonymous(view: ApiView) -> None:
    if view.is_rate_limited:
        view.meter.count_address(ANONYMOUS)
