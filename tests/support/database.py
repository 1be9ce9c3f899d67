"""Emptying the database after tests that commit: seed data stays, append-only tables included."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import F

_SEEDED = {"reference", "settings_app", "contenttypes", "auth", "django_celery_beat", "migrations"}
_SEEDED_CONFIG = {"AppSetting", "ValidationRule"}


def wipe(case: Any = None) -> None:
    """Delete every row that is not seed data and restore the settings.

    Django's own flush would empty the seeded tables too, and the append-only triggers refuse it.
    """
    with transaction.atomic(), connection.cursor() as cursor, _without_forced_policies(cursor):
        _clear_authors()
        doomed = _models_to_empty()
        for model in doomed:
            _switch_triggers(cursor, model, "DISABLE")
        for model in doomed:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")
        for model in doomed:
            _switch_triggers(cursor, model, "ENABLE")
        setting = apps.get_model("settings_app", "AppSetting")
        setting._default_manager.exclude(setting_value=F("default_value")).update(setting_value=F("default_value"))


@contextmanager
def _without_forced_policies(cursor: Any) -> Iterator[None]:
    """Row-level security holds for the owner of a table too where it is forced; the wipe has to see every row."""
    if connection.vendor != "postgresql":
        yield
        return
    cursor.execute(
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE c.relforcerowsecurity"
    )
    tables = [name for (name,) in cursor.fetchall()]
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    yield
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def _is_seeded(model: type[models.Model]) -> bool:
    label = model._meta.app_label
    if label == "settings_app":
        return model.__name__ in _SEEDED_CONFIG
    return label in _SEEDED and not model.__name__.startswith("Audit")


def _models_to_empty() -> list[type[models.Model]]:
    """Tables in an order that no foreign key refuses: referring ones first."""
    waiting = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and not _is_seeded(model)
    ]
    ordered: list[type[models.Model]] = []
    while waiting:
        referred = {
            field.related_model
            for model in waiting
            for field in model._meta.local_fields
            if field.is_relation and field.related_model is not model
        }
        free = [model for model in waiting if model not in referred]
        if not free:
            raise RuntimeError(f"foreign keys in a circle: {[m.__name__ for m in waiting]}")
        ordered += free
        waiting = [model for model in waiting if model not in free]
    return ordered


def _clear_authors() -> None:
    """Seed rows that a test changed must not hold the people who changed them."""
    user = apps.get_model("accounts", "User")
    for model in filter(_is_seeded, apps.get_models()):
        authors = [f.name for f in model._meta.local_fields if f.related_model is user and f.null]
        for name in authors:
            model._base_manager.exclude(**{name: None}).update(**{name: None})


def _switch_triggers(cursor: Any, model: type[models.Model], action: str) -> None:
    if model._meta.app_label != "auditing" and not model.__name__.startswith("Audit"):
        return
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        cursor.execute(f"ALTER TABLE {table} {action} TRIGGER USER")
        return
    cursor.execute("SELECT name FROM sys.triggers WHERE parent_id = OBJECT_ID(%s)", [table])
    for (name,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} {action} TRIGGER [{name}]")
