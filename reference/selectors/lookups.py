"""Lookup rows by id and by natural key, kept in the memory of the process.

A process reads each lookup table at most once in five seconds, so a change made elsewhere shows within that time; the
process that changes a row drops its copy at once (``lookups_changed``). Rows from here are shared: never change them.
"""

from __future__ import annotations

import time
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
    """Drop every copy this process holds."""
    _copies.clear()


def lookups_changed() -> None:
    """Drop the copies now, for the rest of the transaction, and again when its rows are visible to others."""
    forget_lookups()
    transaction.on_commit(forget_lookups)


def _copy(table: str) -> _Copy:
    copy = _copies.get(table)
    if copy is None or time.monotonic() - copy.read_at >= _FRESH_SECONDS:
        copy = _copies[table] = _read(table)
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
