"""Hard limits of requests."""

from __future__ import annotations

MAX_BODY_BYTES = 256 * 1024
