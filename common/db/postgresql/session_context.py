"""Session context on PostgreSQL: settings of the transaction, never of the session (safe behind a transaction pooler).

``set_config(…, true)`` goes to the server in front of the statement, in one message. Inside a transaction it holds to
the end of it, so it is sent only when the context changes. Outside of one the message is a transaction of its own:
nothing is left behind for whoever uses the server connection next, and no read has to open a transaction for it.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from django.db.backends.postgresql import base
from psycopg import ClientCursor, ServerCursor

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


class SessionContextMixin(base.DatabaseWrapper):
    """A connection that knows what the transaction under way was told; None after a rollback to a savepoint."""

    _told: Context | None = EMPTY

    def run_in_context(self, cursor: Any, sql: Any, run: Run, many: bool = False) -> Any:
        """Run a statement, telling the server first for whom when it does not know."""
        context, told = wanted_context(), EMPTY if self.autocommit else self._told
        if context == told or not touches_rows(sql):
            return run(sql)
        setting = _statement(context, told)
        if many or not isinstance(sql, str) or not _takes_two(cursor):
            return self._run_apart(context, setting, sql, run)
        result = run(f"{setting}; {sql}")
        cursor.nextset()
        self._remember(context)
        return result

    def _run_apart(self, context: Context, setting: str, sql: Any, run: Run) -> Any:
        """For cursors that take one statement at a time: two messages, outside of a transaction in one of their own."""
        with ExitStack() as stack:
            with self.wrap_database_errors:
                if self.autocommit:
                    stack.enter_context(self.connection.transaction())
                self.connection.execute(setting)
            self._remember(context)
            return run(sql)

    def _remember(self, context: Context) -> None:
        if not self.autocommit:
            self._told = context

    # What ends or undoes settings of a transaction

    def init_connection_state(self) -> None:
        self._told = EMPTY
        super().init_connection_state()

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        self._told = EMPTY

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._told = EMPTY

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self._told = EMPTY

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._told = None

    # Cursors

    def make_cursor(self, cursor: Any) -> ContextCursor:
        return ContextCursor(cursor, self)

    def make_debug_cursor(self, cursor: Any) -> ContextDebugCursor:
        return ContextDebugCursor(cursor, self)


def _takes_two(cursor: Any) -> bool:
    # Only the simple protocol runs two statements in one message; cursors of the server and its parameters cannot.
    return isinstance(cursor, ClientCursor) and not isinstance(cursor, ServerCursor)


_NAMES = (USER_SETTING, COMPANY_SETTING, SCOPE_SETTING)
_START = "SELECT set_config('eventlead."


def _statement(context: Context, told: Context | None) -> str:
    """Set what differs from what the server was told; all of it when that is uncertain."""
    # Values are digits, "system" or empty: nothing to quote, no per cent sign for the driver to trip over.
    known = told or (None, None, None)
    changes = [
        f"set_config('{name}', '{value}', true)"
        for name, value, before in zip(_NAMES, context, known, strict=True)
        if value != before
    ]
    return f"SELECT {', '.join(changes)}"


def without_context(sent: str) -> str:
    """Return the statement of a message that was sent with its context in front."""
    return sent.partition("; ")[2] if sent.startswith(_START) else sent
