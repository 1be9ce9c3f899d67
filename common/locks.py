"""Named transaction locks behind one function (database.md section 9, point 11)."""

from __future__ import annotations

import hashlib

from django.db import DEFAULT_DB_ALIAS, connections

# On SQL Server: waits as transaction_lock does.
GET_LOCK = "EXEC sp_getapplock @Resource = %s, @LockMode = 'Exclusive', @LockOwner = 'Transaction'"


def transaction_lock(name: str, using: str = DEFAULT_DB_ALIAS) -> None:
    """Wait for the lock ``name`` and hold it to the end of the transaction.

    Raises:
        RuntimeError: called outside of a transaction, where the lock would be lost at once.
    """
    connection = connections[using]
    if not connection.in_atomic_block:
        raise RuntimeError("transaction_lock() needs an open transaction")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
        else:
            cursor.execute(GET_LOCK, [name[:255]])
