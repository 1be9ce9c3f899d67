"""A connection that writes PostgreSQL DDL without a server (``manage.py ddl --vendor postgresql``)."""

from __future__ import annotations

from typing import Any, NoReturn

from psycopg import sql as psycopg_sql

from common.db.postgresql.base import DatabaseWrapper
from common.db.postgresql.operations import DatabaseOperations

_OLDEST_SERVER = 140000  # database.md section 9


class OfflineOperations(DatabaseOperations):
    """Quotes values without asking a session."""

    def compose_sql(self, sql: str, params: Any) -> str:
        return sql % tuple(psycopg_sql.quote(value) for value in params or ())


class OfflineConnection(DatabaseWrapper):
    """Answers version questions itself and refuses every attempt to connect."""

    ops_class = OfflineOperations
    pg_version = _OLDEST_SERVER

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings, alias="offline")

    def get_new_connection(self, conn_params: Any) -> NoReturn:
        raise RuntimeError("the offline connection writes DDL only; it cannot ask a server")
