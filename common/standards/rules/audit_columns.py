"""Audit columns of each kind of table: S19 to S23."""

from __future__ import annotations

from collections.abc import Iterator

from common.db.grants import APP, RETENTION, ROLES
from common.standards.catalogue import Table
from common.standards.catalogue.shapes import BOOL, INSTANT
from common.standards.context import Context
from common.standards.findings import Finding, rule

TOKEN_TABLES = frozenset(
    {
        "dbo.UserEmailChangeToken",
        "dbo.UserEmailVerificationToken",
        "dbo.UserPasswordResetToken",
        "dbo.UserRefreshToken",
    }
)
_SIX = ("CreatedBy", "UpdatedDate", "UpdatedBy", "IsDeleted", "DeletedDate", "DeletedBy")
_MUTABLE_SCHEMAS = ("dbo", "ref", "config")
_AS_AUDITED = "declare the model as AuditedTable"
_KINDS = {"UpdatedDate": INSTANT, "DeletedDate": INSTANT, "UpdatedBy": "bigint", "DeletedBy": "bigint"}
_FALSE = {"false", "((0))", "(0)"}


def is_mutable(table: Table) -> bool:
    return table.schema in _MUTABLE_SCHEMAS and table.label not in TOKEN_TABLES


def _mutable(context: Context, *schemas: str) -> Iterator[Table]:
    return (table for table in context.catalogue.business_tables(*(schemas or _MUTABLE_SCHEMAS)) if is_mutable(table))


def _nullable(table: Table, *names: str) -> Iterator[Finding]:
    """Each column is there, nullable and of its kind."""
    for name in names:
        column = table.column(name)
        if column is None:
            yield Finding(table.label, f"has no {name}", _AS_AUDITED)
        elif not column.is_nullable or column.kind != _KINDS[name]:
            yield Finding(f"{table.label}.{name}", f"is not a nullable {_KINDS[name]}", _AS_AUDITED)


@rule("S19")
def created(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        column = table.column("CreatedDate")
        if column is None:
            yield Finding(table.label, "has no CreatedDate", "declare the model as AuditedTable or LogTable")
        elif column.is_nullable or column.default is None or column.kind != INSTANT:
            yield Finding(
                f"{table.label}.CreatedDate",
                "is nullable or without default instant",
                "declare the model as AuditedTable or LogTable",
            )
        if is_mutable(table) and not table.has("CreatedBy"):
            yield Finding(table.label, "has no CreatedBy", _AS_AUDITED)


@rule("S20")
def updated(context: Context) -> Iterator[Finding]:
    for table in _mutable(context):
        yield from _nullable(table, "UpdatedDate", "UpdatedBy")


@rule("S21")
def soft_deleted(context: Context) -> Iterator[Finding]:
    for table in _mutable(context):
        yield from _soft_delete(table)
    for role, schema, name, verb, _ in sorted(context.catalogue.grants):
        label = f"{schema}.{name}"
        is_token = label in TOKEN_TABLES and role == RETENTION
        if verb == "DELETE" and schema in _MUTABLE_SCHEMAS and role in {*ROLES, "PUBLIC"} and not is_token:
            yield Finding(f"{label} {role}", "may delete rows", f"REVOKE DELETE; {APP} soft-deletes")


def _soft_delete(table: Table) -> Iterator[Finding]:
    flag = table.column("IsDeleted")
    if flag is None:
        yield Finding(table.label, "has no IsDeleted", _AS_AUDITED)
    elif flag.kind != BOOL or flag.is_nullable or flag.default not in _FALSE:
        yield Finding(f"{table.label}.IsDeleted", "is not NOT NULL with default false", _AS_AUDITED)
    yield from _nullable(table, "DeletedDate", "DeletedBy")
    names = {check.name for check in table.checks}
    for check in ("SoftDelete", "AuditDates"):
        if f"CK_{table.stem}_{check}" not in names:
            yield Finding(table.label, f"has no check {check}", _AS_AUDITED)


@rule("S22")
def lookups_are_audited(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables("ref"):
        for name in ("CreatedDate", *_SIX):
            if not table.has(name):
                yield Finding(table.label, f"has no {name}", "declare the model as LookupTable")


@rule("S23")
def written_once(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        if is_mutable(table):
            continue
        for name in _SIX:
            if table.has(name):
                yield Finding(
                    f"{table.label}.{name}",
                    "does not belong in a table that is written once",
                    "declare the model as LogTable",
                )
