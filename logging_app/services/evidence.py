"""Rows that survive the rollback of their request (GEN-2, LO-5, invariant 41).

Inside a ``business_transaction`` they wait for its end, whichever it is, and are then written on their own. Inside any
other transaction they go over the connection ``evidence``, which is never part of it.
"""

from __future__ import annotations

import logging
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models, transaction

from common.key_locks import limit_lock_waits
from common.transactions import after_transaction, in_transaction

logger = logging.getLogger(__name__)

EVIDENCE = "evidence"
_LOCK_TIMEOUT_MS = 1000


def write_evidence(row: models.Model) -> None:
    """Write a row of a log table so that no rollback takes it along. Never raises."""
    after_transaction(lambda: _write(row))


def _write(row: models.Model) -> None:
    aliases = [EVIDENCE, DEFAULT_DB_ALIAS] if in_transaction() else [DEFAULT_DB_ALIAS]
    for alias in aliases:
        for without_people in (False, True):
            try:
                _insert(row, alias, without_people)
                return
            except Exception as error:  # noqa: BLE001 - the next way is tried, and the last failure is logged
                failure = error
    logger.error(
        "evidence could not be stored",
        extra={"table": str(row._meta.db_table), "failure": type(failure).__name__, "row": _facts(row)},
    )


def _insert(row: models.Model, alias: str, without_people: bool) -> None:
    """Insert once more without references when the person or company is not there (its insert was rolled back)."""
    if without_people:
        for name in ("user_id", "company_id"):
            if hasattr(row, name):
                setattr(row, name, None)
    row.pk = None
    with transaction.atomic(using=alias):
        if alias == EVIDENCE:
            # The request's own transaction may hold the person's row; the foreign key check would wait for ever.
            limit_lock_waits(_LOCK_TIMEOUT_MS, alias)
        row.save(using=alias, force_insert=True)


def _facts(row: models.Model) -> dict[str, Any]:
    """What standard output may say of a lost row: ids and codes, nothing personal (ER-3)."""
    names = ("event_type", "is_success", "error_type", "severity", "request_id", "user_id", "company_id")
    return {name: getattr(row, name) for name in names if hasattr(row, name)}
