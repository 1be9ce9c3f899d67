"""Routes below /api/v1/."""

from __future__ import annotations

from django.urls import path

from reference.api import views

_COUNTRY = "reference/countries/<str:country_code>"

urlpatterns = [
    path("reference", views.ReferenceView.as_view(), name="api-reference"),
    path("reference/<str:table>", views.ReferenceTableView.as_view(), name="api-reference-table"),
    path(_COUNTRY, views.CountryView.as_view(), name="api-country"),
    path(f"{_COUNTRY}/validate", views.ValidateView.as_view(), name="api-country-validate"),
    path(f"{_COUNTRY}/validate-multiple", views.ValidateMultipleView.as_view(), name="api-country-validate-multiple"),
    path(f"{_COUNTRY}/rules", views.CountryRulesView.as_view(), name="api-country-rules"),
]
