"""Back office of schema log."""

from logging_app.admin import diagnostics, logs, mail, partitions

__all__ = ["diagnostics", "logs", "mail", "partitions"]
