"""System lookups: read-only, because their codes carry behaviour; they come with a release (database.md 6.2)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.contrib import admin

from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission
from reference.services.maintenance import STEWARD_TABLES


class SystemLookupAdmin(ReadOnlyAdmin):
    """Code, name, flags and order of a system lookup."""

    section: ClassVar[Section | None] = Section.LOOKUPS
    icon: ClassVar[str] = "lock"
    permission: ClassVar[Permission] = Permission.REFERENCE_MANAGE
    ordering: Any = ("sort_order", "pk")

    def listed(self) -> list[str]:
        return [self.model.code_field, self.model.name_field, "description", "is_active", "sort_order"]


for _model in apps.get_app_config("reference").get_models():
    if _model.__name__ not in STEWARD_TABLES:
        admin.site.register(_model, SystemLookupAdmin)
