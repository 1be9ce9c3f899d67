"""Secrets of mailed links: derived from a random nonce and a server key, stored as hashes only (SU-3, MA-3).

The outbox keeps the nonce, the token tables keep the hash; neither reveals the token, and a mail can be rendered again
after a restart.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from django.conf import settings

_NONCE_BYTES = 32
_PURPOSE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class LinkSecret:
    """A new link: ``nonce`` goes to the outbox, ``token_hash`` to the token table, ``token`` nowhere."""

    nonce: str
    token: str
    token_hash: str


def derive_token(purpose: str, nonce: str) -> str:
    """Return the token of a link: 32 bytes as 43 URL-safe characters.

    Raises:
        ValueError: ``purpose`` is no lower-case word, or ``nonce`` is empty.
    """
    if not _PURPOSE.fullmatch(purpose) or not nonce:
        raise ValueError("a link needs a purpose such as email_verification, and a nonce")
    # A purpose holds no colon, so two different pairs never make the same message.
    message = f"{purpose}:{nonce}".encode()
    digest = hmac.new(settings.LINK_SIGNING_KEY.encode(), message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def hash_token(token: str) -> str:
    """Return the SHA-256 of a token as 64 hex digits, the form in which token tables keep it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def issue_link_secret(purpose: str) -> LinkSecret:
    """Make the secret of a new link (SU-3)."""
    nonce = secrets.token_urlsafe(_NONCE_BYTES)
    token = derive_token(purpose, nonce)
    return LinkSecret(nonce=nonce, token=token, token_hash=hash_token(token))
