"""Routes below /api/v1/."""

from __future__ import annotations

from django.urls import path

from auditing.api import views

urlpatterns = [path("admin/role-audit", views.RoleAuditView.as_view(), name="api-role-audit")]
