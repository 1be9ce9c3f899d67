"""Jobs about invitations."""

from __future__ import annotations

from celery import shared_task

from common.tasks import Job
from invitations import services


@shared_task(base=Job, name="invitations.expire_overdue")
def expire_overdue() -> int:
    """Hourly: store what readers derive already (IN-4)."""
    return services.expire_overdue()
