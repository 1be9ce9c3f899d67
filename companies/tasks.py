"""Jobs about companies."""

from __future__ import annotations

from celery import shared_task

from common.tasks import Job
from companies.services.register_watch import watch_register as watch
from companies.services.verification import verify_unverified as verify


@shared_task(base=Job, name="companies.verify_unverified")
def verify_unverified() -> int:
    """Hourly: ask the register about companies created while it was away (CO-2)."""
    return verify()


@shared_task(base=Job, name="companies.watch_register")
def watch_register() -> int:
    """Daily: ask the register again about companies whose confirmation is a month old, or that it refused (CO-3)."""
    return sum(finding.is_change for finding in watch().findings)
