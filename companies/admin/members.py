"""Memberships and access requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from common import clock
from common.backoffice.confirming import confirm_page
from common.backoffice.identity import actor_of
from common.backoffice.pages import own_page
from companies.admin.base import CompanyDataAdmin
from companies.admin.member_care import MemberCare
from companies.models import Company, CompanySwitchRequest, UserCompany
from companies.models.codes import CompanySwitchRequestStatusCode as Status
from companies.services import approve_by_staff, reject_by_staff
from reference.selectors import active_rows, code_id

UNANSWERED_AFTER = timedelta(days=7)


class CompanyFilter(admin.SimpleListFilter):
    """The members of one company; offered where its page has led here."""

    title = "company"
    parameter_name = "company"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        asked = request.GET.get(self.parameter_name, "")
        is_number = asked.isascii() and asked.isdigit() and len(asked) < 19
        company = Company.all_companies.filter(pk=int(asked)).first() if is_number else None
        return [(asked, str(company))] if company is not None else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(company_id=int(self.value() or 0)) if self.value() else queryset


class MembershipStateFilter(admin.SimpleListFilter):
    """Whether people can work in the company, or belonged to it once."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(row.code, row.name) for row in active_rows("UserCompanyStatus")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        codes = {row.code for row in active_rows("UserCompanyStatus")}
        if self.value() not in codes:
            return queryset
        return queryset.filter(user_company_status_id=code_id("UserCompanyStatus", str(self.value())), is_deleted=False)


@admin.register(UserCompany)
class UserCompanyAdmin(MemberCare):
    """Who belongs to which company, in which role; the history of a membership holds every reason."""

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
    list_filter = (MembershipStateFilter, CompanyFilter)
    search_fields = ("user", "company", "pk")
    search_help_text = "Number of the user or of the company"
    actions_detail = [*MemberCare.care_pages]

    def row_context(self, request: HttpRequest, row: UserCompany) -> dict[str, Any]:
        return {"title": f"{row.user.full_name} in {row.company}"}


class WaitingFilter(admin.SimpleListFilter):
    """Requests that admins have left open for long, which staff may decide (CO-10)."""

    title = "answer"
    parameter_name = "answer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("unanswered", "Unanswered for 7 days"), ("pending", "Pending")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        pending = code_id("CompanySwitchRequestStatus", Status.PENDING)
        rows = queryset.filter(company_switch_request_status_id=pending, is_deleted=False)
        if self.value() == "unanswered":
            rows = rows.filter(requested_at__lte=clock.now() - UNANSWERED_AFTER)
        return rows.order_by("requested_at", "pk")


@admin.register(CompanySwitchRequest)
class CompanySwitchRequestAdmin(CompanyDataAdmin):
    """Requests to join a company."""

    icon: ClassVar[str] = "person_add"
    menu_title: ClassVar[str] = "Access requests"
    list_display = ("requested_at", "user", "to_company", "company_switch_request_status", "is_domain_match")
    search_fields = ("user", "to_company", "pk")
    search_help_text = "Number of the user or of the company asked"
    list_filter = (WaitingFilter,)
    actions_detail = ["approve", "reject"]

    @own_page("Approve", "approve", "check")
    def approve(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Admit the person as a member, with a reason."""
        text = "The person becomes a member with the role Company User; they and the audit trail are told."
        return self._decide(request, object_id, "Approve", text, approve_by_staff)

    @own_page("Reject", "reject", "close")
    def reject(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Refuse the person, with a reason that is shown to them."""
        text = "The person is told, with your reason."
        return self._decide(request, object_id, "Reject", text, reject_by_staff)

    def _decide(
        self, request: HttpRequest, object_id: str, verb: str, text: str, service: Callable[..., Any]
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        row = self._row(request, object_id)
        self.record_view(request, row)

        def run(reason: str, version: str) -> None:
            service(company_switch_request_id=row.pk, reason=reason, actor=actor_of(request))

        return confirm_page(
            self,
            request,
            row,
            title=f"{verb} request {row.pk}",
            text=text,
            button=verb,
            run=run,
            done="The request is decided.",
            after=reverse("admin:companies_companyswitchrequest_change", args=[row.pk]),
            is_danger=verb == "Reject",
        )
