"""Memberships and access requests."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from companies.admin.base import CompanyDataAdmin
from companies.models import CompanySwitchRequest, UserCompany


@admin.register(UserCompany)
class UserCompanyAdmin(CompanyDataAdmin):
    """Who belongs to which company, in which role."""

    icon: ClassVar[str] = "groups"
    menu_title: ClassVar[str] = "Memberships"
    menu_order: ClassVar[int] = 20
    list_display = (
        "user",
        "company",
        "user_company_role",
        "user_company_status",
        "is_primary_company",
        "joined_via",
        "joined_date",
    )
    search_fields = ("user", "company", "pk")
    search_help_text = "Number of the user or of the company"


@admin.register(CompanySwitchRequest)
class CompanySwitchRequestAdmin(CompanyDataAdmin):
    """Requests to join a company."""

    icon: ClassVar[str] = "person_add"
    menu_title: ClassVar[str] = "Access requests"
    list_display = ("requested_at", "user", "to_company", "company_switch_request_status", "is_domain_match")
    search_fields = ("user", "to_company", "pk")
    search_help_text = "Number of the user or of the company asked"
