"""Catalogue queries of the introspection. Each is keyed on OBJECT_ID or returns the schema, never bare names."""

from __future__ import annotations

TABLES = """
SELECT s.name, o.name, o.type, CAST(ep.value AS nvarchar(4000))
FROM sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
LEFT JOIN sys.extended_properties ep
  ON ep.class = 1 AND ep.major_id = o.object_id AND ep.minor_id = 0 AND ep.name = N'MS_Description'
WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
ORDER BY s.name, o.name
"""

COLUMNS = """
SELECT c.name, t.name, c.max_length, c.precision, c.scale, c.is_nullable, d.definition, c.collation_name,
       c.is_identity, CAST(ep.value AS nvarchar(4000))
FROM sys.columns c
JOIN sys.types t ON t.user_type_id = c.user_type_id
LEFT JOIN sys.default_constraints d ON d.parent_object_id = c.object_id AND d.parent_column_id = c.column_id
LEFT JOIN sys.extended_properties ep
  ON ep.class = 1 AND ep.major_id = c.object_id AND ep.minor_id = c.column_id AND ep.name = N'MS_Description'
WHERE c.object_id = OBJECT_ID(%s)
ORDER BY c.column_id
"""

IDENTITY = "SELECT name FROM sys.identity_columns WHERE object_id = OBJECT_ID(%s)"

RELATIONS = """
SELECT fk.name, c.name, SCHEMA_NAME(rt.schema_id), rt.name, rc.name
FROM sys.foreign_keys fk
JOIN sys.foreign_key_columns fkc ON fkc.constraint_object_id = fk.object_id
JOIN sys.columns c ON c.object_id = fkc.parent_object_id AND c.column_id = fkc.parent_column_id
JOIN sys.tables rt ON rt.object_id = fkc.referenced_object_id
JOIN sys.columns rc ON rc.object_id = fkc.referenced_object_id AND rc.column_id = fkc.referenced_column_id
WHERE fk.parent_object_id = OBJECT_ID(%s)
ORDER BY fk.name, fkc.constraint_column_id
"""

CHECKS = """
SELECT k.name, c.name
FROM sys.check_constraints k
LEFT JOIN sys.sql_expression_dependencies d
  ON d.referencing_id = k.object_id AND d.referenced_id = k.parent_object_id AND d.referenced_minor_id > 0
LEFT JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = d.referenced_minor_id
WHERE k.parent_object_id = OBJECT_ID(%s)
ORDER BY k.name, c.column_id
"""

DEFAULTS = """
SELECT name, COL_NAME(parent_object_id, parent_column_id)
FROM sys.default_constraints
WHERE parent_object_id = OBJECT_ID(%s)
"""

INDEXES = """
SELECT i.name, c.name, ic.is_descending_key, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.type_desc
FROM sys.indexes i
JOIN sys.index_columns ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0
JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
WHERE i.object_id = OBJECT_ID(%s) AND i.name IS NOT NULL
ORDER BY i.name, ic.key_ordinal
"""
