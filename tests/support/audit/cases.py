"""What a case of the audit matrix is, and where the cases are collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from accounts.models import User
from companies.models import Company
from tests.factories.accounts import make_user
from tests.support.api import ApiClient
from tests.support.limits import set_setting
from tests.support.mail import Mailbox
from tests.support.sessions import client_of

REASON = "Asked for on the phone"


@dataclass
class Stage:
    """What cases work with."""

    api: ApiClient
    mailbox: Mailbox
    register: Any
    set_setting: Callable[[str, str], None] = set_setting
    _officer: User | None = None

    @property
    def officer(self) -> User:
        """A system administrator."""
        if self._officer is None:
            self._officer = make_user(role="system_admin", email="officer@people.example")
        return self._officer

    def staff(self, user: User, action: str, method: str = "POST", **body: Any) -> Any:
        """What the officer does with an account over the API."""
        path = f"/admin/users/{user.pk}/{action}"
        return client_of(self.officer).send(method, path, {"reason": REASON, **body})


@dataclass(frozen=True)
class Done:
    """What came of the action: the answer, and whom its rows must name.

    ``subject`` is the person of authentication events and of the role trail, ``actor`` who acted: a person, the name of
    a job or visitor, or the subject when nothing is said. ``email`` is the address attempted where that is not the
    subject's. ``applicant`` is the address of a visitor whom snapshots of people name by it alone. ``company`` is the
    one of rows marked ``@company``. Jobs have no ``answer``.
    """

    answer: Any = None
    status: int = 200
    subject: User | None = None
    actor: User | str | None = None
    email: str | None = None
    applicant: str | None = None
    company: Company | None = None


Steps = Iterator[Done | None]


@dataclass(frozen=True)
class Case:
    """One action and the rows it must leave.

    ``events`` are types with the reason behind them where there is one; ``activities`` are actions, with
    ``@company`` behind those in the chain of the company; ``history`` names tables of schema audit; ``roles`` are
    ``type kind code``.
    """

    lines: tuple[str, ...]
    steps: Callable[[Stage], Steps]
    events: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, list[str]]:
        """The rows by kind, sorted."""
        return {kind: sorted(getattr(self, kind)) for kind in ("events", "activities", "history", "roles")}

    def __str__(self) -> str:
        return self.steps.__name__


CASES: list[Case] = []


def case(
    *lines: str, events: str = "", activities: str = "", history: str = "", roles: str = "", **settings: str
) -> Callable[[Callable[[Stage], Steps]], Callable[[Stage], Steps]]:
    """Collect a case for lines of the matrix; rows are separated by commas, settings are set before it."""

    def collect(steps: Callable[[Stage], Steps]) -> Callable[[Stage], Steps]:
        rows = (
            tuple(text.strip() for text in rows.split(",") if text) for rows in (events, activities, history, roles)
        )
        CASES.append(Case(lines, steps, *rows, settings))
        return steps

    return collect
