"""Scheduled jobs of accounts; each is safe to run twice and in parallel."""

from __future__ import annotations

from celery import shared_task

from accounts.services import cleanup, email_change_links
from common.tasks import Job


@shared_task(base=Job, name="accounts.unlock_expired")
def unlock_expired() -> int:
    """Every minute: store the end of locks past their time (LK-2)."""
    return cleanup.unlock_expired()


@shared_task(base=Job, name="accounts.complete_email_changes")
def complete_email_changes() -> int:
    """Every minute: make confirmed changes of address that staff started, once their wait is over (PR-1)."""
    return email_change_links.complete_due()


@shared_task(base=Job, name="accounts.remove_pending")
def remove_pending() -> int:
    """Daily: remove accounts nobody confirmed (SU-9)."""
    return cleanup.remove_pending()


@shared_task(base=Job, name="accounts.purge_tokens")
def purge_tokens() -> int:
    """Daily: delete browser sessions past their end, and tokens long past their expiry (RT-1)."""
    cleanup.clear_browser_sessions()
    return cleanup.purge_tokens()
