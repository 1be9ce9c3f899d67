"""Reads the catalogue of SQL Server from the ``sys`` views, in the same shapes as the PostgreSQL reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from common.db.schemas import SCHEMAS
from common.standards.catalogue import mssql_queries as queries
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
    "nvarchar": "text",
    "int": "int",
    "bigint": "bigint",
    "bit": "bool",
    "datetime2": "timestamp",
    "date": "date",
    "numeric": "decimal",
    "decimal": "decimal",
    "uniqueidentifier": "uuid",
}
_MICROSECONDS = 6
_UNLIMITED = -1

ByTable = dict[int, list[Any]]


class MicrosoftReader:
    """One read of the seven schemas. A json column is nvarchar(max) with an ISJSON check."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def read(self) -> Catalogue:
        return Catalogue(
            vendor="microsoft",
            encoding="UTF16",
            session_zone="UTC",
            schemas=frozenset(name for (name,) in self._rows(queries.SCHEMA_NAMES)),
            default_schema_is_empty=True,
            tables=tuple(self._tables()),
            programs=tuple(Program(*row) for row in self._ours(queries.PROGRAMS)),
            grants=frozenset(tuple(row) for row in self._ours(queries.GRANTS)),
        )

    def _rows(self, sql: str, values: tuple[str, ...] = ()) -> list[Any]:
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)
            return [tuple(row) for row in cursor.fetchall()]

    def _ours(self, sql: str) -> list[Any]:
        """Run a query whose ``{schemas}`` is the list of our schemas."""
        return self._rows(sql.format(schemas=", ".join(["%s"] * len(SCHEMAS))), SCHEMAS)

    def _by_table(self, sql: str) -> ByTable:
        found: ByTable = defaultdict(list)
        for table, *row in self._ours(sql):
            found[table].append(row)
        return found

    def _tables(self) -> Iterable[Table]:
        columns = self._by_table(queries.COLUMNS)
        checks = self._by_table(queries.CHECKS)
        keys = self._by_table(queries.KEY_COLUMNS)
        foreign = self._by_table(queries.FOREIGN_KEYS)
        triggers = self._by_table(queries.TRIGGERS)
        policies = self._by_table(queries.POLICIES)
        for table, schema, name, comment in self._ours(queries.TABLES):
            rules = tuple(CheckRule(*row) for row in checks[table])
            found = _indexes(keys[table])
            yield Table(
                schema=schema,
                name=name,
                comment=comment,
                is_partitioned=False,
                is_row_security_enabled=any(row[3] for row in policies[table]),
                is_row_security_forced=any(row[3] for row in policies[table]),  # the owner is bound as well
                columns=tuple(_column(row, rules) for row in columns[table]),
                primary_key=next((Key(n, tuple(i["columns"])) for n, i in found.items() if i["primary"]), None),
                unique_constraints=tuple(Key(n, tuple(i["columns"])) for n, i in found.items() if i["constraint"]),
                foreign_keys=tuple(_foreign_keys(foreign[table])),
                checks=tuple(rule for rule in rules if not _is_json_check(rule)),
                indexes=tuple(
                    Index(n, tuple(i["columns"]), i["unique"], i["condition"])
                    for n, i in found.items()
                    if not i["primary"]
                ),
                triggers=tuple(_triggers(triggers[table])),
                policies=tuple(Policy(row[0], row[1], ("PUBLIC",), row[2]) for row in policies[table]),
            )


def _is_json_check(rule: CheckRule) -> bool:
    return "isjson(" in rule.definition.lower()


def _column(row: Any, rules: tuple[CheckRule, ...]) -> Column:
    name, native, max_length, precision, scale, is_nullable, default, default_name, is_identity, comment = row
    kind = _KINDS.get(native, native)
    length = None
    if native == "nvarchar":
        length = None if max_length == _UNLIMITED else max_length // 2
        if length is None and any(_is_json_check(rule) and f"[{name}]" in rule.definition for rule in rules):
            kind = "json"
    if native == "datetime2" and scale != _MICROSECONDS:
        kind = native = f"{native}({scale})"
    is_decimal = kind == "decimal"
    return Column(
        name=name,
        kind=kind,
        native=native,
        length=length,
        precision=precision if is_decimal else None,
        scale=scale if is_decimal else None,
        is_nullable=bool(is_nullable),
        default=default,
        default_name=default_name,
        is_identity=bool(is_identity),
        comment=comment,
    )


def _indexes(rows: list[Any]) -> dict[str, dict[str, Any]]:
    """Gather one row per key column into indexes, in the order of their names."""
    found: dict[str, dict[str, Any]] = {}
    for name, column, is_unique, is_primary, is_constraint, condition in rows:
        index = found.setdefault(
            name,
            {
                "columns": [],
                "unique": bool(is_unique),
                "primary": bool(is_primary),
                "constraint": bool(is_constraint),
                "condition": condition,
            },
        )
        index["columns"].append(column)
    return found


def _foreign_keys(rows: list[Any]) -> Iterable[ForeignKeyRule]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    for name, parts in found.items():
        _, _, to_schema, to_table, _, on_update, on_delete = parts[0]
        yield ForeignKeyRule(
            name,
            tuple(part[1] for part in parts),
            to_schema,
            to_table,
            tuple(part[4] for part in parts),
            on_update.replace("_", " "),
            on_delete.replace("_", " "),
            is_deferrable=False,
        )


def _triggers(rows: list[Any]) -> Iterable[Trigger]:
    events: dict[tuple[str, bool, bool], set[str]] = {}
    for name, event, is_disabled, is_instead in rows:
        events.setdefault((name, bool(is_disabled), bool(is_instead)), set()).add(event)
    for (name, is_disabled, is_instead), found in events.items():
        yield Trigger(name, frozenset(found), is_enabled=not is_disabled, is_before=is_instead)
