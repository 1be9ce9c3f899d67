"""WebAuthn as the product speaks it: who relies, what is asked for, what is accepted.

Name and origin of the relying party are those of PUBLIC_ORIGIN; nothing a request says about itself is believed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import base64url_to_bytes, options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from accounts.models import User, UserPasskey
from accounts.services.passkey_ceremonies import LIFE

_PRODUCT = "EventLead"
_VERIFIED = UserVerificationRequirement.REQUIRED
_TIMEOUT_MS = int(LIFE.total_seconds() * 1000)
_MAX_HANDLE_BYTES = 1023


class Refused(Exception):
    """An answer of an authenticator that is not accepted; the text is for the log, never for the sender."""


def rp_id() -> str:
    """Name of the relying party: the host of PUBLIC_ORIGIN."""
    return urlsplit(settings.PUBLIC_ORIGIN).hostname or ""


def has_name() -> bool:
    """Whether there can be passkeys at all: the standard ties them to a host name, and numbers are none."""
    try:
        ip_address(rp_id())
    except ValueError:
        return True
    return False


def user_handle(user_id: int) -> bytes:
    """What an authenticator keeps about the person: always the same, and no name or address."""
    return hashlib.sha256(f"eventlead passkey user {user_id}".encode()).digest()


def creation_options(user: User, challenge: bytes, known: Iterable[UserPasskey]) -> dict[str, Any]:
    """Options of ``navigator.credentials.create``: discoverable, with user verification, not on a device twice."""
    options = generate_registration_options(
        rp_id=rp_id(),
        rp_name=_PRODUCT,
        user_id=user_handle(user.pk),
        user_name=user.email,
        user_display_name=user.full_name or user.email,
        challenge=challenge,
        timeout=_TIMEOUT_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_VERIFIED
        ),
        exclude_credentials=[_descriptor(row) for row in known],
    )
    return options_to_json_dict(options)


def request_options(challenge: bytes, allowed: Iterable[UserPasskey] = ()) -> dict[str, Any]:
    """Options of ``navigator.credentials.get``; where no credential is named the authenticator offers what it has."""
    options = generate_authentication_options(
        rp_id=rp_id(),
        challenge=challenge,
        timeout=_TIMEOUT_MS,
        allow_credentials=[_descriptor(row) for row in allowed],
        user_verification=_VERIFIED,
    )
    return options_to_json_dict(options)


def _descriptor(row: UserPasskey) -> PublicKeyCredentialDescriptor:
    transports = [AuthenticatorTransport(name) for name in row.transports or ()]
    return PublicKeyCredentialDescriptor(id=base64url_to_bytes(row.credential_handle), transports=transports or None)


def transports_in(credential: dict[str, Any]) -> list[str]:
    """The ways to the authenticator that the standard knows, out of what the browser named."""
    named = credential.get("response", {}).get("transports")
    known = [transport.value for transport in AuthenticatorTransport]
    return [name for name in known if name in named] if isinstance(named, list) else []


def verify_creation(credential: dict[str, Any], challenge: bytes) -> VerifiedRegistration:
    """Check a new credential.

    Raises:
        Refused: anything about it is not as asked for.
    """
    try:
        verified = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=rp_id(),
            expected_origin=settings.PUBLIC_ORIGIN,
            require_user_verification=True,
        )
    except Exception as error:  # strangers' bytes reach parsers that raise whatever they meet
        raise Refused(str(error)) from error
    if len(verified.credential_id) > _MAX_HANDLE_BYTES:
        raise Refused("the id of the credential is longer than the standard allows")
    return verified


def verify_assertion(row: UserPasskey, credential: dict[str, Any], challenge: bytes) -> VerifiedAuthentication:
    """Check a signature against the stored key; the counter is the caller's to judge.

    Raises:
        Refused: anything about it is not as asked for.
    """
    try:
        return verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=rp_id(),
            expected_origin=settings.PUBLIC_ORIGIN,
            credential_public_key=base64url_to_bytes(row.public_key),
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception as error:  # strangers' bytes reach parsers that raise whatever they meet
        raise Refused(str(error)) from error


def handle_in(credential: dict[str, Any]) -> bytes | None:
    """The user handle that the authenticator sent; None where it sent none or one that is no text."""
    response = credential.get("response")
    sent = response.get("userHandle") if isinstance(response, dict) else None
    try:
        return base64url_to_bytes(sent) if isinstance(sent, str) and sent else None
    except ValueError:
        return None
