"""Answers of the business register; nothing here says who searched (invariant 48)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common import clock
from common.models import Check, Index, LogTable, TableAccess, Unique

SEARCH_TYPES = ("ABN", "ACN", "Name")
ABN_STATUSES = ("active", "cancelled")
NAME_TYPES = ("entity", "business")


class ABRSearch(LogTable):
    """Answers of the Australian Business Register; holds nothing about who searched."""

    access = TableAccess(rls="none", retention="cache", roles="CACHE")

    search_type = models.CharField(max_length=10, help_text="ABN, ACN or Name")
    search_value = models.CharField(max_length=255, help_text="Digits only, or the trimmed lower-case name")
    result_index = models.IntegerField(default=0, help_text="0 for ABN and ACN, 0 to n for a name")
    is_negative = models.BooleanField(default=False, help_text="The register knows nothing; short life")
    abn = models.CharField(max_length=11, null=True, blank=True, help_text="Australian Business Number, 11 digits")
    acn = models.CharField(max_length=9, null=True, blank=True, help_text="Australian Company Number, 9 digits")
    legal_entity_name = models.CharField(max_length=255, null=True, blank=True, help_text="Legal name in the register")
    matched_name = models.CharField(max_length=255, null=True, blank=True, help_text="Name that matched the search")
    name_type = models.CharField(
        max_length=10, null=True, blank=True, help_text="Kind of the matched name: entity or business"
    )
    business_names = models.JSONField(null=True, blank=True, help_text="List of registered business names")
    entity_type_code = models.CharField(max_length=10, null=True, blank=True, help_text="Register's code of the type")
    entity_type_name = models.CharField(max_length=100, null=True, blank=True, help_text="Register's wording of it")
    abn_status = models.CharField(max_length=20, null=True, blank=True, help_text="active or cancelled")
    abn_status_effective_from = models.DateField(null=True, blank=True, help_text="First day of that status")
    is_gst_registered = models.BooleanField(null=True, blank=True, help_text="Registered for GST; empty = unknown")
    gst_registered_from = models.DateField(null=True, blank=True, help_text="First day of the GST registration")
    state = models.CharField(max_length=20, null=True, blank=True, help_text="State of the main place of business")
    postcode = models.CharField(
        max_length=10, null=True, blank=True, help_text="Postcode of the main place of business"
    )
    score = models.IntegerField(null=True, blank=True, help_text="Register's score of a name match")
    full_response = models.JSONField(null=True, blank=True, help_text="Answer as received, without the caller's key")
    fetched_at = models.DateTimeField(default=clock.now, help_text="Instant of the answer, UTC")
    expires_at = models.DateTimeField(
        help_text="Afterwards served only while the register is unavailable, flagged stale"
    )
    hit_count = models.IntegerField(default=0, help_text="How often the row answered a search")
    last_hit_at = models.DateTimeField(null=True, blank=True, help_text="Instant it answered last")

    class Meta:
        verbose_name = "ABR search"
        verbose_name_plural = "ABR searches"
        indexes = [
            Index(fields=["abn"], condition=Q(abn__isnull=False)),
            Index(fields=["acn"], condition=Q(acn__isnull=False)),
            Index(fields=["expires_at"]),
            Index(fields=["fetched_at"]),
        ]
        constraints = [
            Unique(fields=["search_type", "search_value", "result_index"]),
            Check("SearchType", Q(search_type__in=SEARCH_TYPES)),
            Check("ResultIndex", Q(result_index__gte=0)),
            Check("ABN", Q(abn__isnull=True) | Q(abn__digits=11)),
            Check("ACN", Q(acn__isnull=True) | Q(acn__digits=9)),
            Check("ABNStatus", Q(abn_status__isnull=True) | Q(abn_status__in=ABN_STATUSES)),
            Check("NameType", Q(name_type__isnull=True) | Q(name_type__in=NAME_TYPES)),
            Check("Negative", Q(is_negative=False) | Q(abn__isnull=True, result_index=0)),
            Check("ExpiresAt", Q(expires_at__gt=F("fetched_at"))),
            Check("HitCount", Q(hit_count__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.search_type} {self.search_value}"
