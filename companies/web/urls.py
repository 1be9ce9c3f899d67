"""Addresses of company pages; included at the root of the site."""

from __future__ import annotations

from django.urls import path

from companies.web import dashboard, onboarding, searching

urlpatterns = [
    path("onboarding/company", onboarding.onboarding_company, name="onboarding-company"),
    path("onboarding/company/search", searching.company_search, name="company-search"),
    path("dashboard", dashboard.dashboard, name="dashboard"),
    path("companies", dashboard.companies, name="companies"),
    path("switch-company", dashboard.switch, name="switch-company"),
    path("team", dashboard.team, name="team"),
]
