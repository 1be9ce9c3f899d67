"""Values as the log tables take them."""

from __future__ import annotations

import math
from typing import Any

from common.redaction import redact
from common.stored_text import storable_text


def redacted_json(value: Any) -> Any:
    """Return ``value`` redacted (LO-4) and as JSON that both databases take."""
    return _storable_json(redact(value))


def _storable_json(value: Any) -> Any:
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, dict):
        return {storable_text(key): _storable_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_storable_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
