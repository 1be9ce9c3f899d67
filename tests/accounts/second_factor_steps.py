"""Steps that the tests of second factors share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pyotp
import time_machine

from accounts.models import User, UserRefreshToken
from accounts.services import second_factor
from accounts.services.people import as_actor
from accounts.services.sessions import IssuedSession
from common import clock
from common.actors import Actor
from tests.factories.accounts import PASSWORD
from tests.support.api import ApiClient
from tests.support.sessions import session_of

STEP = timedelta(seconds=30)


@dataclass
class Enrolled:
    """A person whose second factor is on by an app, in the session that turned it on."""

    user: User
    key: str
    recovery_codes: list[str]
    session: IssuedSession
    client: ApiClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = ApiClient(self.session.access_token)

    def code(self, at: datetime | None = None) -> str:
        """The code the app shows."""
        return code_at(self.key, at)


def code_at(key: str, at: datetime | None = None) -> str:
    """The code of a key at an instant."""
    return pyotp.TOTP(key).at(int((at or clock.now()).timestamp()))


def wrong_code(key: str) -> str:
    """Six digits that are no code of the key anywhere near now."""
    near = {code_at(key, clock.now() + n * STEP) for n in range(-4, 5)}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in near)


def actor_of(session: IssuedSession) -> Actor:
    """The person of a session, acting in it."""
    actor = as_actor(session.user)
    return Actor(user_id=actor.user_id, email=actor.email, name=actor.name, session_id=session.session_id)


def enrol(user: User) -> Enrolled:
    """Turn the second factor on by an app whose first code lies a step back, so that the present one is unused."""
    session = session_of(user)
    actor = actor_of(session)
    # The clock stands still, so that the code's step is the one before whatever the second.
    with time_machine.travel(clock.now(), tick=False):
        setup = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD)
        codes = second_factor.confirm_authenticator(actor=actor, code=code_at(setup.setup_key, clock.now() - STEP))
    user.refresh_from_db()
    return Enrolled(user, setup.setup_key, codes, session)


def first_step(api: ApiClient, user: User, password: str = PASSWORD, **more: Any) -> Any:
    """Log in by password; the answer."""
    return api.post("/auth/login", {"email": user.email, "password": password, **more})


def challenge(api: ApiClient, user: User) -> str:
    """The challenge that a right password is answered with."""
    answer = first_step(api, user)
    assert (answer.status_code, answer.json()["code"]) == (403, "SECOND_FACTOR_REQUIRED"), answer.content
    return str(answer.json()["challengeToken"])


def second_step(api: ApiClient, token: str, code: str, **more: Any) -> Any:
    """Answer a challenge with a code."""
    return api.post("/auth/second-factor", {"challengeToken": token, "code": code, **more})


def has_factor(session_id: str) -> bool:
    """Whether the session was opened, or upgraded, with a second factor."""
    rows = UserRefreshToken.objects.filter(token_family_id=session_id)
    return bool(rows.order_by("-id").values_list("has_second_factor", flat=True)[0])


def latest_session(user: User) -> UserRefreshToken:
    """The row of the session opened last."""
    row = UserRefreshToken.objects.filter(user=user).order_by("-id").first()
    assert row is not None
    return row


def log_in_with_code(api: ApiClient, person: Enrolled, code: str | None = None) -> Any:
    """Both steps of a log-in; the answer of the second."""
    return second_step(api, challenge(api, person.user), code or person.code())


def failures(user: User) -> int:
    """How many failed log-ins count against the person now (LK-1)."""
    user.refresh_from_db()
    return int(user.failed_login_attempts)
