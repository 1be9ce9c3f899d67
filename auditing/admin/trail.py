"""The activity log and the trail of roles."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin

from auditing.models import ActivityLog, AuditRole
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.paging import AuditPeriodFilter
from common.permissions import Permission


class TrailAdmin(ReadOnlyAdmin):
    """A part of the audit trail; rows of a company count as its data when they are opened."""

    section: ClassVar[Section | None] = Section.AUDIT
    permission: ClassVar[Permission] = Permission.LOGS_READ
    is_view_recorded: ClassVar[bool] = True
    ordering: Any = ("-created_date",)
    list_filter = (AuditPeriodFilter,)


@admin.register(ActivityLog)
class ActivityLogAdmin(TrailAdmin):
    """Business actions, hash-chained."""

    icon: ClassVar[str] = "history_edu"
    menu_order: ClassVar[int] = 10
    list_display = ("created_date", "action", "entity_type", "entity_id", "actor_name", "company", "reason")
    search_fields = ("request_id", "action", "user", "company")
    search_help_text = "Request id, action (SETTING_UPDATED), or number of a user or company"


@admin.register(AuditRole)
class AuditRoleAdmin(TrailAdmin):
    """Who got, changed or lost which role."""

    icon: ClassVar[str] = "badge"
    menu_order: ClassVar[int] = 20
    list_display = (
        "created_date",
        "role_type",
        "change_kind",
        "user",
        "company",
        "old_role_code",
        "new_role_code",
        "changed_by_email",
    )
    # The index of this table is by person or company; ids grow with time.
    ordering: Any = ("-pk",)
    list_filter: Any = ()
    search_fields = ("user", "company", "changed_by_user")
    search_help_text = "Number of the user, of the company, or of who changed it"
