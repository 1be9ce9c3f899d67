"""Conditions that recur in check constraints, written once so that every table words them alike."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import reduce
from operator import and_, or_

from django.db.models import Q


def values(codes: type[StrEnum]) -> list[str]:
    """Return the texts of an enum as plain strings, so that migrations hold no reference to the enum."""
    return [code.value for code in codes]


def is_null(*fields: str) -> Q:
    """All of ``fields`` are null."""
    return _all(Q(**{f"{field}__isnull": True}) for field in fields)


def is_set(*fields: str) -> Q:
    """None of ``fields`` is null."""
    return _all(Q(**{f"{field}__isnull": False}) for field in fields)


def all_or_none(*fields: str) -> Q:
    """``fields`` are either all null or all set."""
    return is_null(*fields) | is_set(*fields)


def at_most_one(*fields: str) -> Q:
    """At least all but one of ``fields`` are null."""
    return reduce(or_, (is_null(*(other for other in fields if other != field)) for field in fields))


def null_or(field: str, condition: Q) -> Q:
    """``field`` is null or ``condition`` holds."""
    return is_null(field) | condition


def _all(conditions: Iterable[Q]) -> Q:
    return reduce(and_, conditions)
