"""Australian business identifiers: cleaning, checksum and display (abr.md section 2).

The arithmetic is python-stdnum's; the rules it lacks (leading digits of an ABN, the all-zero ACN) are added here.
"""

from __future__ import annotations

import re

from stdnum.au import abn as stdnum_abn
from stdnum.au import acn as stdnum_acn

ABN_LENGTH = 11
ACN_LENGTH = 9

# Dashes that word processors put in place of the hyphen, and the invisible characters copied along with a number.
_SEPARATORS = re.compile(r"[\s./\-\u2010-\u2015\u2212\u200b\u2060\ufeff]+")
_DIGITS = re.compile(r"[0-9]+")
_LOWEST_ABN_PREFIX = 11


def clean_identifier(text: str) -> str:
    """Remove white space of any kind, dots, hyphens and slashes."""
    return _SEPARATORS.sub("", text)


def _digits(text: str, length: int) -> str | None:
    cleaned = clean_identifier(text)
    return cleaned if len(cleaned) == length and _DIGITS.fullmatch(cleaned) else None


def parse_abn(text: str) -> str | None:
    """Return the 11 digits of a valid ABN, or None when it cannot be one."""
    digits = _digits(text, ABN_LENGTH)
    if digits is None or int(digits[:2]) < _LOWEST_ABN_PREFIX:
        return None
    return digits if stdnum_abn.is_valid(digits) else None


def parse_acn(text: str) -> str | None:
    """Return the 9 digits of a valid ACN, or None when it cannot be one."""
    digits = _digits(text, ACN_LENGTH)
    if digits is None or not int(digits):
        return None
    return digits if stdnum_acn.is_valid(digits) else None


def is_abn(text: str) -> bool:
    return parse_abn(text) is not None


def is_acn(text: str) -> bool:
    return parse_acn(text) is not None


def format_abn(digits: str) -> str:
    """Display an ABN as `XX XXX XXX XXX`; text of another length is returned unchanged."""
    if len(digits) != ABN_LENGTH:
        return digits
    return f"{digits[:2]} {digits[2:5]} {digits[5:8]} {digits[8:]}"


def format_acn(digits: str) -> str:
    """Display an ACN as `XXX XXX XXX`; text of another length is returned unchanged."""
    if len(digits) != ACN_LENGTH:
        return digits
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
