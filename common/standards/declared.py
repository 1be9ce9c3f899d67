"""What a model says its table looks like, in the words of the live catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from common.db.schemas import locate
from common.naming import cut_identifier
from common.standards.filters import declared_filter

_KINDS = {
    "BigAutoField": "bigint",
    "BigIntegerField": "bigint",
    "IntegerField": "int",
    "BooleanField": "bool",
    "DateTimeField": "timestamp",
    "DateField": "date",
    "JSONField": "json",
    "UUIDField": "uuid",
    "TextField": "text",
}


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """``columns``: name -> logical type and whether it may be null; the rest are names or texts of shapes."""

    columns: dict[str, tuple[str, bool]]
    constraints: set[str]
    indexes: set[str]
    triggers: set[str]


def declared_table(model: type[models.Model], connection: Any, added_keys: dict[str, str]) -> DeclaredTable:
    """Describe the table of a model; ``added_keys`` are foreign keys that migrations add (column -> name)."""
    return DeclaredTable(
        columns={str(field.column): (_type(field), field.null) for field in model._meta.local_concrete_fields},
        constraints=_constraints(model) | set(added_keys.values()),
        indexes=_indexes(model),
        triggers=_triggers(model, connection.vendor),
    )


def stem_of(model: type[models.Model]) -> str:
    """``<Table>`` of names: the primary key column without ID."""
    pk: Any = model._meta.pk
    return str(pk.column).removesuffix("ID")


def _type(field: Any) -> str:
    """Logical type of the dictionary."""
    if isinstance(field, models.ForeignKey):
        return _type(field.target_field)
    kind = field.get_internal_type()
    if kind == "DecimalField":
        return f"decimal({field.max_digits},{field.decimal_places})"
    if kind in _KINDS:
        return _KINDS[kind]
    return f"text({field.max_length})" if field.max_length else str(kind)


def _constraints(model: type[models.Model]) -> set[str]:
    stem = stem_of(model)
    names = {cut_identifier(f"PK_{stem}")}
    fields: list[Any] = list(model._meta.local_concrete_fields)
    for field in fields:
        if isinstance(field, models.ForeignKey) and field.db_constraint:  # type: ignore[attr-defined]
            names.add(cut_identifier(f"FK_{stem}_{stem_of(field.related_model)}_{field.column}"))
    return names | {item.name for item in model._meta.constraints if isinstance(item, models.CheckConstraint)}


def _indexes(model: type[models.Model]) -> set[str]:
    stem = stem_of(model)
    shapes = set()
    for index in model._meta.indexes:
        shapes.add(_shape(model, index.name, [name for name, _ in index.fields_orders], index.condition))
    for item in model._meta.constraints:
        if isinstance(item, models.UniqueConstraint):
            shapes.add("unique " + _shape(model, item.name, item.fields, item.condition))
    for field in model._meta.local_concrete_fields:
        column = str(field.column)
        if field.unique and not field.primary_key:
            shapes.add(f"unique {cut_identifier(f'UQ_{stem}_{column}')} ({column})")
        elif getattr(field, "db_index", False):
            shapes.add(f"{cut_identifier(f'IX_{stem}_{column}')} ({column})")
    return shapes


def _shape(model: type[models.Model], name: str, fields: Any, condition: Any) -> str:
    options: Any = model._meta
    columns = [str(options.get_field(field).column) for field in fields]
    try:
        terms = " AND ".join(sorted(f"{column} {rest}" for column, rest in declared_filter(model, condition)))
    except ValueError:
        terms = str(condition)  # S45 says what is wrong with it
    return f"{name} ({', '.join(columns)})" + (f" where {terms}" if terms else "")


def _triggers(model: type[models.Model], vendor: str) -> set[str]:
    """Audit tables have the append-only triggers, no other table has any."""
    if locate(model._meta.db_table)[0] != "audit":
        return set()
    names = {f"TR_{stem_of(model)}_AppendOnly"}
    return names | {f"TR_{stem_of(model)}_NoTruncate"} if vendor == "postgresql" else names
