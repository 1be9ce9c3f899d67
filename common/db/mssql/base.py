"""Connection wrapper: creates the schemas before anything else and wires the mapped parts together."""

from __future__ import annotations

from typing import Any

import mssql_python
from django.utils.functional import cached_property
from mssql import base

from common.db.mssql.creation import DatabaseCreation
from common.db.mssql.features import DatabaseFeatures
from common.db.mssql.introspection import DatabaseIntrospection
from common.db.mssql.operations import DatabaseOperations
from common.db.mssql.schema import DatabaseSchemaEditor
from common.db.mssql.session_context import SessionContextMixin
from common.db.schemas import SCHEMAS

OLDEST_SERVER = 2019  # database.md section 9


class DatabaseWrapper(SessionContextMixin, base.DatabaseWrapper):  # type: ignore[misc]
    """mssql-django with tables in schemas and the column types of database.md section 9."""

    Database = mssql_python
    SchemaEditorClass = DatabaseSchemaEditor
    creation_class = DatabaseCreation
    features_class = DatabaseFeatures
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    # The JSON check is a named column constraint of our schema editor (S28), not an anonymous one.
    data_type_check_constraints = {
        name: check for name, check in base.DatabaseWrapper.data_type_check_constraints.items() if name != "JSONField"
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # An own copy: the parent writes datetimeoffset into the dictionary of the class.
        self.data_types = dict(base.DatabaseWrapper.data_types)
        super().__init__(*args, **kwargs)
        self.data_types["DateTimeField"] = "datetime2(6)"
        self.data_types["UUIDField"] = "uniqueidentifier"

    @cached_property
    def is_babelfish(self) -> bool:
        """Whether Babelfish answers: PostgreSQL that speaks TDS and T-SQL, without some of SQL Server's features."""
        with self.temporary_connection() as cursor:
            # SQL Server answers NULL, as for every property it does not know.
            cursor.execute("SELECT CAST(SERVERPROPERTY(N'Babelfish') AS int)")
            return bool(cursor.fetchone()[0] == 1)

    def _fetch_server_properties(self) -> None:
        """Babelfish reports the version number of 2014 but knows what we use of 2019 (ISJSON, OPENJSON, THROW)."""
        if self.is_babelfish:
            self._known_versions[self.alias], self._known_azures[self.alias] = OLDEST_SERVER, False
        else:
            super()._fetch_server_properties()

    @staticmethod
    def _uses_mssql_python(conn_params: dict[str, Any]) -> bool:
        return True

    def prepare_database(self) -> None:
        """Create missing schemas; ``migrate`` calls this first, for test databases and their clones too."""
        super().prepare_database()
        with self.cursor() as cursor:
            for statement in schema_statements():
                cursor.execute(statement)


def schema_statements() -> list[str]:
    """Return one idempotent statement per schema; ``dbo`` exists in every database."""
    return [
        f"IF SCHEMA_ID(N'{schema}') IS NULL EXEC(N'CREATE SCHEMA [{schema}]')" for schema in SCHEMAS if schema != "dbo"
    ]
