"""Values of application settings: process cache, then database row, row default, code fall-back (CF-2).

A version number in Redis tells every process within a second that a row changed (CF-3). Without Redis a process
reads the table again every five minutes.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.cache import cache
from django.db import Error as DatabaseError

from settings_app.fallbacks import FALLBACKS, RETENTION_AUDIT_FLOOR_DAYS
from settings_app.models import AppSetting

logger = logging.getLogger(__name__)

VERSION_KEY = "settings-version"
_VERSION_CHECK_SECONDS = 1.0
_WITHOUT_REDIS_SECONDS = 300.0


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
        self.clear()

    def clear(self) -> None:
        self._values: dict[str, Any] | None = None
        self._version: Any = None
        self._checked_at = 0.0
        self._loaded_at = 0.0

    def value(self, key: str) -> Any:
        values = self._current()
        return values[key] if key in values else FALLBACKS[key]

    def _current(self) -> dict[str, Any]:
        now = time.monotonic()
        if self._values is None or now - self._checked_at >= _VERSION_CHECK_SECONDS:
            with self._lock:
                self._refresh(now)
        return self._values or {}

    def _refresh(self, now: float) -> None:
        self._checked_at = now
        try:
            version = cache.get(VERSION_KEY)
            is_stale = version != self._version
        except Exception:  # Redis is down: whatever its client raises, settings go on from memory
            version, is_stale = self._version, now - self._loaded_at >= _WITHOUT_REDIS_SECONDS
        if self._values is None or is_stale:
            self._load(version, now)

    def _load(self, version: Any, now: float) -> None:
        try:
            rows = list(AppSetting.objects.filter(is_active=True, is_deleted=False).select_related("setting_type"))
        except DatabaseError:
            logger.warning("settings cannot be read; fall-backs apply", exc_info=True)
            return
        self._values = {row.setting_key: _row_value(row) for row in rows}
        self._version, self._loaded_at = version, now

    def count(self) -> int:
        return len(self._current())


def _row_value(row: AppSetting) -> Any:
    for text in (row.setting_value, row.default_value):
        try:
            return typed_value(text, row.setting_type.setting_type_code)
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
