"""Names in the four layers of database.md section 4: database, Python, JSON and URL.

The acronym table decides how a PascalCase name is split into words; every conversion goes through that split, so that
database -> Python -> JSON -> database is the identity for every column of the dictionary.
"""

from __future__ import annotations

import hashlib
import re

ACRONYMS = ("ID", "ABN", "ACN", "GST", "IP", "ABR")
MAX_IDENTIFIER_BYTES = 63
_KEPT_BYTES = 54

_BY_LENGTH = sorted(ACRONYMS, key=len, reverse=True)
_WORD = re.compile("|".join(f"{acronym}(?=[A-Z]|$)" for acronym in _BY_LENGTH) + "|[A-Z][a-z0-9]*")
_ACRONYM_WORDS = {acronym.lower() for acronym in ACRONYMS}


def split_words(pascal: str) -> list[str]:
    """Split a PascalCase name into its words: ``ABNStatus`` -> ``["ABN", "Status"]``.

    Raises:
        ValueError: the name is not PascalCase.
    """
    words = _WORD.findall(pascal)
    if not words or "".join(words) != pascal:
        raise ValueError(f"{pascal!r} is not a PascalCase name")
    return words


def to_snake(pascal: str) -> str:
    """``OldUserRoleID`` -> ``old_user_role_id``."""
    return "_".join(word.lower() for word in split_words(pascal))


def to_pascal(snake: str) -> str:
    """``ip_address_hash`` -> ``IPAddressHash``; a word of the acronym table is written in capitals."""
    words = [word for word in snake.split("_") if word]
    return "".join(word.upper() if word in _ACRONYM_WORDS else word[:1].upper() + word[1:] for word in words)


def to_camel(snake: str) -> str:
    """``is_gst_registered`` -> ``isGstRegistered``."""
    first, *others = [word for word in snake.split("_") if word]
    return first + "".join(word[:1].upper() + word[1:] for word in others)


def camel_to_snake(camel: str) -> str:
    """``billingAddressLine1`` -> ``billing_address_line1``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", camel).lower()


def cut_identifier(name: str) -> str:
    """Shorten a database name to 63 bytes (S42): first 54 characters, ``_`` and 8 hex digits of its SHA-256."""
    if len(name.encode()) <= MAX_IDENTIFIER_BYTES:
        return name
    return f"{name[:_KEPT_BYTES]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
