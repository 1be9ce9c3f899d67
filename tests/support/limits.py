"""Raising rate limits."""

from __future__ import annotations

from django.apps import apps

from settings_app import selectors


def set_setting(key: str, value: str) -> None:
    """Change a setting for the test."""
    model = apps.get_model("settings_app", "AppSetting")
    assert model._default_manager.filter(setting_key=key).update(setting_value=value) == 1, key
    selectors.invalidate()


def lift_limits() -> None:
    """Raise every rate limit to a thousand."""
    model = apps.get_model("settings_app", "AppSetting")
    model._default_manager.filter(setting_key__startswith="RATE_LIMIT_").update(setting_value="1000")
    selectors.invalidate()
