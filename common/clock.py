"""The one clock of the product: every stored instant comes from here (database.md section 8)."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the current instant as an aware ``datetime`` in UTC, with microseconds."""
    return datetime.now(UTC)
