"""Tenant scope, second of three layers (architecture.md section 4): no scope open, no rows.

A scope says for which company and person the work runs. ``TenantManager`` filters by it and raises outside of any;
``system_scope`` lifts the filter for named functions only, which is logged (database.md section 3.2).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast

from django.db import models
from django.db.models import Q

logger = logging.getLogger(__name__)


class NoTenantScope(RuntimeError):
    """A tenant table was read through ``objects`` outside of any scope."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Company and person for which rows are visible; ``system`` names the function that lifted the filter."""

    company_id: int | None = None
    user_id: int | None = None
    system: str | None = None


_current: ContextVar[Scope | None] = ContextVar("eventlead_tenant_scope", default=None)


def current_scope() -> Scope | None:
    return _current.get()


@contextmanager
def _open(scope: Scope) -> Iterator[Scope]:
    token = _current.set(scope)
    try:
        yield scope
    finally:
        _current.reset(token)


@contextmanager
def company_scope(company_id: int | None, user_id: int | None = None) -> Iterator[Scope]:
    """Limit tenant tables to one company and, where a table belongs to people, to one person."""
    with _open(Scope(company_id=company_id, user_id=user_id)) as scope:
        yield scope


@contextmanager
def system_scope(function: str) -> Iterator[Scope]:
    """Lift the tenant filter for the named service function; nothing else may."""
    logger.debug("tenant scope lifted", extra={"function": function})
    with _open(Scope(system=function)) as scope:
        yield scope


def _of(**fields: str) -> Callable[[Scope], Q]:
    """Build a filter from ``company``/``user`` field names joined by OR; an unset id matches nothing."""

    def build(scope: Scope) -> Q:
        condition = Q(pk__in=[])
        for names, value in ((fields.get("company"), scope.company_id), (fields.get("user"), scope.user_id)):
            for name in (names or "").split():
                if value is not None:
                    condition |= Q(**{name: value})
        return condition

    return build


_FILTERS: dict[str, Callable[[Scope], Q]] = {
    "company": _of(company="company_id"),
    "own_company": _of(company="id"),
    "membership": _of(company="company_id", user="user_id"),
    "relationship": _of(company="parent_company_id child_company_id"),
    "request": _of(company="to_company_id", user="user_id"),
    "person": _of(user="user_id"),
    "trail": _of(company="company_id"),
}


class LiveQuerySet(models.QuerySet[Any]):
    """Adds the filter every read of a mutable table starts with (GEN-10)."""

    def alive(self) -> LiveQuerySet:
        """Rows that are not soft-deleted."""
        return self.filter(is_deleted=False)


_PlainManager = models.Manager.from_queryset(LiveQuerySet)


class AllCompaniesManager(_PlainManager):
    """Plain manager of a tenant table, for admin, migrations, history and services in a system scope."""


class TenantManager(_PlainManager):
    """Fail-closed manager of tenant tables; admin, migrations and history use ``all_companies`` instead."""

    def get_queryset(self) -> LiveQuerySet:
        scope = _current.get()
        if scope is None:
            raise NoTenantScope(
                f"{self.model.__name__}.objects needs an open company_scope() or system_scope(); "
                "use all_companies where the whole table is meant"
            )
        queryset = cast(LiveQuerySet, super().get_queryset())
        model: Any = self.model
        if scope.system is not None:
            return queryset
        return queryset.filter(_FILTERS[model.access.rls](scope))
