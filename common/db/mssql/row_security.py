"""Security policies of SQL Server: one for each schema, over inline functions that read SESSION_CONTEXT.

What the functions return for a row is decided by its columns alone, so tables of one class share them. An engine that
speaks T-SQL but knows no security policies (an emulation) is left without: the two other layers stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from common.db.row_security import COMPANY_SETTING, SCOPE_SETTING, SYSTEM, USER_SETTING, ProtectedTable, Term
from common.db.schemas import locate

_POLICY: Final = "RLS_Tenants"
_IS_KNOWN: Final = "OBJECT_ID(N'sys.security_policies') IS NOT NULL AND SERVERPROPERTY(N'Babelfish') IS NULL"
_COMPANY: Final = f"CAST(SESSION_CONTEXT(N'{COMPANY_SETTING}') AS bigint)"
_USER: Final = f"CAST(SESSION_CONTEXT(N'{USER_SETTING}') AS bigint)"
_IS_SYSTEM: Final = f"CAST(SESSION_CONTEXT(N'{SCOPE_SETTING}') AS nvarchar(20)) = N'{SYSTEM}'"


def _term(term: Term) -> str:
    column = f"@{term.column}"
    match term.match:
        case "company":
            return f"{column} = {_COMPANY}"
        case "user":
            return f"{column} = {_USER}"
        case "member":
            return (
                "EXISTS (SELECT 1 FROM [dbo].[UserCompany] m "  # noqa: S608  (names are constants)
                f"WHERE m.[CompanyID] = {column} AND m.[UserID] = {_USER} "
                "AND m.[RemovedDate] IS NULL AND m.[IsDeleted] = 0)"
            )
        case "shared":
            return f"({column} IS NULL AND COALESCE({_COMPANY}, {_USER}) IS NOT NULL)"


def _is_member_of(role: str) -> str:
    # The owner of a SQL Server database is a fixed role.
    return f"IS_ROLEMEMBER(N'{'db_owner' if role == 'eventlead_owner' else role}') = 1"


def _function_name(table: ProtectedTable, verb: str) -> str:
    words = "".join(part.capitalize() for part in table.rls.split("_"))
    return f"[{locate(table.table)[0]}].[RLS_{words}{'Person' if _is_personal_trail(table) else ''}_{verb}]"


def _is_personal_trail(table: ProtectedTable) -> bool:
    return table.rls == "trail" and table.has_user


def _function(table: ProtectedTable, verb: str) -> str:
    terms = table.predicate.read if verb == "Read" else table.predicate.write
    parameters = ", ".join(f"@{column} bigint" for column in _columns(table, verb))
    conditions = [_IS_SYSTEM, *map(_term, terms), *map(_is_member_of, table.open_to)]
    return (
        f"CREATE FUNCTION {_function_name(table, verb)}({parameters}) RETURNS TABLE WITH SCHEMABINDING AS "
        f"RETURN SELECT 1 AS [IsAllowed] WHERE {' OR '.join(conditions)}"
    )


def _columns(table: ProtectedTable, verb: str) -> tuple[str, ...]:
    terms = table.predicate.read if verb == "Read" else table.predicate.write
    return tuple(dict.fromkeys(term.column for term in terms))


def _predicates(table: ProtectedTable) -> Iterator[str]:
    schema, bare = locate(table.table)

    def call(verb: str) -> str:
        arguments = ", ".join(f"[{column}]" for column in _columns(table, verb))
        return f"{_function_name(table, verb)}({arguments}) ON [{schema}].[{bare}]"

    yield f"ADD FILTER PREDICATE {call('Read')}"
    yield f"ADD BLOCK PREDICATE {call('Write')} AFTER INSERT"
    yield f"ADD BLOCK PREDICATE {call('Write')} AFTER UPDATE"


def _functions(tables: Iterable[ProtectedTable]) -> dict[str, str]:
    return {_function_name(table, verb): _function(table, verb) for table in tables for verb in ("Read", "Write")}


def _guarded(statement: str) -> str:
    escaped = statement.replace("'", "''")
    return f"IF {_IS_KNOWN} EXEC(N'{escaped}')"


def protect(tables: list[ProtectedTable]) -> list[str]:
    """Return the functions and the security policy of one schema's tables."""
    (schema,) = {locate(table.table)[0] for table in tables}
    predicates = ", ".join(predicate for table in tables for predicate in _predicates(table))
    policy = f"CREATE SECURITY POLICY [{schema}].[{_POLICY}] {predicates} WITH (STATE = ON)"
    return [_guarded(statement) for statement in (*_functions(tables).values(), policy)]


def release(tables: list[ProtectedTable]) -> list[str]:
    """Return the statements that take policy and functions away again."""
    (schema,) = {locate(table.table)[0] for table in tables}
    drops = [f"DROP SECURITY POLICY [{schema}].[{_POLICY}]"]
    drops += [f"DROP FUNCTION {name}" for name in reversed(_functions(tables))]
    return [_guarded(statement) for statement in drops]
