"""Check digits of tax numbers: python-stdnum, and what it lacks (abr.md section 2)."""

from __future__ import annotations

from stdnum.au import abn, acn

_LOWEST_ABN_PREFIX = "11"


def has_valid_checksum(algorithm: str, digits: str) -> bool:
    """Test normalised digits; an unknown algorithm accepts nothing (CV-3)."""
    if algorithm == "au.abn":
        return digits[:2] >= _LOWEST_ABN_PREFIX and bool(abn.is_valid(digits))
    if algorithm == "au.acn":
        return digits.strip("0") != "" and bool(acn.is_valid(digits))
    return False
