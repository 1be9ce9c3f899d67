"""Application settings: business rules that administrators change at run time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from common.history import tracked
from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class AppSetting(AuditedTable):
    """Business rules that administrators change at run time."""

    access = TableAccess(rls="none", retention="permanent", roles="CONFIG")

    setting_key = models.CharField(max_length=100, help_text="Natural key, UPPER_SNAKE; never changes")
    setting_value = models.TextField(help_text="Value in text form; true/false for boolean")
    setting_category = ForeignKey("reference.SettingCategory", help_text="Group in the back office")
    setting_type = ForeignKey("reference.SettingType", help_text="Data type of the value")
    description = models.CharField(max_length=500, help_text="What the setting does, with its unit")
    default_value = models.TextField(help_text="Value of a fresh installation, in text form")
    validation_regex = models.CharField(
        max_length=500, null=True, blank=True, help_text="Pattern of the full value, on top of the type"
    )
    min_value = models.DecimalField(
        max_digits=18, decimal_places=2, null=True, blank=True, help_text="Smallest number accepted"
    )
    max_value = models.DecimalField(
        max_digits=18, decimal_places=2, null=True, blank=True, help_text="Greatest number accepted"
    )
    is_editable = models.BooleanField(default=True, help_text="Administrators may change the value")
    is_public = models.BooleanField(default=False, help_text="Part of the public configuration")
    is_active = models.BooleanField("active", default=True, help_text="Setting is in use")
    sort_order = models.IntegerField(default=999, help_text="Position inside its group, smallest first")

    history = tracked("AuditAppSetting", TableAccess(rls="none", retention="audit", roles="AUDIT"))

    class Meta:
        ordering = ["sort_order", "id"]
        indexes = [Index(fields=["setting_category"]), Index(fields=["setting_type"])]
        constraints = [
            Unique(fields=["setting_key"]),
            Check(
                "Range",
                Q(min_value__isnull=True) | Q(max_value__isnull=True) | Q(min_value__lte=F("max_value")),
            ),
        ]

    def __str__(self) -> str:
        return self.setting_key
