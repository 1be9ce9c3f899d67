"""Values as they can be stored and hashed alike: the same before and after a round trip through either database.

PostgreSQL normalises numbers and key order in jsonb and refuses the NUL character; SQL Server keeps text. What comes
out of ``storable`` survives both unchanged.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from common.redaction import is_secret_name
from common.stored_text import storable_text

# About secrets, yet none themselves: dates and lengths of life.
_NO_SECRETS = frozenset(
    {"lastPasswordChange", "last_password_change", "passwordExpiresAt", "password_expires_at", "passwordExpiryDays"}
)


class SecretInAudit(ValueError):
    """Somebody tried to record a field whose name says that it is secret (AU-2)."""


def format_instant(value: datetime) -> str:
    """``2026-01-15T03:04:05.123456Z``, exactly as stored."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical_json(value: Any) -> str:
    """Canonical text of a JSON value: keys sorted, no blanks, no escapes beyond the necessary."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def storable(value: Any) -> Any:
    """Return ``value`` as plain JSON: instants and decimals as text, whole floats as integers, sets sorted.

    Raises:
        SecretInAudit: a member has a secret name (AU-2).
        TypeError: the value has no JSON form.
        ValueError: a number is not finite.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return storable(value.value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Mapping):
        return {_name(key): storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [storable(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((storable(item) for item in value), key=canonical_json)
    return _scalar(value)


def _name(key: Any) -> str:
    name = storable_text(str(key))
    if is_secret_name(name) and name not in _NO_SECRETS:
        raise SecretInAudit(f"{name!r} must not be recorded in the audit trail")
    return name


def _number(value: float) -> int | float:
    if not math.isfinite(value):
        raise ValueError("only finite numbers can be recorded")
    # jsonb writes 1e22 as an integer and 2.0 as 2.0; an integer reads back as itself from both databases.
    return int(value) if value.is_integer() else value


def _scalar(value: Any) -> str:
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be recorded in the audit trail")
