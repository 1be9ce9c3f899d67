"""Companies and their customer, billing and organiser sides."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from abr_cache.services import parse_abn, parse_acn
from common.backoffice.identity import actor_of
from common.backoffice.pages import own_page
from common.problems import Problem
from companies.admin.base import CompanyDataAdmin
from companies.admin.care import CompanyCare
from companies.admin.claims import ClaimForm
from companies.admin.filters import RegisterFilter, StateFilter
from companies.models import Company, CompanyBillingDetails, CompanyCustomerDetails, CompanyOrganizerDetails
from companies.services import settle_claim


@admin.register(Company)
class CompanyAdmin(CompanyCare):
    """Tenants."""

    icon: ClassVar[str] = "apartment"
    menu_title: ClassVar[str] = "Companies"
    menu_order: ClassVar[int] = 10
    list_display = (
        *("company_name", "abn", "abn_status", "abr_verified_at", "country", "industry", "is_active", "created_date"),
    )
    list_filter = (RegisterFilter, StateFilter)
    search_fields = ("company_name__startswith", "abn", "acn", "pk")
    search_help_text = "Beginning of the name, ABN, ACN, or number of the company"
    actions_detail = [*CompanyCare.care_pages, "settle"]

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[Any]:
        """The way to the members stands before the many columns."""
        return ["members", *super().get_fields(request, obj)]

    @admin.display(description="Members")
    def members(self, row: Company) -> str:
        """Lead to the memberships of the company."""
        address = f"{reverse('admin:companies_usercompany_changelist')}?company={row.pk}"
        look = "font-medium text-primary-600 dark:text-primary-500"
        return format_html('<a class="{}" href="{}">Members of {}</a>', look, address, row.company_name)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Numbers are found however they are spaced."""
        number = parse_abn(search_term) or parse_acn(search_term)
        return super().get_search_results(request, queryset, number or search_term)

    @own_page("Settle a disputed registration", "settle", "gavel")
    def settle(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Give the company to the person who proves that it is theirs (CO-10)."""
        if not self.has_view_permission(request):
            raise Http404
        row = self._row(request, object_id)
        self.record_view(request, row)
        form, back = ClaimForm(request.POST or None), reverse("admin:companies_company_change", args=[row.pk])
        if request.method == "POST" and form.is_valid():
            try:
                settled = settle_claim(company_id=row.pk, actor=actor_of(request), **form.cleaned_data)
            except Problem as problem:
                form.show(problem)
            else:
                ended = f" Memberships ended or paused: {settled.former_count}." if settled.former_count else ""
                messages.success(request, f"The claim is settled.{ended}")
                return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Settle the registration of {row}",
            "subtitle": None,
            "opts": self.opts,
            "form": form,
            "back": back,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "backoffice/claim.html", context, status=422 if form.is_bound else 200)


@admin.register(CompanyCustomerDetails)
class CompanyCustomerDetailsAdmin(CompanyDataAdmin):
    """Subscriptions."""

    icon: ClassVar[str] = "sell"
    menu_title: ClassVar[str] = "Subscriptions"
    list_display = ("company", "customer_tier", "customer_since", "total_events", "total_leads_captured")


@admin.register(CompanyBillingDetails)
class CompanyBillingDetailsAdmin(CompanyDataAdmin):
    """Invoice addresses."""

    icon: ClassVar[str] = "receipt_long"
    menu_title: ClassVar[str] = "Billing"
    list_display = ("company", "billing_contact_name", "billing_email", "billing_city", "billing_state")


@admin.register(CompanyOrganizerDetails)
class CompanyOrganizerDetailsAdmin(CompanyDataAdmin):
    """Organiser sides."""

    icon: ClassVar[str] = "event"
    menu_title: ClassVar[str] = "Organisers"
    list_display = ("company", "website", "organizer_license_number", "average_events_per_year")
