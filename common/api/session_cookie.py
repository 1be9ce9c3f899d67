"""The cookie that carries a refresh token: HttpOnly, Secure, SameSite=Strict, seen by ``/api/v1/auth`` only (SE-6)."""

from __future__ import annotations

from typing import Any, Final

NAME: Final = "eventlead_refresh"
PATH: Final = "/api/v1/auth"


def set_cookie(response: Any, token: str, max_age: int) -> Any:
    """Set the cookie; ``max_age`` in seconds, 0 takes it back."""
    response.set_cookie(NAME, token, max_age=max_age, path=PATH, secure=True, httponly=True, samesite="Strict")
    return response
