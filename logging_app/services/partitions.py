"""Months of the partitioned log tables: made ahead by a daily job (database.md section 9, point 18)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import DEFAULT_DB_ALIAS

from common import clock
from common.db.partitions import create_month, instant, list_partitions, month_of, next_month
from logging_app.models import PARTITIONED
from settings_app.selectors import get_int

MONTHS_AHEAD = 3


def ensure_months(months_ahead: int = MONTHS_AHEAD, using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Make the partitions of this month and the next ones; return what was made, such as ``log.AuthEvent 2026-01``.

    Months of the retention period whose rows wait in DEFAULT, because nobody made them in time, get theirs too. Safe to
    run twice and in parallel: a month is made once, and rows move with the transaction that makes it.
    """
    return [
        f"{table} {month:%Y-%m}"
        for model in PARTITIONED
        if list_partitions(table := str(model._meta.db_table), using)
        for month in _wanted(model, months_ahead, using)
        if create_month(table, month, using)
    ]


def _wanted(model: Any, months_ahead: int, using: str) -> list[date]:
    this_month = month_of(clock.now())
    present = {partition.month for partition in list_partitions(str(model._meta.db_table), using)}
    past = month_of(clock.now() - timedelta(days=get_int("RETENTION_LOG_DAYS")))
    wanted = []
    while past < this_month:
        if past not in present and _has_rows(model, past, using):
            wanted.append(past)
        past = next_month(past)
    for _ in range(months_ahead + 1):
        wanted.append(past)
        past = next_month(past)
    return [month for month in wanted if month not in present]


def _has_rows(model: Any, month: date, using: str) -> bool:
    rows = model._default_manager.using(using)
    return bool(rows.filter(created_date__gte=instant(month), created_date__lt=instant(next_month(month))).exists())
