"""Texts and values as the log tables take them."""

from __future__ import annotations

import math
from typing import Any

from common.redaction import redact


def clean(text: str) -> str:
    """Replace what a database refuses: the NUL character and lone surrogates."""
    return text.replace("\N{NULL}", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()


def fit(text: str | None, limit: int) -> str | None:
    """Clean an optional text and cut it to its column; empty becomes None."""
    return clean(text)[:limit] or None if text is not None else None


def redacted_json(value: Any) -> Any:
    """Return ``value`` redacted (LO-4) and as JSON that both databases take."""
    return _clean_json(redact(value))


def _clean_json(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): _clean_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
