"""Reasons that people give for a change; they stand in the audit trail (AU-2)."""

from __future__ import annotations

from common.problems import FieldErrors, ValidationFailed
from common.text import is_seen

REASON_MAX_LENGTH = 500


def optional_reason(reason: str | None) -> str | None:
    """Return the trimmed reason, or None where none is given.

    Raises:
        ValidationFailed: ``reason`` is too long.
    """
    text = (reason or "").strip()
    if len(text) > REASON_MAX_LENGTH:
        raise ValidationFailed.of("reason", "too_long", f"Use at most {REASON_MAX_LENGTH} characters.")
    return text if is_seen(text) else None


def check_reason(reason: str, errors: FieldErrors, missing: str) -> str:
    """Return the trimmed reason; ``errors`` gets ``required`` (with the text ``missing``) or ``too_long``."""
    text = reason.strip() if is_seen(reason) else ""
    if not text:
        errors.add("reason", "required", missing)
    elif len(text) > REASON_MAX_LENGTH:
        errors.add("reason", "too_long", f"Use at most {REASON_MAX_LENGTH} characters.")
    return text
