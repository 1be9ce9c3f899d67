"""Keys of authenticator apps at rest, sealed under SECOND_FACTOR_KEY; what SECOND_FACTOR_OLD_KEYS sealed still opens.

Recovery codes need no key, except those from before they were kept by Argon2id, until their owners make new ones.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from functools import cache
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_KEY_BYTES: Final = 32
_SEAL: Final = b"eventlead second factor seal"
_CODES: Final = b"eventlead recovery codes"


@dataclass(frozen=True, slots=True)
class AppKeys:
    """What a sealed text holds: the key in use, and the one being set up with the second until which it may be."""

    user_id: int
    key: str | None = None
    next_key: str | None = None
    next_until: int = 0


class Unsealable(Exception):
    """A sealed text that none of the known keys opens, or that belongs to somebody else."""


def seal(keys: AppKeys) -> str:
    """Seal for one person: the text opens for nobody else."""
    content = [keys.user_id, keys.key, keys.next_key, keys.next_until]
    text = json.dumps(content, separators=(",", ":")).encode()
    return _present().encrypt(text).decode()


def unseal(sealed: str, user_id: int) -> AppKeys:
    """Open what was sealed for a person.

    Raises:
        Unsealable: another person's, or sealed with a key that is not known here any more.
    """
    try:
        content = json.loads(_known().decrypt(sealed.encode()))
    except (InvalidToken, ValueError) as error:
        raise Unsealable(f"the authenticator key of user {user_id} cannot be opened") from error
    keys = AppKeys(*content)
    if keys.user_id != user_id:
        raise Unsealable(f"the authenticator key of user {user_id} was sealed for another person")
    return keys


def is_outdated(sealed: str) -> bool:
    """Whether a text was sealed with a key that SECOND_FACTOR_KEY replaced."""
    try:
        _present().decrypt(sealed.encode())
    except InvalidToken:
        return True
    return False


def former_code_hashes(user_id: int, code: str) -> list[str]:
    """Keyed hashes that a recovery code of the person may be stored under from before; no new ones are."""
    message = f"{user_id}:{code}".encode()
    return [hmac.new(_derived(key, _CODES), message, hashlib.sha256).hexdigest() for key in _texts()]


def _texts() -> list[str]:
    return [settings.SECOND_FACTOR_KEY, *settings.SECOND_FACTOR_OLD_KEYS]


def _present() -> Fernet:
    return _fernet(settings.SECOND_FACTOR_KEY)


def _known() -> MultiFernet:
    return MultiFernet([_fernet(text) for text in _texts()])


def _fernet(text: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_derived(text, _SEAL)))


@cache
def _derived(text: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=purpose).derive(text.encode())
