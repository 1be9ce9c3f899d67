"""Who may see and change what: S35, S36, S46, S47, S48."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from common.db.grants import APP, ROLES, Grant, desired_grants
from common.standards.catalogue import Table
from common.standards.catalogue.shapes import TEXT
from common.standards.context import Context, words_of
from common.standards.findings import Finding, rule

_SECRET_SETTING = re.compile("SECRET|API_KEY|PRIVATE_KEY|CONNECTION_STRING|CREDENTIAL")
_SECRET_WORDS = {"Password", "Secret", "Token"}
_SECRET_COLUMNS = frozenset(
    {
        "PasswordHash", "LastPasswordChange", "SessionToken", "TokenHash", "TokenFamilyID", "AccessTokenVersion",
        "RefreshTokenVersion",
    }
)  # fmt: skip
# What the predicates of a class speak about; `scope` opens a table to named system functions.
_CLASS_COLUMNS = {
    "company": ("CompanyID",),
    "own_company": ("CompanyID",),
    "membership": ("CompanyID", "UserID"),
    "relationship": ("ParentCompanyID", "ChildCompanyID"),
    "request": ("ToCompanyID", "UserID"),
    "person": ("UserID",),
    "trail": ("CompanyID",),
}
_HASH_LENGTH = 64


@rule("S35")
def row_security(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        model = context.model_of(table)
        kind = model.access.rls if model else "none"  # type: ignore[attr-defined]
        if kind == "none":
            for policy in table.policies:
                yield Finding(table.label, f"has the policy {policy.name} and no RLS class", "drop the policy")
            continue
        if not table.is_row_security_enabled:
            yield Finding(table.label, "has no row-level security", "ENABLE ROW LEVEL SECURITY")
        if not table.is_row_security_forced:
            yield Finding(table.label, "does not bind its owner", "FORCE ROW LEVEL SECURITY")
        yield from _policies(table, kind)


def _policies(table: Table, kind: str) -> Iterator[Finding]:
    bound = [policy for policy in table.policies if APP in policy.roles or "PUBLIC" in policy.roles]
    text = " ".join(policy.text for policy in bound)
    if not bound:
        yield Finding(table.label, f"has no policy of class {kind} for {APP}", "create the policy of its class")
        return
    for column in _CLASS_COLUMNS[kind]:
        if f'"{column}"' not in text and f"[{column}]" not in text:
            yield Finding(table.label, f"its policies do not test {column}", f"use the predicate of class {kind}")
    if (
        not any(policy.roles and APP not in policy.roles for policy in table.policies)
        and "PUBLIC" not in bound[0].roles
    ):
        yield Finding(table.label, "has no policy for owner, retention and readers", "create the second policy")


@rule("S36")
def no_secrets(context: Context) -> Iterator[Finding]:
    for seeds in context.seeds:
        for file in seeds.files:
            path = seeds.path(file)
            if file.key == "SettingKey" and path.exists():
                with path.open(encoding="utf-8", newline="") as handle:
                    for row in csv.DictReader(handle):
                        if _SECRET_SETTING.search(row.get("SettingKey") or ""):
                            yield Finding(path.name, f"{row['SettingKey']} is a secret", "keep it in the environment")
    for model in context.models:
        for field in model._meta.local_concrete_fields:
            column = str(field.column)
            is_secret = set(words_of(column)) & _SECRET_WORDS and column not in _SECRET_COLUMNS
            if is_secret and not field.primary_key and not _is_copied_key(model, column):
                yield Finding(
                    f"{model._meta.db_table}.{column}", "is named like a secret", "store a hash, or rename it"
                )


def _is_copied_key(model: type, column: str) -> bool:
    return hasattr(model, "history_type") and column.endswith("TokenID")


@rule("S46")
def append_only(context: Context) -> Iterator[Finding]:
    wanted = {"UPDATE", "DELETE"} | ({"TRUNCATE"} if context.catalogue.vendor == "postgresql" else set())
    for table in context.catalogue.business_tables():
        for trigger in table.triggers:
            if "INSERT" in trigger.events:
                yield Finding(f"{table.label} {trigger.name}", "fires on INSERT", "drop it; writers do the work")
        if table.schema != "audit":
            continue
        refused = {event for trigger in table.triggers if trigger.is_enabled for event in trigger.events}
        for event in sorted(wanted - refused):
            yield Finding(table.label, f"does not refuse {event}", "use common.db.append_only in a migration")


@rule("S47")
def grants(context: Context) -> Iterator[Finding]:
    for what, word in _grant_differences(context):
        yield Finding(what, f"is {word}", "manage.py grants --apply")


def _grant_differences(context: Context) -> Iterator[tuple[str, str]]:
    if context.catalogue.vendor == "postgresql":
        from common.db.postgresql import grants as live

        missing_roles = sorted(set(ROLES) - live.existing_roles(context.connection))
        if missing_roles:
            yield f"role {', '.join(missing_roles)}", "missing"
            return
        for line in live.compare(context.connection).lines():
            word, _, what = line.partition(": ")
            yield what, word
        return
    tables = {(t.schema, t.name): tuple(column.name for column in t.columns) for t in context.catalogue.tables}
    desired = desired_grants(tables)
    live_grants = {Grant(r, s, t, verb, c) for r, s, t, verb, c in context.catalogue.grants if r in {*ROLES, "public"}}
    for word, found in (("missing", desired - live_grants), ("too much", live_grants - desired)):
        for grant in found:
            column = f" ({grant.column})" if grant.column else ""
            yield f"{grant.verb}{column} ON {grant.schema}.{grant.table} TO {grant.role}", word


@rule("S48")
def token_hashes(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for column in table.columns:
            place = f"{table.label}.{column.name}"
            if column.name == "TokenHash":
                if (column.kind, column.length) != (TEXT, _HASH_LENGTH):
                    yield Finding(place, f"is {column.native}({column.length})", "make it text(64)")
                if not any(index.is_unique and index.columns == ("TokenHash",) for index in table.indexes):
                    yield Finding(place, "is not unique", "declare Unique(fields=['token_hash'])")
                if not _has_length_check(table):
                    yield Finding(place, "has no length check", "declare Check('TokenHash', Q(token_hash__length=64))")
            elif words_of(column.name)[-1] == "Token" and column.name != "SessionToken":
                yield Finding(place, "stores a token", "store its SHA-256 in TokenHash")


def _has_length_check(table: Table) -> bool:
    pattern = re.compile(r"len(?:gth)?\(.*TokenHash.*\).*= *\(*64", re.IGNORECASE)
    return any(pattern.search(check.definition) for check in table.checks)
