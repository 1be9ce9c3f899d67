"""Throw-away models in our schemas, and a runner of migration operations for them."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

ALIAS = "scratch"
LABEL = "layer"


def key(table: str) -> tuple[str, models.Field[Any, Any]]:
    return "id", models.BigAutoField(primary_key=True, serialize=False, db_column=f"{table}ID")


def person(name: str = "Person", table: str = "dbo.Person", label: str = "Person") -> migrations.CreateModel:
    return migrations.CreateModel(
        name=name,
        fields=[
            key(label),
            ("email", models.CharField(max_length=255, db_column="Email", db_default="")),
            ("phone", models.CharField(max_length=20, null=True, db_column="Phone")),
            ("is_deleted", models.BooleanField(default=False, db_default=False, db_column="IsDeleted")),
        ],
        options={"db_table": table},
    )


def task(to: str = "layer.Person") -> migrations.CreateModel:
    return migrations.CreateModel(
        name="Task",
        fields=[
            key("Task"),
            ("title", models.CharField(max_length=100, db_column="Title")),
            (
                "person",
                models.ForeignKey(to, models.DO_NOTHING, db_column="PersonID", db_index=False, related_name="+"),
            ),
        ],
        options={"db_table": "log.Task"},
    )


class Bench:
    """Applies operations one by one and takes them back; ``model`` and ``constraints`` look at the result."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.state = ProjectState()
        self._done: list[tuple[Operation, ProjectState]] = []

    def apply(self, *operations: Operation) -> None:
        for operation in operations:
            before, after = self.state, self.state.clone()
            operation.state_forwards(LABEL, after)
            with self.connection.schema_editor() as editor:
                operation.database_forwards(LABEL, editor, before, after)
            self._done.append((operation, before))
            self.state = after

    def undo(self) -> None:
        operation, before = self._done.pop()
        with self.connection.schema_editor() as editor:
            operation.database_backwards(LABEL, editor, self.state, before)
        self.state = before

    def there_and_back(self, operation: Operation) -> None:
        """Forward, back and forward again (S39)."""
        self.apply(operation)
        self.undo()
        self.apply(operation)

    def model(self, name: str) -> Any:
        return self.state.apps.get_model(LABEL, name)

    def rows(self, name: str) -> Any:
        return self.model(name).objects.using(self.connection.alias)

    def constraints(self, table: str) -> dict[str, Any]:
        with self.connection.cursor() as cursor:
            return dict(self.connection.introspection.get_constraints(cursor, table))

    def columns(self, table: str) -> list[str]:
        with self.connection.cursor() as cursor:
            return [column.name for column in self.connection.introspection.get_table_description(cursor, table)]

    def tables(self) -> set[str]:
        return set(self.connection.introspection.table_names())
