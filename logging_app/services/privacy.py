"""Keyed hash of client addresses (RT-5, invariant 50)."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings


def hash_ip(address: str | None) -> str | None:
    """Return HMAC-SHA-256 of an address under IP_HASH_KEY as 64 hex digits; None stays None."""
    if not address:
        return None
    return hmac.new(settings.IP_HASH_KEY.encode(), address.encode(), hashlib.sha256).hexdigest()
