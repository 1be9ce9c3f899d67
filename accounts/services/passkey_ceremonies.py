"""Ceremonies of passkeys: a challenge for one purpose, five minutes, used once.

The token that goes with a challenge is signed and holds all there is to know; ``spent`` keeps which ones are over.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from django.core import signing
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from accounts.services.spent import Spent
from common import clock

LIFE: Final = timedelta(minutes=5)
_CHALLENGE_BYTES = 32
_SALT = "eventlead passkey ceremony"
_spent = Spent("passkey-ceremony", LIFE)


class Purpose(StrEnum):
    """What a ceremony is for; a token of one purpose is worth nothing for another."""

    REGISTER = "register"
    LOGIN = "login"
    SECOND_FACTOR = "second-factor"


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A ceremony that was begun: what the authenticator signs, and the token that comes back with the signature."""

    token: str
    challenge: bytes


def begin(purpose: Purpose, user_id: int | None = None) -> Ceremony:
    """Begin a ceremony; with ``user_id`` it belongs to that person."""
    challenge = secrets.token_bytes(_CHALLENGE_BYTES)
    content = {
        "for": purpose.value,
        "user": user_id,
        "challenge": bytes_to_base64url(challenge),
        "until": (clock.now() + LIFE).timestamp(),
    }
    return Ceremony(token=signing.Signer(salt=_SALT).sign_object(content), challenge=challenge)


def spend(token: str, purpose: Purpose, user_id: int | None = None) -> bytes | None:
    """Spend a ceremony and return its challenge; None for one that is unknown, past its time, spent or another's.

    Of two at once exactly one gets the challenge.
    """
    content = _content(token)
    if content is None or content["for"] != purpose.value or content["user"] != user_id:
        return None
    now = clock.now()
    if now.timestamp() >= content["until"] or not _spent.take(content["challenge"], now):
        return None
    return base64url_to_bytes(content["challenge"])


def _content(token: str) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    return content
