from __future__ import annotations

from django.apps import AppConfig


class LoggingConfig(AppConfig):
    name = "logging_app"
    verbose_name = "Logs"
    default_auto_field = "django.db.models.BigAutoField"
