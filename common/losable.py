"""Writing what is nobody's only copy without waiting for the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def losable_transaction() -> Iterator[None]:
    """A transaction whose commit does not wait until the disk has it: for caches and counters, never for business data.

    Everybody sees the rows at once, whole or not at all. If the machine of the database fails, the last moments may be
    missing afterwards. Within another transaction, that one decides. A database that cannot say so in a transaction
    waits as ever.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        operations: Any = connection.ops  # each vendor of ours says how
        statement = operations.losable_commit_sql()
        if is_outermost and statement:
            with connection.cursor() as cursor:
                cursor.execute(statement)
        yield
