"""Waiting for rows that other transactions hold: in the right order, and not for ever."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS, connections, models

_KEYS_A_STATEMENT = 1000


def share_keys(model: type[models.Model], keys: Iterable[int], using: str = DEFAULT_DB_ALIAS) -> None:
    """Take now the lock that inserting a reference to these rows takes later, and hold it to the end.

    Whoever is about to take a lock that others wait for calls this first. Else two transactions can wait for each
    other: one has the named lock and needs a row for its foreign key, the other has the row and needs the named lock.
    """
    connection = connections[using]
    table = connection.ops.quote_name(model._meta.db_table)
    column = connection.ops.quote_name(str(model._meta.pk.column))
    ordered = sorted(set(keys))
    for start in range(0, len(ordered), _KEYS_A_STATEMENT):
        chunk = ordered[start : start + _KEYS_A_STATEMENT]
        marks = ", ".join(["%s"] * len(chunk))
        if connection.vendor == "postgresql":
            sql = f"SELECT 1 FROM {table} WHERE {column} IN ({marks}) ORDER BY {column} FOR KEY SHARE"  # noqa: S608
        else:
            sql = f"SELECT 1 FROM {table} WITH (REPEATABLEREAD) WHERE {column} IN ({marks}) ORDER BY {column}"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(sql, chunk)
            cursor.fetchall()


def limit_lock_waits(milliseconds: int, using: str = DEFAULT_DB_ALIAS) -> None:
    """Give up waiting for a lock after this time; to the end of the transaction (SQL Server: of the connection)."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET LOCAL lock_timeout = {int(milliseconds)}")
        else:
            cursor.execute(f"SET LOCK_TIMEOUT {int(milliseconds)}")
