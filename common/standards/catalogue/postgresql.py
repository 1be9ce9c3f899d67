"""Reads the catalogue of PostgreSQL from ``pg_catalog``. Partitions are part of their table and not listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from common.db.schemas import SCHEMAS
from common.standards.catalogue import postgresql_queries as queries
from common.standards.catalogue.shapes import (
    Catalogue,
    CheckRule,
    Column,
    ForeignKeyRule,
    Index,
    Key,
    Policy,
    Program,
    Table,
    Trigger,
)

_KINDS = {
    "character varying": "text",
    "text": "text",
    "integer": "int",
    "bigint": "bigint",
    "boolean": "bool",
    "timestamp with time zone": "timestamp",
    "date": "date",
    "numeric": "decimal",
    "jsonb": "json",
    "uuid": "uuid",
}
_ACTIONS = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
_EVENTS = ((4, "INSERT"), (8, "DELETE"), (16, "UPDATE"), (32, "TRUNCATE"))
_BEFORE = 2
_MICROSECONDS = 6

ByTable = dict[int, list[Any]]


class PostgresReader:
    """One read of the seven schemas (and of the default schema ``public``, which must stay empty)."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def read(self) -> Catalogue:
        ((encoding, zone),) = self._rows(queries.DATABASE)
        return Catalogue(
            vendor="postgresql",
            encoding=encoding,
            session_zone=zone,
            schemas=frozenset(name for (name,) in self._rows(queries.SCHEMA_NAMES)),
            default_schema_is_empty=not self._rows(queries.DEFAULT_SCHEMA_OBJECTS)[0][0],
            tables=tuple(self._tables()),
            programs=tuple(Program(*row) for row in self._rows(queries.PROGRAMS, list(SCHEMAS), list(SCHEMAS))),
            grants=frozenset(self._rows(queries.GRANTS, list(SCHEMAS))),
        )

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())

    def _by_table(self, sql: str) -> ByTable:
        found: ByTable = defaultdict(list)
        for table, *row in self._rows(sql, list(SCHEMAS)):
            found[table].append(row)
        return found

    def _tables(self) -> Iterable[Table]:
        columns = self._by_table(queries.COLUMNS)
        constraints = self._by_table(queries.CONSTRAINTS)
        indexes = self._by_table(queries.INDEXES)
        triggers = self._by_table(queries.TRIGGERS)
        policies = self._by_table(queries.POLICIES)
        for oid, schema, name, comment, kind, enabled, forced in self._rows(queries.TABLES, list(SCHEMAS)):
            rules = constraints[oid]
            yield Table(
                schema=schema,
                name=name,
                comment=comment,
                is_partitioned=kind == "p",
                is_row_security_enabled=enabled,
                is_row_security_forced=forced,
                columns=tuple(_column(row) for row in columns[oid]),
                primary_key=next((Key(row[0], tuple(row[2])) for row in rules if row[1] == "p"), None),
                unique_constraints=tuple(Key(row[0], tuple(row[2])) for row in rules if row[1] == "u"),
                foreign_keys=tuple(_foreign_key(row) for row in rules if row[1] == "f"),
                checks=tuple(CheckRule(row[0], row[9]) for row in rules if row[1] == "c"),
                indexes=tuple(Index(row[0], tuple(row[1] or ()), *row[2:]) for row in indexes[oid]),
                triggers=tuple(_trigger(row) for row in triggers[oid]),
                policies=tuple(Policy(row[0], row[1], tuple(row[2]), row[3]) for row in policies[oid]),
            )


def _column(row: Any) -> Column:
    name, native, length, precision, scale, is_not_null, default, is_identity, comment = row
    kind = _KINDS.get(native, native)
    if kind == "timestamp" and precision not in (None, _MICROSECONDS):
        kind = native = f"{native}({precision})"
    return Column(
        name=name,
        kind=kind,
        native=native,
        length=length,
        precision=precision,
        scale=scale,
        is_nullable=not is_not_null,
        default=default,
        default_name=None,
        is_identity=is_identity,
        comment=comment,
    )


def _foreign_key(row: Any) -> ForeignKeyRule:
    name, _, columns, to_schema, to_table, to_columns, on_update, on_delete, is_deferrable, _ = row
    return ForeignKeyRule(
        name,
        tuple(columns),
        to_schema,
        to_table,
        tuple(to_columns),
        _ACTIONS[on_update],
        _ACTIONS[on_delete],
        is_deferrable,
    )


def _trigger(row: Any) -> Trigger:
    name, bits, enabled = row
    events = frozenset(event for bit, event in _EVENTS if bits & bit)
    return Trigger(name, events, is_enabled=enabled in ("O", "A"), is_before=bool(bits & _BEFORE))
