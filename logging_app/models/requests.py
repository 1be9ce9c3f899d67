"""Technical logs of requests and errors; they keep a keyed hash of the address, never the address (invariant 50)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import Check, ForeignKey, Index, LogTable, TableAccess

LOG = TableAccess(rls="none", retention="log", roles="LOG")
SEVERITIES = ("warning", "error", "critical")


class ApiRequest(LogTable):
    """One row per HTTP request, written in batches off the request path."""

    access = LOG

    request_id = models.CharField(max_length=64, help_text="X-Request-ID of the request")
    method = models.CharField(max_length=10, help_text="HTTP method")
    path = models.CharField(max_length=500, help_text="Path without the query")
    query_params = models.JSONField(null=True, blank=True, help_text="Query parameters, redacted")
    status_code = models.IntegerField(help_text="HTTP status of the response")
    duration_ms = models.IntegerField(help_text="Time until the response was ready, in milliseconds")
    user = ForeignKey("accounts.User", null=True, help_text="Person who asked; empty = visitor")
    company = ForeignKey("companies.Company", null=True, help_text="Active company of the person")
    ip_address_hash = models.CharField(
        max_length=64, null=True, blank=True, help_text="HMAC-SHA-256 of the client's address"
    )
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent, cut to fit")
    request_payload = models.TextField(
        null=True, blank=True, help_text="Body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut"
    )
    response_payload = models.TextField(
        null=True, blank=True, help_text="Response body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut"
    )
    headers = models.JSONField(null=True, blank=True, help_text="Request headers, redacted")

    class Meta:
        verbose_name = "API request"
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["request_id"]),
            Index(fields=["user", "created_date"], condition=Q(user__isnull=False)),
            Index(fields=["company", "created_date"], condition=Q(company__isnull=False)),
            Index(fields=["status_code", "created_date"]),
        ]
        constraints = [
            Check("Numbers", Q(status_code__gte=100, status_code__lte=599, duration_ms__gte=0)),
        ]


class ApplicationError(LogTable):
    """Unhandled exceptions and failed requests, with secrets removed."""

    access = LOG

    error_type = models.CharField(max_length=200, help_text="Class of the exception, or code of the failure")
    error_message = models.TextField(help_text="Message, redacted")
    stack_trace = models.TextField(null=True, blank=True, help_text="Stack trace, redacted")
    severity = models.CharField(max_length=20, help_text="warning, error or critical")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")
    path = models.CharField(max_length=500, null=True, blank=True, help_text="Path of the request, or name of the task")
    method = models.CharField(max_length=10, null=True, blank=True, help_text="HTTP method")
    user = ForeignKey("accounts.User", null=True, help_text="Person whose work failed")
    company = ForeignKey("companies.Company", null=True, help_text="Active company of the person")
    ip_address_hash = models.CharField(
        max_length=64, null=True, blank=True, help_text="HMAC-SHA-256 of the client's address"
    )
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent, cut to fit")
    additional_data = models.JSONField(null=True, blank=True, help_text="Further facts, redacted")

    class Meta:
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["request_id"]),
            Index(fields=["error_type", "created_date"]),
            Index(fields=["severity", "created_date"]),
            Index(fields=["user"], condition=Q(user__isnull=False)),
            Index(fields=["company"], condition=Q(company__isnull=False)),
        ]
        constraints = [Check("Severity", Q(severity__in=SEVERITIES))]
