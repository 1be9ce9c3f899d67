"""What an administrator schedules on SQL Server: it backs up whole databases and logs, never single schemas."""

from __future__ import annotations


def backup_script(database: str) -> str:
    """T-SQL that gives every schema at least what the policy register asks for."""
    name = database.replace("]", "]]")
    path = database.replace("'", "''")
    return f"""\
-- weekly: the whole database
BACKUP DATABASE [{name}] TO DISK = N'{path}-full.bak' WITH CHECKSUM, COMPRESSION, INIT, STATS = 10;
-- daily: what changed since
BACKUP DATABASE [{name}] TO DISK = N'{path}-diff.bak' WITH DIFFERENTIAL, CHECKSUM, COMPRESSION, INIT;
-- hourly or more often (recovery model FULL): dbo and audit are critical
BACKUP LOG [{name}] TO DISK = N'{path}-log.trn' WITH CHECKSUM, COMPRESSION, NOINIT;
-- after each: proves that the file can be read and is undamaged
RESTORE VERIFYONLY FROM DISK = N'{path}-full.bak' WITH CHECKSUM;
"""
