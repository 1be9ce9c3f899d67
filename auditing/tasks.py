"""Scheduled work on the audit trail (03:00 UTC)."""

from __future__ import annotations

from celery import shared_task

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
