"""The activity log and the heads recorded of its hash chains (database.md 6.5)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common.models import Check, ForeignKey, Index, LogTable, TableAccess, Unique

AUDIT_TRAIL = TableAccess(rls="trail", retention="audit", roles="AUDIT")
GOVERNANCE = TableAccess(rls="none", retention="governance", roles="AUDIT")
ANCHOR_KINDS = ("daily", "retention", "manual")


class ActivityLog(LogTable):
    """Business actions, hash-chained per company."""

    access = AUDIT_TRAIL

    chain_key = models.BigIntegerField(help_text="CompanyID, or 0 for platform-wide actions")
    chain_sequence = models.BigIntegerField(help_text="1, 2, 3 and so on in its chain")
    action = models.CharField(max_length=100, help_text="What was done, UPPER_SNAKE, open list")
    entity_type = models.CharField(max_length=100, help_text="Table of the thing, schema.Table")
    entity_id = models.BigIntegerField(null=True, blank=True, help_text="Primary key in that table")
    user = ForeignKey("accounts.User", null=True, help_text="Actor; empty = job, command or visitor")
    actor_name = models.CharField(
        max_length=200, null=True, blank=True, help_text="Name of the person then, or of the job or command"
    )
    user_email = models.CharField(max_length=255, null=True, blank=True, help_text="Actor's address then")
    company = ForeignKey("companies.Company", null=True, help_text="Company concerned; empty = platform-wide")
    old_value = models.JSONField(null=True, blank=True, help_text="Changed values before")
    new_value = models.JSONField(null=True, blank=True, help_text="Changed values after")
    reason = models.CharField(max_length=500, null=True, blank=True, help_text="Reason the actor gave")
    ip_address = models.CharField(max_length=45, null=True, blank=True, help_text="Raw address of the client")
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent, cut to fit")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")
    personal_digests = models.JSONField(
        help_text="Path of each personal field to the HMAC-SHA-256 of its value, and the id of the key"
    )
    previous_hash = models.CharField(
        max_length=64, help_text="RowHash of the row before; 64 zeros at the start of a chain"
    )
    row_hash = models.CharField(max_length=64, help_text="SHA-256 of the canonical JSON of the row")
    redacted_at = models.DateTimeField(null=True, blank=True, help_text="Instant personal fields were erased")

    class Meta:
        verbose_name = "activity"
        verbose_name_plural = "activity log"
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["user", "created_date"], condition=Q(user__isnull=False)),
            Index(fields=["company", "created_date"], condition=Q(company__isnull=False)),
            Index(fields=["action", "created_date"]),
            Index(fields=["entity_type", "entity_id", "created_date"]),
            Index(fields=["request_id"]),
        ]
        constraints = [
            Unique(fields=["chain_key", "chain_sequence"]),
            Check(
                "Chain",
                (Q(company__isnull=True, chain_key=0) | Q(company__isnull=False, chain_key=F("company")))
                & Q(chain_sequence__gte=1),
            ),
            Check("Hashes", Q(previous_hash__length=64, row_hash__length=64)),
        ]


class ChainAnchor(LogTable):
    """Recorded heads of the hash chains."""

    access = GOVERNANCE

    chain_key = models.BigIntegerField(help_text="Chain: CompanyID, or 0 for platform-wide actions")
    chain_sequence = models.BigIntegerField(help_text="Last row covered")
    row_hash = models.CharField(max_length=64, help_text="RowHash of that row")
    anchor_kind = models.CharField(max_length=20, help_text="daily, retention or manual")
    rows_covered = models.BigIntegerField(help_text="Rows since the anchor before")
    external_reference = models.CharField(
        max_length=500, null=True, blank=True, help_text="Where the copy outside the database is"
    )

    class Meta:
        indexes = [Index(fields=["created_date"])]
        constraints = [
            Unique(fields=["chain_key", "chain_sequence", "anchor_kind"]),
            Check("AnchorKind", Q(anchor_kind__in=ANCHOR_KINDS)),
            Check("RowHash", Q(row_hash__length=64)),
        ]
