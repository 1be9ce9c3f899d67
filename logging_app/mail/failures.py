"""Which failures of a mail are final: a retry cannot help them (MA-2)."""

from __future__ import annotations

import smtplib

from anymail.exceptions import (  # type: ignore[import-untyped]
    AnymailAPIError,
    AnymailError,
    AnymailInvalidAddress,
    AnymailRecipientsRefused,
)
from django.core.mail import BadHeaderError
from django.template import TemplateDoesNotExist, TemplateSyntaxError

_BAD_DATA = (ValueError, TypeError, LookupError, BadHeaderError, TemplateDoesNotExist, TemplateSyntaxError)
_PERMANENT_SMTP = 500


def is_permanent(error: Exception) -> bool:
    """Bad recipient, refused sender or message, bad data. A refused log-in is the operator's to mend, so it is not."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= _PERMANENT_SMTP for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return False
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code >= _PERMANENT_SMTP
    if isinstance(error, AnymailInvalidAddress | AnymailRecipientsRefused):
        return True
    if isinstance(error, AnymailAPIError):
        status = error.status_code or 0
        return status in {400, 404, 413, 422}
    if isinstance(error, OSError | AnymailError):
        return False
    return isinstance(error, _BAD_DATA)
