"""Reads of the audit trail, newest first."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from auditing.models import ActivityLog, AuditRole


def company_activity(company_id: int, action: str) -> QuerySet[ActivityLog]:
    """Activity of one kind in one company. Needs an open tenant scope."""
    return _newest_first(ActivityLog.objects.filter(company_id=company_id, action=action))


def activity_of_row(entity_type: str, entity_id: int) -> QuerySet[ActivityLog]:
    """Activity on one row (``schema.Table`` and key); callers hold a system scope (back office)."""
    return _newest_first(ActivityLog.objects.filter(entity_type=entity_type, entity_id=entity_id))


def activity_of_request(request_id: str) -> QuerySet[ActivityLog]:
    """Activity of one request; callers hold a system scope (diagnostics)."""
    return _newest_first(ActivityLog.objects.filter(request_id=request_id))


def role_trail(
    *,
    role_type: str | None = None,
    user_id: int | None = None,
    company_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[AuditRole]:
    """Role changes of people, companies and a period, both ends included; callers hold a system scope (staff)."""
    conditions = {
        "role_type": role_type,
        "user_id": user_id,
        "company_id": company_id,
        "created_date__gte": since,
        "created_date__lte": until,
    }
    rows: QuerySet[AuditRole] = AuditRole.objects.filter(
        **{name: value for name, value in conditions.items() if value is not None}
    )
    return rows


def _newest_first(rows: QuerySet[ActivityLog]) -> QuerySet[ActivityLog]:
    return rows.order_by("-created_date", "-pk")
