"""All routes: REST under /api/v1, metrics, back office, pages. Names of pages are flat: ``{% url 'signup' %}``."""

from django.contrib import admin
from django.urls import include, path

from common.web.metrics import metrics

urlpatterns = [
    path("api/v1/", include("config.api_urls")),
    path("metrics", metrics, name="metrics"),
    path("backoffice/", admin.site.urls),
    path("", include("accounts.web.urls")),
    path("", include("companies.web.urls")),
    path("", include("invitations.web.urls")),
    path("", include("logging_app.web.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
