"""Tests work as the owner of the database, the product under test as the application role.

Factories, assertions and DDL need the owner, whom row-level security lets through. Requests, tasks and the commands of
the apps switch to ``eventlead_app``, so what the product reads and writes passes its grants and policies as in
production.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error, connection
from django.test.client import ClientHandler

from common.tasks import Job

APPLICATION = os.environ.get("TEST_APP_ROLE", "eventlead_app")
# Commands about the database itself are the owner's.
_COMMAND_APPS = ("abr_cache.", "accounts.", "auditing.", "companies.", "invitations.", "logging_app.", "settings_app.")
# Jobs that delete over a connection of the retention role, which a test that never commits cannot have.
_RETENTION_JOBS = ("accounts.purge_tokens", "logging_app.purge_logs")

_is_application: ContextVar[bool] = ContextVar("tests_is_application", default=False)


@contextmanager
def as_application() -> Iterator[None]:
    """Act as the application role; nested blocks join the outer one."""
    if _is_application.get() or connection.vendor != "postgresql" or not _is_reachable():
        yield
        return
    token = _is_application.set(True)
    _set_role(f'SET ROLE "{APPLICATION}"')
    try:
        yield
    finally:
        _is_application.reset(token)
        _set_role("RESET ROLE")


def _is_reachable() -> bool:
    try:
        connection.ensure_connection()
    except RuntimeError:
        return False  # a test without database
    return True


def _set_role(statement: str) -> None:
    try:
        # Below Django's cursor: no test counts or forbids this statement.
        connection.connection.execute(statement)
    except Error:
        connection.close_if_unusable_or_obsolete()


def install() -> None:
    """Let requests of the test client, tasks and commands of the apps act as the application."""
    ClientHandler.__call__ = _as_application(ClientHandler.__call__)  # type: ignore[method-assign]
    call = Job.__call__
    call_acting = _as_application(call)

    def work(job: Job, *args: Any, **kwargs: Any) -> Any:
        return (call if job.name in _RETENTION_JOBS else call_acting)(job, *args, **kwargs)

    Job.__call__ = work  # type: ignore[method-assign]
    execute = BaseCommand.execute
    acting = _as_application(execute)

    def run(command: BaseCommand, *args: Any, **options: Any) -> Any:
        is_ours = type(command).__module__.startswith(_COMMAND_APPS)
        return (acting if is_ours else execute)(command, *args, **options)

    BaseCommand.execute = run  # type: ignore[method-assign]


def _as_application(function: Callable[..., Any]) -> Callable[..., Any]:
    def acting(*args: Any, **kwargs: Any) -> Any:
        with as_application():
            return function(*args, **kwargs)

    return acting
