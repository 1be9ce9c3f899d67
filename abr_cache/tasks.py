"""Jobs of the register cache."""

from __future__ import annotations

from celery import shared_task

from abr_cache.services import purge_old
from common.actors import system_actor


@shared_task(name="abr_cache.purge_old_answers")
def purge_old_answers() -> int:
    """Daily at 02:00 UTC: delete answers older than RETENTION_CACHE_DAYS; returns the number of rows."""
    return purge_old(actor=system_actor("abr_cache.purge_old_answers")).deleted_rows
