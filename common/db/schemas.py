"""Which schema a table lives in: the one map of the product, used by models, backends, grants and checks."""

from __future__ import annotations

from typing import Final

BUSINESS_SCHEMAS: Final = ("dbo", "ref", "config", "log", "audit", "cache")
FRAMEWORK_SCHEMA: Final = "django"
SCHEMAS: Final = (*BUSINESS_SCHEMAS, FRAMEWORK_SCHEMA)

APP_SCHEMAS: Final[dict[str, str]] = {
    "accounts": "dbo",
    "companies": "dbo",
    "invitations": "dbo",
    "reference": "ref",
    "settings_app": "config",
    "logging_app": "log",
    "auditing": "audit",
    "abr_cache": "cache",
}

_PREFIXES: Final = tuple(f"{schema}." for schema in SCHEMAS)


def split(table: str) -> tuple[str | None, str]:
    """``"dbo.User"`` -> ``("dbo", "User")``; a name without one of our schemas -> ``(None, name)``."""
    if table.startswith(_PREFIXES):
        schema, _, bare = table.partition(".")
        return schema, bare
    return None, table


def bare_name(table: str) -> str:
    """Return the table name without its schema."""
    return split(table)[1]


def locate(table: str) -> tuple[str, str]:
    """Return schema and bare name; a name without schema is a framework table."""
    schema, bare = split(table)
    return schema or FRAMEWORK_SCHEMA, bare
