"""Values of application settings: process cache, then database row, row default, code fall-back (CF-2).

A version in Redis tells every process within a second that a row changed (CF-3). Every five minutes the table is read
again in any case; without Redis that is how a change arrives.
"""

from __future__ import annotations

import json
import logging
import threading
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import Error as DatabaseError

from settings_app.fallbacks import FALLBACKS, RETENTION_AUDIT_FLOOR_DAYS
from settings_app.models import AppSetting
from settings_app.selectors.versions import Freshness

logger = logging.getLogger(__name__)

VERSION_KEY = "settings-version"
_LIFETIME_SECONDS = 300.0


class _Unreadable(ValueError):
    """A stored text cannot be read as its type."""


def typed_value(text: str, type_code: str) -> Any:
    """Read a stored text as its type: int, bool, str, Decimal or a JSON value.

    Raises:
        ValueError: the text is not of that type.
    """
    try:
        match type_code:
            case "integer":
                return int(text)
            case "boolean":
                return {"true": True, "false": False}[text]
            case "decimal":
                return Decimal(text)
            case "json":
                return json.loads(text)
            case _:
                return text
    except (ValueError, KeyError, InvalidOperation) as error:
        raise _Unreadable(f"{text!r} is not of type {type_code}") from error


class _Cache:
    """All settings of this process, read in one query."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._freshness = Freshness(VERSION_KEY, _LIFETIME_SECONDS)
        self.clear()

    def clear(self) -> None:
        self._values: dict[str, Any] | None = None
        self._freshness.expire()

    def value(self, key: str) -> Any:
        values = self._current()
        return values[key] if key in values else FALLBACKS[key]

    def count(self) -> int:
        return len(self._current())

    def _current(self) -> dict[str, Any]:
        with self._lock:
            if self._values is None or not self._freshness.holds():
                self._read()
            return self._values or {}

    def _read(self) -> None:
        self._freshness.renew()
        try:
            rows = list(AppSetting.objects.filter(is_active=True, is_deleted=False).select_related("setting_type"))
        except DatabaseError:
            logger.warning("settings cannot be read; the last known values or the fall-backs apply", exc_info=True)
            self._freshness.expire()
            return
        self._values = {row.setting_key: _row_value(row) for row in rows}


def _row_value(row: AppSetting) -> Any:
    for text in (row.setting_value, row.default_value):
        try:
            return typed_value(text, row.setting_type.code)
        except ValueError:
            logger.warning("setting %s holds a value that is not of its type", row.setting_key)
    return FALLBACKS.get(row.setting_key)


_cache = _Cache()


def invalidate() -> None:
    """Forget the values of this process."""
    _cache.clear()


def reload() -> int:
    """Read all settings again; return how many there are."""
    _cache.clear()
    return _cache.count()


def get_int(key: str) -> int:
    """Return an integer setting; RETENTION_AUDIT_DAYS never below seven years whatever the row says."""
    value = int(_cache.value(key))
    return max(value, RETENTION_AUDIT_FLOOR_DAYS) if key == "RETENTION_AUDIT_DAYS" else value


def get_bool(key: str) -> bool:
    """Return a boolean setting."""
    return bool(_cache.value(key))


def get_str(key: str) -> str:
    """Return a text setting."""
    return str(_cache.value(key))


def get_json(key: str) -> Any:
    """Return a JSON setting."""
    return _cache.value(key)
