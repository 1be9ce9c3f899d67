"""Browser sessions that the database alone opens nothing with (SU-3, MA-3, SE-9).

A session may hold the secret of a link that was opened and the handle of a page session. The table keeps a hash in
place of the key, and the data is sealed with a second value of the key: only the browser's cookie leads to either.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

_NONCE_BYTES: Final = 12
_ROW_KEY_LENGTH: Final = 40


def row_key(session_key: str) -> str:
    """What stands in the table for the key of a cookie."""
    return hashlib.sha256(f"eventlead session row:{session_key}".encode()).hexdigest()[:_ROW_KEY_LENGTH]


def _cipher(session_key: str) -> AESGCM:
    return AESGCM(hashlib.sha256(f"eventlead session data:{session_key}".encode()).digest())


class SessionStore(DatabaseStore):
    """Django's database store, sealed; ``settings.SESSION_ENGINE`` names this module."""

    def encode(self, session_dict: dict[str, Any]) -> str:
        signed = super().encode(session_dict).encode()
        nonce = os.urandom(_NONCE_BYTES)
        sealed = _cipher(self.session_key or "").encrypt(nonce, signed, None)
        return base64.urlsafe_b64encode(nonce + sealed).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Open the data; what another key has sealed, or nobody, is an empty session."""
        try:
            raw = base64.urlsafe_b64decode(session_data)
            signed = _cipher(self.session_key or "").decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None)
        except (binascii.Error, ValueError, InvalidTag):
            return {}
        opened: dict[str, Any] = super().decode(signed.decode())
        return opened

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.session_key = row_key(row.session_key)
        return row

    def exists(self, session_key: str) -> bool:
        return super().exists(row_key(session_key))

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            super().delete(row_key(key))

    def _get_session_from_db(self) -> Any:
        """Find the row of the cookie's key; without one the key is dropped, so that nobody chooses their own."""
        key = self.session_key
        self._session_key = row_key(key) if key else None
        row = super()._get_session_from_db()  # type: ignore[misc]  # the stubs leave it out
        self._session_key = key if row is not None else None
        return row
