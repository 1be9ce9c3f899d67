"""Page, CursorPage and plain lists (api.md section 1)."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from common.api.fields import IntegerField, TextField
from common.api.serializers import QuerySerializer, Shape
from common.problems import Problem

DEFAULT_SIZE = 20
MAX_SIZE = 100


class SizeQuery(QuerySerializer):
    """``pageSize`` of every paged list."""

    page_size = IntegerField(min_value=1, max_value=MAX_SIZE, required=False, default=DEFAULT_SIZE)


class PageQuery(SizeQuery):
    """``page`` and ``pageSize``; extend it with the filters of a list."""

    page = IntegerField(min_value=1, required=False, default=1)


class CursorQuery(SizeQuery):
    """``cursor`` and ``pageSize`` of log-like lists; extend it with filters."""

    cursor = TextField(required=False, max_length=500)


@dataclass(frozen=True, slots=True)
class Page:
    items: list[Any]
    page: int
    page_size: int
    total: int

    @property
    def total_pages(self) -> int:
        return -(-self.total // self.page_size)


@dataclass(frozen=True, slots=True)
class CursorPage:
    items: list[Any]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class PlainList:
    items: list[Any]
    total: int


def take_page(rows: QuerySet[Any] | Sequence[Any], page: int, page_size: int) -> Page:
    """Cut one page out of ordered rows; beyond the end it is empty."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    start = (page - 1) * page_size
    return Page(list(rows[start : start + page_size]) if start < total else [], page, page_size, total)


def _encode(instant: datetime, key: int) -> str:
    return base64.urlsafe_b64encode(json.dumps([instant.isoformat(), key]).encode()).rstrip(b"=").decode()


def _decode(cursor: str) -> tuple[datetime, int]:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        text, key = json.loads(raw)
        instant = datetime.fromisoformat(text)
        if type(key) is not int or abs(key) >= 2**63 or instant.tzinfo is None:
            raise ValueError("not a position")
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise Problem(
            "MALFORMED_REQUEST", "The cursor cannot be read; use nextCursor of the previous answer."
        ) from error
    return instant, key


def take_cursor_page(
    rows: QuerySet[Any], cursor: str | None, page_size: int, instant: str = "created_date"
) -> CursorPage:
    """Cut the next rows, newest first, after ``cursor``; rows added meanwhile shift nothing.

    Raises:
        Problem: MALFORMED_REQUEST for a cursor this API did not make.
    """
    if cursor is not None:
        moment, key = _decode(cursor)
        rows = rows.filter(Q(**{f"{instant}__lt": moment}) | Q(**{instant: moment, "pk__lt": key}))
    found = list(rows.order_by(f"-{instant}", "-pk")[: page_size + 1])
    items = found[:page_size]
    more = len(found) > page_size
    return CursorPage(items, _encode(getattr(items[-1], instant), items[-1].pk) if more else None)


def _list_shape(shape: type[Shape], suffix: str, items: Any, **others: Any) -> type[Shape]:
    """``items`` is made first by the caller: fields appear in the order in which they were made."""
    name = shape.__name__.removesuffix("Shape") + suffix
    return type(name, (Shape,), {"items": items, **others, "__module__": shape.__module__, "__doc__": ""})


@cache
def page_of(shape: type[Shape]) -> type[Shape]:
    """The Page shape of ``shape``."""
    items = shape(many=True)
    counts = {name: IntegerField(min_value=0) for name in ("page", "page_size", "total", "total_pages")}
    return _list_shape(shape, "Page", items, **counts)


@cache
def cursor_page_of(shape: type[Shape]) -> type[Shape]:
    """The CursorPage shape of ``shape``."""
    items = shape(many=True)
    return _list_shape(shape, "CursorPage", items, next_cursor=TextField(allow_null=True))


@cache
def list_of(shape: type[Shape]) -> type[Shape]:
    """The plain list shape of ``shape``."""
    items = shape(many=True)
    return _list_shape(shape, "List", items, total=IntegerField(min_value=0))
