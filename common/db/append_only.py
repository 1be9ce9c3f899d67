"""Append-only tables: triggers that refuse UPDATE, DELETE and TRUNCATE for everybody, the owner included (S46).

``eventlead_retention`` alone may delete rows of tables with a retention class, and update rows when the statement sets
RedactedAt; column grants limit which columns. On SQL Server TRUNCATE needs ALTER, which only the owner has.
"""

from __future__ import annotations

from collections.abc import Sequence

from common.db.operations import RunSQLPerVendor
from common.db.schemas import split

RETENTION_ROLE = "eventlead_retention"

_POSTGRESQL_FUNCTION = f"""
CREATE FUNCTION audit."RefuseChange"() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = '{RETENTION_ROLE}' AND TG_ARGV[0] = 'purged' THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' AND current_user = '{RETENTION_ROLE}'
        AND to_jsonb(NEW) ->> 'RedactedAt' IS NOT NULL
        AND to_jsonb(NEW) ->> 'RedactedAt' IS DISTINCT FROM to_jsonb(OLD) ->> 'RedactedAt' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '%.% is append-only (% refused)', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$body$
"""


def refuse_change_function() -> RunSQLPerVendor:
    """Operation that makes the trigger function of PostgreSQL; SQL Server has its text in each trigger."""
    return RunSQLPerVendor(
        postgresql=_POSTGRESQL_FUNCTION, reverse_postgresql='DROP FUNCTION audit."RefuseChange"()', reverse_microsoft=""
    )


def append_only(table: str, label: str, *, is_purged: bool = True) -> RunSQLPerVendor:
    """Operation that makes one table (``audit.User``, label ``AuditUser``) append-only."""
    schema, bare = split(table)
    return RunSQLPerVendor(
        postgresql=_postgresql(f'{schema}."{bare}"', label, is_purged),
        microsoft=_microsoft(f"[{schema}].[{bare}]", str(schema), label, is_purged),
        reverse_postgresql=[
            f'DROP TRIGGER "TR_{label}_NoTruncate" ON {schema}."{bare}"',
            f'DROP TRIGGER "TR_{label}_AppendOnly" ON {schema}."{bare}"',
        ],
        reverse_microsoft=f"DROP TRIGGER [{schema}].[TR_{label}_AppendOnly]",
    )


def _postgresql(table: str, label: str, is_purged: bool) -> Sequence[str]:
    purged = "purged" if is_purged else "kept"
    call = f"EXECUTE FUNCTION audit.\"RefuseChange\"('{purged}')"
    return [
        f'CREATE TRIGGER "TR_{label}_AppendOnly" BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {call}',
        f'CREATE TRIGGER "TR_{label}_NoTruncate" BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {call}',
    ]


def _microsoft(table: str, schema: str, label: str, is_purged: bool) -> str:
    is_retention = f"IS_ROLEMEMBER('{RETENTION_ROLE}') = 1 AND IS_SRVROLEMEMBER('sysadmin') = 0"
    allowed = []
    if is_purged:
        allowed = [
            f"NOT EXISTS (SELECT 1 FROM inserted) AND {is_retention}",  # noqa: S608
            f"EXISTS (SELECT 1 FROM inserted) AND UPDATE([RedactedAt]) AND {is_retention}",  # noqa: S608
        ]
    lines = [
        f"CREATE TRIGGER [{schema}].[TR_{label}_AppendOnly] ON {table} AFTER UPDATE, DELETE AS",
        "BEGIN",
        "    SET NOCOUNT ON;",
        "    IF NOT EXISTS (SELECT 1 FROM deleted) RETURN;",
        *(f"    IF {condition} RETURN;" for condition in allowed),
        f"    THROW 50001, '{schema} tables are append-only', 1;",
        "END",
    ]
    return "\n".join(lines)
