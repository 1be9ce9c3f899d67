"""Live catalogue against the models: S4, S37, S41."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from common.db.schemas import APP_SCHEMAS, FRAMEWORK_SCHEMA, SCHEMAS, locate, split
from common.standards.catalogue import Index, Table
from common.standards.catalogue.shapes import names_of
from common.standards.context import Context, Model
from common.standards.declared import DeclaredTable, declared_table
from common.standards.findings import Finding, rule

_MIGRATE = "run manage.py migrate, or declare it in the model"
_DROP = "drop it, or declare it in the model and make a migration"
_DEFAULT_SCHEMA = {"postgresql": "public", "microsoft": "dbo"}


@rule("S4")
def exactly_our_schemas(context: Context) -> Iterator[Finding]:
    catalogue = context.catalogue
    # PostgreSQL makes every database with `public`; it may stay as long as it is empty.
    allowed = {*SCHEMAS, *({_DEFAULT_SCHEMA[catalogue.vendor]} if catalogue.default_schema_is_empty else ())}
    for name in sorted(catalogue.schemas - allowed):
        yield Finding(f"schema {name}", "is none of the seven schemas", "move its objects and drop it")
    for name in sorted(set(SCHEMAS) - catalogue.schemas):
        yield Finding(f"schema {name}", "does not exist", "run manage.py migrate as the owner")
    for table in catalogue.business_tables():
        if (table.schema, table.name) not in context.by_table:
            yield Finding(table.label, "is a table outside the dictionary", _DROP)
    for model in context.models:
        if split(model._meta.db_table)[0] != APP_SCHEMAS.get(model._meta.app_label):
            yield Finding(
                model._meta.label,
                f"names the table {model._meta.db_table} outside the schema of its app",
                "let the base class name the table",
            )


@rule("S37")
def no_drift(context: Context) -> Iterator[Finding]:
    live = context.catalogue.by_place
    for place, model in context.by_table.items():
        if place not in live:
            yield Finding(model._meta.db_table, "does not exist in the database", "run manage.py migrate")
            continue
        added = context.foreign_keys_of_migrations.get(model._meta.db_table, {})
        yield from _differences(live[place], declared_table(model, context.connection, added))
    for place, table in live.items():
        if not table.is_framework and place not in context.by_table:
            yield Finding(table.label, "is not declared", _DROP)
        yield from _leading_parts(table)
    yield from _framework_tables(context)


def _differences(table: Table, declared: DeclaredTable) -> Iterator[Finding]:
    yield from _column_differences(table, declared)
    constraints = set(names_of(table.foreign_keys, table.checks))
    constraints |= {table.primary_key.name} if table.primary_key else set()
    yield from _sets(table, "constraint", constraints, declared.constraints)
    live_indexes = {_shape(index) for index in table.indexes}
    yield from _sets(table, "index", live_indexes, declared.indexes)
    yield from _sets(table, "trigger", {trigger.name for trigger in table.triggers}, declared.triggers)


def _shape(index: Index) -> str:
    """Text of an index that its declaration renders alike."""
    terms = " AND ".join(sorted(f"{column} {rest}" for column, rest in index.filter or ()))
    condition = (terms if index.filter is not None else str(index.condition)) if index.condition else ""
    unique = "unique " if index.is_unique else ""
    return f"{unique}{index.name} ({', '.join(index.columns)})" + (f" where {condition}" if condition else "")


def _sets(table: Table, what: str, live: set[str], declared: set[str]) -> Iterator[Finding]:
    for name in declared - live:
        yield Finding(f"{table.label} {name}", f"{what} is missing in the database", _MIGRATE)
    for name in live - declared:
        yield Finding(f"{table.label} {name}", f"{what} is not declared", _DROP)


def _column_differences(table: Table, declared: DeclaredTable) -> Iterator[Finding]:
    live = {column.name: column for column in table.columns}
    yield from _sets(table, "column", set(live), set(declared.columns))
    for name, (type_, is_nullable) in declared.columns.items():
        if name in live:
            found = (live[name].logical_type, live[name].is_nullable)
            if found != (type_, is_nullable):
                yield Finding(
                    f"{table.label}.{name}",
                    f"is {found[0]}{' null' if found[1] else ''}, declared {type_}{' null' if is_nullable else ''}",
                    _MIGRATE,
                )


def _leading_parts(table: Table) -> Iterator[Finding]:
    if table.is_framework:
        return
    for short in table.indexes:
        for long in table.indexes:
            is_part = len(short.columns) < len(long.columns) and long.columns[: len(short.columns)] == short.columns
            if is_part and not short.is_unique and short.filter == long.filter:
                yield Finding(
                    f"{table.label} {short.name}", f"is a leading part of {long.name}", "drop the shorter one"
                )


def _framework_tables(context: Context) -> Iterator[Finding]:
    """Framework tables are compared by name: their columns are the frameworks' business."""
    declared = {
        locate(model._meta.db_table)[1]
        for model in apps.get_models(include_auto_created=True)
        if locate(model._meta.db_table)[0] == FRAMEWORK_SCHEMA
    } | {"django_migrations"}
    live = {table.name for table in context.catalogue.tables if table.is_framework}
    for name in declared - live:
        yield Finding(f"{FRAMEWORK_SCHEMA}.{name}", "does not exist in the database", "run manage.py migrate")
    for name in live - declared:
        yield Finding(f"{FRAMEWORK_SCHEMA}.{name}", "belongs to no installed application", "drop it")


@rule("S41")
def described(context: Context) -> Iterator[Finding]:
    for place, model in context.by_table.items():
        yield from _undescribed(model)
        table = context.catalogue.by_place.get(place)
        if table is None:
            continue
        if (table.comment or "") != (model._meta.db_table_comment or ""):
            yield Finding(table.label, "has another comment than its model", "make a migration")
        for field in model._meta.local_concrete_fields:
            column = table.column(str(field.column))
            if column is not None and (column.comment or "") != _comment(field):
                yield Finding(f"{table.label}.{column.name}", "has another comment than its model", "make a migration")
    for table in context.catalogue.business_tables():
        if table.comment is None and (table.schema, table.name) not in context.by_table:
            yield Finding(table.label, "has no comment", "COMMENT ON TABLE")


def _undescribed(model: Model) -> Iterator[Finding]:
    if not model._meta.db_table_comment:
        yield Finding(model._meta.db_table, "has no description", "begin the class docstring with its purpose")
    for field in model._meta.local_concrete_fields:
        if not _comment(field):
            yield Finding(f"{model._meta.db_table}.{field.column}", "has no description", "give the field a help_text")


def _comment(field: models.Field[Any, Any]) -> str:
    return str(field.db_comment or "")
