"""Cookie transport of refresh tokens (SE-6): HttpOnly, Secure, SameSite=Strict, seen by ``/api/v1/auth`` only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework.request import Request

from accounts.models.codes import Transport
from accounts.services.sessions import IssuedSession
from common.api.session_cookie import NAME, PATH, set_cookie
from common.problems import Problem

__all__ = ["NAME", "PATH", "put", "remove", "require_origin", "token_in"]


def token_in(request: Request) -> str | None:
    """The refresh token of the cookie, or None.

    Raises:
        Problem: ORIGIN_NOT_ALLOWED when a cookie comes without an ``Origin`` among the allowed ones.
    """
    token = request.COOKIES.get(NAME)
    if token is not None:
        require_origin(request)
    return token


def require_origin(request: Request) -> None:
    """Refuse requests by cookie that a foreign page may have caused.

    Raises:
        Problem: ORIGIN_NOT_ALLOWED.
    """
    if request.headers.get("Origin") not in {settings.PUBLIC_ORIGIN, *settings.CORS_ALLOWED_ORIGINS}:
        raise Problem("ORIGIN_NOT_ALLOWED")


def put(response: Any, issued: IssuedSession) -> Any:
    """Set the cookie where the session travels by cookie."""
    if issued.transport is Transport.COOKIE:
        set_cookie(response, issued.refresh_token, issued.refresh_expires_in)
    return response


def remove(response: Any) -> Any:
    """Take the cookie back."""
    return set_cookie(response, "", 0)
