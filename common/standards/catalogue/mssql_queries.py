"""Queries of the SQL Server reader. ``{schemas}`` becomes one placeholder per schema."""

from __future__ import annotations

SCHEMA_NAMES = """
SELECT name FROM sys.schemas
WHERE schema_id < 16384 AND name NOT IN (N'guest', N'INFORMATION_SCHEMA', N'sys')
"""

TABLES = """
SELECT t.object_id, s.name, t.name, CAST(p.value AS nvarchar(4000))
FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id
LEFT JOIN sys.extended_properties p
  ON p.class = 1 AND p.major_id = t.object_id AND p.minor_id = 0 AND p.name = N'MS_Description'
WHERE t.is_ms_shipped = 0 AND s.name IN ({schemas})
ORDER BY s.name, t.name
"""

COLUMNS = """
SELECT c.object_id, c.name, y.name, c.max_length, c.precision, c.scale, c.is_nullable, d.definition, d.name,
       c.is_identity, CAST(p.value AS nvarchar(4000))
FROM sys.columns c
JOIN sys.tables t ON t.object_id = c.object_id JOIN sys.schemas s ON s.schema_id = t.schema_id
JOIN sys.types y ON y.user_type_id = c.user_type_id
LEFT JOIN sys.default_constraints d ON d.parent_object_id = c.object_id AND d.parent_column_id = c.column_id
LEFT JOIN sys.extended_properties p
  ON p.class = 1 AND p.major_id = c.object_id AND p.minor_id = c.column_id AND p.name = N'MS_Description'
WHERE s.name IN ({schemas})
ORDER BY c.object_id, c.column_id
"""

CHECKS = """
SELECT k.parent_object_id, k.name, k.definition
FROM sys.check_constraints k JOIN sys.schemas s ON s.schema_id = k.schema_id
WHERE s.name IN ({schemas})
ORDER BY k.parent_object_id, k.name
"""

KEY_COLUMNS = """
SELECT i.object_id, i.name, c.name, i.is_unique, i.is_primary_key, i.is_unique_constraint, i.filter_definition
FROM sys.indexes i
JOIN sys.tables t ON t.object_id = i.object_id JOIN sys.schemas s ON s.schema_id = t.schema_id
JOIN sys.index_columns ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.is_included_column = 0
JOIN sys.columns c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
WHERE i.name IS NOT NULL AND s.name IN ({schemas})
ORDER BY i.object_id, i.name, ic.key_ordinal
"""

FOREIGN_KEYS = """
SELECT f.parent_object_id, f.name, c.name, rs.name, rt.name, rc.name, f.update_referential_action_desc,
       f.delete_referential_action_desc
FROM sys.foreign_keys f JOIN sys.schemas s ON s.schema_id = f.schema_id
JOIN sys.foreign_key_columns fc ON fc.constraint_object_id = f.object_id
JOIN sys.columns c ON c.object_id = fc.parent_object_id AND c.column_id = fc.parent_column_id
JOIN sys.tables rt ON rt.object_id = fc.referenced_object_id JOIN sys.schemas rs ON rs.schema_id = rt.schema_id
JOIN sys.columns rc ON rc.object_id = fc.referenced_object_id AND rc.column_id = fc.referenced_column_id
WHERE s.name IN ({schemas})
ORDER BY f.parent_object_id, f.name, fc.constraint_column_id
"""

TRIGGERS = """
SELECT g.parent_id, g.name, e.type_desc, g.is_disabled, g.is_instead_of_trigger
FROM sys.triggers g
JOIN sys.tables t ON t.object_id = g.parent_id JOIN sys.schemas s ON s.schema_id = t.schema_id
JOIN sys.trigger_events e ON e.object_id = g.object_id
WHERE s.name IN ({schemas})
ORDER BY g.parent_id, g.name, e.type_desc
"""

POLICIES = """
SELECT p.target_object_id, y.name + N'.' + p.predicate_type_desc + COALESCE(N'.' + p.operation_desc, N''),
       p.predicate_type_desc, p.predicate_definition, CASE WHEN y.is_enabled = 1 THEN 1 ELSE 0 END
FROM sys.security_predicates p
JOIN sys.security_policies y ON y.object_id = p.object_id
JOIN sys.tables t ON t.object_id = p.target_object_id JOIN sys.schemas s ON s.schema_id = t.schema_id
WHERE s.name IN ({schemas})
ORDER BY p.target_object_id, y.name
"""

PROGRAMS = """
SELECT s.name, o.name, m.definition
FROM sys.sql_modules m
JOIN sys.objects o ON o.object_id = m.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE o.is_ms_shipped = 0 AND s.name IN ({schemas})
"""

# Rights on a whole schema come as rights on each of its tables.
GRANTS = """
SELECT r.name, s.name, t.name, x.permission_name, COALESCE(c.name, N'')
FROM sys.database_permissions x
JOIN sys.database_principals r ON r.principal_id = x.grantee_principal_id
JOIN sys.tables t ON (x.class = 1 AND t.object_id = x.major_id) OR (x.class = 3 AND t.schema_id = x.major_id)
JOIN sys.schemas s ON s.schema_id = t.schema_id
LEFT JOIN sys.columns c ON x.class = 1 AND x.minor_id > 0 AND c.object_id = x.major_id AND c.column_id = x.minor_id
WHERE x.state IN (N'G', N'W') AND s.name IN ({schemas})
"""
