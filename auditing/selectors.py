"""Reads of the audit trail, newest first."""

from __future__ import annotations

from django.db.models import QuerySet

from auditing.models import ActivityLog


def company_activity(company_id: int, action: str) -> QuerySet[ActivityLog]:
    """Activity of one kind in one company. Needs an open tenant scope."""
    return _newest_first(ActivityLog.objects.filter(company_id=company_id, action=action))


def activity_of_row(entity_type: str, entity_id: int) -> QuerySet[ActivityLog]:
    """Activity on one row (``schema.Table`` and key); callers hold a system scope (back office)."""
    return _newest_first(ActivityLog.objects.filter(entity_type=entity_type, entity_id=entity_id))


def _newest_first(rows: QuerySet[ActivityLog]) -> QuerySet[ActivityLog]:
    return rows.order_by("-created_date", "-pk")
