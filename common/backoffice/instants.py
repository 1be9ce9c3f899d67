"""Instants as the back office shows them: to the second, in the zone of the person who looks (GEN-6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

FORMAT = "j M Y, H:i:s"


def with_instants(model: type[models.Model], names: Iterable[Any]) -> list[Any]:
    """Replace the names of instant columns by functions that show them to the second."""
    instants = {field.name for field in model._meta.concrete_fields if isinstance(field, models.DateTimeField)}
    return [instant_column(model, name) if name in instants else name for name in names]


@cache
def instant_column(model: type[models.Model], name: str) -> Callable[[Any], str]:
    """The same function for the same column, because Django compares them."""

    label = str(getattr(model._meta.get_field(name), "verbose_name", name))

    @display(description=label, ordering=name)
    def show(row: Any) -> str:
        value = getattr(row, name)
        return "–" if value is None else date_format(localtime(value), FORMAT)

    show.__name__ = name
    return show
