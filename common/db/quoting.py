"""Which names are tables, so that a backend quotes them with their schema.

A dotted name carries its schema. Bare names belong to framework tables, which are known exactly: a handler of
``class_prepared`` collects them, historical models of migrations and automatic many-to-many tables included. Prefixes
such as ``auth_`` would also hit index and constraint names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import class_prepared

from common.db.schemas import FRAMEWORK_SCHEMA, split

_framework_tables: set[str] = {"django_migrations", "django_cache"}
_labels: dict[str, str] = {}
_is_scanned = False


def _collect(sender: type[Model], **kwargs: Any) -> None:
    _add(sender)


def _add(model: type[Model]) -> None:
    if split(model._meta.db_table)[0] is not None and model._meta.pk is not None:
        _labels[model._meta.db_table] = str(model._meta.pk.column).removesuffix("ID")
    tables = [model._meta.db_table]
    tables += [field.m2m_db_table() for field in model._meta.local_many_to_many if hasattr(field, "m2m_db_table")]
    _framework_tables.update(table for table in tables if split(table)[0] is None)
    qualify.cache_clear()


class_prepared.connect(_collect, dispatch_uid="common.db.quoting")


def label_of(table: str) -> str:
    """``<Table>`` of constraint names (S24): the primary key column without ID, so ``AuditUser`` for ``audit.User``."""
    return _labels.get(table) or split(table)[1]


def framework_tables() -> set[str]:
    """Return the bare names of all framework tables known so far."""
    global _is_scanned
    if not _is_scanned and apps.models_ready:
        for model in apps.get_models(include_auto_created=True):
            _add(model)
        _is_scanned = True
    return _framework_tables


@lru_cache(maxsize=10_000)
def qualify(name: str) -> tuple[str | None, str]:
    """Return schema and bare name of a table; schema None when ``name`` is no table of ours.

    Every statement asks this for each of its columns, over and over for the same few names.
    """
    schema, bare = split(name)
    if schema is not None:
        return schema, bare
    return (FRAMEWORK_SCHEMA, name) if name in framework_tables() else (None, name)
