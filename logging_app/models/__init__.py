"""The tables of schema log (database.md 6.4)."""

from logging_app.models.auth_events import AUTH_EVENT_TYPES, AuthEvent
from logging_app.models.mail import EMAIL_STATUSES, EmailDelivery
from logging_app.models.requests import SEVERITIES, ApiRequest, ApplicationError

# By month of CreatedDate on PostgreSQL (database.md section 9, point 18).
PARTITIONED = (ApiRequest, AuthEvent, ApplicationError)

__all__ = [
    "AUTH_EVENT_TYPES",
    "EMAIL_STATUSES",
    "PARTITIONED",
    "SEVERITIES",
    "ApiRequest",
    "ApplicationError",
    "AuthEvent",
    "EmailDelivery",
]
