"""dbo.UserIndustry (PR-2, invariant 38)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from common.models import AuditedTable, Check, ForeignKey, Index, TableAccess, Unique


class UserIndustry(AuditedTable):
    """Industries a person works in."""

    access = TableAccess(rls="person", retention="permanent", roles="BIZ")

    user = ForeignKey("accounts.User", related_name="industries", help_text="The person")
    industry = ForeignKey("reference.Industry", help_text="Industry the person works in")
    is_primary = models.BooleanField(default=False, help_text="Main industry of the person")
    sort_order = models.IntegerField(help_text="0 for the primary one, others from 1 without gaps")

    class Meta:
        indexes = [Index(fields=["industry"])]
        constraints = [
            Unique(fields=["user", "industry"], condition=Q(is_deleted=False)),
            Unique(fields=["user"], condition=Q(is_primary=True, is_deleted=False)),
            Check("Primary", Q(is_primary=True, sort_order=0) | Q(is_primary=False, sort_order__gt=0)),
        ]

    def __str__(self) -> str:
        return f"industry {self.industry_id} of user {self.user_id}"
