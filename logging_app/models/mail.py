"""The mail outbox and delivery record."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import Check, ForeignKey, Index, LogTable, TableAccess

EMAIL_STATUSES = ("pending", "sending", "sent", "delivered", "bounced", "failed", "cancelled")


class EmailDelivery(LogTable):
    """Mail outbox and delivery record: the pending row commits with the change that causes it."""

    access = TableAccess(rls="none", retention="log", roles="OUTBOX")

    email_type = models.CharField(max_length=50, help_text="Template code")
    template_data = models.JSONField(
        help_text="Variables; a link is stored as {purpose, nonce}, its token is derived when the mail is rendered"
    )
    recipient_email = models.CharField(max_length=255, help_text="Address of the recipient")
    subject = models.CharField(max_length=255, help_text="Subject line")
    status = models.CharField(max_length=20, default="pending", help_text="State of the delivery")
    retry_count = models.IntegerField(default=0, help_text="Retries so far")
    next_attempt_at = models.DateTimeField(null=True, blank=True, help_text="Instant of the next try; empty once final")
    claimed_at = models.DateTimeField(
        null=True, blank=True, help_text="Instant a sender took it; an old claim is stranded"
    )
    provider_message_id = models.CharField(
        max_length=255, null=True, blank=True, help_text="Identifier the mail provider gave"
    )
    provider_response = models.TextField(null=True, blank=True, help_text="Answer of the mail provider")
    error_message = models.CharField(max_length=1000, null=True, blank=True, help_text="Last failure, cut to fit")
    sent_at = models.DateTimeField(null=True, blank=True, help_text="Instant the provider took it")
    delivered_at = models.DateTimeField(null=True, blank=True, help_text="Instant the provider reported delivery")
    opened_at = models.DateTimeField(null=True, blank=True, help_text="Instant the provider reported an opening")
    clicked_at = models.DateTimeField(null=True, blank=True, help_text="Instant the provider reported a click")
    user = ForeignKey("accounts.User", null=True, help_text="Account of the recipient")
    company = ForeignKey("companies.Company", null=True, help_text="Company the mail is about")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")

    class Meta:
        verbose_name_plural = "email deliveries"
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["status", "next_attempt_at"]),
            Index(fields=["recipient_email", "created_date"]),
            Index(fields=["provider_message_id"], condition=Q(provider_message_id__isnull=False)),
            Index(fields=["user"], condition=Q(user__isnull=False)),
            Index(fields=["company"], condition=Q(company__isnull=False)),
            Index(fields=["request_id"]),
        ]
        constraints = [
            Check("Status", Q(status__in=EMAIL_STATUSES)),
            Check("RetryCount", Q(retry_count__gte=0)),
        ]
