"""Lookup rows by id and by natural key, kept in the memory of the process.

A process reads each lookup table at most once in five seconds, so a change made elsewhere shows within that time; the
process that changes a row drops its copy at once (``lookups_changed``). Rows from here are shared: never change them.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction

from reference.models import Country

_FRESH_SECONDS = 5.0


class UnknownLookup(LookupError):
    """A code or id that no row of the lookup table has: a defect of the caller, never an entry of a person."""


@dataclass(frozen=True, slots=True)
class _Copy:
    by_id: Mapping[int, Any]
    by_code: Mapping[str, Any]
    active: tuple[Any, ...]
    read_at: float


_copies: dict[str, _Copy] = {}
_locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
_generation = 0


def code_id(table: str, code: str) -> int:
    """Return the primary key of ``code`` in ``table`` (``"UserStatus"``, ``"active"``), also of a row switched off.

    Raises:
        UnknownLookup: no row has that code.
    """
    row = _copy(table).by_code.get(code)
    if row is None:
        raise UnknownLookup(f"{table} has no code {code!r}")
    return int(row.pk)


def lookup(table: str, row_id: int) -> Any:
    """Return the row of ``table`` with that primary key, also one that is switched off.

    Raises:
        UnknownLookup: no row has that key.
    """
    row = _copy(table).by_id.get(row_id)
    if row is None:
        raise UnknownLookup(f"{table} has no row {row_id}")
    return row


def active_rows(table: str) -> tuple[Any, ...]:
    """Return the rows offered for new entries, by SortOrder, then key."""
    return _copy(table).active


def find_active(table: str, code: str) -> Any | None:
    """Return the active row with ``code``, or None: for codes that people and clients send."""
    return next((row for row in active_rows(table) if row.code == code), None)


def country(code: str) -> Country | None:
    """Return the active country with the ISO 3166-1 code, or None."""
    found: Country | None = find_active("Country", code)
    return found


def forget_lookups() -> None:
    """Drop every copy this process holds, and those that are being read."""
    global _generation
    _generation += 1
    _copies.clear()


def lookups_changed() -> None:
    """Drop the copies now, for the rest of the transaction, and again when its rows are visible to others."""
    forget_lookups()
    transaction.on_commit(forget_lookups)


def _copy(table: str) -> _Copy:
    return _fresh_copy(table) or _renewed_copy(table)


def _fresh_copy(table: str) -> _Copy | None:
    copy = _copies.get(table)
    return copy if copy is not None and time.monotonic() - copy.read_at < _FRESH_SECONDS else None


def _renewed_copy(table: str) -> _Copy:
    # One thread reads for all: a crowd after a quiet time would read each table once a thread.
    with _locks[table]:
        copy = _fresh_copy(table)
        if copy is None:
            generation = _generation
            copy = _read(table)
            # What was read while somebody changed a row may be of before; it is good for this once.
            if generation == _generation:
                _copies[table] = copy
        return copy


def _read(table: str) -> _Copy:
    read_at = time.monotonic()
    rows = list(apps.get_model("reference", table)._default_manager.order_by("sort_order", "id"))
    return _Copy(
        by_id={row.pk: row for row in rows},
        by_code={row.code: row for row in rows},
        active=tuple(row for row in rows if row.is_active and not row.is_deleted),
        read_at=read_at,
    )
