"""The way every write service opens its transaction, and the activity rows that commit with it (GEN-2, AU-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction

from auditing.models import ActivityLog
from auditing.services.chain_writer import append
from auditing.services.values import storable
from common import context
from common.actors import Actor
from common.history import change, current_change
from common.stored_text import fit
from common.transactions import ending

_ACTION = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_ENTITY_TYPE = re.compile(r"(?:dbo|ref|config|log|audit|cache)\.[A-Z][A-Za-z0-9]*")


class _Queued:
    """A row waiting for the end of its transaction.

    It stands among the commit hooks of the connection as well: Django drops a hook when the savepoint it was made in
    is rolled back, and only rows whose hook is still there are written.
    """

    def __init__(self, row: ActivityLog) -> None:
        self.row = row

    def __call__(self) -> None:
        """Nothing is left to do after the commit."""


_queue: ContextVar[list[_Queued] | None] = ContextVar("eventlead_activity_queue", default=None)


@contextmanager
def business_transaction(actor: Actor, reason: str | None = None) -> Iterator[None]:
    """Open the transaction of a service; snapshots in it are attributed to ``actor`` and ``reason``.

    The outermost block writes the queued activity rows as its last step, so that chain locks are held as briefly as
    can be. Nested blocks join it as savepoints; what an inner block that fails had queued is dropped with it.
    """
    if _queue.get() is not None:
        with transaction.atomic(), change(actor, reason):
            yield
        return
    queue: list[_Queued] = []
    token = _queue.set(queue)
    try:
        with ending(), transaction.atomic(), change(actor, reason):
            yield
            append(_take(queue))
    finally:
        _queue.reset(token)


def _take(queue: list[_Queued]) -> list[ActivityLog]:
    alive = {id(hook[1]) for hook in connection.run_on_commit}
    rows = [queued.row for queued in queue if id(queued) in alive]
    connection.run_on_commit = [hook for hook in connection.run_on_commit if not isinstance(hook[1], _Queued)]
    return rows


def record(
    *,
    action: str,
    entity_type: str,
    entity_id: int | None,
    actor: Actor,
    company_id: int | None = None,
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Queue an activity row; it commits with the surrounding ``business_transaction`` (AU-1, AU-2).

    ``company_id`` decides the chain; None is the platform's. Without ``reason`` the transaction's own is taken.

    Raises:
        RuntimeError: no business_transaction is open.
        SecretInAudit: ``old`` or ``new`` has a member with a secret name.
        ValueError: ``action`` is not UPPER_SNAKE, or ``entity_type`` not schema.Table.
    """
    queue = _queue.get()
    if queue is None or not connection.in_atomic_block:
        raise RuntimeError("record() belongs inside a business_transaction()")
    if not _ACTION.fullmatch(action) or not _ENTITY_TYPE.fullmatch(entity_type):
        raise ValueError(f"{action!r} on {entity_type!r} is no action on a table")
    under_way = current_change()
    row = ActivityLog(
        chain_key=company_id or 0,
        action=action,
        entity_type=entity_type,
        entity_id=entity_id,
        user_id=actor.user_id,
        actor_name=fit(actor.name, 200),
        user_email=fit(actor.email, 255),
        company_id=company_id,
        old_value=storable(old),
        new_value=storable(new),
        reason=fit(reason or (under_way.reason if under_way else None), 500),
        **context.current().columns,
    )
    queued = _Queued(row)
    queue.append(queued)
    transaction.on_commit(queued)
