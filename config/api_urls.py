"""Routes below ``/api/v1``: the platform's own, then those of every app that has an API. No trailing slashes."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from common.api import converters  # noqa: F401  (registers the <id:…> path converter)
from common.api.documents import DocsView, SchemaView
from common.api.health import HealthLiveView, HealthReadyView

# In the order they are tried; the modules hold paths such as "auth/login" and "companies/<id:company_id>".
_APPS = ("accounts", "invitations", "companies", "reference", "settings_app", "abr_cache", "auditing", "logging_app")


def _app_routes() -> list[URLResolver]:
    return [
        path("", include(f"{app}.api.urls"))
        for app in _APPS
        if find_spec(f"{app}.api") is not None and find_spec(f"{app}.api.urls") is not None
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("health/live", HealthLiveView.as_view(), name="api-health-live"),
    path("health/ready", HealthReadyView.as_view(), name="api-health-ready"),
    path("schema", SchemaView.as_view(), name="api-schema"),
    path("docs", DocsView.as_view(), name="api-docs"),
    *_app_routes(),
]
