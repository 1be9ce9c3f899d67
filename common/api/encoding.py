"""How values look in JSON: instants with milliseconds, decimals as text, compact UTF-8 (api.md section 1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID


def format_instant(value: datetime) -> str:
    """``2026-01-15T03:04:05.123Z``: UTC, milliseconds, cut not rounded."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}Z"


def _default(value: object) -> Any:
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def dump_json(value: object) -> bytes:
    """Serialise as compact UTF-8; a lone surrogate (which no store holds) becomes ``?``."""
    text = json.dumps(value, default=_default, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", errors="replace")
