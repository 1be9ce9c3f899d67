from __future__ import annotations

from django.apps import AppConfig


class AuditingConfig(AppConfig):
    name = "auditing"
    verbose_name = "Audit"
    default_auto_field = "django.db.models.BigAutoField"
