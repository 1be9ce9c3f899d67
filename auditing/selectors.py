"""Reads of the audit trail; ordered newest first and ready for cursors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from auditing.models import ActivityLog, AuditRole


def _filtered(rows: QuerySet[Any], since: datetime | None, until: datetime | None, **values: Any) -> QuerySet[Any]:
    rows = rows.filter(**{name: value for name, value in values.items() if value is not None})
    if since is not None:
        rows = rows.filter(created_date__gte=since)
    if until is not None:
        rows = rows.filter(created_date__lt=until)
    return rows.order_by("-created_date", "-pk")


def company_activity(
    company_id: int,
    *,
    action: str | None = None,
    entity_type: str | None = None,
    entity_id: int | None = None,
    user_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[ActivityLog]:
    """Activity of one company (AU-4); ``since`` is inclusive, ``until`` exclusive. Needs an open tenant scope."""
    return _filtered(
        ActivityLog.objects.filter(company_id=company_id),
        since,
        until,
        action=action,
        entity_type=entity_type,
        entity_id=entity_id,
        user_id=user_id,
    )


def role_audit(
    *,
    role_type: str | None = None,
    user_id: int | None = None,
    company_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[AuditRole]:
    """The role trail for staff; callers hold a system scope. ``since`` is inclusive, ``until`` exclusive."""
    return _filtered(AuditRole.objects.all(), since, until, role_type=role_type, user_id=user_id, company_id=company_id)


def activity_of_request(request_id: str) -> QuerySet[ActivityLog]:
    """Activity rows of one request id, in the order they were written; callers hold a system scope (diagnostics)."""
    rows: QuerySet[ActivityLog] = ActivityLog.objects.filter(request_id=request_id)
    return rows.order_by("created_date", "pk")


def activity_of_row(entity_type: str, entity_id: int) -> QuerySet[ActivityLog]:
    """Activity on one row (``schema.Table`` and key), newest first; callers hold a system scope (back office)."""
    rows: QuerySet[ActivityLog] = ActivityLog.objects.filter(entity_type=entity_type, entity_id=entity_id)
    return rows.order_by("-created_date", "-pk")
