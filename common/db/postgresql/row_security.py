"""Policies of PostgreSQL, and the comparison of the live ones with the declaration (S35)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.db import transaction

from common.db.row_security import (
    COMPANY_SETTING,
    SCOPE_SETTING,
    SYSTEM,
    USER_SETTING,
    ProtectedTable,
    Term,
    declared_tables,
)
from common.db.schemas import BUSINESS_SCHEMAS, locate


def _number(setting: str) -> str:
    # NULLIF: a setting that was set in an earlier transaction of the connection is '' afterwards, not NULL. The
    # sub-select makes the planner read the setting once a statement instead of once a row.
    return f"(SELECT NULLIF(current_setting('{setting}', true), '')::bigint)"


_USER: Final = _number(USER_SETTING)
_COMPANY: Final = _number(COMPANY_SETTING)
# The whole comparison is in the sub-select: the planner takes a bare boolean for as good as true, and so keeps the plan
# it would choose without policies, while it takes a comparison for one row in two hundred.
_IS_SYSTEM: Final = f"(SELECT current_setting('{SCOPE_SETTING}', true) = '{SYSTEM}')"

# One number array a statement, asked for only when no cheaper term has shown the row; a sub-query in the policy itself
# would be planned anew with every statement. UserCompany has a policy of its own that refers to no other table and
# shows people their memberships, so there is neither recursion nor a need for the rights of the owner.
_LIVE_MEMBERSHIPS: Final = '(SELECT dbo."LiveMembershipCompanies"())'

CREATE_FUNCTION: Final = f"""
CREATE FUNCTION dbo."LiveMembershipCompanies"() RETURNS bigint[] LANGUAGE plpgsql STABLE AS $body$
BEGIN
    RETURN ARRAY(
        SELECT m."CompanyID" FROM dbo."UserCompany" m
        WHERE m."UserID" = {_USER} AND m."RemovedDate" IS NULL AND NOT m."IsDeleted"
    );
END
$body$
"""  # noqa: S608  (constants)
DROP_FUNCTION: Final = 'DROP FUNCTION dbo."LiveMembershipCompanies"()'


def _term(term: Term) -> str:
    column = f'"{term.column}"'
    match term.match:
        case "company":
            return f"{column} = {_COMPANY}"
        case "user":
            return f"{column} = {_USER}"
        case "member":
            return f"{column} = ANY ({_LIVE_MEMBERSHIPS}::bigint[])"
        case "shared":
            return f"({column} IS NULL AND COALESCE({_COMPANY}, {_USER}) IS NOT NULL)"


def _condition(terms: tuple[Term, ...]) -> str:
    return " OR ".join([_IS_SYSTEM, *map(_term, terms)])


def _quoted(table: str) -> str:
    schema, bare = locate(table)
    return f'"{schema}"."{bare}"'


def policies(table: ProtectedTable, on: str = "") -> list[str]:
    """Return the two CREATE POLICY statements of a table, or of ``on`` in its stead."""
    name = on or _quoted(table.table)
    predicate = table.predicate
    roles = ", ".join(f"'{role}'" for role in table.open_to)
    return [
        (
            f'CREATE POLICY "{table.tenant_policy}" ON {name} '
            f"USING ({_condition(predicate.read)}) WITH CHECK ({_condition(predicate.write)})"
        ),
        f'CREATE POLICY "{table.open_policy}" ON {name} USING ((SELECT current_user IN ({roles})))',
    ]


def protect(table: ProtectedTable) -> list[str]:
    """Return the statements that protect a table, its owner included."""
    name = _quoted(table.table)
    switches = [f"ALTER TABLE {name} {action} ROW LEVEL SECURITY" for action in ("ENABLE", "FORCE")]
    return [*policies(table), *switches]


def release(table: ProtectedTable) -> list[str]:
    """Return the statements that take the protection away again."""
    name = _quoted(table.table)
    switches = [f"ALTER TABLE {name} {action} ROW LEVEL SECURITY" for action in ("NO FORCE", "DISABLE")]
    return [*switches, *(f'DROP POLICY "{policy}" ON {name}' for policy in (table.open_policy, table.tenant_policy))]


_SWITCHES = """
SELECT n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
"""

_POLICIES = """
SELECT n.nspname, c.relname, p.polname, p.polpermissive, p.polcmd::text, p.polroles::oid[]::text,
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s)
"""

_PROBED = """
SELECT p.polname, p.polpermissive, p.polcmd::text, p.polroles::oid[]::text,
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy p WHERE p.polrelid = to_regclass(%s)
"""

Policy = tuple[Any, ...]


def differences(connection: Any) -> Iterator[str]:
    """Say where the live catalogue differs from the declaration: switches, and policies word for word (S35).

    The words of the server are compared with its own: each declared policy is made on an empty copy of its table that
    is rolled back. So this needs the right to make temporary tables, which the owner has.
    """
    live: dict[tuple[str, str], set[Policy]] = {}
    for schema, name, *policy in _rows(connection, _POLICIES, [list(BUSINESS_SCHEMAS)]):
        live.setdefault((schema, name), set()).add(tuple(policy))
    switches = {(row[0], row[1]): row[2:] for row in _rows(connection, _SWITCHES, [list(BUSINESS_SCHEMAS)])}
    declared = {locate(table.table): table for table in declared_tables()}
    for place, (is_enabled, is_forced) in sorted(switches.items()):
        named, table = ".".join(place), declared.get(place)
        if table is None:
            if is_enabled or is_forced or place in live:
                yield f"{named} has row-level security, but declares none"
            continue
        if not (is_enabled and is_forced):
            yield f"row-level security of {named} is not {'forced' if is_enabled else 'enabled'}"
        yield from _compared(named, _declared(connection, table), live.get(place, set()))
    for place in sorted(declared.keys() - switches.keys()):
        yield f"{'.'.join(place)} does not exist"


def _compared(named: str, declared: set[Policy], live: set[Policy]) -> Iterator[str]:
    names, live_names = ({policy[0] for policy in policies} for policies in (declared, live))
    for name in sorted(names - live_names):
        yield f"policy {name} of {named} is missing"
    for name in sorted(live_names - names):
        yield f"policy {name} of {named} is not declared"
    for name in sorted({policy[0] for policy in declared - live} & live_names):
        yield f"policy {name} of {named} differs from its declaration"


def _declared(connection: Any, table: ProtectedTable) -> set[Policy]:
    bare = locate(table.table)[1]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMPORARY TABLE "{bare}" (LIKE {_quoted(table.table)})')
        for statement in policies(table, on=f'pg_temp."{bare}"'):
            cursor.execute(statement)
        cursor.execute(_PROBED, [f'pg_temp."{bare}"'])
        found = {tuple(row) for row in cursor.fetchall()}
        transaction.set_rollback(True, using=connection.alias)
    return found


def _rows(connection: Any, sql: str, parameters: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
