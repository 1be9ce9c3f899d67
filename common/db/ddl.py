"""Writes the whole schema as SQL text without a server: ``manage.py ddl`` (database.md section 9, point 19).

Tables come from the last state of all migrations (or from the models of an app that has none yet), everything else
from the operations of the migrations that declare SQL per vendor. Data migrations are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import CreateModel, Migration, SeparateDatabaseAndState
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Model

from common.db.grants import grant_statements
from common.db.month_tables import grant_text
from common.db.operations import VendorOperation
from common.db.schemas import SCHEMAS

VENDORS = ("postgresql", "mssql")


_SETTINGS: dict[str, Any] = {
    "NAME": "eventlead",
    "HOST": "",
    "PORT": "",
    "USER": "",
    "PASSWORD": "",
    "TIME_ZONE": None,
    "AUTOCOMMIT": True,
    "ATOMIC_REQUESTS": False,
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "OPTIONS": {},
    "TEST": {},
}


def offline_connection(vendor: str) -> BaseDatabaseWrapper:
    """Return a connection of the vendor (of ``VENDORS``) that is never opened."""
    backend = import_module(f"common.db.{vendor}.offline")
    connection: BaseDatabaseWrapper = backend.OfflineConnection({**_SETTINGS, "ENGINE": f"common.db.{vendor}"})
    return connection


def ddl_statements(vendor: str) -> list[str]:
    """Return the statements that make an empty database ours: schemas, tables, keys, indexes, own SQL, grants."""
    connection = offline_connection(vendor)
    statements = _schema_statements(vendor)
    loader = MigrationLoader(None, ignore_no_migrations=True)
    operations = [(migration, operation) for migration in _ordered(loader) for operation in _flat(migration.operations)]
    apart = {
        (migration.app_label, name)
        for migration in _ordered(loader)
        for name in _tables_made_apart(migration.operations)
    }
    state = _final_state(loader)
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        for model in _models(state, connection):
            if (model._meta.app_label, model._meta.model_name) not in apart:
                editor.create_model(model)
    statements += editor.collected_sql
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        for migration, operation in operations:
            if isinstance(operation, VendorOperation):
                operation.database_forwards(migration.app_label, editor, state, state)
    statements += editor.collected_sql
    statements += grant_statements(vendor)
    if vendor == "postgresql":
        statements.append(grant_text())  # once more: the roles did not exist when the functions were made
    return [_tidy(statement) for statement in statements if not _is_comment(statement)]


def script(vendor: str) -> str:
    """Return the statements as a file for psql or sqlcmd."""
    if vendor == "mssql":
        # Filtered indexes need these options, and sqlcmd switches the second one off by default.
        start = "SET ANSI_NULLS ON;\nGO\nSET QUOTED_IDENTIFIER ON;\nGO\n"
        return start + "".join(f"{statement}\nGO\n" for statement in ddl_statements(vendor))
    return "".join(f"{statement}\n" for statement in ddl_statements(vendor))


def _schema_statements(vendor: str) -> list[str]:
    if vendor == "mssql":
        from common.db.mssql.base import schema_statements

        return schema_statements()
    return [f'CREATE SCHEMA IF NOT EXISTS "{schema}"' for schema in SCHEMAS]


def _ordered(loader: MigrationLoader) -> list[Migration]:
    names: dict[tuple[str, str], None] = {}
    for leaf in sorted(loader.graph.leaf_nodes()):
        names.update(dict.fromkeys(loader.graph.forwards_plan(leaf)))
    return [loader.graph.nodes[name] for name in names]


def _flat(operations: Sequence[Operation]) -> Iterator[Operation]:
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            yield from _flat(operation.database_operations)
        else:
            yield operation


def _tables_made_apart(operations: Sequence[Operation]) -> Iterator[str]:
    """Models whose table is created by SQL of its own (partitioned tables)."""
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            for inner in operation.state_operations:
                if isinstance(inner, CreateModel):
                    yield inner.name_lower


def _final_state(loader: MigrationLoader) -> ProjectState:
    state: ProjectState = loader.project_state()
    for model in apps.get_models():
        if (model._meta.app_label, model._meta.model_name) not in state.models:
            state.add_model(ModelState.from_model(model))
    return state


def _models(state: ProjectState, connection: BaseDatabaseWrapper) -> Iterator[type[Model]]:
    recorder = MigrationRecorder(connection)
    yield recorder.Migration
    models = state.apps.get_models()
    yield from sorted(models, key=lambda model: (model._meta.app_label, model._meta.db_table))


def _is_comment(statement: str) -> bool:
    return statement.lstrip().startswith("--")


def _tidy(statement: str) -> str:
    stripped = statement.strip()
    return stripped if stripped.endswith(";") else f"{stripped};"
