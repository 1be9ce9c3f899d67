from __future__ import annotations

from django.apps import AppConfig


class SettingsConfig(AppConfig):
    name = "settings_app"
    verbose_name = "Settings and rules"
    default_auto_field = "django.db.models.BigAutoField"
    seeds = "settings_app.services.seeds.SEEDS"
