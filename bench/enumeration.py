"""Whether time tells if an address has an account, wherever an address can be named (GEN-11).

Log-in, reset and the others answer known and unknown addresses alike; here they are timed. Both kinds take turns, so
that a slow moment of the machine hits them alike. What an attempt leaves behind is put back between attempts where it
would make another case of the next one: an account with too many wrong passwords is locked.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.test import Client, override_settings

from accounts.models import User
from bench.journey import own_database
from bench.outcome import Outcome

SAMPLES, WARM_UP = 200, 5
LOWEST, HIGHEST = 0.95, 1.05
_PASSWORD = "blue kettle 47"
_Address = Callable[[int], str]


@dataclass(frozen=True)
class _Action:
    """One request that names an address; ``known`` and ``unknown`` give the address of each attempt."""

    name: str
    path: str
    status: int
    body: Callable[[str], dict[str, Any]]
    known: _Address
    unknown: _Address
    token: str = ""


def run(rows: int) -> Outcome:
    """Compare the medians of 200 samples of each kind; ``rows`` does not matter."""
    outcome = Outcome()
    with own_database(), override_settings(ALLOWED_HOSTS=["*"]):
        for action in _actions():
            known, unknown = (statistics.median(times) for times in _samples(action))
            outcome.measured[f"{action.name}: known account, median"] = f"{known * 1000:.1f} ms"
            outcome.measured[f"{action.name}: unknown address, median"] = f"{unknown * 1000:.1f} ms"
            outcome.ratios[f"{action.name}_known_to_unknown"] = round(known / unknown, 3)
            outcome.bars[f"{action.name}: medians of {SAMPLES} samples each within 5 %"] = (
                LOWEST <= known / unknown <= HIGHEST
            )
    return outcome


def _actions() -> list[_Action]:
    """The actions, with the people they need; the database of its own has raised limits."""
    from tests.factories.accounts import make_user
    from tests.factories.companies import make_company
    from tests.support.sessions import session_of

    person, pending = make_user(password=_PASSWORD), make_user(status="pending")
    asker, admin = make_user(password=_PASSWORD), make_user()
    company = make_company(admin)
    # An address can be invited once: each attempt names another account.
    model = User.objects.get(pk=person.pk).password_hash
    invited = [make_user(password_hash=model).email for _ in range(SAMPLES + WARM_UP)]

    def always(user: User) -> _Address:
        return lambda turn: user.email

    def nobody(turn: int) -> str:
        return "nobody@bench.example"

    def named(name: str) -> _Address:
        return lambda turn: f"{name}{turn}@bench.example"

    names = {"firstName": "Robin", "lastName": "Reed"}
    return [
        _Action(
            "login",
            "/auth/login",
            401,
            lambda email: {"email": email, "password": "wrong word 11"},
            always(person),
            nobody,
        ),
        _Action(
            "reset_request",
            "/auth/password-reset/request",
            202,
            lambda email: {"email": email},
            always(person),
            nobody,
        ),
        _Action(
            "resend_verification",
            "/auth/resend-verification",
            202,
            lambda email: {"email": email},
            always(pending),
            nobody,
        ),
        _Action(
            "signup",
            "/auth/signup",
            202,
            lambda email: {"email": email, "password": "green lamp 52", "acceptTerms": True, **names},
            always(person),
            named("signup"),
        ),
        _Action(
            "email_change",
            "/users/me/email-change",
            202,
            lambda email: {"newEmail": email, "currentPassword": _PASSWORD},
            always(person),
            named("change"),
            session_of(asker).access_token,
        ),
        _Action(
            "invitation",
            f"/companies/{company.pk}/invitations",
            201,
            lambda email: {"invitedEmail": email, "roleCode": "company_viewer", **names},
            invited.__getitem__,
            named("invited"),
            session_of(admin).access_token,
        ),
    ]


def _samples(action: _Action) -> tuple[list[float], list[float]]:
    """Seconds of each attempt, those at known addresses and those at unknown ones."""
    client = Client(headers={"Authorization": f"Bearer {action.token}"} if action.token else None)
    known: list[float] = []
    unknown: list[float] = []
    for turn in range(SAMPLES + WARM_UP):
        both = [(action.known, known), (action.unknown, unknown)]
        for address, times in both if turn % 2 else reversed(both):
            User.objects.filter(failed_login_attempts__gt=0).update(failed_login_attempts=0)
            took = _timed(client, action, action.body(address(turn)))
            if turn >= WARM_UP:
                times.append(took)
    return known, unknown


def _timed(client: Client, action: _Action, body: dict[str, Any]) -> float:
    started = time.perf_counter()
    answer = client.post(f"/api/v1{action.path}", body, content_type="application/json")
    took = time.perf_counter() - started
    if answer.status_code != action.status:
        raise RuntimeError(f"{action.path} answered {answer.status_code}: {answer.content!r}")
    return took
