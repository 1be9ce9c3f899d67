"""Row-level security, third layer of tenancy: which rows a session may see and write (database.md 3.2, invariant 44).

One declaration for both vendors: a class is a list of terms for reading and one for writing, joined by OR with
``scope = 'system'``. ``protect_rows()`` makes the operation of a migration from it, ``declared_tables()`` says what the
models ask for, so that the catalogue can be held against them (S35).

The policies name no role in their TO clause. They bind whoever asks and test the name of the role, so ``migrate`` needs
no role to exist, the text is the same on every installation, and a role nobody declared sees nothing. A second policy
opens a table to the owner and to the roles that read it by grant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from django.apps import apps

from common.db.declarations import RlsClass, RoleClass
from common.db.grants import ANALYST, COMPLIANCE, MATRIX, OWNER, RETENTION, SUPPORT
from common.db.operations import RunSQLPerVendor
from common.db.quoting import label_of
from common.db.schemas import locate

USER_SETTING: Final = "eventlead.user_id"
COMPANY_SETTING: Final = "eventlead.company_id"
SCOPE_SETTING: Final = "eventlead.scope"
SYSTEM: Final = "system"

# The steward maintains lookups, which are nobody's; the application is bound by the first policy.
_READERS: Final = (RETENTION, ANALYST, SUPPORT, COMPLIANCE)

Match = Literal["company", "user", "member", "shared"]


class Term(NamedTuple):
    """One way to a row: its ``column`` is the company (or person) of the session, a company the person is a live
    member of, or empty while the session has any context at all.
    """

    match: Match
    column: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """Terms that show a row, and terms that let it be written; the second imply the first."""

    read: tuple[Term, ...]
    write: tuple[Term, ...]

    def columns(self) -> tuple[str, ...]:
        """Columns the terms speak of, each once."""
        return tuple(dict.fromkeys(term.column for term in self.read))


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """A table of migrations or models: ``dbo.Company``, its class, its grant class, its name in constraints."""

    table: str
    rls: RlsClass
    roles: RoleClass
    label: str
    has_user: bool = False

    @property
    def predicate(self) -> Predicate:
        return predicate_of(self.rls, self.has_user)

    @property
    def open_to(self) -> tuple[str, ...]:
        """Roles the second policy opens the table to, by their grants."""
        return (OWNER, *(role for role in _READERS if role in MATRIX[self.roles]))

    @property
    def tenant_policy(self) -> str:
        return f"RLS_{self.label}_Tenant"

    @property
    def open_policy(self) -> str:
        return f"RLS_{self.label}_Open"


def _same(*terms: Term) -> Predicate:
    return Predicate(read=terms, write=terms)


_COMPANY = Term("company", "CompanyID")
_PERSON = Term("user", "UserID")
_PARENT, _CHILD = Term("company", "ParentCompanyID"), Term("company", "ChildCompanyID")
_TRAIL = (Term("shared", "CompanyID"), _COMPANY)

PREDICATES: Final[dict[RlsClass, Predicate]] = {
    "company": _same(_COMPANY),
    "own_company": Predicate(read=(_COMPANY, Term("member", "CompanyID")), write=(_COMPANY,)),
    "membership": Predicate(read=(_COMPANY, _PERSON), write=(_COMPANY,)),
    "relationship": Predicate(
        read=(_PARENT, _CHILD, Term("member", "ParentCompanyID"), Term("member", "ChildCompanyID")),
        write=(_PARENT, _CHILD),
    ),
    "request": _same(Term("company", "ToCompanyID"), _PERSON),
    "person": _same(_PERSON),
    "trail": _same(*_TRAIL),
}


def predicate_of(rls: RlsClass, has_user: bool) -> Predicate:
    """Return the terms of a class; a trail with a UserID shows people their own rows too."""
    return _same(*_TRAIL, _PERSON) if rls == "trail" and has_user else PREDICATES[rls]


def protected(table: str, rls: RlsClass, roles: RoleClass, label: str = "", has_user: bool = False) -> ProtectedTable:
    """Declare a table for ``protect_rows()``; ``label`` is its name in constraints where that differs (S24)."""
    return ProtectedTable(table, rls, roles, label or locate(table)[1], has_user)


def declared_tables() -> list[ProtectedTable]:
    """Return what the models declare, by table name."""
    return sorted(
        (
            ProtectedTable(
                table=model._meta.db_table,
                rls=model.access.rls,
                roles=model.access.roles,
                label=label_of(model._meta.db_table),
                has_user=any(field.column == "UserID" for field in model._meta.local_concrete_fields),
            )
            for model in apps.get_models()
            if hasattr(model, "access") and model.access.is_tenant_scoped
        ),
        key=lambda table: table.table,
    )


def membership_function() -> RunSQLPerVendor:
    """Operation that makes the function with which policies of PostgreSQL ask for live memberships."""
    from common.db.postgresql import row_security as postgresql

    return RunSQLPerVendor(
        postgresql=postgresql.CREATE_FUNCTION, reverse_postgresql=postgresql.DROP_FUNCTION, reverse_microsoft=""
    )


def protect_rows(tables: Iterable[ProtectedTable]) -> RunSQLPerVendor:
    """Operation that protects all tables of one schema; SQL Server has one security policy for each schema."""
    from common.db.mssql import row_security as microsoft
    from common.db.postgresql import row_security as postgresql

    listed = list(tables)
    return RunSQLPerVendor(
        postgresql=[statement for table in listed for statement in postgresql.protect(table)],
        reverse_postgresql=[statement for table in reversed(listed) for statement in postgresql.release(table)],
        microsoft=microsoft.protect(listed),
        reverse_microsoft=microsoft.release(listed),
    )
