"""Types of columns: S1, S15, S50."""

from __future__ import annotations

from collections.abc import Iterator

from common.standards.catalogue import Table
from common.standards.catalogue.shapes import BOOL, JSON
from common.standards.context import SAMPLE_ROWS, Context, words_of
from common.standards.findings import Finding, rule

_FOREIGN_TEXT = {
    "character", "char", "bpchar", '"char"', "name", "citext", "varchar", "nchar", "ntext", "xml", "sysname",
}  # fmt: skip
_FLAG_WORDS = {"Is", "Has", "Can", "Allow"}


@rule("S1")
def unicode_text(context: Context) -> Iterator[Finding]:
    catalogue = context.catalogue
    if catalogue.vendor == "postgresql" and catalogue.encoding != "UTF8":
        yield Finding("database", f"is encoded in {catalogue.encoding}", "create the database with ENCODING 'UTF8'")
    foreign = _FOREIGN_TEXT | ({"text"} if catalogue.vendor == "microsoft" else set())
    for table in catalogue.tables:
        for column in table.columns:
            if column.native in foreign:
                wanted = "nvarchar" if catalogue.vendor == "microsoft" else "varchar or text"
                yield Finding(f"{table.label}.{column.name}", f"is {column.native}", f"make it {wanted}")


@rule("S15")
def flags(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        for column in table.columns:
            is_flag_name = words_of(column.name)[0] in _FLAG_WORDS
            if column.kind == BOOL and not is_flag_name:
                yield Finding(f"{table.label}.{column.name}", "is a flag without Is, Has, Can or Allow", "rename it")
            if is_flag_name and column.kind != BOOL:
                yield Finding(
                    f"{table.label}.{column.name}",
                    f"is named like a flag and is {column.native}",
                    "make it bool or rename it",
                )


@rule("S50")
def json_columns(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables():
        model = context.model_of(table)
        declared = {
            str(field.column)
            for field in (model._meta.local_concrete_fields if model else ())
            if field.get_internal_type() == "JSONField"
        }
        for column in table.columns:
            place = f"{table.label}.{column.name}"
            if column.native == "json" or (column.name in declared and column.kind != JSON):
                yield Finding(place, f"is {column.native}", "make it jsonb, or nvarchar(max) with an ISJSON check")
            elif column.kind == JSON and _holds_scalars(context, table, column.name):
                yield Finding(place, "holds rows that are neither object nor list", "correct the rows and their writer")


def _holds_scalars(context: Context, table: Table, column: str) -> bool:
    """Whether one of the newest rows holds a bare text, number, flag or JSON null."""
    if table.primary_key is None:
        return False
    quote = context.connection.ops.quote_name
    name, key, json = f"{quote(table.schema)}.{quote(table.name)}", quote(table.primary_key.columns[0]), quote(column)
    if context.catalogue.vendor == "microsoft":
        inner = f"SELECT TOP {SAMPLE_ROWS} {json} FROM {name} ORDER BY {key} DESC"  # noqa: S608  names of the catalogue
        test = f"LEFT(LTRIM({json}), 1) NOT IN (N'{{', N'[')"
    else:
        inner = f"SELECT {json} FROM {name} ORDER BY {key} DESC LIMIT {SAMPLE_ROWS}"  # noqa: S608
        test = f"jsonb_typeof({json}) NOT IN ('object', 'array')"
    with context.connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({inner}) newest WHERE {test}")  # noqa: S608
        return bool(cursor.fetchone()[0])
