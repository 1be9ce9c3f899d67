"""Anchors: recorded heads of the chains, so that a cut-off or rewritten end shows (database.md 6.5)."""

from __future__ import annotations

from typing import Literal

from django.db import transaction
from django.db.models import Max

from auditing.models import ActivityLog, ChainAnchor
from common import clock
from common.locks import transaction_lock
from common.tenancy import system_scope


@transaction.atomic
def write_anchors(kind: Literal["daily", "manual"] = "daily") -> int:
    """Anchor the head of every chain that grew since its last anchor; return how many. Safe to run twice."""
    transaction_lock("audit anchors")
    with system_scope("auditing.services.write_anchors"):
        heads = dict(ActivityLog.all_companies.order_by().values_list("chain_key").annotate(Max("chain_sequence")))
        anchored = dict(ChainAnchor.objects.order_by().values_list("chain_key").annotate(Max("chain_sequence")))
        grown = [(key, last) for key, last in sorted(heads.items()) if last > anchored.get(key, 0)]
        for chain_key, sequence in grown:
            _anchor(chain_key, sequence, anchored.get(chain_key, 0), kind)
    return len(grown)


def _anchor(chain_key: int, sequence: int, before: int, kind: str) -> None:
    row_hash = ActivityLog.all_companies.values_list("row_hash", flat=True).get(
        chain_key=chain_key, chain_sequence=sequence
    )
    ChainAnchor.objects.create(
        chain_key=chain_key,
        chain_sequence=sequence,
        row_hash=row_hash,
        anchor_kind=kind,
        rows_covered=sequence - before,
        created_date=clock.now(),
    )
