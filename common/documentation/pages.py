"""The smaller pages: standards report, permissions, counts, settings and the index of them all."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from common.db.grants import HIDDEN_COLUMNS, MATRIX, ROLES, Rights, erasable_columns, table_classes
from common.db.schemas import BUSINESS_SCHEMAS
from common.documentation.facts import CLASS_TABLES, SCHEMA_FACTS
from common.documentation.markdown import code, page, table
from common.seeding import seed_sets
from common.standards.checking import Report
from common.standards.context import Context
from common.standards.findings import SEVERITIES

_LETTERS = {"SELECT": "S", "INSERT": "I", "UPDATE": "U", "DELETE": "D"}
_VARIABLE = re.compile(r"#?([A-Z][A-Z0-9_]*)=(.*)")


def standards_page(report: Report) -> str:
    """Return ``standards.md``: every rule with its state in the database the page was written from."""
    rows = [
        (r.rule.id, SEVERITIES[r.rule.wording.severity], r.rule.wording.sources, r.status, r.rule.wording.text)
        for r in report.results
    ]
    passed = sum(result.status == "passed" for result in report.results)
    findings = [(r.rule.id, code(f.object), f.message) for r in report.results for f in r.findings]
    reasons = sorted({(r.rule.id, reason) for r in report.results for _, reason in r.exempted})
    return page(
        "Standards report",
        "`manage.py standards` holds every rule against its sources: D the declared models, L the live catalogue, "
        "M the migration files, S the seed files. A violation, or an exemption that nothing needs any more, ends "
        "it with status 1. Each rule has tests in `tests/standards` that break it and see it caught. A rule is "
        "*not applicable* when this vendor cannot break it.",
        f"{len(rows)} rules on PostgreSQL: {passed} passed, {len(findings)} violations, {len(reasons)} exemptions.",
        table(("Rule", "Severity", "Source", "State", "Statement"), rows),
        "## Violations\n\n" + (table(("Rule", "Object", "Finding"), findings) if findings else "None."),
        "## Exemptions\n\nDeclared in `common/standards/exemptions.py`.\n\n"
        + (table(("Rule", "Reason"), reasons) if reasons else "None."),
    )


def permissions_page(context: Context) -> str:
    """Return ``permissions.md``: the role matrix, and the class of each table."""
    tables = {(found.schema, found.name): found for found in context.catalogue.business_tables()}
    classes = table_classes()
    listed = sorted((f"{s}.{t}", kind) for (s, t), kind in classes.items() if (s, t) in tables)
    rows = [
        (kind, CLASS_TABLES[kind], *(_rights(MATRIX[kind].get(role)) for role in ROLES)) for kind in MATRIX
    ]  # fmt: skip
    erasable = [
        (f"{schema}.{name}", ", ".join(erasable_columns(schema, tuple(column.name for column in found.columns))))
        for (schema, name), found in sorted(tables.items())
        if schema in {"log", "audit"}
    ]
    return page(
        "Permissions",
        "One declared matrix (`common/db/grants.py`) is applied by `manage.py grants --apply` and compared with "
        "the live database by `manage.py grants --check` and rule S47. S select, I insert, U update, D delete. "
        "`eventlead_owner` owns all objects and runs migrations; no other role may create, alter, drop or "
        "truncate, and PUBLIC has no right on any schema.",
        table(("Class", "Tables", *(role.removeprefix("eventlead_") for role in ROLES)), rows),
        f"S* = all columns but {' and '.join(sorted(HIDDEN_COLUMNS))}. U* = the personal columns below, for erasure.",
        "## Personal columns that the retention role may overwrite",
        "Tables of audit accept it only from a statement that sets RedactedAt (trigger).",
        table(("Table", "Columns"), [row for row in erasable if row[1]]),
        "## Class of each table",
        table(("Table", "Class"), listed),
    )


def _rights(rights: Rights | None) -> str:
    if rights is None:
        return "–"
    letters = [_LETTERS[verb] for verb in rights.verbs]
    letters += (["S*"] if rights.reads_all_but_hidden else []) + (["U*"] if rights.erases else [])
    return " ".join(letters)


def settings_page(root: Path) -> str:
    """Return ``settings.md``: business rules from the seed, and the variables of the environment."""
    rows = list(_setting_rows())
    groups = sorted({row["SettingCategoryCode"] for row in rows})
    parts = []
    for group in groups:
        head = ("Key", "Type", "Default", "Allowed", "Public", "Meaning")
        parts.append(f"## {group.replace('_', ' ').replace('-', ' ').capitalize()}")
        parts.append(table(head, (_setting(row) for row in rows if row["SettingCategoryCode"] == group)))
    return page(
        "Settings",
        f"Business rules are {len(rows)} rows of `config.AppSetting`, seeded with these defaults. System "
        "administrators change them in the back office or over REST; every change leaves history and audit and is "
        "in force in every process within five seconds. A key never changes its meaning. *Public* settings are "
        "part of the configuration that clients read without signing in.",
        *parts,
        "## Environment",
        "Secrets, addresses and processes are not settings: they come from the environment, and "
        "[.env.example](../.env.example) explains each variable. Production refuses to start on a development secret.",
        table(("Variable", "Example or default"), _variables(root / ".env.example")),
    )


def _setting_rows() -> Iterator[dict[str, str]]:
    for seeds in seed_sets():
        for file in seeds.files:
            if file.key == "SettingKey":
                with seeds.path(file).open(encoding="utf-8", newline="") as handle:
                    yield from csv.DictReader(handle)


def _setting(row: dict[str, str]) -> tuple[str, ...]:
    low, high, pattern = row["MinValue"], row["MaxValue"], row["ValidationRegex"]
    allowed = f"{low} to {high}" if low and high else f"from {low}" if low else f"up to {high}" if high else ""
    if pattern:
        allowed = f"{allowed} {code(pattern)}".strip()
    if row["IsEditable"] == "false":
        allowed = f"{allowed} (locked)".strip()
    is_public = "yes" if row["IsPublic"] == "true" else ""
    default = code(row["DefaultValue"]) if row["DefaultValue"] else "(empty)"
    return code(row["SettingKey"]), row["SettingTypeCode"], default, allowed, is_public, row["Description"]


def _variables(path: Path) -> Iterable[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _VARIABLE.fullmatch(line)
        if found:
            yield code(found[1]), code(found[2]) if found[2] else ""


def index_page(context: Context) -> str:
    """Return ``README.md`` of the folder."""
    rows = []
    for schema in BUSINESS_SCHEMAS:
        facts = SCHEMA_FACTS[schema]
        count = len(list(context.catalogue.business_tables(schema)))
        rows.append((code(schema), facts.purpose, count, facts.retention, facts.writes, f"[diagram](er-{schema}.svg)"))
    return page(
        "Database",
        "![Six schemas and the foreign keys between them](er-overview.svg)",
        table(("Schema", "Purpose", "Tables", "Kept", "Writes", "Tables and keys"), rows),
        "Framework tables (sessions, scheduled jobs, migrations) lie in a seventh schema, `django`.",
        "\n".join(
            (
                "- [dictionary.md](dictionary.md): every table with columns, keys, indexes and checks",
                "- [standards.md](standards.md): the fifty rules and their state",
                "- [permissions.md](permissions.md): roles, matrix, class of each table",
                "- [mssql.sql](mssql.sql): the whole schema as T-SQL, as `manage.py ddl --vendor mssql` writes it",
                "- [counts.md](counts.md): how the 45 tables relate to the plan's figures",
                "- [../settings.md](../settings.md): business settings and environment",
            )
        ),
        "Check a database with `manage.py standards` and `manage.py grants --check`; write these pages with `make "
        "docs`.",
    )
