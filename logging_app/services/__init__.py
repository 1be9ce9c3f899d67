"""Writes of schema log: authentication events, errors, the request log and the mail outbox."""

from logging_app.services.auth_events import record_auth_event
from logging_app.services.delivery import deliver_due
from logging_app.services.errors import record_error
from logging_app.services.outbox import LinkRef, queue_email
from logging_app.services.request_log import discard_request_log, flush_request_log, record_request

__all__ = [
    "LinkRef",
    "deliver_due",
    "discard_request_log",
    "flush_request_log",
    "queue_email",
    "record_auth_event",
    "record_error",
    "record_request",
]
