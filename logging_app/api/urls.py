"""Routes below /api/v1/."""

from __future__ import annotations

from django.urls import path

from logging_app.api import views

urlpatterns = [
    path("admin/diagnostics/<str:request_id>", views.DiagnosticsView.as_view(), name="api-diagnostics"),
]
