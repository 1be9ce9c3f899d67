"""What a setting value must obey: its type, its own pattern and its limits (invariant 33).

Pure functions over plain values, shared by the seed loader and the service that changes settings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

NUMBER_TYPES = frozenset({"integer", "decimal"})
MAX_LENGTH = 10_000
# Whole numbers of more digits are out of range whatever the setting allows.
LARGEST_INTEGER = Decimal(10**18 - 1)

_PATH_PREFIX = re.compile(r"/[^\s?#]*")

_NAMES = {
    "integer": "a whole number",
    "decimal": "a decimal number written as text",
    "boolean": "true or false",
    "json": "a JSON value",
    "string": "a text of one line",
}


@dataclass(frozen=True, slots=True)
class JsonForm:
    """What a JSON value must be where a pattern cannot say it clearly: in words, and as a check of the value read."""

    name: str
    accepts: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class SettingLimits:
    """Type code and its pattern (``ref.SettingType``), the setting's own pattern, range of numbers and form."""

    type_code: str
    type_pattern: str | None = None
    own_pattern: str | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    form: JsonForm | None = None

    @property
    def lowest(self) -> Decimal | None:
        """Smallest number accepted; None where there is no end."""
        return -LARGEST_INTEGER if self.minimum is None and self.type_code == "integer" else self.minimum

    @property
    def highest(self) -> Decimal | None:
        """Largest number accepted; None where there is no end."""
        return LARGEST_INTEGER if self.maximum is None and self.type_code == "integer" else self.maximum


@dataclass(frozen=True, slots=True)
class ValueProblem:
    """Item code of api.md section 2, and what is wrong."""

    code: str
    text: str


def form_of(setting_key: str) -> JsonForm | None:
    """Form that the JSON value of a setting must have; None where any does."""
    return _FORMS.get(setting_key)


def _are_path_prefixes(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and _PATH_PREFIX.fullmatch(item) for item in value)


_FORMS = {
    "LOGGING_EXCLUDED_ENDPOINTS": JsonForm('a list of path prefixes that start with "/"', _are_path_prefixes),
}


def value_problems(value: str, limits: SettingLimits) -> Iterator[str]:
    """Yield what is wrong with the text form of a value; nothing when it may be stored."""
    return (problem.text for problem in coded_problems(value, limits))


def coded_problems(value: str, limits: SettingLimits) -> Iterator[ValueProblem]:
    """Like ``value_problems``, with ``wrong_type``, ``pattern_mismatch``, ``too_small`` or ``too_large``."""
    if not _has_type(value, limits):
        yield ValueProblem("wrong_type", f"{value!r} is not of type {limits.type_code}")
        return
    if limits.own_pattern is not None and not re.fullmatch(limits.own_pattern, value):
        yield ValueProblem("pattern_mismatch", f"{value!r} does not match the pattern {limits.own_pattern}")
    elif limits.form is not None and not limits.form.accepts(json.loads(value)):
        yield ValueProblem("pattern_mismatch", f"{value!r} is not {limits.form.name}")
    if limits.type_code in NUMBER_TYPES:
        yield from _range_problems(Decimal(value), limits)


def text_form(value: Any, type_code: str) -> str | None:
    """Return the stored text of a typed value as clients send it; None when it is not of that type.

    Integers and booleans are JSON ones, decimals are text (``"0.10"``), texts are trimmed, JSON is any JSON value.
    """
    match type_code:
        case "integer":
            return str(value) if type(value) is int else None
        case "boolean":
            return {True: "true", False: "false"}[value] if isinstance(value, bool) else None
        case "json":
            text = json.dumps(value, ensure_ascii=False)
        case "decimal" | "string" if isinstance(value, str):
            text = value.strip()
        case _:
            return None
    return text if len(text) <= MAX_LENGTH else None


def describe(limits: SettingLimits) -> str:
    """Say what is accepted: ``a whole number from 3 to 10``."""
    if limits.form is not None:
        return limits.form.name
    name = _NAMES.get(limits.type_code, limits.type_code)
    low, high = limits.lowest, limits.highest
    if low is not None and high is not None:
        name += f" from {_plain(low)} to {_plain(high)}"
    elif low is not None:
        name += f" of at least {_plain(low)}"
    elif high is not None:
        name += f" of at most {_plain(high)}"
    return name


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


def _range_problems(number: Decimal, limits: SettingLimits) -> Iterator[ValueProblem]:
    if limits.lowest is not None and number < limits.lowest:
        yield ValueProblem("too_small", f"{number} is less than the minimum {_plain(limits.lowest)}")
    if limits.highest is not None and number > limits.highest:
        yield ValueProblem("too_large", f"{number} is more than the maximum {_plain(limits.highest)}")


def _plain(number: Decimal) -> str:
    """``30.00`` -> ``30``, ``1E+1`` -> ``10``."""
    return f"{number.normalize():f}"
