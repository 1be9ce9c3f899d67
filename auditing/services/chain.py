"""Verification of the hash chains (AU-1, invariant 40): finds a changed, removed or inserted row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from auditing.models import ActivityLog, ChainAnchor
from auditing.services.hashing import GENESIS, hash_row, wrong_digest
from common.tenancy import system_scope

_CHUNK = 2000

Progress = Callable[[int, int], None]


class AuditChainBroken(Exception):
    """A chain does not verify; the error log keeps it as critical (ER-2)."""

    severity = "critical"


@dataclass(frozen=True, slots=True)
class BadRow:
    """The first row of a chain that does not verify; ``activity_log_id`` is None for a row that is missing."""

    chain_key: int
    chain_sequence: int
    activity_log_id: int | None
    problem: str

    def __str__(self) -> str:
        key = f" (ActivityLogID {self.activity_log_id})" if self.activity_log_id is not None else ""
        return f"chain {self.chain_key}, row {self.chain_sequence}{key}: {self.problem}"


@dataclass(frozen=True, slots=True)
class ChainReport:
    """Outcome for one chain: rows read, and the first bad one."""

    chain_key: int
    rows: int
    bad_row: BadRow | None


def chain_keys(using: str = DEFAULT_DB_ALIAS) -> list[int]:
    """Keys of all chains that have a row or an anchor, ascending."""
    with system_scope("auditing.services.chain.chain_keys"):
        rows = set(ActivityLog.all_companies.using(using).order_by().values_list("chain_key", flat=True).distinct())
    anchored = ChainAnchor.objects.using(using).order_by().values_list("chain_key", flat=True)
    return sorted(rows | set(anchored.distinct()))


def verify(
    chain_key: int | None = None, progress: Progress | None = None, using: str = DEFAULT_DB_ALIAS
) -> Iterator[ChainReport]:
    """Verify one chain, or all in ascending order, without holding a chain in memory.

    ``progress`` is called with chain key and rows read, after every 10,000 rows. ``using`` names another database, such
    as a restored one.
    """
    for key in [chain_key] if chain_key is not None else chain_keys(using):
        with system_scope("auditing.services.chain.verify"):
            report = _Verifier(key, progress, using).run()
        yield report


class _Verifier:
    """Walks one chain. Anchors are read first, so that each of them speaks of a row that is there already."""

    def __init__(self, chain_key: int, progress: Progress | None, using: str) -> None:
        self.chain_key = chain_key
        self.progress = progress
        self.using = using
        self.anchors: dict[int, str] = {}
        self.removed_up_to = 0
        anchors = ChainAnchor.objects.using(using).filter(chain_key=chain_key)
        for anchor in anchors.order_by("chain_sequence"):
            self.anchors[anchor.chain_sequence] = anchor.row_hash
            if anchor.anchor_kind == "retention":
                self.removed_up_to = anchor.chain_sequence
        self.sequence = 0
        self.previous: str | None = GENESIS
        self.rows = 0

    def run(self) -> ChainReport:
        for row in self._stream().iterator(chunk_size=_CHUNK):
            if problem := self._problem_of(row):
                return ChainReport(self.chain_key, self.rows, problem)
            self.sequence, self.previous = row.chain_sequence, row.row_hash
            self.rows += 1
            if self.progress is not None and self.rows % 10_000 == 0:
                self.progress(self.chain_key, self.rows)
        return ChainReport(self.chain_key, self.rows, self._missing_tail())

    def _stream(self) -> QuerySet[ActivityLog]:
        rows: QuerySet[ActivityLog] = ActivityLog.all_companies.using(self.using).filter(chain_key=self.chain_key)
        return rows.order_by("chain_sequence")

    def _bad(self, sequence: int, row: ActivityLog | None, problem: str) -> BadRow:
        return BadRow(self.chain_key, sequence, row.pk if row else None, problem)

    def _problem_of(self, row: ActivityLog) -> BadRow | None:
        if self.rows == 0 and row.chain_sequence > 1:
            self._start_behind_retention(row)
        expected = self.sequence + 1
        if row.chain_sequence != expected:
            return self._bad(expected, None, f"missing; the next row present is {row.chain_sequence}")
        if self.previous is not None and row.previous_hash != self.previous:
            return self._bad(row.chain_sequence, row, "does not continue the row before it")
        if not _is_unaltered(row):
            return self._bad(row.chain_sequence, row, "was altered: its hash does not fit its content")
        if self.anchors.get(row.chain_sequence, row.row_hash) != row.row_hash:
            return self._bad(row.chain_sequence, row, "differs from its anchor: the chain was written anew")
        if path := wrong_digest(row):
            return self._bad(row.chain_sequence, row, f"was altered: {path} does not fit its digest")
        return None

    def _start_behind_retention(self, row: ActivityLog) -> None:
        """Retention removes a prefix up to an anchor; interrupted, it may have left a part of the prefix."""
        if row.chain_sequence - 1 <= self.removed_up_to:
            self.sequence = row.chain_sequence - 1
            self.previous = self.anchors.get(self.sequence)

    def _missing_tail(self) -> BadRow | None:
        last_known = max(self.anchors, default=0)
        if self.sequence < last_known and last_known > self.removed_up_to:
            first_missing = max(self.sequence, self.removed_up_to) + 1
            return self._bad(first_missing, None, f"missing, and the rest of the chain up to anchored row {last_known}")
        return None


def _is_unaltered(row: ActivityLog) -> bool:
    try:
        return hash_row(row) == row.row_hash
    except (LookupError, ValueError, TypeError, AttributeError):
        return False
