"""Jobs about companies."""

from __future__ import annotations

from celery import shared_task

from common.tasks import Job
from companies.services.verification import verify_unverified as verify


@shared_task(base=Job, name="companies.verify_unverified")
def verify_unverified() -> int:
    """Hourly: ask the register about companies created while it was away (CO-2)."""
    return verify()
