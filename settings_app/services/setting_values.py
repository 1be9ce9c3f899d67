"""What a setting value must obey: its type, its own pattern and its limits (invariant 33).

Pure functions over plain values, shared by the seed loader and the service that changes settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

NUMBER_TYPES = frozenset({"integer", "decimal"})


@dataclass(frozen=True, slots=True)
class SettingLimits:
    """Type code and its pattern (``ref.SettingType``), the setting's own pattern, and its range of numbers."""

    type_code: str
    type_pattern: str | None = None
    own_pattern: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


def value_problems(value: str, limits: SettingLimits) -> Iterator[str]:
    """Yield what is wrong with the text form of a value; nothing when it may be stored."""
    if not _has_type(value, limits):
        yield f"{value!r} is not of type {limits.type_code}"
        return
    if limits.own_pattern is not None and not re.fullmatch(limits.own_pattern, value):
        yield f"{value!r} does not match the pattern {limits.own_pattern}"
    if limits.type_code in NUMBER_TYPES:
        yield from _range_problems(Decimal(value), limits)


def _has_type(value: str, limits: SettingLimits) -> bool:
    if limits.type_pattern is not None:
        return re.fullmatch(limits.type_pattern, value) is not None
    if limits.type_code == "json":
        return _is_json(value)
    return "\n" not in value and "\r" not in value  # string: text of one line


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def _range_problems(number: Decimal, limits: SettingLimits) -> Iterator[str]:
    if limits.minimum is not None and number < limits.minimum:
        yield f"{number} is less than the minimum {_plain(limits.minimum)}"
    if limits.maximum is not None and number > limits.maximum:
        yield f"{number} is more than the maximum {_plain(limits.maximum)}"


def _plain(number: Decimal) -> str:
    """``30.00`` -> ``30``, ``1E+1`` -> ``10``."""
    return f"{number.normalize():f}"
