"""Reads the catalogue of all schemas: dotted names for the six, bare names for framework tables."""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError
from django.db.models.indexes import Index
from mssql import introspection
from mssql.introspection import FieldInfo, TableInfo

from common.db.mssql import catalogue
from common.db.schemas import FRAMEWORK_SCHEMA, SCHEMAS, locate

_TEXT_TYPES = {"char", "nchar", "varchar", "nvarchar"}
_WIDE_TYPES = {"nchar", "nvarchar"}  # sys.columns counts bytes


class DatabaseIntrospection(introspection.DatabaseIntrospection):  # type: ignore[misc]
    """The parent looks up bare names in one schema and would mix namesakes of two schemas."""

    # Keyed on type names of the catalogue instead of type codes of a driver.
    data_types_reverse = {
        "bigint": "BigIntegerField",
        "bit": "BooleanField",
        "char": "CharField",
        "date": "DateField",
        "datetime": "DateTimeField",
        "datetime2": "DateTimeField",
        "datetimeoffset": "DateTimeField",
        "decimal": "DecimalField",
        "float": "FloatField",
        "int": "IntegerField",
        "nchar": "CharField",
        "numeric": "DecimalField",
        "nvarchar": "CharField",
        "real": "FloatField",
        "smallint": "SmallIntegerField",
        "time": "TimeField",
        "tinyint": "SmallIntegerField",
        "uniqueidentifier": "UUIDField",
        "varbinary": "BinaryField",
        "varchar": "CharField",
        "bigint identity": "BigAutoField",
        "int identity": "AutoField",
        "smallint identity": "SmallAutoField",
    }

    def get_field_type(self, data_type: str, description: Any) -> str:
        if data_type in _TEXT_TYPES and description.internal_size is None:
            return "TextField"
        return self.data_types_reverse[data_type]

    def get_table_list(self, cursor: Any) -> list[Any]:
        cursor.execute(catalogue.TABLES)
        return [
            TableInfo(_model_name(schema, bare), "v" if kind.strip() == "V" else "t", comment)
            for schema, bare, kind, comment in cursor.fetchall()
            if schema in SCHEMAS
        ]

    def get_table_description(self, cursor: Any, table_name: str, identity_check: bool = True) -> list[Any]:
        rows = self._query(cursor, catalogue.COLUMNS, table_name)
        if not rows:
            raise DatabaseError(f"Table {table_name} does not exist.")
        return [_field_info(row, identity_check) for row in rows]

    def get_sequences(self, cursor: Any, table_name: str, table_fields: Any = ()) -> list[dict[str, Any]]:
        rows = self._query(cursor, catalogue.IDENTITY, table_name)
        return [{"table": table_name, "column": row[0]} for row in rows]

    def get_relations(self, cursor: Any, table_name: str) -> dict[str, tuple[str, str]]:
        return {
            column: (other_column, _model_name(schema, bare))
            for _, column, schema, bare, other_column in self._query(cursor, catalogue.RELATIONS, table_name)
        }

    def get_key_columns(self, cursor: Any, table_name: str) -> list[tuple[str, str, str]]:
        return [
            (column, _model_name(schema, bare), other_column)
            for _, column, schema, bare, other_column in self._query(cursor, catalogue.RELATIONS, table_name)
        ]

    def get_constraints(self, cursor: Any, table_name: str) -> dict[str, Any]:
        constraints: dict[str, Any] = {}
        for name, column, descending, unique, primary, is_constraint, kind in self._query(
            cursor, catalogue.INDEXES, table_name
        ):
            # Keys and unique constraints count as constraints, although an index stands behind each.
            is_index = not (primary or is_constraint)
            entry = constraints.setdefault(
                name,
                _entry(
                    unique=bool(unique),
                    primary_key=bool(primary),
                    unique_constraint=bool(is_constraint),
                    index=is_index,
                    type=Index.suffix if kind in {"CLUSTERED", "NONCLUSTERED"} else kind.lower(),
                    orders=[],
                ),
            )
            entry["columns"].append(column)
            entry["orders"].append("DESC" if descending else "ASC")
        for name, column, schema, bare, other_column in self._query(cursor, catalogue.RELATIONS, table_name):
            target = (_model_name(schema, bare), other_column)
            constraints.setdefault(name, _entry(foreign_key=target))["columns"].append(column)
        # The defaults of Babelfish carry names that its catalogue makes up.
        named = () if self.connection.is_babelfish else ((catalogue.DEFAULTS, "default"),)
        for query, kind in ((catalogue.CHECKS, "check"), *named):
            for name, column in self._query(cursor, query, table_name):
                columns = constraints.setdefault(name, _entry(**{kind: True}))["columns"]
                columns.extend([column] if column else [])
        return constraints

    def get_primary_key_column(self, cursor: Any, table_name: str) -> str | None:
        columns = self.get_primary_key_columns(cursor, table_name)
        return str(columns[0]) if columns else None

    def _query(self, cursor: Any, sql: str, table_name: str) -> list[Any]:
        schema, bare = locate(table_name)
        cursor.execute(sql, [f"[{schema}].[{bare}]"])
        return list(cursor.fetchall())


def _model_name(schema: str, bare: str) -> str:
    return bare if schema == FRAMEWORK_SCHEMA else f"{schema}.{bare}"


def _entry(**values: Any) -> dict[str, Any]:
    return {
        "columns": [],
        "primary_key": False,
        "unique": False,
        "unique_constraint": False,
        "foreign_key": None,
        "check": False,
        "index": False,
        "default": False,
        **values,
    }


def _field_info(row: Any, identity_check: bool) -> Any:
    name, kind, length, precision, scale, nullable, default, collation, is_identity, comment = row
    size = None
    if kind in _TEXT_TYPES and length > 0:
        size = length // 2 if kind in _WIDE_TYPES else length
    code = f"{kind} identity" if identity_check and is_identity else kind
    return FieldInfo(
        name, code, size, size, precision, scale, bool(nullable), _bare_default(default), collation, comment
    )


def _bare_default(definition: str | None) -> str | None:
    """``((1))`` -> ``1``."""
    while definition and definition.startswith("(") and definition.endswith(")"):
        definition = definition[1:-1]
    return definition
