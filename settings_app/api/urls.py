"""Routes below /api/v1/."""

from __future__ import annotations

from django.urls import path

from settings_app.api import views

urlpatterns = [
    path("config", views.ConfigView.as_view(), name="api-config"),
    path("admin/settings", views.SettingsView.as_view(), name="api-settings"),
    path("admin/settings/reload", views.SettingsReloadView.as_view(), name="api-settings-reload"),
    path("admin/settings/<str:setting_key>", views.SettingView.as_view(), name="api-setting"),
    path("admin/settings/<str:setting_key>/history", views.SettingHistoryView.as_view(), name="api-setting-history"),
]
