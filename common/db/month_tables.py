"""Migration operations of tables partitioned by month of CreatedDate on PostgreSQL (database.md section 9, point 18).

The months themselves lie in schema ``django``, where tables outside the dictionary belong (S4); nobody but the owner
has a right on them, rows are reached through the table in ``log``. Two functions of the owner make and drop months;
the roles that may execute them can change no other table. SQL Server partitions nothing.
"""

from __future__ import annotations

from typing import Final

from common.db.grants import APP, RETENTION
from common.db.operations import RunSQLPerVendor

CREATE_MONTH: Final = 'log."CreateMonth"(text, date)'
DROP_MONTH: Final = 'log."DropMonth"(text, date)'
EXECUTE_RIGHTS: Final = ((CREATE_MONTH, APP), (DROP_MONTH, RETENTION))

# A function that cannot get its locks at once gives up, and its caller tries again: whoever waits for a lock on the
# whole table makes every writer of the log wait behind it.
_HEAD = """LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '250ms'
AS $body$
DECLARE
    starts timestamptz := date_trunc('month', month::timestamptz);
    ends timestamptz := starts + interval '1 month';
    part text := table_name || to_char(starts, '"_"YYYYMM');
"""

# The month is filled before it is attached: at no moment is a row of DEFAULT in neither place, and attaching proves
# that DEFAULT keeps none. Rows of DEFAULT are out of reach while they move.
_CREATE_MONTH = """
CREATE FUNCTION log."CreateMonth"(table_name text, month date) RETURNS boolean <HEAD>
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_class WHERE relnamespace = 'log'::regnamespace AND relname = table_name AND relkind = 'p'
    ) THEN
        RAISE EXCEPTION 'log.% is not partitioned', table_name USING ERRCODE = 'undefined_table';
    END IF;
    IF starts NOT BETWEEN now() - interval '10 years' AND now() + interval '1 year' THEN
        RAISE EXCEPTION 'month % is too far away', month USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF to_regclass(format('django.%I', part)) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('LOCK TABLE ONLY log.%I IN SHARE UPDATE EXCLUSIVE MODE', table_name);
    IF to_regclass(format('django.%I', part)) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE django.%I (LIKE log.%I INCLUDING ALL EXCLUDING IDENTITY)', part, table_name);
    EXECUTE format(
        'COMMENT ON TABLE django.%I IS %L', part, format('Rows of log.%s of %s', table_name, to_char(starts, 'YYYY-MM'))
    );
    EXECUTE format('LOCK TABLE django.%I IN ACCESS EXCLUSIVE MODE', table_name || '_Default');
    EXECUTE format(
        'WITH moved AS (DELETE FROM django.%I WHERE "CreatedDate" >= $1 AND "CreatedDate" < $2 RETURNING *) '
        'INSERT INTO django.%I SELECT * FROM moved', table_name || '_Default', part
    ) USING starts, ends;
    EXECUTE format(
        'ALTER TABLE log.%I ATTACH PARTITION django.%I FOR VALUES FROM (%L) TO (%L)', table_name, part, starts, ends
    );
    RETURN true;
END
$body$
""".replace("<HEAD>", _HEAD)

# Counted while nobody can write to the month, so the caller can compare with its archive and roll back.
_DROP_MONTH = """
CREATE FUNCTION log."DropMonth"(table_name text, month date) RETURNS bigint <HEAD>
    gone bigint;
BEGIN
    IF NOT EXISTS (
        SELECT FROM pg_inherits
        WHERE inhparent = to_regclass(format('log.%I', table_name))
          AND inhrelid = to_regclass(format('django.%I', part))
    ) THEN
        RAISE EXCEPTION 'log.% has no month %', table_name, to_char(starts, 'YYYY-MM')
            USING ERRCODE = 'undefined_table';
    END IF;
    IF ends > now() - interval '30 days' THEN
        RAISE EXCEPTION 'month % ended less than 30 days ago', to_char(starts, 'YYYY-MM')
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE format('LOCK TABLE django.%I IN SHARE MODE', part);
    EXECUTE format('SELECT count(*) FROM django.%I', part) INTO gone;
    EXECUTE format('LOCK TABLE ONLY log.%I IN ACCESS EXCLUSIVE MODE', table_name);
    EXECUTE format('DROP TABLE django.%I', part);
    RETURN gone;
END
$body$
""".replace("<HEAD>", _HEAD)


