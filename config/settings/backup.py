"""Backups: where sets lie, who dumps, and the key they are encrypted with (common/backup)."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from config.settings.database import DATABASE_OWNER_URL, database_config
from config.settings.environment import BASE_DIR, env

__all__ = ["BACKUP_DATABASE", "BACKUP_DIR", "BACKUP_ENCRYPTION_KEY", "PG_BIN"]

_MIN_KEY_LENGTH = 32

BACKUP_DIR: str = env.str("BACKUP_DIR", default=str(BASE_DIR / "var" / "backup"))
# The role must see every row and may create databases (restore drill).
BACKUP_DATABASE: dict[str, Any] = database_config(env.str("BACKUP_DATABASE_URL", default=DATABASE_OWNER_URL))
BACKUP_ENCRYPTION_KEY: str = env.str("BACKUP_ENCRYPTION_KEY", default="")
if BACKUP_ENCRYPTION_KEY and len(BACKUP_ENCRYPTION_KEY) < _MIN_KEY_LENGTH:
    raise ImproperlyConfigured(f"BACKUP_ENCRYPTION_KEY must be a random text of at least {_MIN_KEY_LENGTH} characters")
PG_BIN: str = env.str("PG_BIN", default="")
