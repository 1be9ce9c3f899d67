"""Writes of settings and validation rules."""

from settings_app.services.changing import reload_settings, update_setting

__all__ = ["reload_settings", "update_setting"]
