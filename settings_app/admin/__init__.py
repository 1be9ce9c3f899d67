"""Back office of schema config."""

from settings_app.admin import rules, settings

__all__ = ["rules", "settings"]
