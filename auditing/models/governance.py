"""Legal holds and the evidence of retention runs."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from auditing.models.activity import GOVERNANCE
from common.models import Check, ForeignKey, Index, LogTable, Unique


class LegalHold(LogTable):
    """Legal holds; placing and releasing are separate rows."""

    access = GOVERNANCE

    hold_name = models.CharField(max_length=200, null=True, blank=True, help_text="Name of the hold; empty = a release")
    reason = models.CharField(max_length=1000, help_text="Why it is placed or released")
    table_name = models.CharField(
        max_length=128, null=True, blank=True, help_text="Table covered, schema.Table; empty = every table"
    )
    company = ForeignKey("companies.Company", null=True, help_text="Only rows of this company")
    user = ForeignKey("accounts.User", null=True, help_text="Only rows of this person")
    rows_from = models.DateTimeField(null=True, blank=True, help_text="Earliest CreatedDate covered; empty = open")
    rows_to = models.DateTimeField(null=True, blank=True, help_text="Latest CreatedDate covered; empty = open")
    placed_by_user = ForeignKey("accounts.User", help_text="Actor of this row")
    releases_legal_hold = ForeignKey("auditing.LegalHold", null=True, help_text="Set = this row ends that hold")
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the work")

    class Meta:
        indexes = [
            Index(fields=["company"], condition=Q(company__isnull=False)),
            Index(fields=["user"], condition=Q(user__isnull=False)),
            Index(fields=["placed_by_user"]),
        ]
        constraints = [
            Unique(fields=["releases_legal_hold"], condition=Q(releases_legal_hold__isnull=False)),
            Check(
                "Kind",
                Q(releases_legal_hold__isnull=True, hold_name__isnull=False)
                | Q(
                    releases_legal_hold__isnull=False,
                    hold_name__isnull=True,
                    table_name__isnull=True,
                    company__isnull=True,
                    user__isnull=True,
                    rows_from__isnull=True,
                    rows_to__isnull=True,
                ),
            ),
            Check("Range", Q(rows_from__isnull=True) | Q(rows_to__isnull=True) | Q(rows_from__lte=F("rows_to"))),
        ]


class RetentionRun(LogTable):
    """Evidence of every retention run: a started row, then a completed or failed row, per table."""

    access = GOVERNANCE

    run_key = models.UUIDField(help_text="One run over all tables")
    table_name = models.CharField(max_length=128, help_text="Table, schema.Table")
    retention_class = models.CharField(max_length=20, help_text="token, log, audit or cache")
    mode = models.CharField(max_length=10, help_text="dry_run or execute")
    phase = models.CharField(max_length=10, help_text="started, completed or failed")
    cutoff_date = models.DateTimeField(help_text="Rows before this instant are due, UTC")
    rows_selected = models.BigIntegerField(default=0, help_text="Rows that were due")
    rows_held = models.BigIntegerField(default=0, help_text="Rows kept by a legal hold")
    rows_archived = models.BigIntegerField(default=0, help_text="Rows written to the archive")
    rows_deleted = models.BigIntegerField(default=0, help_text="Rows removed")
    archive_path = models.CharField(max_length=500, null=True, blank=True, help_text="Where the archive file is")
    archive_checksum = models.CharField(max_length=64, null=True, blank=True, help_text="SHA-256 of the archive file")
    duration_ms = models.BigIntegerField(null=True, blank=True, help_text="Length of the run in milliseconds")
    error_message = models.CharField(max_length=1000, null=True, blank=True, help_text="Failure, cut to fit")
    triggered_by_user = ForeignKey("accounts.User", null=True, help_text="Person who started it; empty = schedule")

    class Meta:
        indexes = [
            Index(fields=["created_date"]),
            Index(fields=["triggered_by_user"], condition=Q(triggered_by_user__isnull=False)),
        ]
        constraints = [
            Unique(fields=["run_key", "table_name", "phase"]),
            Check("RetentionClass", Q(retention_class__in=["token", "log", "audit", "cache"])),
            Check("Mode", Q(mode__in=["dry_run", "execute"])),
            Check("Phase", Q(phase__in=["started", "completed", "failed"])),
            Check(
                "Counts",
                Q(rows_selected__gte=0, rows_held__gte=0, rows_archived__gte=0, rows_deleted__gte=0),
            ),
        ]
