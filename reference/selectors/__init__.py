"""Reads of reference data."""

from reference.selectors.lookups import (
    UnknownLookup,
    active_rows,
    code_id,
    country,
    find_active,
    forget_lookups,
    lookup,
    lookups_changed,
)

__all__ = [
    "UnknownLookup",
    "active_rows",
    "code_id",
    "country",
    "find_active",
    "forget_lookups",
    "lookup",
    "lookups_changed",
]
