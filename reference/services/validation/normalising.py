"""Normal forms in which rules are tested (CV-2, database.md 6.3)."""

from __future__ import annotations

import re
import unicodedata

# Spaces of any kind, dots, parentheses, and the dashes that word processors put in place of the hyphen.
_PHONE_FILLING = re.compile(r"[\s.()\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+")
_BLANKS = re.compile(r"\s+")
_NOT_DIGITS = re.compile(r"[^0-9]+")


def normalise(rule_type_code: str, text: str, phone_prefix: str | None) -> str:
    """Return the normal form of a trimmed text; ``phone_prefix`` is the country's, such as ``+61``."""
    match rule_type_code:
        case "phone":
            return _phone(text, phone_prefix)
        case "postal_code":
            return _BLANKS.sub(" ", text).strip().upper()
        case "tax_id":
            return _NOT_DIGITS.sub("", text)
        case "email":
            return text.strip().lower()
        case _:
            return _BLANKS.sub(" ", text).strip()


def _phone(text: str, prefix: str | None) -> str:
    # Address books put invisible marks of writing direction around numbers.
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    number = _PHONE_FILLING.sub("", visible)
    if prefix and number.startswith(f"{prefix}0"):
        number = prefix + number[len(prefix) + 1 :]
    return number
