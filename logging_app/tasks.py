"""Jobs of schema log: sending mail, sweeping the outbox, making months ahead, removing old rows."""

from __future__ import annotations

from celery import shared_task

from common.tasks import Job
from logging_app.services import delivery
from logging_app.services.partitions import ensure_months
from logging_app.services.purge import purge_logs

SWEEP_SECONDS = 10
# A killed sender's claim counts as dead after 45 s (delivery.STRANDED_AFTER), so no sender may live that long.
_SEND_SOFT_LIMIT, _SEND_LIMIT = 30, 35


@shared_task(base=Job, name="logging_app.send_email", soft_time_limit=_SEND_SOFT_LIMIT, time_limit=_SEND_LIMIT)
def send_email(email_delivery_id: int) -> bool:
    """Send one mail if it is due and free; safe to run twice (MA-2)."""
    return delivery.deliver(email_delivery_id, _retry_later)


def _retry_later(email_delivery_id: int, seconds: float) -> None:
    send_email.apply_async([email_delivery_id], countdown=seconds)


@shared_task(base=Job, name="logging_app.sweep_outbox")
def sweep_outbox() -> int:
    """Hand every due mail to the workers; return how many. Frees what dead senders held."""
    ids = delivery.due_ids()
    for email_delivery_id in ids:
        # The next sweep asks again, so a message nobody has taken by then may go: the queue cannot grow.
        send_email.apply_async([email_delivery_id], expires=2 * SWEEP_SECONDS)
    return len(ids)


@shared_task(base=Job, name="logging_app.purge_logs", time_limit=4 * 3600, soft_time_limit=4 * 3600 - 60)
def purge_old_logs() -> int:
    """Archive and remove log rows past RETENTION_LOG_DAYS; return how many went. Safe to run twice."""
    return purge_logs()


@shared_task(base=Job, name="logging_app.make_months")
def make_months() -> list[str]:
    """Make the partitions of the coming months; return those that were missing. Safe to run twice and in parallel."""
    return ensure_months()
