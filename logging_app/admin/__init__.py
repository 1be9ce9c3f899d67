"""Back office of schema log."""

from logging_app.admin import logs, mail, partitions

__all__ = ["logs", "mail", "partitions"]
