"""Vendor-neutral picture of a live catalogue: tables with columns, keys, rules, indexes, triggers and policies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from common.db.schemas import BUSINESS_SCHEMAS
from common.standards.filters import Filter, parse_filter

# Logical types of the dictionary; a type outside them keeps its name in the database.
TEXT, INSTANT, BOOL, JSON = "text", "timestamp", "bool", "json"


class Named(Protocol):
    @property
    def name(self) -> str: ...


def names_of(*groups: Iterable[Named]) -> Iterator[str]:
    """Names of columns, keys, rules, indexes and the like."""
    return (item.name for group in groups for item in group)


@dataclass(frozen=True, slots=True)
class Column:
    """``kind`` is the logical type (text, int, bigint, bool, timestamp, date, decimal, json, uuid) or, for a type the
    dictionary does not know, the name in the database, which ``native`` always is. ``length`` None = unlimited.
    """

    name: str
    kind: str
    native: str
    length: int | None
    precision: int | None
    scale: int | None
    is_nullable: bool
    default: str | None
    default_name: str | None
    is_identity: bool
    comment: str | None

    @property
    def logical_type(self) -> str:
        """Type as the dictionary writes it: ``text(50)``, ``decimal(7,4)``, ``bigint``."""
        if self.kind == TEXT:
            return f"{TEXT}({self.length})" if self.length else TEXT
        if self.kind == "decimal":
            return f"decimal({self.precision},{self.scale})"
        return self.kind


@dataclass(frozen=True, slots=True)
class Key:
    """Primary key or unique constraint."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignKeyRule:
    name: str
    columns: tuple[str, ...]
    to_schema: str
    to_table: str
    to_columns: tuple[str, ...]
    on_update: str
    on_delete: str
    is_deferrable: bool


@dataclass(frozen=True, slots=True)
class CheckRule:
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index, those behind unique constraints included, those of primary keys not."""

    name: str
    columns: tuple[str, ...]
    is_unique: bool
    condition: str | None
    has_expression: bool = False

    @property
    def filter(self) -> Filter | None:
        """Terms of the condition; empty without one, None when the standard cannot express it."""
        return parse_filter(self.condition)


@dataclass(frozen=True, slots=True)
class Trigger:
    """``events`` are INSERT, UPDATE, DELETE, TRUNCATE."""

    name: str
    events: frozenset[str]
    is_enabled: bool
    is_before: bool


@dataclass(frozen=True, slots=True)
class Policy:
    name: str
    command: str
    roles: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Program:
    """A function, procedure or view; ``text`` is its source."""

    schema: str
    name: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    schema: str
    name: str
    comment: str | None
    is_partitioned: bool
    is_row_security_enabled: bool
    is_row_security_forced: bool
    columns: tuple[Column, ...]
    primary_key: Key | None
    unique_constraints: tuple[Key, ...]
    foreign_keys: tuple[ForeignKeyRule, ...]
    checks: tuple[CheckRule, ...]
    indexes: tuple[Index, ...]
    triggers: tuple[Trigger, ...]
    policies: tuple[Policy, ...]

    @property
    def label(self) -> str:
        return f"{self.schema}.{self.name}"

    @property
    def is_framework(self) -> bool:
        return self.schema not in BUSINESS_SCHEMAS

    @property
    def stem(self) -> str:
        """``<Table>`` of constraint names (S24): the primary key column without ID."""
        if self.primary_key and self.primary_key.columns[0] == f"Audit{self.name}ID":
            return f"Audit{self.name}"
        return self.name

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    def has(self, name: str) -> bool:
        return self.column(name) is not None


@dataclass(frozen=True, eq=False)
class Catalogue:
    """``grants`` are (role, schema, table, verb, column)."""

    vendor: str
    encoding: str
    session_zone: str
    schemas: frozenset[str]
    default_schema_is_empty: bool
    tables: tuple[Table, ...]
    programs: tuple[Program, ...] = ()
    grants: frozenset[tuple[str, str, str, str, str]] = field(default_factory=frozenset)

    @cached_property
    def by_place(self) -> dict[tuple[str, str], Table]:
        return {(table.schema, table.name): table for table in self.tables}

    def business_tables(self, *schemas: str) -> Iterator[Table]:
        """Tables of the six schemas, or of those named."""
        return (table for table in self.tables if table.schema in (schemas or BUSINESS_SCHEMAS))
