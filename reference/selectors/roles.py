"""What roles allow: the flags of their rows (PM-1)."""

from __future__ import annotations

from typing import Literal

from reference.selectors.lookups import find_active

_TABLES = {"system": "UserRole", "company": "UserCompanyRole"}


def flags(role_type: Literal["company", "system"], role_code: str) -> frozenset[str]:
    """Return the names of the true capability flags (``can_manage_users`` …) of an active role; of others none."""
    row = find_active(_TABLES[role_type], role_code)
    if row is None:
        return frozenset()
    names = (field.name for field in row._meta.concrete_fields if field.name.startswith("can_"))
    return frozenset(name for name in names if getattr(row, name))
