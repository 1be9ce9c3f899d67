"""Validation rules per country and the choice a company makes among them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common.history import tracked
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique

CHECKSUM_ALGORITHMS = ("au.abn", "au.acn")


class ValidationRule(AuditedTable):
    """Format rules per country and type."""

    access = TableAccess(rls="none", retention="permanent", roles="CONFIG")
    maintained_by = "steward"

    rule_key = models.CharField(max_length=100, help_text="Natural key, UPPER_SNAKE; never changes")
    rule_type = ForeignKey("reference.RuleType", help_text="Kind of value the rule accepts")
    country = ForeignKey("reference.Country", null=True, help_text="Country of the rule; empty = worldwide")
    validation_pattern = models.CharField(max_length=500, help_text="Full match on the normalised value")
    validation_message = models.CharField(max_length=500, help_text="Message to a person whose value fails")
    description = models.CharField(max_length=500, help_text="What the rule accepts")
    checksum_algorithm = models.CharField(
        max_length=20, null=True, blank=True, help_text="Name of the python-stdnum module that tests the check digits"
    )
    min_length = models.IntegerField(null=True, blank=True, help_text="Fewest characters of the normalised value")
    max_length = models.IntegerField(null=True, blank=True, help_text="Most characters of the normalised value")
    example_value = models.CharField(max_length=100, help_text="A value that passes the rule")
    display_format = models.CharField(
        max_length=100, null=True, blank=True, help_text="Local mask: X and 9 a digit, A a letter, others themselves"
    )
    display_example = models.CharField(max_length=100, null=True, blank=True, help_text="The example as it is shown")
    is_prefix_stripped = models.BooleanField(default=False, help_text="Country prefix is dropped on display")
    spacing_pattern = models.CharField(
        max_length=50, null=True, blank=True, help_text="Groups of the local form; the last takes what remains"
    )
    is_active = models.BooleanField("active", default=True, help_text="Rule is applied")
    sort_order = models.IntegerField(default=999, help_text="Order of trial, lowest first")

    history = tracked("AuditValidationRule", TableAccess(rls="none", retention="audit", roles="AUDIT"))

    class Meta:
        ordering = ["sort_order", "id"]
        indexes = [Index(fields=["country", "rule_type", "sort_order"]), Index(fields=["rule_type"])]
        constraints = [
            Unique(fields=["rule_key"], condition=Q(is_deleted=False)),
            Check(
                "Lengths",
                (Q(min_length__isnull=True) | Q(min_length__gt=0))
                & (Q(max_length__isnull=True) | Q(max_length__gt=0))
                & (Q(min_length__isnull=True) | Q(max_length__isnull=True) | Q(min_length__lte=F("max_length"))),
            ),
            Check("DisplayFormat", Q(display_format__isnull=True) | ~Q(display_format="")),
            Check(
                "ChecksumAlgorithm",
                Q(checksum_algorithm__isnull=True) | Q(checksum_algorithm__in=CHECKSUM_ALGORITHMS),
            ),
        ]

    def __str__(self) -> str:
        return self.rule_key


class CompanyValidationRule(AuditedTable):
    """Per-company choice among the country's rules; no rows = all active rules."""

    access = TableAccess(rls="company", retention="permanent", roles="CONFIG")

    company = ForeignKey("companies.Company", help_text="Company that chose")
    validation_rule = ForeignKey("settings_app.ValidationRule", help_text="Rule of the company's country, or worldwide")
    is_enabled = models.BooleanField(default=True, help_text="The company accepts values of this rule")
    sort_order_override = models.IntegerField(
        null=True, blank=True, help_text="Order of trial in this company; empty = the rule's own"
    )

    history = tracked(
        "AuditCompanyValidationRule",
        TableAccess(rls="trail", retention="audit", roles="AUDIT"),
        indexes=[Index(fields=["company", "history_date"])],
    )

    class Meta:
        indexes = [Index(fields=["validation_rule"])]
        constraints = [Unique(fields=["company", "validation_rule"], condition=Q(is_deleted=False))]
