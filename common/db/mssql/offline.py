"""A connection that writes T-SQL without a server (``manage.py ddl --vendor mssql``)."""

from __future__ import annotations

from typing import Any, NoReturn

from common.db.mssql.base import OLDEST_SERVER, DatabaseWrapper


class OfflineConnection(DatabaseWrapper):
    """Answers version questions itself and refuses every attempt to connect."""

    sql_server_version = OLDEST_SERVER
    to_azure_sql_db = False
    is_babelfish = False

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings, alias="offline")

    def get_new_connection(self, conn_params: Any) -> NoReturn:
        raise RuntimeError("the offline connection writes DDL only; it cannot ask a server")
