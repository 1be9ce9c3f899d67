"""Backup and restore of PostgreSQL by schema: policy, dumps, sets, restore (database.md section 3)."""
