"""Bearer tokens (SE-3, SE-10); ``settings.API_AUTHENTICATION`` names this class."""

from __future__ import annotations

from typing import Any

from accounts.services import access_tokens
from common.api.principal import Principal
from common.problems import Problem


class BearerAuthentication:
    """Reads ``Authorization: Bearer <accessToken>``."""

    def authenticate(self, request: Any) -> tuple[Principal, str] | None:
        """Return the principal and the token; None when no header was sent.

        Raises:
            Problem: ACCESS_TOKEN_INVALID (also for other schemes), ACCESS_TOKEN_EXPIRED.
        """
        header: str | None = request.headers.get("Authorization")
        if header is None:
            return None
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Problem("ACCESS_TOKEN_INVALID")
        return access_tokens.verify(token.strip()), token.strip()

    def authenticate_header(self, request: Any) -> str:
        return "Bearer"
