"""The database layer: tables in schemas, on PostgreSQL and on SQL Server."""
