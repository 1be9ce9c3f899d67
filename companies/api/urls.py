"""Routes of companies below ``/api/v1``."""

from __future__ import annotations

from django.urls import path

from companies.api import views_company, views_members, views_people, views_requests

_MEMBER = "companies/<id:company_id>/users/<id:user_id>"
_REQUESTS = "companies/<id:company_id>/access-requests"

urlpatterns = [
    path("companies", views_company.CompaniesView.as_view(), name="api-companies"),
    path("companies/access-requests", views_requests.AskView.as_view(), name="api-access-request"),
    path(_REQUESTS, views_requests.AccessRequestsView.as_view(), name="api-access-requests"),
    path(
        f"{_REQUESTS}/<id:company_switch_request_id>/approve",
        views_requests.ApproveView.as_view(),
        name="api-access-request-approve",
    ),
    path(
        f"{_REQUESTS}/<id:company_switch_request_id>/reject",
        views_requests.RejectView.as_view(),
        name="api-access-request-reject",
    ),
    path("users/me/access-requests", views_requests.OwnRequestsView.as_view(), name="api-own-access-requests"),
    path(
        "users/me/access-requests/<id:company_switch_request_id>/cancel",
        views_requests.CancelView.as_view(),
        name="api-access-request-cancel",
    ),
    path("companies/<id:company_id>", views_company.CompanyView.as_view(), name="api-company"),
    path(
        "companies/<id:company_id>/billing-details",
        views_company.BillingDetailsView.as_view(),
        name="api-company-billing",
    ),
    path(
        "companies/<id:company_id>/organizer-details",
        views_company.OrganizerDetailsView.as_view(),
        name="api-company-organizer",
    ),
    path(
        "companies/<id:company_id>/customer-details",
        views_company.CustomerDetailsView.as_view(),
        name="api-company-customer",
    ),
    path(
        "companies/<id:company_id>/security",
        views_company.CompanySecurityView.as_view(),
        name="api-company-security",
    ),
    path("companies/<id:company_id>/users", views_members.MembersView.as_view(), name="api-company-users"),
    path(f"{_MEMBER}/role", views_members.MemberRoleView.as_view(), name="api-member-role"),
    path(f"{_MEMBER}/suspend", views_members.SuspendMemberView.as_view(), name="api-member-suspend"),
    path(f"{_MEMBER}/reactivate", views_members.ReactivateMemberView.as_view(), name="api-member-reactivate"),
    path(f"{_MEMBER}/remove", views_members.RemoveMemberView.as_view(), name="api-member-remove"),
    path("users/me/companies", views_people.OwnCompaniesView.as_view(), name="api-own-companies"),
    path(
        "users/me/companies/<id:company_id>/leave",
        views_people.LeaveCompanyView.as_view(),
        name="api-leave-company",
    ),
    path("users/me/close", views_people.CloseAccountView.as_view(), name="api-close-account"),
    path("users/me/switch-company", views_people.SwitchCompanyView.as_view(), name="api-switch-company"),
    path("dashboard/kpis", views_people.FiguresView.as_view(), name="api-dashboard-kpis"),
]
