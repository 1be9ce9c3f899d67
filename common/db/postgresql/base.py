"""Connection wrapper: creates the schemas before anything else and wires the mapped parts together."""

from __future__ import annotations

from django.db.backends.postgresql import features

from common.db.postgresql.introspection import DatabaseIntrospection
from common.db.postgresql.operations import DatabaseOperations
from common.db.postgresql.schema import DatabaseSchemaEditor
from common.db.postgresql.session_context import SessionContextMixin
from common.db.schemas import SCHEMAS


class DatabaseFeatures(features.DatabaseFeatures):
    # Foreign keys are checked at once (S43), so deletion and fixtures must order their statements.
    can_defer_constraint_checks = False


class DatabaseWrapper(SessionContextMixin):
    """Django's PostgreSQL backend with tables in schemas and statements in the context of their scope."""

    SchemaEditorClass = DatabaseSchemaEditor
    features_class = DatabaseFeatures
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    def prepare_database(self) -> None:
        """Create missing schemas; ``migrate`` calls this first, for test databases and their clones too."""
        super().prepare_database()
        with self.cursor() as cursor:
            cursor.execute("SELECT nspname FROM pg_namespace")
            present = {row[0] for row in cursor.fetchall()}
            for schema in SCHEMAS:
                if schema not in present:
                    cursor.execute(f'CREATE SCHEMA "{schema}"')