def grant_text() -> str:
    """Statement that lets the declared roles alone execute the two functions, as far as the roles exist."""
    granted = "\n".join(
        f"    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN\n"
        f"        GRANT EXECUTE ON FUNCTION {function} TO {role};\n    END IF;"
        for function, role in EXECUTE_RIGHTS
    )
    revoked = "\n".join(f"    REVOKE ALL ON FUNCTION {function} FROM PUBLIC;" for function, _ in EXECUTE_RIGHTS)
    return f"DO $body$\nBEGIN\n{revoked}\n{granted}\nEND\n$body$"


def month_functions() -> RunSQLPerVendor:
    """Operation that makes ``log."CreateMonth"`` and ``log."DropMonth"``."""
    return RunSQLPerVendor(
        postgresql=[_CREATE_MONTH, _DROP_MONTH, grant_text()],
        reverse_postgresql=[f"DROP FUNCTION {DROP_MONTH}", f"DROP FUNCTION {CREATE_MONTH}"],
        reverse_microsoft="",
    )


# The table is made anew beside the old one. Its indexes and foreign keys are read from the catalogue before, under the
# names they have, and made again when the rows are in; nothing may write meanwhile.
_REBUILD = """
DO $body$
DECLARE
    path text := current_setting('search_path');
    zone text := current_setting('timezone');
    later text[];
    statement text;
    old_keys text := pg_get_serial_sequence('log."<T>"', '<T>ID');
    new_keys text;
    last_key bigint;
    is_used boolean;
    month date;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog', true), set_config('timezone', 'UTC', true);
    LOCK TABLE log."<T>" IN ACCESS EXCLUSIVE MODE;
    SELECT array_agg(made ORDER BY made) INTO later FROM (
        SELECT replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') AS made
        FROM pg_index WHERE indrelid = 'log."<T>"'::regclass AND NOT indisprimary
        UNION ALL
        SELECT format('ALTER TABLE log."<T>" ADD CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE conrelid = 'log."<T>"'::regclass AND contype = 'f' AND conparentid = 0
        UNION ALL
        SELECT format('COMMENT ON TABLE log."<T>" IS %L', obj_description('log."<T>"'::regclass, 'pg_class'))
        WHERE obj_description('log."<T>"'::regclass, 'pg_class') IS NOT NULL
    ) AS parts;
    EXECUTE format('SELECT last_value, is_called FROM %s', old_keys) INTO last_key, is_used;
    ALTER TABLE log."<T>" RENAME TO "<T>_Old";
    CREATE TABLE log."<T>" (
        LIKE log."<T>_Old"
        INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING CONSTRAINTS INCLUDING COMMENTS INCLUDING STORAGE
    ) <SHAPE>;
    <MONTHS>
    INSERT INTO log."<T>" SELECT * FROM log."<T>_Old";
    DROP TABLE log."<T>_Old";
    ALTER TABLE log."<T>" ADD CONSTRAINT "PK_<T>" PRIMARY KEY (<KEY>);
    FOREACH statement IN ARRAY later LOOP
        EXECUTE statement;
    END LOOP;
    new_keys := pg_get_serial_sequence('log."<T>"', '<T>ID');
    PERFORM setval(new_keys, last_key, is_used);
    IF new_keys <> old_keys THEN
        EXECUTE format('ALTER SEQUENCE %s RENAME TO %I', new_keys, (parse_ident(old_keys))[2]);
    END IF;
    PERFORM set_config('search_path', path, true), set_config('timezone', zone, true);
END
$body$
"""

_MONTHS = """CREATE TABLE django."<T>_Default" PARTITION OF log."<T>" DEFAULT;
    COMMENT ON TABLE django."<T>_Default" IS 'Rows of log.<T> whose month has no partition yet';
    FOR month IN
        SELECT DISTINCT date_trunc('month', "CreatedDate") FROM log."<T>_Old"
        WHERE "CreatedDate" BETWEEN now() - interval '9 years' AND now() + interval '11 months'
        UNION
        SELECT generate_series(
            date_trunc('month', now()), date_trunc('month', now()) + interval '3 months', interval '1 month'
        )
    LOOP
        PERFORM log."CreateMonth"('<T>', month);
    END LOOP;"""


def partition_by_month(table: str) -> RunSQLPerVendor:
    """Operation that turns ``log.<table>`` into a partitioned table and back, rows and names kept."""
    return RunSQLPerVendor(
        postgresql=_rebuild(table, 'PARTITION BY RANGE ("CreatedDate")', f'"{table}ID", "CreatedDate"', _MONTHS),
        reverse_postgresql=_rebuild(table, "", f'"{table}ID"', ""),
        reverse_microsoft="",
    )


def _rebuild(table: str, shape: str, key: str, months: str) -> str:
    text = _REBUILD.replace("<SHAPE>", shape).replace("<KEY>", key).replace("<MONTHS>", months)
    return text.replace("<T>", table)
