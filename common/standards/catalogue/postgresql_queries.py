"""Queries of the PostgreSQL reader. ``%s`` is the list of schemas; the first column of most is the table's oid."""

from __future__ import annotations

_OURS = "n.nspname = ANY(%s) AND c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition"

DATABASE = """
SELECT pg_encoding_to_char(encoding)::text, current_setting('TimeZone')
FROM pg_database WHERE datname = current_database()
"""

SCHEMA_NAMES = """
SELECT nspname::text FROM pg_namespace
WHERE nspname NOT LIKE 'pg\\_%%' AND nspname <> 'information_schema'
"""

# Objects of extensions may lie in public; nothing else may.
DEFAULT_SCHEMA_OBJECTS = """
SELECT EXISTS (
    SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
)
"""

TABLES = f"""
SELECT c.oid, n.nspname::text, c.relname::text, obj_description(c.oid, 'pg_class'), c.relkind::text,
       c.relrowsecurity, c.relforcerowsecurity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OURS}
ORDER BY n.nspname, c.relname
"""  # noqa: S608  constants of this module

COLUMNS = f"""
SELECT a.attrelid, a.attname::text, format_type(a.atttypid, NULL),
       CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END,
       CASE WHEN t.typname = 'numeric' AND a.atttypmod > 4 THEN ((a.atttypmod - 4) >> 16) & 65535
            WHEN t.typname IN ('timestamptz', 'timestamp') AND a.atttypmod >= 0 THEN a.atttypmod END,
       CASE WHEN t.typname = 'numeric' AND a.atttypmod > 4 THEN (a.atttypmod - 4) & 65535 END,
       a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity <> '', col_description(a.attrelid, a.attnum)
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE {_OURS} AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
"""  # noqa: S608

CONSTRAINTS = f"""
SELECT k.conrelid, k.conname::text, k.contype::text,
       (SELECT array_agg(a.attname::text ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY p(number, place)
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number),
       rn.nspname::text, rc.relname::text,
       (SELECT array_agg(a.attname::text ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY p(number, place)
        JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number),
       k.confupdtype::text, k.confdeltype::text, k.condeferrable, pg_get_constraintdef(k.oid)
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class rc ON rc.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
WHERE {_OURS} AND k.contype IN ('p', 'u', 'f', 'c')
ORDER BY k.conrelid, k.conname
"""  # noqa: S608

INDEXES = f"""
SELECT i.indrelid, ic.relname::text,
       (SELECT array_agg(a.attname::text ORDER BY p.place)
        FROM unnest(i.indkey::int2[]) WITH ORDINALITY p(number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.number
        WHERE p.place <= i.indnkeyatts),
       i.indisunique, pg_get_expr(i.indpred, i.indrelid), i.indexprs IS NOT NULL
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OURS} AND NOT i.indisprimary
ORDER BY i.indrelid, ic.relname
"""  # noqa: S608

TRIGGERS = f"""
SELECT t.tgrelid, t.tgname::text, t.tgtype::int, t.tgenabled::text
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OURS} AND NOT t.tgisinternal
ORDER BY t.tgrelid, t.tgname
"""  # noqa: S608

POLICIES = f"""
SELECT p.polrelid, p.polname::text,
       CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
            ELSE 'ALL' END,
       ARRAY(SELECT CASE WHEN r = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(r)::text END FROM unnest(p.polroles) r),
       concat_ws(' WITH CHECK ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_OURS}
ORDER BY p.polrelid, p.polname
"""  # noqa: S608

PROGRAMS = """
SELECT n.nspname::text, p.proname::text, pg_get_functiondef(p.oid)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = ANY(%s) AND p.prokind IN ('f', 'p')
UNION ALL
SELECT n.nspname::text, c.relname::text, pg_get_viewdef(c.oid)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND c.relkind IN ('v', 'm')
"""

GRANTS = f"""
SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END::text,
       n.nspname::text, c.relname::text, x.privilege_type::text, x.attname
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT (aclexplode(c.relacl)).grantee, (aclexplode(c.relacl)).privilege_type, '' AS attname
    UNION ALL
    SELECT e.grantee, e.privilege_type, a.attname::text
    FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) e
    WHERE a.attrelid = c.oid AND NOT a.attisdropped
) x
WHERE {_OURS} AND x.grantee <> c.relowner
"""  # noqa: S608
