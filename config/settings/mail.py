"""Outgoing mail: development catcher, SMTP or a hosted provider through anymail (MA-5)."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import IS_DEVELOPMENT, env

EMAIL_TRANSPORT: str = env.str("EMAIL_TRANSPORT", default="catcher" if IS_DEVELOPMENT else "smtp")
if EMAIL_TRANSPORT == "catcher" and not IS_DEVELOPMENT:
    # It takes every message and sends none: rows would say "sent" for mails that nobody gets.
    raise ImproperlyConfigured("EMAIL_TRANSPORT=catcher is for development; use smtp or the backend of a provider")
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", default="EventLead <no-reply@eventlead.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

EMAIL_BACKEND = {
    "catcher": "logging_app.mail.catcher.CatcherBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
}.get(EMAIL_TRANSPORT, EMAIL_TRANSPORT)

_smtp: dict[str, Any] = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:25")
EMAIL_HOST = _smtp["EMAIL_HOST"]
EMAIL_PORT = _smtp["EMAIL_PORT"]
EMAIL_HOST_USER = _smtp["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _smtp["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _smtp.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _smtp.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
ANYMAIL: dict[str, Any] = env.json("ANYMAIL", default={})
