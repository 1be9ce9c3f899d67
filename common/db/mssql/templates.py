"""Statements of the schema editor that mssql-django writes without the schema."""

from __future__ import annotations

from typing import Final

DROP_TABLE: Final = """
DECLARE @drop_keys nvarchar(max) = N'';
SELECT @drop_keys += N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.'
    + QUOTENAME(OBJECT_NAME(parent_object_id)) + N' DROP CONSTRAINT ' + QUOTENAME(name) + N';'
FROM sys.foreign_keys WHERE referenced_object_id = OBJECT_ID(N'%(table)s');
EXEC sys.sp_executesql @drop_keys;
DROP TABLE %(table)s"""

DEFAULT_NAME: Final = (
    "SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID(%(table)s) "
    "AND COL_NAME(parent_object_id, parent_column_id) = %(column)s"
)

# Unique and filtered indexes hold on to their columns: SQL Server renames neither with them.
BOUND_INDEXES: Final = """
SELECT i.name, i.is_unique, i.filter_definition, c.name
FROM sys.indexes i
JOIN sys.index_columns ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0
JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
WHERE i.object_id = OBJECT_ID(%s) AND i.has_filter = 1
ORDER BY i.name, ic.key_ordinal
"""

_LEVELS = "@level0type = N'SCHEMA', @level0name = N'{schema}', @level1type = N'TABLE', @level1name = N'{table}'"


def comment(schema: str, table: str, column: str | None, text: str | None, is_new: bool = False) -> str:
    """Return the statement that sets MS_Description (S41); ``is_new`` skips the look-up of an older one."""
    levels = _LEVELS.format(schema=schema, table=table)
    minor = "0"
    if column is not None:
        levels += f", @level2type = N'COLUMN', @level2name = N'{column}'"
        minor = f"COLUMNPROPERTY(OBJECT_ID(N'[{schema}].[{table}]'), N'{column}', 'ColumnId')"
    name = "@name = N'MS_Description'"
    escaped = (text or "").replace("'", "''")
    value = f"@value = N'{escaped}'"
    add = f"EXEC sys.sp_addextendedproperty {name}, {value}, {levels}"
    if is_new:
        return add
    change = f"EXEC sys.sp_updateextendedproperty {name}, {value}, {levels}"
    return (
        "IF EXISTS (SELECT 1 FROM sys.extended_properties "  # noqa: S608
        "WHERE class = 1 AND name = N'MS_Description' "
        f"AND major_id = OBJECT_ID(N'[{schema}].[{table}]') AND minor_id = {minor}) {change} ELSE {add}"
    )
