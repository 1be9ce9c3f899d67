"""Whole months that retention may drop: no row leaves that is not in the archive, and none that a legal hold covers."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import DataError

from auditing.services.retention import held_rows
from common.db.partitions import MonthChanged, Partition, drop_month, list_partitions, month_of

logger = logging.getLogger(__name__)


class DueMonths:
    """The months of one table at the cut-off of a run; a table without partitions has none."""

    def __init__(self, model: Any, cutoff: datetime, alias: str) -> None:
        self.model = model
        self.cutoff = cutoff
        self.alias = alias
        self.table = str(model._meta.db_table)
        self.months = [part for part in list_partitions(self.table, alias) if part.month is not None]

    @property
    def limit(self) -> datetime:
        """Rows before this instant are due: the cut-off, or the start of its month where that month is a partition.

        A month leaves as a whole once its last row is past the retention period.
        """
        current = (part.starts for part in self.months if part.month == month_of(self.cutoff))
        return next(current, None) or self.cutoff

    def drop(self, archived: Mapping[date, int]) -> dict[date, int]:
        """Drop the due months of which exactly the archived rows are left; return them with their rows.

        ``archived`` counts rows by month. What cannot be dropped stays and is left to batch deletes.
        """
        due = [(part.month, part) for part in self.months if part.month and part.ends and part.ends <= self.cutoff]
        rows = {month: self._drop(part, month, archived.get(month, 0)) for month, part in due}
        dropped = {month: count for month, count in rows.items() if count is not None}
        self.months = [part for part in self.months if part.month not in dropped]
        return dropped

    def _drop(self, part: Partition, month: date, archived: int) -> int | None:
        rows = self.model._default_manager.using(self.alias)
        if rows.filter(held_rows(self.model), created_date__gte=part.starts, created_date__lt=part.ends).exists():
            return None
        try:
            return drop_month(self.table, month, archived, self.alias)
        except (MonthChanged, DataError) as refusal:
            logger.warning("a month stays", extra={"partition": part.name, "failure": str(refusal).splitlines()[0]})
            return None
