"""Tables of technical logs and the mail outbox.

Requirement: DB-6.4
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.clock
import common.db.expressions
import common.db.indexes


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_user_references"),
        ("companies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuthEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="AuthEventID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "event_type",
                    models.CharField(
                        db_column="EventType",
                        db_comment="What happened, UPPER_SNAKE",
                        help_text="What happened, UPPER_SNAKE",
                        max_length=50,
                    ),
                ),
                (
                    "is_success",
                    models.BooleanField(
                        db_column="IsSuccess",
                        db_comment="The attempt succeeded",
                        help_text="The attempt succeeded",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Account concerned; empty = unknown address",
                        db_index=False,
                        help_text="Account concerned; empty = unknown address",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        blank=True,
                        db_column="Email",
                        db_comment="Attempted address, known or not",
                        help_text="Attempted address, known or not",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        db_column="Reason",
                        db_comment="Code, then free detail; cut to fit",
                        help_text="Code, then free detail; cut to fit",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "details",
                    models.JSONField(
                        blank=True,
                        db_column="Details",
                        db_comment="Further facts, redacted",
                        help_text="Further facts, redacted",
                        null=True,
                    ),
                ),
                (
                    "session_id",
                    models.CharField(
                        blank=True,
                        db_column="SessionID",
                        db_comment="Token family or hash of the browser session key",
                        help_text="Token family or hash of the browser session key",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Raw address of the client",
                        help_text="Raw address of the client",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent, cut to fit",
                        help_text="User agent, cut to fit",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "db_table": "log.AuthEvent",
                "db_table_comment": "Authentication events (security evidence).",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_AuthEvent_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user", "created_date"],
                        name="IX_AuthEvent_UserID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["email", "created_date"],
                        name="IX_AuthEvent_Email_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["event_type", "created_date"],
                        name="IX_AuthEvent_EventType_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["request_id"], name="IX_AuthEvent_RequestID"),
                    common.db.indexes.Index(
                        fields=["ip_address", "created_date"],
                        name="IX_AuthEvent_IPAddress_CreatedDate",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "event_type__in",
                                (
                                    "SIGNUP",
                                    "SIGNUP_FAILED",
                                    "EMAIL_VERIFIED",
                                    "EMAIL_VERIFICATION_RESENT",
                                    "EMAIL_VERIFICATION_FAILED",
                                    "LOGIN_SUCCESS",
                                    "LOGIN_FAILED",
                                    "ACCOUNT_LOCKED",
                                    "ACCOUNT_UNLOCKED",
                                    "TOKEN_REFRESH",
                                    "TOKEN_REFRESH_FAILED",
                                    "TOKEN_REUSE_DETECTED",
                                    "LOGOUT",
                                    "SESSIONS_REVOKED",
                                    "PASSWORD_RESET_REQUESTED",
                                    "PASSWORD_RESET_COMPLETED",
                                    "PASSWORD_RESET_FAILED",
                                    "PASSWORD_CHANGED",
                                    "PASSWORD_CHANGE_FAILED",
                                    "RATE_LIMIT_EXCEEDED",
                                ),
                            )
                        ),
                        name="CK_AuthEvent_EventType",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EmailDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="EmailDeliveryID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "email_type",
                    models.CharField(
                        db_column="EmailType",
                        db_comment="Template code",
                        help_text="Template code",
                        max_length=50,
                    ),
                ),
                (
                    "template_data",
                    models.JSONField(
                        db_column="TemplateData",
                        db_comment="Variables; a link is stored as {purpose, nonce}, its token is derived when the mail is rendered",
                        help_text="Variables; a link is stored as {purpose, nonce}, its token is derived when the mail is rendered",
                    ),
                ),
                (
                    "recipient_email",
                    models.CharField(
                        db_column="RecipientEmail",
                        db_comment="Address of the recipient",
                        help_text="Address of the recipient",
                        max_length=255,
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        db_column="Subject",
                        db_comment="Subject line",
                        help_text="Subject line",
                        max_length=255,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        db_column="Status",
                        db_comment="State of the delivery",
                        db_default="pending",
                        default="pending",
                        help_text="State of the delivery",
                        max_length=20,
                    ),
                ),
                (
                    "retry_count",
                    models.IntegerField(
                        db_column="RetryCount",
                        db_comment="Retries so far",
                        db_default=0,
                        default=0,
                        help_text="Retries so far",
                    ),
                ),
                (
                    "next_attempt_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="NextAttemptAt",
                        db_comment="Instant of the next try; empty once final",
                        help_text="Instant of the next try; empty once final",
                        null=True,
                    ),
                ),
                (
                    "claimed_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ClaimedAt",
                        db_comment="Instant a sender took it; an old claim is stranded",
                        help_text="Instant a sender took it; an old claim is stranded",
                        null=True,
                    ),
                ),
                (
                    "provider_message_id",
                    models.CharField(
                        blank=True,
                        db_column="ProviderMessageID",
                        db_comment="Identifier the mail provider gave",
                        help_text="Identifier the mail provider gave",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "provider_response",
                    models.TextField(
                        blank=True,
                        db_column="ProviderResponse",
                        db_comment="Answer of the mail provider",
                        help_text="Answer of the mail provider",
                        null=True,
                    ),
                ),
                (
                    "error_message",
                    models.CharField(
                        blank=True,
                        db_column="ErrorMessage",
                        db_comment="Last failure, cut to fit",
                        help_text="Last failure, cut to fit",
                        max_length=1000,
                        null=True,
                    ),
                ),
                (
                    "sent_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="SentAt",
                        db_comment="Instant the provider took it",
                        help_text="Instant the provider took it",
                        null=True,
                    ),
                ),
                (
                    "delivered_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="DeliveredAt",
                        db_comment="Instant the provider reported delivery",
                        help_text="Instant the provider reported delivery",
                        null=True,
                    ),
                ),
                (
                    "opened_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="OpenedAt",
                        db_comment="Instant the provider reported an opening",
                        help_text="Instant the provider reported an opening",
                        null=True,
                    ),
                ),
                (
                    "clicked_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ClickedAt",
                        db_comment="Instant the provider reported a click",
                        help_text="Instant the provider reported a click",
                        null=True,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Account of the recipient",
                        db_index=False,
                        help_text="Account of the recipient",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Company the mail is about",
                        db_index=False,
                        help_text="Company the mail is about",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "email deliveries",
                "db_table": "log.EmailDelivery",
                "db_table_comment": "Mail outbox and delivery record: the pending row commits with the change that causes it.",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_EmailDelivery_CreatedDate"),
                    common.db.indexes.Index(
                        fields=["status", "next_attempt_at"],
                        name="IX_EmailDelivery_Status_NextAttemptAt",
                    ),
                    common.db.indexes.Index(
                        fields=["recipient_email", "created_date"],
                        name="IX_EmailDelivery_RecipientEmail_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("provider_message_id__isnull", False)),
                        fields=["provider_message_id"],
                        name="IX_EmailDelivery_ProviderMessageID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user"],
                        name="IX_EmailDelivery_UserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company"],
                        name="IX_EmailDelivery_CompanyID",
                    ),
                    common.db.indexes.Index(fields=["request_id"], name="IX_EmailDelivery_RequestID"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                (
                                    "pending",
                                    "sending",
                                    "sent",
                                    "delivered",
                                    "bounced",
                                    "failed",
                                    "cancelled",
                                ),
                            )
                        ),
                        name="CK_EmailDelivery_Status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("retry_count__gte", 0)),
                        name="CK_EmailDelivery_RetryCount",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ApiRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ApiRequestID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        db_column="RequestID",
                        db_comment="X-Request-ID of the request",
                        help_text="X-Request-ID of the request",
                        max_length=64,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        db_column="Method",
                        db_comment="HTTP method",
                        help_text="HTTP method",
                        max_length=10,
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        db_column="Path",
                        db_comment="Path without the query",
                        help_text="Path without the query",
                        max_length=500,
                    ),
                ),
                (
                    "query_params",
                    models.JSONField(
                        blank=True,
                        db_column="QueryParams",
                        db_comment="Query parameters, redacted",
                        help_text="Query parameters, redacted",
                        null=True,
                    ),
                ),
                (
                    "status_code",
                    models.IntegerField(
                        db_column="StatusCode",
                        db_comment="HTTP status of the response",
                        help_text="HTTP status of the response",
                    ),
                ),
                (
                    "duration_ms",
                    models.IntegerField(
                        db_column="DurationMs",
                        db_comment="Time until the response was ready, in milliseconds",
                        help_text="Time until the response was ready, in milliseconds",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Person who asked; empty = visitor",
                        db_index=False,
                        help_text="Person who asked; empty = visitor",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Active company of the person",
                        db_index=False,
                        help_text="Active company of the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "ip_address_hash",
                    models.CharField(
                        blank=True,
                        db_column="IPAddressHash",
                        db_comment="HMAC-SHA-256 of the client's address",
                        help_text="HMAC-SHA-256 of the client's address",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent, cut to fit",
                        help_text="User agent, cut to fit",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "request_payload",
                    models.TextField(
                        blank=True,
                        db_column="RequestPayload",
                        db_comment="Body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut",
                        help_text="Body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut",
                        null=True,
                    ),
                ),
                (
                    "response_payload",
                    models.TextField(
                        blank=True,
                        db_column="ResponsePayload",
                        db_comment="Response body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut",
                        help_text="Response body, only while LOGGING_CAPTURE_PAYLOADS; redacted, then cut",
                        null=True,
                    ),
                ),
                (
                    "headers",
                    models.JSONField(
                        blank=True,
                        db_column="Headers",
                        db_comment="Request headers, redacted",
                        help_text="Request headers, redacted",
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "verbose_name": "API request",
                "db_table": "log.ApiRequest",
                "db_table_comment": "One row per HTTP request, written in batches off the request path.",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_ApiRequest_CreatedDate"),
                    common.db.indexes.Index(fields=["request_id"], name="IX_ApiRequest_RequestID"),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user", "created_date"],
                        name="IX_ApiRequest_UserID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company", "created_date"],
                        name="IX_ApiRequest_CompanyID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["status_code", "created_date"],
                        name="IX_ApiRequest_StatusCode_CreatedDate",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("duration_ms__gte", 0),
                            ("status_code__gte", 100),
                            ("status_code__lte", 599),
                        ),
                        name="CK_ApiRequest_Numbers",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ApplicationError",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ApplicationErrorID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "error_type",
                    models.CharField(
                        db_column="ErrorType",
                        db_comment="Class of the exception, or code of the failure",
                        help_text="Class of the exception, or code of the failure",
                        max_length=200,
                    ),
                ),
                (
                    "error_message",
                    models.TextField(
                        db_column="ErrorMessage",
                        db_comment="Message, redacted",
                        help_text="Message, redacted",
                    ),
                ),
                (
                    "stack_trace",
                    models.TextField(
                        blank=True,
                        db_column="StackTrace",
                        db_comment="Stack trace, redacted",
                        help_text="Stack trace, redacted",
                        null=True,
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        db_column="Severity",
                        db_comment="warning, error or critical",
                        help_text="warning, error or critical",
                        max_length=20,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "path",
                    models.CharField(
                        blank=True,
                        db_column="Path",
                        db_comment="Path of the request, or name of the task",
                        help_text="Path of the request, or name of the task",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        db_column="Method",
                        db_comment="HTTP method",
                        help_text="HTTP method",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Person whose work failed",
                        db_index=False,
                        help_text="Person whose work failed",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Active company of the person",
                        db_index=False,
                        help_text="Active company of the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "ip_address_hash",
                    models.CharField(
                        blank=True,
                        db_column="IPAddressHash",
                        db_comment="HMAC-SHA-256 of the client's address",
                        help_text="HMAC-SHA-256 of the client's address",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent, cut to fit",
                        help_text="User agent, cut to fit",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "additional_data",
                    models.JSONField(
                        blank=True,
                        db_column="AdditionalData",
                        db_comment="Further facts, redacted",
                        help_text="Further facts, redacted",
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "db_table": "log.ApplicationError",
                "db_table_comment": "Unhandled exceptions and failed requests, with secrets removed.",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_ApplicationError_CreatedDate"),
                    common.db.indexes.Index(fields=["request_id"], name="IX_ApplicationError_RequestID"),
                    common.db.indexes.Index(
                        fields=["error_type", "created_date"],
                        name="IX_ApplicationError_ErrorType_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["severity", "created_date"],
                        name="IX_ApplicationError_Severity_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user"],
                        name="IX_ApplicationError_UserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company"],
                        name="IX_ApplicationError_CompanyID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("severity__in", ("warning", "error", "critical"))),
                        name="CK_ApplicationError_Severity",
                    )
                ],
            },
        ),
    ]
