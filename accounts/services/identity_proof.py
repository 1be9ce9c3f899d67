"""Proof of identity that staff need before they open a way into an account to somebody who lost theirs (ASVS 6.4.4)."""

from __future__ import annotations

from typing import Final

from accounts.models.codes import IdentityProof
from common.problems import FieldErrors

PROOFS: Final[dict[IdentityProof, str]] = {
    IdentityProof.PHONE_CALLBACK: "Called back on a number that the account or its company had before",
    IdentityProof.PUBLISHED_NUMBER: "Called on a number that their company publishes, and put through to them",
    IdentityProof.COMPANY_ADMIN: "Confirmed by another administrator of their company",
    IdentityProof.IN_PERSON: "Seen in person: known to us, or with a photo document",
    IdentityProof.VIDEO_DOCUMENT: "Video call, with a photo document in the name of the account",
}
"""What each code says to staff. An account without company or phone leaves the last two."""


def check_identity_proof(code: str, errors: FieldErrors) -> str:
    """Return the code as it is kept; ``errors`` gets ``invalid_choice`` on identityProof when it is none."""
    if code not in set(IdentityProof):
        errors.add("identityProof", "invalid_choice", f"Choose one of: {', '.join(IdentityProof)}.")
    return code
