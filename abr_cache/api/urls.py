"""Routes below /api/v1/."""

from __future__ import annotations

from django.urls import path

from abr_cache.api import views

urlpatterns = [
    path("companies/search", views.SearchView.as_view(), name="company-search"),
    path("admin/abr-cache/statistics", views.StatisticsView.as_view(), name="api-abr-cache-statistics"),
    path("admin/abr-cache/purge", views.PurgeView.as_view(), name="api-abr-cache-purge"),
]
