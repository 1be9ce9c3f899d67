"""Requests, authentication events and errors: recent ones first, found by request id, person or kind."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin

from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.backoffice.paging import PeriodFilter
from common.permissions import Permission
from logging_app.models import ApiRequest, ApplicationError, AuthEvent


class LogAdmin(ReadOnlyAdmin):
    """A log: its period is limited unless something is searched."""

    section: ClassVar[Section | None] = Section.LOGS
    permission: ClassVar[Permission] = Permission.LOGS_READ
    ordering: Any = ("-created_date",)
    list_filter: Any = (PeriodFilter,)


@admin.register(ApiRequest)
class ApiRequestAdmin(LogAdmin):
    """Every request of pages and API."""

    icon: ClassVar[str] = "http"
    menu_title: ClassVar[str] = "Requests"
    menu_order: ClassVar[int] = 10
    list_display = ("created_date", "method", "path", "status_code", "duration_ms", "user", "request_id")
    search_fields = ("request_id", "user", "company", "status_code")
    search_help_text = "Request id, number of a user or company, or a status code"


@admin.register(AuthEvent)
class AuthEventAdmin(LogAdmin):
    """Sign-ups, log-ins, lock-outs and what became of them."""

    icon: ClassVar[str] = "key"
    menu_title: ClassVar[str] = "Authentication events"
    menu_order: ClassVar[int] = 20
    list_display = ("created_date", "event_type", "is_success", "email", "reason", "ip_address", "request_id")
    list_filter = (PeriodFilter, "event_type")
    search_fields = ("request_id", "email", "ip_address", "user")
    search_help_text = "Request id, e-mail address, IP address or number of a user"


@admin.register(ApplicationError)
class ApplicationErrorAdmin(LogAdmin):
    """Failures of requests and jobs."""

    icon: ClassVar[str] = "bug_report"
    menu_title: ClassVar[str] = "Errors"
    menu_order: ClassVar[int] = 30
    list_display = ("created_date", "severity", "error_type", "short_message", "path", "request_id")
    list_filter = (PeriodFilter, "severity")
    search_fields = ("request_id", "error_type", "user", "company")
    search_help_text = "Request id, kind of error, or number of a user or company"

    @admin.display(description="message")
    def short_message(self, row: ApplicationError) -> str:
        return row.error_message[:120]
