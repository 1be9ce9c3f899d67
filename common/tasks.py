"""Base of all Celery tasks: the request id travels with the message (LO-2), failures are recorded (ER-1)."""

from __future__ import annotations

from typing import Any

from celery import Task
from django.db import connections

from common import context
from common.errors import hook
from common.tenancy import system_scope

_HEADER = "x_request_id"


class Job(Task):
    """``@shared_task(base=Job)``: ids in, idempotent, one service call.

    A task runs with the request id of the request that queued it, or a new one, and in a system scope of its name.
    """

    abstract = True

    def apply_async(self, *args: Any, **options: Any) -> Any:
        headers = dict(options.pop("headers", None) or {})
        if request_id := context.current().request_id:
            headers.setdefault(_HEADER, request_id)
        return super().apply_async(*args, headers=headers, **options)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        _close_old_connections()
        try:
            with context.bind(self._context()), system_scope(f"task {self.name}"):
                return self._run(*args, **kwargs)
        finally:
            _close_old_connections()

    def _run(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().__call__(*args, **kwargs)
        except Exception as error:
            recorder = hook("ERROR_RECORDER")
            if recorder is not None:
                recorder(error)
            raise

    def _context(self) -> context.RequestContext:
        request_id = self._sent_request_id() or context.current().request_id or context.new_request_id()
        return context.RequestContext(request_id=request_id, method="TASK", path=self.name)

    def _sent_request_id(self) -> str | None:
        headers = self.request.headers or {}
        sent = headers.get(_HEADER) or self.request.get(_HEADER)
        return str(sent) if sent else None


def _close_old_connections() -> None:
    """Let go of connections that died since the last task of this worker; one in a transaction is not ours to close."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
