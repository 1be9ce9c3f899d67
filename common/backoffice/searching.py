"""Search that an index answers: equality and prefixes, never "contains"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import Q

_LAST = chr(0x10FFFF)
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
            condition |= _starting(name, value) if lookup == "startswith" else Q(**{f"{name}__exact": value})
    return condition


def _starting(name: str, value: str) -> Q:
    """Rows that begin with ``value``.

    PostgreSQL takes an ordinary index for LIKE only with collation C; with C.UTF-8, which orders alike, it needs the
    range spelled out.
    """
    condition = Q(**{f"{name}__startswith": value})
    if _orders_by_code_point():
        condition &= Q(**{f"{name}__gte": value, f"{name}__lt": value + _LAST})
    return condition


@cache
def _orders_by_code_point() -> bool:
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT datcollate FROM pg_catalog.pg_database WHERE datname = current_database()")
        (collation,) = cursor.fetchone()
    return str(collation).upper().replace("-", "") in ("C", "POSIX", "C.UTF8")


def _value(field: Any, term: str) -> Any:
    if isinstance(field, models.IntegerField | models.ForeignKey | models.AutoField):
        return int(term) if term.isascii() and term.isdigit() and int(term) <= _BIGGEST_KEY else None
    if isinstance(field, models.UUIDField):
        try:
            return field.to_python(term)
        except Exception:  # noqa: BLE001 - a text that is no UUID finds nothing there
            return None
    return term.lower() if "email" in field.name else term
