"""Search that an index answers: equality and prefixes, never "contains"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

_BIGGEST_KEY = 2**63 - 1
_LOOKUPS = ("exact", "startswith")


def matching(model: type[models.Model], search_fields: Iterable[str], text: str) -> Q | None:
    """Condition of a search; None without a text. Fields are ``<column>`` or ``<column>__startswith``.

    Numbers are searched in number columns only; addresses are searched as they are stored, in lower case.
    """
    term = text.strip()
    if not term:
        return None
    condition = Q(pk__in=[])
    for path in search_fields:
        name, _, lookup = path.partition("__")
        if (lookup or "exact") not in _LOOKUPS:
            raise ValueError(f"{path}: no index answers this search")
        value = _value(model._meta.pk if name == "pk" else model._meta.get_field(name), term)
        if value is not None:
            condition |= Q(**{f"{name}__{lookup or 'exact'}": value})
    return condition


def _value(field: Any, term: str) -> Any:
    if isinstance(field, models.IntegerField | models.ForeignKey | models.AutoField):
        return int(term) if term.isascii() and term.isdigit() and int(term) <= _BIGGEST_KEY else None
    if isinstance(field, models.UUIDField):
        try:
            return field.to_python(term)
        except Exception:  # noqa: BLE001 - a text that is no UUID finds nothing there
            return None
    return term.lower() if "email" in field.name else term
