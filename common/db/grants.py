"""Who may do what: the role matrix of database.md 3.1, as data (S47).

The matrix is computed for a catalogue (tables with their columns), either the declared one or the live one, so that
``manage.py grants`` grants, revokes and compares the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from django.apps import apps

from common.db.declarations import RoleClass
from common.db.schemas import FRAMEWORK_SCHEMA, SCHEMAS, locate

OWNER: Final = "eventlead_owner"
APP: Final = "eventlead_app"
RETENTION: Final = "eventlead_retention"
ANALYST: Final = "eventlead_analyst"
SUPPORT: Final = "eventlead_support"
STEWARD: Final = "eventlead_steward"
COMPLIANCE: Final = "eventlead_compliance"
ROLES: Final = (APP, RETENTION, ANALYST, SUPPORT, STEWARD, COMPLIANCE)

Verb = Literal["SELECT", "INSERT", "UPDATE", "DELETE"]
Catalogue = Mapping[tuple[str, str], tuple[str, ...]]
TableClass = RoleClass | Literal["FRAMEWORK"]

S, I, U, D = "SELECT", "INSERT", "UPDATE", "DELETE"  # noqa: E741  the letters of the matrix


@dataclass(frozen=True, slots=True)
class Rights:
    """Verbs on whole tables, and those limited to columns: ``hidden`` are not read, ``erasable`` may be updated."""

    verbs: tuple[str, ...]
    reads_all_but_hidden: bool = False
    erases: bool = False


MATRIX: Final[dict[TableClass, dict[str, Rights]]] = {
    "BIZ": {APP: Rights((S, I, U)), SUPPORT: Rights((S,))},
    "USER": {APP: Rights((S, I, U)), SUPPORT: Rights((), reads_all_but_hidden=True)},
    "TOKEN": {APP: Rights((S, I, U)), RETENTION: Rights((S, D))},
    # Hashes and sealed keys: nobody but the application reads them, and none of them ages.
    "SEALED": {APP: Rights((S, I, U))},
    "REF": {APP: Rights((S, I, U)), STEWARD: Rights((S, I, U))},
    "CONFIG": {APP: Rights((S, I, U))},
    "LOG": {
        APP: Rights((S, I)),
        RETENTION: Rights((S, D), erases=True),
        ANALYST: Rights((S,)),
        SUPPORT: Rights((S,)),
    },
    "OUTBOX": {
        APP: Rights((S, I, U)),
        RETENTION: Rights((S, D), erases=True),
        ANALYST: Rights((S,)),
        SUPPORT: Rights((S,)),
    },
    "AUDIT": {
        APP: Rights((S, I)),
        RETENTION: Rights((S, I, D), erases=True),
        ANALYST: Rights((S,)),
        COMPLIANCE: Rights((S,)),
    },
    "CACHE": {APP: Rights((S, I, U, D)), RETENTION: Rights((S, D))},
    "FRAMEWORK": {APP: Rights((S, I, U, D))},
}

# Classes that are a whole schema; SQL Server grants these once, on the schema.
SCHEMA_CLASSES: Final[dict[str, TableClass]] = {
    "ref": "REF",
    "config": "CONFIG",
    "cache": "CACHE",
    FRAMEWORK_SCHEMA: "FRAMEWORK",
}

HIDDEN_COLUMNS: Final = frozenset({"PasswordHash", "SessionToken"})
_PERSONAL: Final = frozenset(
    {"IPAddress", "UserAgent", "OldValue", "NewValue", "Reason", "ChangeReason", "TemplateData", "RedactedAt"}
)
_PERSONAL_SNAPSHOT: Final = frozenset(
    {"FirstName", "LastName", "Phone", "RoleTitle", "Bio", "ProfilePictureUrl", "LockedReason", "RemovalReason"}
)


class Grant(NamedTuple):
    """One verb for one role on a table, or on one of its columns."""

    role: str
    schema: str
    table: str
    verb: str
    column: str = ""


def table_classes() -> dict[tuple[str, str], TableClass]:
    """Return the grant class of every declared table."""
    classes: dict[tuple[str, str], TableClass] = {}
    for model in apps.get_models(include_auto_created=True):
        access = getattr(model, "access", None)
        classes[locate(model._meta.db_table)] = access.roles if access else "FRAMEWORK"
    return classes


def declared_catalogue() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the tables of the models with their columns."""
    tables = {
        locate(model._meta.db_table): tuple(str(field.column) for field in model._meta.local_concrete_fields)
        for model in apps.get_models(include_auto_created=True)
    }
    return {**tables, (FRAMEWORK_SCHEMA, "django_migrations"): ("id", "app", "name", "applied")}


