"""Appends activity rows to their hash chains, one writer a chain at a time."""

from __future__ import annotations

from itertools import groupby
from typing import cast

from django.db.models import Model

from auditing.models import ActivityLog, ChainAnchor
from auditing.services.hashing import GENESIS, hash_row, make_digests
from common import clock
from common.key_locks import share_keys
from common.locks import transaction_lock
from common.tenancy import system_scope

_ROWS_A_STATEMENT = 90  # times 21 columns: under 2,000 parameters (database.md section 9, 15)


def append(rows: list[ActivityLog]) -> None:
    """Write ``rows`` in ascending ChainKey, each chain in the given order, under the lock of its chain.

    Ascending keys make two transactions that write to the same chains wait for each other, never lock each other out.
    The locks hold to the end of the transaction, so that the head just read stays the head.
    """
    if not rows:
        return
    with system_scope("auditing.services.chain_writer.append"):
        ordered = sorted(rows, key=lambda row: row.chain_key)
        _hold_references(ordered)
        for chain_key, group in groupby(ordered, key=lambda row: row.chain_key):
            transaction_lock(f"audit chain {chain_key}")
            _link(list(group), *head(chain_key))
        ActivityLog.all_companies.bulk_create(ordered, batch_size=_ROWS_A_STATEMENT)


def _hold_references(rows: list[ActivityLog]) -> None:
    """Wait for the people and companies the rows refer to before any chain is locked, never while one is."""
    for name in ("company", "user"):
        keys = {key for row in rows if (key := getattr(row, f"{name}_id")) is not None}
        share_keys(cast(type[Model], ActivityLog._meta.get_field(name).related_model), keys)


def head(chain_key: int) -> tuple[int, str]:
    """Sequence and hash of the last row of a chain; retention may have removed the row itself, its anchor stays."""
    last = (
        ActivityLog.all_companies.filter(chain_key=chain_key)
        .order_by("-chain_sequence")
        .values_list("chain_sequence", "row_hash")
        .first()
        or ChainAnchor.objects.filter(chain_key=chain_key, anchor_kind="retention")
        .order_by("-chain_sequence")
        .values_list("chain_sequence", "row_hash")
        .first()
    )
    return last or (0, GENESIS)


def _link(rows: list[ActivityLog], sequence: int, previous: str) -> None:
    for row in rows:
        sequence += 1
        row.chain_sequence, row.previous_hash = sequence, previous
        row.created_date = clock.now()
        row.personal_digests = make_digests(row)
        row.row_hash = previous = hash_row(row)
