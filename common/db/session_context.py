"""Tells the database for whom each statement runs: the open scope of ``common.tenancy`` becomes session context.

Services know nothing of it. Every cursor of our backends compares the scope with what the transaction under way was
told last, and tells it anew where the two differ: at the start of a transaction, when a scope is entered or left, and
after a rollback to a savepoint. So no statement can run under a scope that is not open in Python, and without one it
sees no tenant row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.backends.utils import CursorDebugWrapper, CursorWrapper

from common.db.row_security import SYSTEM
from common.tenancy import current_scope

# Statements that touch rows; SAVEPOINT, SET, DDL and maintenance need no context, and some may not share a message.
_TOUCHES_ROWS = re.compile(r"[\s(]*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|EXPLAIN)\b", re.IGNORECASE)

Run = Callable[[Any], Any]


class Context(NamedTuple):
    """The three settings as text; empty means unset."""

    user_id: str = ""
    company_id: str = ""
    scope: str = ""


EMPTY = Context()


def wanted_context() -> Context:
    """Return the context of the open scope."""
    scope = current_scope()
    if scope is None:
        return EMPTY
    if scope.system is not None:
        return Context(scope=SYSTEM)
    return Context(_number(scope.user_id), _number(scope.company_id))


def _number(value: int | None) -> str:
    return "" if value is None else str(int(value))


def touches_rows(sql: Any) -> bool:
    """Whether a statement may read or write rows of tables."""
    return not isinstance(sql, str) or _TOUCHES_ROWS.match(sql) is not None


class _InContext:
    """Hands each statement to ``run_in_context`` of the connection, together with the way to run it."""

    db: Any
    cursor: Any

    def _execute(self, sql: Any, params: Any, *ignored: Any) -> Any:
        def run(text: Any) -> Any:
            return super(_InContext, self)._execute(text, params, *ignored)  # type: ignore[misc]

        return self.db.run_in_context(self.cursor, sql, run)

    def _executemany(self, sql: Any, param_list: Any, *ignored: Any) -> Any:
        def run(text: Any) -> Any:
            return super(_InContext, self)._executemany(text, param_list, *ignored)  # type: ignore[misc]

        return self.db.run_in_context(self.cursor, sql, run, many=True)


class ContextCursor(_InContext, CursorWrapper):
    """Django's cursor, whose statements run in the context of the open scope."""


class ContextDebugCursor(_InContext, CursorDebugWrapper):
    """Django's recording cursor likewise; it records the statement alone."""
