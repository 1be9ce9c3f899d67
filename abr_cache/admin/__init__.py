"""Back office of the register cache: what the register answered, and nothing about who asked."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from abr_cache.models import ABRSearch
from abr_cache.selectors import statistics
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
    list_before_template = "backoffice/register_statistics.html"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list below what the cache does: hits, look-ups, and whether the register is left alone."""
        return super().changelist_view(request, {**(extra_context or {}), "register_statistics": statistics()})
