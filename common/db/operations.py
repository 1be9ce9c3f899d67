"""Migration operations for what the ORM cannot declare, with one rendering per vendor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import router
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from common.db.quoting import label_of
from common.naming import cut_identifier

SqlText = str | Sequence[str]


class VendorOperation(Operation):
    """An operation that runs SQL and changes no model; ``manage.py ddl`` includes it."""

    reduces_to_sql = True
    elidable = False

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change nothing: no model is touched."""


class RunSQLPerVendor(VendorOperation):
    """Run SQL of the vendor at hand; a vendor without SQL does nothing.

    Each argument is one statement or a list of statements; none of them takes parameters. The operation is reversible
    when at least one reverse is given, and ``reverse=""`` says that there is nothing to undo.
    """

    def __init__(
        self,
        *,
        postgresql: SqlText = "",
        microsoft: SqlText = "",
        reverse_postgresql: SqlText | None = None,
        reverse_microsoft: SqlText | None = None,
        reverse: SqlText | None = None,
    ) -> None:
        self.forwards = {"postgresql": postgresql, "microsoft": microsoft}
        self.backwards = {
            "postgresql": reverse if reverse_postgresql is None else reverse_postgresql,
            "microsoft": reverse if reverse_microsoft is None else reverse_microsoft,
        }

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        return any(text is not None for text in self.backwards.values())

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        names = {
            "postgresql": self.forwards["postgresql"],
            "microsoft": self.forwards["microsoft"],
            "reverse_postgresql": self.backwards["postgresql"],
            "reverse_microsoft": self.backwards["microsoft"],
        }
        return type(self).__name__, [], {name: text for name, text in names.items() if text not in ("", None)}

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._run(app_label, schema_editor, self.forwards)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._run(app_label, schema_editor, self.backwards)

    def _run(self, app_label: str, editor: BaseDatabaseSchemaEditor, texts: Mapping[str, SqlText | None]) -> None:
        if not router.allow_migrate(editor.connection.alias, app_label):
            return
        text = texts[editor.connection.vendor] or ()
        for statement in (text,) if isinstance(text, str) else text:
            editor.execute(statement, params=None)

    def describe(self) -> str:
        return "SQL per vendor"


class AddForeignKeyConstraint(VendorOperation):
    """``FK_<Table>_<To>_<Column>`` on an integer column that is no foreign key for the ORM (ChangedByUserID).

    The constraint is NO ACTION and checked at once (S43).
    """

    reversible = True

    def __init__(self, model_name: str, field_name: str, to: str) -> None:
        self.model_name, self.field_name, self.to = model_name, field_name, to

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"model_name": self.model_name, "field_name": self.field_name, "to": self.to}

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table, name, column, target = self._parts(app_label, schema_editor, to_state)
        if not router.allow_migrate(schema_editor.connection.alias, app_label):
            return
        quote = schema_editor.connection.ops.quote_name
        schema_editor.execute(
            f"ALTER TABLE {quote(table)} ADD CONSTRAINT {quote(name)} FOREIGN KEY ({quote(column)}) "
            f"REFERENCES {quote(target._meta.db_table)} ({quote(target._meta.pk.column)})",
            params=None,
        )

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        table, name, _, _ = self._parts(app_label, schema_editor, from_state)
        if not router.allow_migrate(schema_editor.connection.alias, app_label):
            return
        quote = schema_editor.connection.ops.quote_name
        schema_editor.execute(f"ALTER TABLE {quote(table)} DROP CONSTRAINT {quote(name)}", params=None)

    def _parts(self, app_label: str, editor: Any, state: ProjectState) -> tuple[str, str, str, Any]:
        model, target = state.apps.get_model(app_label, self.model_name), state.apps.get_model(self.to)
        column = model._meta.get_field(self.field_name).column
        table = model._meta.db_table
        name = cut_identifier(f"FK_{label_of(table)}_{label_of(target._meta.db_table)}_{column}")
        return table, name, column, target

    def describe(self) -> str:
        return f"Add foreign key {self.model_name}.{self.field_name} to {self.to}"
