"""Puts the product's own site in the place of Django's."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class BackofficeConfig(AdminConfig):
    """`django.contrib.admin` with `admin.site` being the back office."""

    default_site = "common.backoffice.site.BackofficeSite"
