"""Small checks on text that several apps share."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

_STORED_SHAPE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_validate_email = EmailValidator()

MAX_EMAIL_LENGTH = 254

# Besides spaces: marks of order and direction, joiners, zero-width spaces.
_FORMAT_CHARACTER = "Cf"
# Letters and marks that Unicode draws as nothing: fillers, grapheme joiner, empty braille cell, variation selectors.
_UNSEEN_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_VARIATION_SELECTORS = (("\u180b", "\u180f"), ("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))


def is_seen(text: str) -> bool:
    """Whether ``text`` shows anything; spaces and invisible characters alone are as good as nothing (GEN-4).

    Control characters count as seen: they are refused as what they are.
    """
    return any(not _is_unseen(char) for char in text)


def _is_unseen(char: str) -> bool:
    if char in _UNSEEN_LETTERS or any(first <= char <= last for first, last in _VARIATION_SELECTORS):
        return True
    return char.isspace() or unicodedata.category(char) == _FORMAT_CHARACTER


def is_host_name(domain: str) -> bool:
    """Whether ``domain`` can be the host of a mail address: two labels or more of letters, digits and inner hyphens.

    Letters of any script count, as they do in international domain names; a last label of digits alone is no domain.
    """
    labels = domain.split(".")
    return len(labels) > 1 and all(map(_is_label, labels)) and not labels[-1].isdigit()


def _is_label(label: str) -> bool:
    return (
        0 < len(label) < 64
        and label.strip("-") == label
        and all(char == "-" or unicodedata.category(char)[0] in "LMN" for char in label)
    )


def is_email_shape(email: str) -> bool:
    """Whether ``email`` (trimmed, lower case) is an address the product accepts and the database stores."""
    if len(email) > MAX_EMAIL_LENGTH or email != email.lower() or not _STORED_SHAPE.fullmatch(email):
        return False
    try:
        _validate_email(email)
    except ValidationError:
        return False
    return True
