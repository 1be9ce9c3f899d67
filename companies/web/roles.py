"""Roles of a company as pages offer them (PM-3)."""

from __future__ import annotations

from typing import Any

from reference.selectors import active_rows, find_active


def level_of(role_code: str | None) -> int:
    """How much power a role has; none for no role."""
    role = find_active("UserCompanyRole", role_code or "")
    return int(role.role_level) if role is not None else 0


def roles_up_to(role_code: str | None) -> list[Any]:
    """Roles that somebody with that role may give: none above their own."""
    level = level_of(role_code)
    return [row for row in active_rows("UserCompanyRole") if row.role_level <= level]
