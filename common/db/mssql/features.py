"""What SQL Server can do, as far as the product sees it otherwise than mssql-django."""

from __future__ import annotations

from mssql import features


class DatabaseFeatures(features.DatabaseFeatures):  # type: ignore[misc]
    has_native_uuid_field = True
    has_select_for_update_of = True  # of the query's own table, see the compiler
