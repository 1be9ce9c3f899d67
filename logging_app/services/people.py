"""Who a request belongs to, as far as it is known by now; never asks the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

_request: ContextVar[HttpRequest | None] = ContextVar("eventlead_logged_request", default=None)


@dataclass(frozen=True, slots=True)
class Person:
    """Person and active company of a request; both None for a visitor."""

    user_id: int | None = None
    company_id: int | None = None


@contextmanager
def serving(request: HttpRequest) -> Iterator[None]:
    """Remember the request under way, so that its errors name the person."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def current_person() -> Person:
    request = _request.get()
    return person_of(request) if request is not None else Person()


def person_of(request: HttpRequest) -> Person:
    """The principal the token or session check left on the request, else the page user if it was loaded."""
    for name in ("eventlead_principal", "principal"):
        principal: Any = getattr(request, name, None)
        if principal is not None:
            return Person(principal.user_id, principal.company_id)
    # request.user is lazy: only what some view has loaded already is read.
    user: Any = getattr(request, "_cached_user", None)
    return Person(user.pk if user is not None and user.is_authenticated else None)
