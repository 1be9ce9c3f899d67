"""Test databases."""

from __future__ import annotations

from mssql import creation

_COLLATION = "Latin1_General_100_CS_AS_SC"


class DatabaseCreation(creation.DatabaseCreation):  # type: ignore[misc]
    """Creates test databases with the product's collation and without the parent's two stray schemas."""

    def _create_test_schemas(self, test_database_name: str, verbosity: int) -> None:
        """Create nothing here: ``prepare_database`` creates our schemas (S4)."""

    def sql_table_creation_suffix(self) -> str:
        if self.connection.is_babelfish:
            return ""  # takes no other collation than the one it was set up with
        collation = self.connection.settings_dict["TEST"].get("COLLATION") or _COLLATION
        return f"COLLATE {collation}"
