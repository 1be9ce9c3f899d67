"""Links between companies."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from companies.admin.base import CompanyDataAdmin
from companies.models import CompanyRelationship


@admin.register(CompanyRelationship)
class CompanyRelationshipAdmin(CompanyDataAdmin):
    """Parents, branches and partners."""

    icon: ClassVar[str] = "account_tree"
    menu_title: ClassVar[str] = "Relationships"
    list_display = (
        "parent_company",
        "child_company",
        "company_relationship_type",
        "company_relationship_status",
        "created_date",
    )
    search_fields = ("parent_company", "child_company", "pk")
    search_help_text = "Number of one of the companies"
