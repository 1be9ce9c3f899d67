"""Writes of schema log: authentication events, errors, the request log and the mail outbox."""

from logging_app.services.auth_events import record_auth_event
from logging_app.services.errors import record_error

__all__ = ["record_auth_event", "record_error"]
