"""Anchors of the chains, retention runs and legal holds."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from auditing.models import ChainAnchor, LegalHold, RetentionRun
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission


@admin.register(ChainAnchor)
class ChainAnchorAdmin(ReadOnlyAdmin):
    """Recorded heads of the hash chains."""

    section: ClassVar[Section | None] = Section.AUDIT
    icon: ClassVar[str] = "anchor"
    menu_order: ClassVar[int] = 30
    permission: ClassVar[Permission] = Permission.LOGS_READ
    list_display = ("created_date", "chain_key", "chain_sequence", "anchor_kind", "rows_covered", "external_reference")
    search_fields = ("chain_key",)
    search_help_text = "Chain: number of the company, 0 for the platform"


@admin.register(RetentionRun)
class RetentionRunAdmin(ReadOnlyAdmin):
    """Evidence of what was archived and removed."""

    section: ClassVar[Section | None] = Section.RETENTION
    icon: ClassVar[str] = "auto_delete"
    menu_order: ClassVar[int] = 10
    permission: ClassVar[Permission] = Permission.RETENTION_MANAGE
    list_display = (
        "created_date",
        "table_name",
        "mode",
        "phase",
        "cutoff_date",
        "rows_selected",
        "rows_held",
        "rows_archived",
        "rows_deleted",
    )
    search_fields = ("run_key",)
    search_help_text = "Key of a run"


@admin.register(LegalHold)
class LegalHoldAdmin(ReadOnlyAdmin):
    """Holds and their releases."""

    section: ClassVar[Section | None] = Section.RETENTION
    icon: ClassVar[str] = "gavel"
    menu_order: ClassVar[int] = 20
    permission: ClassVar[Permission] = Permission.RETENTION_MANAGE
    list_display = (
        "created_date",
        "hold_name",
        "table_name",
        "company",
        "user",
        "placed_by_user",
        "releases_legal_hold",
    )
    search_fields = ("company", "user")
    search_help_text = "Number of a company or user"
