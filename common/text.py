"""Small checks on text that several apps share."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

_STORED_SHAPE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_validate_email = EmailValidator()

MAX_EMAIL_LENGTH = 254


def is_email_shape(email: str) -> bool:
    """Whether ``email`` (trimmed, lower case) is an address the product accepts and the database stores."""
    if len(email) > MAX_EMAIL_LENGTH or email != email.lower() or not _STORED_SHAPE.fullmatch(email):
        return False
    try:
        _validate_email(email)
    except ValidationError:
        return False
    return True
