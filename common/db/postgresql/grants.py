"""Applies the role matrix to a live PostgreSQL database and compares the two (S47)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction

from common.db.grants import ROLES, Grant, by_target, create_role_sql, desired_grants, schemas_of
from common.db.month_tables import CREATE_MONTH, grant_text
from common.db.schemas import SCHEMAS
from common.locks import transaction_lock

PUBLIC = "PUBLIC"
_WATCHED_SCHEMAS = (*SCHEMAS, "public")

_COLUMNS = """
SELECT n.nspname, c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE n.nspname = ANY(%s) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
GROUP BY n.nspname, c.relname
"""

_RIGHTS = """
SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END::text,
       n.nspname::text, c.relname::text, x.privilege_type, x.attname
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT (aclexplode(c.relacl)).grantee, (aclexplode(c.relacl)).privilege_type, '' AS attname
    UNION ALL
    SELECT e.grantee, e.privilege_type, a.attname::text
    FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) e
    WHERE a.attrelid = c.oid AND NOT a.attisdropped
) x
WHERE n.nspname = ANY(%s) AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND x.grantee <> c.relowner
"""

_SCHEMA_RIGHTS = """
SELECT CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END::text, n.nspname::text,
       e.privilege_type
FROM pg_namespace n CROSS JOIN LATERAL aclexplode(COALESCE(n.nspacl, acldefault('n', n.nspowner))) e
WHERE n.nspname = ANY(%s) AND e.grantee <> n.nspowner
"""


class MissingRolesError(RuntimeError):
    """Roles of the matrix do not exist and this connection may not create them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What the live catalogue lacks and what it has too much."""

    missing: set[Grant]
    surplus: set[Grant]
    missing_usage: set[tuple[str, str]]
    surplus_usage: set[tuple[str, str, str]]

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus or self.missing_usage or self.surplus_usage)

    def lines(self) -> Iterator[str]:
        for role, schema in sorted(self.missing_usage):
            yield f"missing: USAGE ON SCHEMA {schema} TO {role}"
        for role, schema, verb in sorted(self.surplus_usage):
            yield f"too much: {verb} ON SCHEMA {schema} TO {role}"
        for word, grants in (("missing", self.missing), ("too much", self.surplus)):
            for grant in sorted(grants):
                column = f" ({grant.column})" if grant.column else ""
                yield f"{word}: {grant.verb}{column} ON {grant.schema}.{grant.table} TO {grant.role}"


def existing_roles(connection: Any) -> set[str]:
    """Return which roles of the matrix the server knows."""
    return {name for (name,) in _rows(connection, "SELECT rolname::text FROM pg_roles WHERE rolname = ANY(%s)", ROLES)}


def compare(connection: Any) -> Difference:
    """Compare the live catalogue with the matrix."""
    catalogue = {(schema, table): tuple(columns) for schema, table, columns in _rows(connection, _COLUMNS, SCHEMAS)}
    desired = desired_grants(catalogue)
    live = {Grant(*row) for row in _rows(connection, _RIGHTS, SCHEMAS)}
    usage = {(role, schema) for role, schema in schemas_of(desired)}
    live_usage = set(_rows(connection, _SCHEMA_RIGHTS, _WATCHED_SCHEMAS))
    return Difference(
        missing=desired - live,
        surplus=live - desired,
        missing_usage=usage - {(role, schema) for role, schema, verb in live_usage if verb == "USAGE"},
        surplus_usage={row for row in live_usage if row[2] != "USAGE" or row[:2] not in usage},
    )


def apply(connection: Any) -> Difference:
    """Grant what is missing and revoke what is not declared; return what was changed.

    Raises:
        MissingRolesError: a role of the matrix is missing and the connection may not create it.
    """
    with transaction.atomic(using=connection.alias):
        transaction_lock("eventlead.grants", using=connection.alias)
        _create_missing_roles(connection)
        difference = compare(connection)
        _change(connection, difference)
        if difference.surplus:
            # A verb revoked from a whole table takes the declared rights on its columns along.
            _change(connection, compare(connection))
        _grant_month_functions(connection)
    return difference


def _grant_month_functions(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure(%s) IS NOT NULL", [CREATE_MONTH])
        if cursor.fetchone()[0]:
            cursor.execute(grant_text())


def apply_after_migrate(using: str, **kwargs: Any) -> None:
    """Give new tables their grants (``post_migrate``); an installation without the roles is left alone."""
    connection = connections[using]
    if connection.vendor == "postgresql" and existing_roles(connection) == set(ROLES):
        apply(connection)


def _change(connection: Any, difference: Difference) -> None:
    with connection.cursor() as cursor:
        for statement in _statements(difference):
            cursor.execute(statement)


def _create_missing_roles(connection: Any) -> None:
    missing = [role for role in ROLES if role not in existing_roles(connection)]
    if not missing:
        return
    if not _may_create_roles(connection):
        raise MissingRolesError(
            f"roles {', '.join(missing)} do not exist and this connection may not create them; have an administrator "
            "run: " + " ".join(f"CREATE ROLE {role} LOGIN;" for role in missing)
        )
    with connection.cursor() as cursor:
        for role in missing:
            # Roles belong to the whole server: another database may create the same one at this moment.
            cursor.execute(create_role_sql(role))


def _may_create_roles(connection: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _statements(difference: Difference) -> Iterator[str]:
    for role, schema, verb in sorted(difference.surplus_usage):
        yield f'REVOKE {verb} ON SCHEMA "{schema}" FROM {_role(role)}'
    for role, schema in sorted(difference.missing_usage):
        yield f'GRANT USAGE ON SCHEMA "{schema}" TO {_role(role)}'
    for role, schema, table, verbs in by_target(difference.surplus):
        yield f'REVOKE {", ".join(verbs)} ON "{schema}"."{table}" FROM {_role(role)}'
    for role, schema, table, verbs in by_target(difference.missing):
        yield f'GRANT {", ".join(verbs)} ON "{schema}"."{table}" TO {_role(role)}'


def _role(name: str) -> str:
    return PUBLIC if name == PUBLIC else f'"{name}"'


def _rows(connection: Any, sql: str, values: tuple[str, ...]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(values)])
        return list(cursor.fetchall())
