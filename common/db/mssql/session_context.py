"""Session context on SQL Server: SESSION_CONTEXT, which outlives transactions and is therefore emptied after each."""

from __future__ import annotations

from typing import Any

from common.db.row_security import COMPANY_SETTING, SCOPE_SETTING, USER_SETTING
from common.db.session_context import (
    EMPTY,
    Context,
    ContextCursor,
    ContextDebugCursor,
    Run,
    touches_rows,
    wanted_context,
)


class SessionContextMixin:
    """A connection that knows what the server was told last; None when that is uncertain."""

    connection: Any
    _told: Context | None = EMPTY

    def run_in_context(self, cursor: Any, sql: Any, run: Run, many: bool = False) -> Any:
        """Run a statement, telling the server first for whom when it does not know."""
        context = wanted_context()
        if context != self._told and touches_rows(sql):
            self._tell(context)
        return run(sql)

    def _tell(self, context: Context) -> None:
        self._told = None
        with self.wrap_database_errors:  # type: ignore[attr-defined]
            cursor = self.connection.cursor()
            try:
                cursor.execute(statement(context))
            finally:
                cursor.close()
        self._told = context

    def _empty(self) -> None:
        if self._told != EMPTY and self.connection is not None:
            self._tell(EMPTY)

    # Emptied after each transaction: whoever gets the connection from a pool next starts with nothing

    def init_connection_state(self) -> None:
        self._told = EMPTY
        super().init_connection_state()  # type: ignore[misc]

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if autocommit:
            self._empty()

    # Cursors

    def make_cursor(self, cursor: Any) -> ContextCursor:
        return ContextCursor(cursor, self)

    def make_debug_cursor(self, cursor: Any) -> ContextDebugCursor:
        return ContextDebugCursor(cursor, self)


def statement(context: Context) -> str:
    """Return the batch that sets all three keys."""
    pairs = zip((USER_SETTING, COMPANY_SETTING, SCOPE_SETTING), context, strict=True)
    return "; ".join(
        f"EXEC sp_set_session_context @key = N'{name}', @value = {_literal(value)}" for name, value in pairs
    )


def _literal(value: str) -> str:
    if not value:
        return "NULL"
    return value if value.isdigit() else f"N'{value}'"
