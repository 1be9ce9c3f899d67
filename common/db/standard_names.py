"""Constraint and index names by the standard (S24 to S29), for the schema editors of both vendors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Field, Model

from common.db.quoting import label_of
from common.db.schemas import split
from common.naming import cut_identifier

_PREFIXES = {"_uniq": "UQ", "_check": "CK"}


def is_ours(model: type[Model]) -> bool:
    """Whether the model's table lies in one of our schemas; framework tables keep Django's names."""
    return split(model._meta.db_table)[0] is not None


def label(model: type[Model]) -> str:
    """``<Table>`` of constraint names: the primary key column without ID (AuditUser for audit.User)."""
    column = str(model._meta.pk.column)
    return column.removesuffix("ID")


class StandardNamesMixin:
    """Mixed into a schema editor before Django's class."""

    def _create_index_name(self: Any, table_name: str, column_names: list[str], suffix: str = "") -> str:
        if split(table_name)[0] is None:
            return str(super()._create_index_name(table_name, column_names, suffix))  # type: ignore[misc]
        if suffix == "_pk":
            return cut_identifier(f"PK_{label_of(table_name)}")  # S24: without columns
        ending = "_Like" if suffix == "_like" else ""
        prefix = _PREFIXES.get(suffix, "IX")
        return cut_identifier("_".join([prefix, label_of(table_name), *column_names]) + ending)

    def _fk_constraint_name(self: Any, model: type[Model], field: Any, suffix: str) -> Any:
        if not is_ours(model):
            return super()._fk_constraint_name(model, field, suffix)  # type: ignore[misc]
        target = field.target_field.model
        return self.quote_name(cut_identifier(f"FK_{label(model)}_{label(target)}_{field.column}"))

    def _iter_column_sql(
        self: Any,
        column_db_type: str,
        params: list[Any],
        model: type[Model],
        field: Field[Any, Any],
        field_db_params: Any,
        include_default: bool,
    ) -> Iterator[str]:
        parts = super()._iter_column_sql(  # type: ignore[misc]
            column_db_type, params, model, field, field_db_params, include_default
        )
        for part in parts:
            yield self._name_inline(part, model, field) if is_ours(model) else part

    def _name_inline(self: Any, part: str, model: type[Model], field: Field[Any, Any]) -> str:
        if part == "PRIMARY KEY":
            return f"CONSTRAINT {self.quote_name(f'PK_{label(model)}')} PRIMARY KEY"
        if part == "UNIQUE":
            return f"CONSTRAINT {self.quote_name(cut_identifier(f'UQ_{label(model)}_{field.column}'))} UNIQUE"
        return part
