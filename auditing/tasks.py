"""Scheduled work on the audit trail (03:00 UTC), backups and restore drills."""

from __future__ import annotations

from celery import shared_task

from auditing.services import backups
from auditing.services.anchors import write_anchors
from auditing.services.chain import AuditChainBroken, verify
from common.tasks import Job


@shared_task(base=Job, name="auditing.anchor_chains")
def anchor_chains() -> int:
    """Write the daily anchors; return how many. Safe to run twice."""
    return write_anchors("daily")


@shared_task(base=Job, name="auditing.verify_chains", time_limit=4 * 3600, soft_time_limit=4 * 3600 - 60)
def verify_chains() -> int:
    """Verify all chains; return the rows read.

    Raises:
        AuditChainBroken: names the first bad row of each broken chain; recorded as critical and alerted (ER-2, ER-5).
    """
    reports = list(verify())
    broken = [str(report.bad_row) for report in reports if report.bad_row is not None]
    if broken:
        raise AuditChainBroken("; ".join(broken[:20]))
    return sum(report.rows for report in reports)


@shared_task(base=Job, name="auditing.back_up", time_limit=4 * 3600, soft_time_limit=4 * 3600 - 60)
def back_up() -> str | None:
    """Dump the schemas that are due; return the name of the set. Safe to run twice.

    Raises:
        BackupFailed: recorded as critical and alerted.
    """
    result = backups.back_up_due() if backups.is_supported() else None
    return result.backup.name if result else None


@shared_task(base=Job, name="auditing.restore_drill", time_limit=4 * 3600, soft_time_limit=4 * 3600 - 60)
def restore_drill() -> str | None:
    """Restore the newest full set into a scratch database and compare; return its name.

    Raises:
        BackupFailed: names what is damaged; recorded as critical and alerted.
    """
    return backups.restore_drill().backup.name if backups.is_supported() else None
