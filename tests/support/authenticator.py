"""A software authenticator: real keys and signatures, so that the product's own verification judges them."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

ORIGIN = "https://app.eventlead.test"
RP_ID = "app.eventlead.test"
MODEL = bytes.fromhex("00112233445566778899aabbccddeeff")

_PRESENT, _VERIFIED, _BACKUP_ELIGIBLE, _BACKED_UP, _ATTESTED = 0x01, 0x04, 0x08, 0x10, 0x40


@dataclass
class Authenticator:
    """One passkey on one device; what a browser reports to the page is as wrong as a test wants it.

    ``counter`` counts signatures; ``step`` 0 is a device that does not count. ``is_verifying`` False only notices that
    somebody is there.
    """

    origin: str = ORIGIN
    rp_id: str = RP_ID
    counter: int = 0
    step: int = 1
    is_verifying: bool = True
    is_backed_up: bool = True
    user_handle: bytes = b""
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def handle(self) -> str:
        """The credential's id as the browser writes it."""
        return bytes_to_base64url(self.credential_id)

    def register(self, options: dict[str, Any]) -> dict[str, Any]:
        """What ``navigator.credentials.create`` answers, attestation ``none``."""
        self.user_handle = base64url_to_bytes(options["user"]["id"])
        attested = MODEL + len(self.credential_id).to_bytes(2, "big") + self.credential_id + self._public_key()
        statement = {"fmt": "none", "attStmt": {}, "authData": self._data(_ATTESTED) + attested}
        response = {
            "clientDataJSON": bytes_to_base64url(self._client_data("webauthn.create", options["challenge"])),
            "attestationObject": bytes_to_base64url(cbor2.dumps(statement)),
            "transports": ["internal", "hybrid"],
        }
        return self._credential(response)

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """What ``navigator.credentials.get`` answers."""
        self.counter += self.step
        client_data, data = self._client_data("webauthn.get", options["challenge"]), self._data(0)
        signature = self.key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": bytes_to_base64url(client_data),
            "authenticatorData": bytes_to_base64url(data),
            "signature": bytes_to_base64url(signature),
            "userHandle": bytes_to_base64url(self.user_handle) if self.user_handle else None,
        }
        return self._credential(response)

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": self.handle,
            "rawId": self.handle,
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": response,
        }

    def _client_data(self, kind: str, challenge: str) -> bytes:
        data = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(data).encode()

    def _data(self, flags: int) -> bytes:
        flags |= _PRESENT
        if self.is_verifying:
            flags |= _VERIFIED
        if self.is_backed_up:
            flags |= _BACKUP_ELIGIBLE | _BACKED_UP
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _public_key(self) -> bytes:
        """COSE key: EC2, ES256, P-256, x, y."""
        point = self.key.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
