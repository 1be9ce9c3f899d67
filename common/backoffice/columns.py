"""Columns of tables as the back office shows them."""

from __future__ import annotations

from typing import Any

from django.db import models

# Never shown, whoever asks (behaviour.md sections 21 and 23); a test compares them with every secret-looking name.
SECRET_COLUMNS = frozenset({
    *("password_hash", "session_token", "token_hash", "access_token_version", "refresh_token_version"),
    *("credential_hash", "credential_handle", "public_key"),
    *("sealed_key", "code_hash"),
})  # fmt: skip
_AUDIT_COLUMNS = (
    "created_date",
    "created_by",
    "updated_date",
    "updated_by",
    "is_deleted",
    "deleted_date",
    "deleted_by",
)


def shown_columns(model: type[models.Model], hidden: frozenset[str] = frozenset()) -> list[str]:
    """Attributes of all columns of a table in its order, without secrets and ``hidden``."""
    names = [field.name for field in model._meta.concrete_fields]
    return [name for name in names if name not in SECRET_COLUMNS | hidden]


def own_columns(model: type[models.Model]) -> list[str]:
    """What people fill in: every column but the primary key and the seven audit columns."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in _AUDIT_COLUMNS
    ]


def audit_columns(model: type[models.Model]) -> list[str]:
    """The audit columns that a table has."""
    names = {field.name for field in model._meta.concrete_fields}
    return [name for name in _AUDIT_COLUMNS if name in names]


def foreign_keys(model: type[models.Model], names: Any = None) -> list[str]:
    """Names of foreign keys, of all columns or those in ``names``."""
    keys = [field.name for field in model._meta.concrete_fields if field.many_to_one]
    return keys if names is None else [name for name in keys if name in names]


def all_rows(model: type[models.Model]) -> models.QuerySet[Any]:
    """Every row of a table: the back office works across companies (database.md section 3.2)."""
    manager = getattr(model, "all_companies", None) or model._default_manager
    rows: models.QuerySet[Any] = manager.get_queryset()
    return rows


def version_of(row: Any) -> str:
    """The version of a row for comparisons: its last change."""
    instant = getattr(row, "updated_date", None) or row.created_date
    return str(instant.isoformat())
