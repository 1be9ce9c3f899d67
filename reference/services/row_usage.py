"""Which rows of business tables use a row of reference data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps

# Rows that the product's own code names; without them companies could not be created or countries not be chosen.
_NEEDED = {"CustomerTier": frozenset({"free"}), "Country": frozenset({"AU"}), "Language": frozenset({"en"})}


def is_needed_by_code(row: Any) -> bool:
    """Whether the product itself relies on the row."""
    return row.code in _NEEDED.get(type(row).__name__, frozenset())


def uses_of(row: Any) -> list[str]:
    """Names for people of the tables with live rows that refer to ``row``; history does not count as use."""
    return sorted({str(model._meta.verbose_name_plural) for model, name in _references(row) if _has(model, name, row)})


def _references(row: Any) -> Iterator[tuple[Any, str]]:
    for model in apps.get_models():
        if hasattr(model, "instance_type"):
            continue
        for field in model._meta.concrete_fields:
            if field.many_to_one and field.related_model is type(row):
                yield model, field.name


def _has(model: Any, name: str, row: Any) -> bool:
    rows = model._base_manager.filter(**{name: row})
    if any(field.name == "is_deleted" for field in model._meta.concrete_fields):
        rows = rows.filter(is_deleted=False)
    return bool(rows.exists())
