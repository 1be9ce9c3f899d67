"""Tests work as the owner of the database, the product under test as the application role.

Factories, assertions and DDL need the owner, whom row-level security lets through. Requests, tasks, the commands of
the apps and services that a test calls by itself switch to ``eventlead_app``, so whatever the product reads and writes
passes its grants and policies as in production.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import os
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from types import FunctionType, ModuleType
from typing import Any

import psycopg
from django.core.management.base import BaseCommand
from django.db import connection
from django.test.client import ClientHandler

from common.tasks import Job

APPLICATION = os.environ.get("TEST_APP_ROLE", "eventlead_app")
# Commands about the database itself are the owner's.
_COMMAND_APPS = ("abr_cache.", "accounts.", "auditing.", "companies.", "invitations.", "logging_app.", "settings_app.")
# Jobs that delete over a connection of the retention role, which a test that never commits cannot have.
_RETENTION_JOBS = ("accounts.purge_tokens", "logging_app.purge_logs")
_APPS = ("abr_cache", "accounts", "auditing", "companies", "invitations", "logging_app", "reference", "settings_app")
# Seeds and backups are the owner's; retention deletes over a connection of its own, as the jobs above.
_OWNERS_MODULES = ("seeds", "backups", "retention", "purge", "archive")
_OWNERS_SERVICES = ("purge_tokens",)

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
    except psycopg.Error:
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
    _install_services()


def _install_services() -> None:
    """Replace the functions of every app's services wherever a package names them, before tests import them."""
    acting: dict[FunctionType, Callable[..., Any]] = {}
    for module in _service_modules():
        for name, function in list(vars(module).items()):
            if isinstance(function, FunctionType) and _is_a_service(function):
                setattr(module, name, acting.setdefault(function, _service_acting(function)))


def _service_modules() -> Iterator[ModuleType]:
    for app in _APPS:
        package = importlib.import_module(f"{app}.services")
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def _is_a_service(function: FunctionType) -> bool:
    parts = function.__module__.split(".")
    is_service = len(parts) > 1 and parts[0] in _APPS and parts[1] == "services"
    is_owners = parts[-1] in _OWNERS_MODULES or function.__name__ in _OWNERS_SERVICES
    return is_service and not is_owners and not function.__name__.startswith("_")


def _service_acting(function: FunctionType) -> Callable[..., Any]:
    """The service as the application; of a context manager the whole block. A generator reads nothing by itself."""
    if inspect.isgeneratorfunction(function):
        return function
    if inspect.isgeneratorfunction(inspect.unwrap(function)):  # made a context manager by contextlib
        return functools.wraps(function)(functools.partial(_block_acting, function))
    return functools.wraps(function)(_as_application(function))


@contextmanager
def _block_acting(function: Callable[..., AbstractContextManager[Any]], *args: Any, **kwargs: Any) -> Iterator[Any]:
    with as_application(), function(*args, **kwargs) as value:
        yield value


def _as_application(function: Callable[..., Any]) -> Callable[..., Any]:
    def acting(*args: Any, **kwargs: Any) -> Any:
        with as_application():
            return function(*args, **kwargs)

    return acting
