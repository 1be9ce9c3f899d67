"""Django's way to our accounts: the rules of the login service, whoever asks (GEN-1)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User
from accounts.selectors import get_user
from accounts.services import login
from accounts.services.second_factor_challenges import required_problem
from common.problems import Problem


class AccountBackend(BaseBackend):
    """Checks passwords by ``login.authenticate`` and loads the person of a browser session."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """Return the person, or None; any other refusal (locked, limits, second factor …) stops as PermissionDenied."""
        if username is None or password is None:
            return None
        try:
            user = login.authenticate(email=username, password=password)
        except Problem as problem:
            raise PermissionDenied(problem.detail) from problem
        if (required := required_problem(user)) is not None:
            raise PermissionDenied(required.detail)
        return user

    def get_user(self, user_id: int) -> User | None:
        """Return the person of a browser session unless suspended, deleted or erased."""
        user = get_user(user_id)
        return user if user is not None and user.is_active else None
