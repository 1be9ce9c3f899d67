"""What transactions leave open: work that must happen whichever way a transaction ends.

Evidence of a refusal is written after the block that refused, committed or rolled back (GEN-2, invariant 41): then it
neither vanishes with the rollback nor waits for row locks its own request holds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, connections

logger = logging.getLogger(__name__)

_waiting: ContextVar[list[Callable[[], None]] | None] = ContextVar("eventlead_after_transaction", default=None)


def in_transaction(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether a transaction of the product is open; the wrapper around a test case does not count."""
    return any(not getattr(block, "_from_testcase", False) for block in connections[using].atomic_blocks)


def after_transaction(function: Callable[[], None]) -> None:
    """Call ``function`` once the outermost ``ending()`` block is over, or at once outside of any."""
    waiting = _waiting.get()
    if waiting is None:
        function()
    else:
        waiting.append(function)


@contextmanager
def ending() -> Iterator[None]:
    """Run what ``after_transaction`` collected in the block, however it ends; nested blocks join the outer one."""
    if _waiting.get() is not None:
        yield
        return
    waiting: list[Callable[[], None]] = []
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
        for function in waiting:
            _run(function)


def _run(function: Callable[[], None]) -> None:
    try:
        function()
    except Exception:
        # The action is decided by now; its answer must not change.
        logger.exception("work after a transaction failed")
