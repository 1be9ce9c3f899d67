"""Back office of the register cache: what the register answered, and nothing about who asked."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from abr_cache.models import ABRSearch
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission


@admin.register(ABRSearch)
class ABRSearchAdmin(ReadOnlyAdmin):
    """Cached answers."""

    section: ClassVar[Section | None] = Section.CACHE
    icon: ClassVar[str] = "cached"
    menu_title: ClassVar[str] = "Answers"
    permission: ClassVar[Permission] = Permission.REGISTER_CACHE_MANAGE
    list_display = (
        "search_type",
        "search_value",
        "abn",
        "legal_entity_name",
        "abn_status",
        "fetched_at",
        "expires_at",
        "hit_count",
    )
    search_fields = ("abn", "acn")
    search_help_text = "ABN or ACN without spaces"
