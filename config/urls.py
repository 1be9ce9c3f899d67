"""All routes: REST under /api/v1, pages, back office."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("config.api_urls")),
    path("backoffice/", admin.site.urls),
]
