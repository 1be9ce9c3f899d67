"""Rows and checksum of every table: what the manifest promises and the drill compares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from common.backup.errors import BackupFailed
from common.db.schemas import FRAMEWORK_SCHEMA

_TABLES = """
SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = %s AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname
"""
_MONTHS = """
SELECT c.relname::text, pn.nspname::text
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
WHERE n.nspname = %s AND c.relkind = 'r' ORDER BY c.relname
"""
# Sums of two hashes of each row's text: independent of the order of rows, and computed without sorting them.
_FIGURES = """
SELECT count(*), COALESCE(sum(hashtextextended(t::text, 0)::numeric), 0)::text
       || '/' || COALESCE(sum(hashtextextended(t::text, 1)::numeric), 0)::text
FROM {} AS t
"""
# Tables with row-level security that applies to this role, and are not opened to it as a whole: by a policy that is
# always true, or by our second one, which names the roles it opens a table to (common.db.row_security).
_HIDDEN = """
SELECT format('%%I.%%I', n.nspname, c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.rolname = current_user
WHERE n.nspname = ANY(%s) AND c.relrowsecurity AND NOT r.rolbypassrls AND NOT r.rolsuper
  AND (c.relforcerowsecurity OR c.relowner <> r.oid)
  AND (%s OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive)
       OR NOT EXISTS (
           SELECT FROM pg_policy p CROSS JOIN LATERAL pg_get_expr(p.polqual, p.polrelid) AS condition
           WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('*', 'r')
             AND (condition = 'true' OR (starts_with(condition, '( SELECT (CURRENT_USER = ')
                                         AND strpos(condition, quote_literal(r.rolname) || '::name') > 0))
             AND (0 = ANY(p.polroles) OR r.oid = ANY(p.polroles))))
"""


def contents_of(connection: psycopg.Connection[Any], schema: str) -> list[str]:
    """Options of pg_dump for what a dump of ``schema`` holds.

    Months of partitioned tables lie in the framework schema (S4) but belong to the dump of their table.
    """
    options = [f"--schema={schema}"]
    months = connection.execute(_MONTHS, [FRAMEWORK_SCHEMA]).fetchall()
    if schema == FRAMEWORK_SCHEMA:
        return [*options, *(_without(month) for month, _ in months)]
    if schema in {parent for _, parent in months}:
        others = {name for (name,) in connection.execute(_TABLES, [FRAMEWORK_SCHEMA]).fetchall()}
        others |= {month for month, parent in months if parent != schema}
        return [*options, f"--schema={FRAMEWORK_SCHEMA}", *(_without(name) for name in sorted(others))]
    return options


def _without(table: str) -> str:
    return f'--exclude-table={FRAMEWORK_SCHEMA}."{table}"'


def figures(connection: psycopg.Connection[Any], schema: str) -> dict[str, dict[str, Any]]:
    """Rows and checksum of the tables of a schema, in the transaction of ``connection``."""
    found: dict[str, dict[str, Any]] = {}
    for (table,) in connection.execute(_TABLES, [schema]).fetchall():
        query = sql.SQL(_FIGURES).format(sql.Identifier(schema, table))
        ((rows, checksum),) = connection.execute(query).fetchall()
        found[table] = {"rows": rows, "checksum": checksum}
    return found


def row_security_options(connection: psycopg.Connection[Any], schemas: Sequence[str]) -> list[str]:
    """Options of pg_dump for tables with row-level security.

    A role that policies apply to dumps what it sees, so every policy must show it everything.

    Raises:
        BackupFailed: names the tables whose rows are hidden from this role.
    """
    hidden = [name for (name,) in connection.execute(_HIDDEN, [list(schemas), False]).fetchall()]
    if hidden:
        raise BackupFailed(
            f"row-level security hides rows of {', '.join(hidden)} from this role: "
            "set BACKUP_DATABASE_URL to a role with BYPASSRLS"
        )
    applies = connection.execute(_HIDDEN, [list(schemas), True]).fetchone()
    return ["--enable-row-security"] if applies else []
