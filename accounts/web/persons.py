"""The row of the person in front of a page."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.models import User
from common.problems import Problem


def person(request: HttpRequest) -> User:
    """The signed-in person's row.

    Raises:
        Problem: AUTHENTICATION_REQUIRED for a visitor.
    """
    if not isinstance(request.user, User):
        raise Problem("AUTHENTICATION_REQUIRED")
    return request.user
