"""Everything a rule may look at: the live catalogue, the models, the migrations and the seed files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models
from django.db.migrations.loader import MigrationLoader

from common.db.operations import AddForeignKeyConstraint
from common.db.quoting import label_of
from common.db.schemas import APP_SCHEMAS, locate
from common.history import SnapshotTable
from common.naming import cut_identifier, split_words
from common.seeding import SeedSet, seed_sets
from common.standards.catalogue import Catalogue, Table, read_catalogue

Model = type[models.Model]

# Live rows are sampled from the newest end, so that a check stays fast on tables of millions.
SAMPLE_ROWS = 10_000


def declared_models() -> tuple[Model, ...]:
    """Return the models of the six schemas, in the order of their tables."""
    found = [model for model in apps.get_models() if hasattr(model, "access")]
    return tuple(sorted(found, key=lambda model: model._meta.db_table))


def migration_files() -> tuple[Path, ...]:
    """Return the migration files of our apps."""
    folders = [Path(apps.get_app_config(label).path) / "migrations" for label in APP_SCHEMAS]
    return tuple(sorted(path for folder in folders for path in folder.glob("[0-9]*.py")))


@dataclass(frozen=True)
class Context:
    """Source of a run. ``models`` are those of the six schemas, ``migrations`` the files of our apps."""

    connection: Any
    catalogue: Catalogue
    models: Sequence[Model] = field(default_factory=declared_models)
    migrations: Sequence[Path] = field(default_factory=migration_files)
    seeds: Sequence[SeedSet] = field(default_factory=seed_sets)

    @classmethod
    def of(cls, connection: Any) -> Context:
        """Look at a connected database and at the code of this process."""
        return cls(connection, read_catalogue(connection))

    def with_(self, **changes: Any) -> Context:
        return replace(self, **changes)

    @cached_property
    def by_table(self) -> dict[tuple[str, str], Model]:
        return {locate(model._meta.db_table): model for model in self.models}

    def model_of(self, table: Table) -> Model | None:
        return self.by_table.get((table.schema, table.name))

    def is_history(self, table: Table) -> bool:
        model = self.model_of(table)
        return model is not None and issubclass(model, SnapshotTable)

    @cached_property
    def foreign_keys_of_migrations(self) -> dict[str, dict[str, str]]:
        """Table -> column -> constraint name of foreign keys that migrations add beside the ORM."""
        found: dict[str, dict[str, str]] = {}
        for migration in MigrationLoader(None).disk_migrations.values():
            for operation in migration.operations:
                if isinstance(operation, AddForeignKeyConstraint):
                    model = apps.get_model(migration.app_label, operation.model_name)
                    column = str(model._meta.get_field(operation.field_name).column)
                    target = apps.get_model(operation.to)
                    name = f"FK_{label_of(model._meta.db_table)}_{label_of(target._meta.db_table)}_{column}"
                    found.setdefault(model._meta.db_table, {})[column] = cut_identifier(name)
        return found

    def sample(self, table: Table, column: str) -> Iterator[Any]:
        """Distinct values of a column among the newest rows."""
        if table.primary_key is None:
            return
        quote = self.connection.ops.quote_name
        name = f"{quote(table.schema)}.{quote(table.name)}"
        key = quote(table.primary_key.columns[0])
        top = f"SELECT TOP {SAMPLE_ROWS}" if self.catalogue.vendor == "microsoft" else "SELECT"
        limit = "" if self.catalogue.vendor == "microsoft" else f" LIMIT {SAMPLE_ROWS}"
        newest = f"{top} {quote(column)} FROM {name} ORDER BY {key} DESC{limit}"
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"SELECT DISTINCT {quote(column)} FROM ({newest}) newest WHERE {quote(column)} IS NOT NULL"  # noqa: S608
            )
            yield from sorted(row[0] for row in cursor.fetchall())


def words_of(name: str) -> list[str]:
    """Split a PascalCase name into words; a name that is none stays one word."""
    try:
        return split_words(name)
    except ValueError:
        return re.split(r"_", name)
