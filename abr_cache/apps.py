from __future__ import annotations

from django.apps import AppConfig


class ABRCacheConfig(AppConfig):
    name = "abr_cache"
    verbose_name = "Business register cache"
    default_auto_field = "django.db.models.BigAutoField"
