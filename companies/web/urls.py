"""Addresses of company pages; included at the root of the site."""

from __future__ import annotations

from django.urls import path

from companies.web import closing, company, dashboard, leaving, members, onboarding, requests, searching, security, team

urlpatterns = [
    path("onboarding/company", onboarding.onboarding_company, name="onboarding-company"),
    path("onboarding/company/search", searching.company_search, name="company-search"),
    path("account/close", closing.account_close, name="account-close"),
    path("dashboard", dashboard.dashboard, name="dashboard"),
    path("companies", dashboard.companies, name="companies"),
    path("companies/<int:company_id>/leave", leaving.company_leave, name="company-leave"),
    path("company", company.company, name="company"),
    path("company/billing", company.company_billing, name="company-billing"),
    path("company/organizer", company.company_organizer, name="company-organizer"),
    path("company/security", security.company_security, name="company-security"),
    path("switch-company", dashboard.switch, name="switch-company"),
    path("team", team.team, name="team"),
    path("team/<int:user_id>/role", members.member_role, name="member-role"),
    path("team/<int:user_id>/suspend", members.member_suspend, name="member-suspend"),
    path("team/<int:user_id>/reactivate", members.member_reactivate, name="member-reactivate"),
    path("team/<int:user_id>/remove", members.member_remove, name="member-remove"),
    path("access-requests", requests.ask, name="access-request"),
    path("access-requests/<int:company_switch_request_id>/cancel", requests.cancel, name="access-request-cancel"),
    path("team/requests", requests.team_requests, name="team-requests"),
    path("team/requests/<int:company_switch_request_id>/approve", requests.approve_one, name="access-request-approve"),
    path("team/requests/<int:company_switch_request_id>/reject", requests.reject_one, name="access-request-reject"),
]
