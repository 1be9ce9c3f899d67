"""What the checker needs to know of a live database; one reader per vendor fills it."""

from __future__ import annotations

from typing import Any

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

__all__ = [
    "Catalogue",
    "CheckRule",
    "Column",
    "ForeignKeyRule",
    "Index",
    "Key",
    "Policy",
    "Program",
    "Table",
    "Trigger",
    "read_catalogue",
]


def read_catalogue(connection: Any) -> Catalogue:
    """Read the catalogue of the connected database.

    Raises:
        ValueError: there is no reader for the vendor.
    """
    if connection.vendor == "postgresql":
        from common.standards.catalogue.postgresql import PostgresReader

        return PostgresReader(connection).read()
    if connection.vendor == "microsoft":
        from common.standards.catalogue.mssql import MicrosoftReader

        return MicrosoftReader(connection).read()
    raise ValueError(f"no catalogue reader for {connection.vendor}")
