"""Back office of schema log."""

from logging_app.admin import logs, mail

__all__ = ["logs", "mail"]