def erasable_columns(schema: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Personal columns that the retention role may overwrite; in audit only where RedactedAt can say so."""
    if schema == "audit" and "RedactedAt" not in columns:
        return ()
    personal = _PERSONAL | (_PERSONAL_SNAPSHOT if schema == "audit" else frozenset())
    return tuple(column for column in columns if column in personal or column.endswith("Email"))


def desired_grants(catalogue: Catalogue) -> set[Grant]:
    """Return the matrix for the tables at hand; a table without class gets nothing."""
    classes = table_classes()
    return {
        grant
        for (schema, table), columns in catalogue.items()
        for grant in _of_table(schema, table, columns, classes.get((schema, table)))
    }


def _of_table(schema: str, table: str, columns: tuple[str, ...], kind: TableClass | None) -> Iterator[Grant]:
    if kind is None and schema == FRAMEWORK_SCHEMA:
        kind = "FRAMEWORK"
    for role, rights in MATRIX[kind].items() if kind else ():
        for verb in rights.verbs:
            yield Grant(role, schema, table, verb)
        if rights.reads_all_but_hidden:
            for column in columns:
                if column not in HIDDEN_COLUMNS:
                    yield Grant(role, schema, table, S, column)
        if rights.erases:
            for column in erasable_columns(schema, columns):
                yield Grant(role, schema, table, U, column)


def schemas_of(grants: set[Grant]) -> set[tuple[str, str]]:
    """Return (role, schema) pairs a role needs USAGE of."""
    return {(grant.role, grant.schema) for grant in grants}


def by_target(grants: set[Grant]) -> list[tuple[str, str, str, list[str]]]:
    """Group grants for statements: role, schema, table, and its verbs with their columns."""
    verbs: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for grant in sorted(grants):
        columns = verbs.setdefault((grant.role, grant.schema, grant.table), {}).setdefault(grant.verb, [])
        columns.extend([grant.column] if grant.column else [])
    return [(*target, [_verb(verb, columns) for verb, columns in found.items()]) for target, found in verbs.items()]


def _verb(verb: str, columns: list[str]) -> str:
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f"{verb} ({quoted})" if columns else verb


def grant_statements(vendor: str) -> list[str]:
    """Return roles and grants of the declared tables as SQL text (``manage.py ddl``, ``grants --show``)."""
    grants = desired_grants(declared_catalogue())
    if vendor == "mssql":
        return _mssql_statements(grants)
    statements = [create_role_sql(role) for role in ROLES]
    statements += [f'REVOKE ALL ON SCHEMA "{schema}" FROM PUBLIC' for schema in (*SCHEMAS, "public")]
    statements += [f'GRANT USAGE ON SCHEMA "{schema}" TO {role}' for role, schema in sorted(schemas_of(grants))]
    return statements + [
        f'GRANT {", ".join(verbs)} ON "{schema}"."{table}" TO {role}'
        for role, schema, table, verbs in by_target(grants)
    ]


def create_role_sql(role: str) -> str:
    """Return a PostgreSQL statement that creates the role unless it exists, or another session creates it now."""
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; "
        "END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )


def _mssql_statements(grants: set[Grant]) -> list[str]:
    statements = [f"IF DATABASE_PRINCIPAL_ID(N'{role}') IS NULL CREATE ROLE [{role}]" for role in ROLES]
    for schema, kind in SCHEMA_CLASSES.items():
        for role, rights in MATRIX[kind].items():
            statements.append(f"GRANT {', '.join(rights.verbs)} ON SCHEMA::[{schema}] TO [{role}]")
    single = {grant for grant in grants if grant.schema not in SCHEMA_CLASSES}
    for role, schema, table, verbs in by_target(single):
        # SQL Server takes column lists of one verb per statement.
        plain = [verb for verb in verbs if "(" not in verb]
        for part in [", ".join(plain), *(verb for verb in verbs if "(" in verb)]:
            if part:
                statements += [f"GRANT {_brackets(part)} ON [{schema}].[{table}] TO [{role}]"]
    return statements


def _brackets(text: str) -> str:
    return re.sub(r'"([^"]+)"', r"[\1]", text)
