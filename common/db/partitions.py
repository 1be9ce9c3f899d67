"""Months of partitioned tables, the same calls on both vendors (database.md section 9, point 18).

On SQL Server no table is partitioned: there is nothing to list or make, and rows leave by bounded batches.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction

from common.db.schemas import bare_name, locate

# lock_not_available and deadlock_detected: the functions give way to the writers of the log, and are called again.
_BUSY = frozenset({"55P03", "40P01"})
_TRIES = 40
_PAUSE_SECONDS = 0.25
_LOWER_BOUND = re.compile(r"FROM \('(\d{4})-(\d{2})-")

_PARTITIONS = """
SELECT c.relname::text, pg_get_expr(c.relpartbound, c.oid),
       COALESCE(NULLIF(pg_stat_get_live_tuples(c.oid), 0), GREATEST(c.reltuples, 0))::bigint,
       pg_total_relation_size(c.oid)
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
JOIN pg_class p ON p.oid = i.inhparent
JOIN pg_namespace n ON n.oid = p.relnamespace
WHERE n.nspname = %s AND p.relname = %s AND p.relkind = 'p'
ORDER BY c.relname
"""

Result = TypeVar("Result")


class MonthChanged(RuntimeError):
    """A month holds another number of rows than was archived of it; it was not dropped."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One partition; ``month`` is the first day of its month, None for DEFAULT. ``rows`` is the server's estimate."""

    table: str
    name: str
    month: date | None
    rows: int
    size_bytes: int

    @property
    def starts(self) -> datetime | None:
        """First instant of the month, UTC."""
        return instant(self.month) if self.month else None

    @property
    def ends(self) -> datetime | None:
        """First instant after the month, UTC."""
        return instant(next_month(self.month)) if self.month else None


def month_of(when: datetime | date) -> date:
    """First day of the month, by UTC."""
    day = when.astimezone(UTC).date() if isinstance(when, datetime) else when
    return day.replace(day=1)


def next_month(month: date) -> date:
    """First day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def instant(month: date) -> datetime:
    """First instant of a month, UTC."""
    return datetime(month.year, month.month, 1, tzinfo=UTC)


def list_partitions(table: str, using: str = DEFAULT_DB_ALIAS) -> list[Partition]:
    """Partitions of ``schema.Table``, oldest month first and DEFAULT last; none on SQL Server."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PARTITIONS, locate(table))
        found = [Partition(table, name, _month(bound), rows, size) for name, bound, rows, size in cursor.fetchall()]
    return sorted(found, key=lambda partition: partition.month or date.max)


def _month(bound: str) -> date | None:
    match = _LOWER_BOUND.search(bound)
    return date(int(match[1]), int(match[2]), 1) if match else None


def create_month(table: str, month: date, using: str = DEFAULT_DB_ALIAS) -> bool:
    """Make the partition of a month; rows of it that wait in DEFAULT move there. False when it exists.

    Raises:
        OperationalError: the table stayed busy through all tries.
    """
    if connections[using].vendor != "postgresql":
        return False
    return bool(_patiently(lambda: _call(using, 'SELECT log."CreateMonth"(%s, %s)', table, month), using))


def drop_month(table: str, month: date, expected_rows: int, using: str = DEFAULT_DB_ALIAS) -> int:
    """Drop the partition of a month with all its rows and return how many these were.

    Raises:
        MonthChanged: it holds another number of rows than ``expected_rows``; nothing is dropped.
        OperationalError: the table stayed busy through all tries.
    """

    def drop() -> int:
        rows = int(_call(using, 'SELECT log."DropMonth"(%s, %s)', table, month))
        if rows != expected_rows:
            raise MonthChanged(f"{table} of {month:%Y-%m} holds {rows} rows, {expected_rows} are archived")
        return rows

    return _patiently(drop, using)


def _call(using: str, sql: str, table: str, month: date) -> Any:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, [bare_name(table), month])
        return cursor.fetchone()[0]


def _patiently(work: Callable[[], Result], using: str) -> Result:
    for tries_left in reversed(range(_TRIES)):
        try:
            with transaction.atomic(using=using):
                return work()
        except OperationalError as error:
            if not tries_left or getattr(error.__cause__, "sqlstate", None) not in _BUSY:
                raise
        time.sleep(_PAUSE_SECONDS)
    raise AssertionError("the last try returns or raises")
