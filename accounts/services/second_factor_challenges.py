"""The challenge between a right password and a session: signed, five minutes, one successful use (SF-3)."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.core import signing
from django.utils.crypto import salted_hmac

from accounts.models import User
from accounts.selectors.second_factors import methods_of
from accounts.services.spent import Spent
from common import clock
from common.problems import Problem

LIFE: Final = timedelta(minutes=5)
_SALT = "eventlead second factor challenge"
_spent = Spent("second-factor-challenge", LIFE)


@dataclass(frozen=True, slots=True)
class Challenge:
    """Who showed the right password, and as which account of that moment."""

    key: str
    user_id: int
    version: int
    fingerprint: str

    def fits(self, user: User) -> bool:
        """Whether it still speaks of this account: factor on, same password, sessions not all ended since."""
        return (
            user.pk == self.user_id
            and user.second_factor_since is not None
            and user.refresh_token_version == self.version
            and hmac.compare_digest(_fingerprint(user), self.fingerprint)
        )

    @property
    def is_spent(self) -> bool:
        return _spent.has(self.key)

    def take(self, now: datetime) -> bool:
        """Spend it; of two at once exactly one succeeds."""
        return _spent.take(self.key, now)


def required_problem(user: User) -> Problem | None:
    """What answers the right password of a person whose second factor is on; None for everybody else (SF-1, SF-3)."""
    if user.second_factor_since is None:
        return None
    content = {
        "key": secrets.token_urlsafe(16),
        "user": user.pk,
        "version": user.refresh_token_version,
        "password": _fingerprint(user),
        "until": (clock.now() + LIFE).timestamp(),
    }
    return Problem(
        "SECOND_FACTOR_REQUIRED",
        challengeToken=signing.Signer(salt=_SALT).sign_object(content),
        expiresIn=int(LIFE.total_seconds()),
        methods=methods_of(user.pk),
    )


def opened(token: str) -> Challenge | None:
    """Read a challenge; None for one that is not ours or past its time."""
    try:
        content: dict[str, Any] = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    if clock.now().timestamp() >= content["until"]:
        return None
    return Challenge(content["key"], content["user"], content["version"], content["password"])


def _fingerprint(user: User) -> str:
    return salted_hmac(_SALT, user.password_hash, algorithm="sha256").hexdigest()
