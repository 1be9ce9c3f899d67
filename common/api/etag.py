"""Entity tags of single resources and optimistic locking with ``If-Match`` (api.md section 1, CF-5)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from rest_framework.request import Request

from common.problems import Problem

Precondition = Callable[[Any], None]


def etag_of(row: Any) -> str:
    """Strong tag of a row from its table, key and ``updated_date`` (``created_date`` until the first change)."""
    changed: datetime | None = row.updated_date or row.created_date
    version = f"{row._meta.label}:{row.pk}:{changed.isoformat(timespec='microseconds') if changed else ''}"
    return text_etag(version)


def text_etag(version: str) -> str:
    """Strong tag of anything that has a version text."""
    return f'"{hashlib.sha256(version.encode()).hexdigest()[:32]}"'


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",") if tag.strip()}


def matches(header: str, etag: str) -> bool:
    """Tell whether an ``If-Match`` or ``If-None-Match`` header names ``etag``."""
    tags = _tags(header)
    return "*" in tags or etag in tags


def precondition(request: Request, tag: Callable[[Any], str] = etag_of) -> Precondition:
    """Return a check to run on the row once it is locked; without ``If-Match`` it passes.

    Raises (when the check runs):
        Problem: STALE_RESOURCE.
    """
    header = request.headers.get("If-Match")

    def check(row: Any) -> None:
        if header is not None and not matches(header, tag(row)):
            raise Problem("STALE_RESOURCE")

    return check
