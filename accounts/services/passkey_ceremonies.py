"""Ceremonies of passkeys: a challenge for one purpose, five minutes, used once.

The token that goes with a challenge is signed and holds all there is to know; Redis keeps which ones are spent. While
Redis is away each process remembers that by itself.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from django.core import signing
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from common import clock, shared_store
from common.links import hash_token

LIFE: Final = timedelta(minutes=5)
_CHALLENGE_BYTES = 32
_SALT = "eventlead passkey ceremony"


class Purpose(StrEnum):
    """What a ceremony is for; a token of one purpose is worth nothing for another."""

    REGISTER = "register"
    LOGIN = "login"


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
    if now.timestamp() >= content["until"] or not _take(hash_token(content["challenge"]), now):
        return None
    return base64url_to_bytes(content["challenge"])


def _content(token: str) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    return content


def _take(name: str, now: datetime) -> bool:
    """Whether the ceremony of that name was not spent before."""
    key, seconds = shared_store.key("passkey-ceremony", name), int(LIFE.total_seconds())
    is_first = _spent_here.add(name, now)
    return is_first and shared_store.attempt(
        lambda store: bool(store.set(key, "1", nx=True, ex=seconds)), lambda: is_first
    )


class _SpentHere:
    """Ceremonies this process has seen spent; what counts while Redis is away."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: dict[str, datetime] = {}

    def add(self, name: str, now: datetime) -> bool:
        with self._lock:
            self._until = {known: until for known, until in self._until.items() if until > now}
            if name in self._until:
                return False
            self._until[name] = now + LIFE
            return True


_spent_here = _SpentHere()
