"""Strict field types with the item codes and friendly messages of api.md section 2.

Nothing is coerced: text is text, ``true`` is no number and ``"5"`` is no integer. Query strings are the exception,
since everything in them is text: fields below a ``QuerySerializer`` read numbers and booleans from text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime

from common.api.encoding import format_instant
from common.api.strict import StrictField
from common.api.text import CodeField, EmailField, SecretField, TextField, UrlField

__all__ = [
    "BooleanField",
    "ChoiceField",
    "CodeField",
    "DateField",
    "DecimalField",
    "EmailField",
    "IdField",
    "InstantField",
    "IntegerField",
    "SecretField",
    "TextField",
    "UrlField",
    "UuidField",
]

BIGINT_MAX = 2**63 - 1
BIGINT_MIN = -(2**63)


class IntegerField(StrictField):
    """Whole number within the range of a database bigint, or narrower."""

    default_error_messages = {
        "wrong_type": "This must be a whole number.{example}",
        "too_small": "This must be at least {limit}.{example}",
        "too_large": "This must be at most {limit}.{example}",
    }

    def __init__(self, *, min_value: int = BIGINT_MIN, max_value: int = BIGINT_MAX, **kwargs: Any) -> None:
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> int:
        if self.reads_query and isinstance(data, str) and re.fullmatch(r"-?[0-9]{1,30}", data.strip()):
            data = int(data)
        if type(data) is not int:
            self.fail("wrong_type")
        if data < self.min_value:
            self.fail("too_small", limit=self.min_value)
        if data > self.max_value:
            self.fail("too_large", limit=self.max_value)
        return int(data)

    def to_representation(self, value: Any) -> int:
        return int(value)


class IdField(IntegerField):
    """Id of a row."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("min_value", 1)
        super().__init__(**kwargs)


class BooleanField(StrictField):
    """``true`` or ``false``, nothing that looks like it."""

    default_error_messages = {"wrong_type": "This must be true or false."}

    def to_internal_value(self, data: Any) -> bool:
        if self.reads_query and data in ("true", "false"):
            data = data == "true"
        if not isinstance(data, bool):
            self.fail("wrong_type")
        return bool(data)

    def to_representation(self, value: Any) -> bool:
        return bool(value)


class DecimalField(StrictField):
    """Decimal number as text, ``"0.1000"``."""

    default_error_messages = {
        "wrong_type": "This must be a decimal number written as text.{example}",
        "too_small": "This must be at least {limit}.{example}",
        "too_large": "This must be at most {limit}.{example}",
        "too_long": "Use at most {limit} decimal places.{example}",
    }

    def __init__(
        self, *, decimal_places: int, min_value: Decimal | None = None, max_value: Decimal | None = None, **kwargs: Any
    ) -> None:
        self.decimal_places, self.min_value, self.max_value = decimal_places, min_value, max_value
        kwargs.setdefault("example", format(Decimal(1).scaleb(-1), f".{decimal_places}f"))
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Decimal:
        if not isinstance(data, str) or not re.fullmatch(r"-?[0-9]{1,20}(\.[0-9]{1,20})?", data.strip()):
            self.fail("wrong_type")
        try:
            number = Decimal(data.strip())
        except InvalidOperation:
            self.fail("wrong_type")
        if self.min_value is not None and number < self.min_value:
            self.fail("too_small", limit=self.min_value)
        if self.max_value is not None and number > self.max_value:
            self.fail("too_large", limit=self.max_value)
        if number != round(number, self.decimal_places):
            self.fail("too_long", limit=self.decimal_places)
        return number

    def to_representation(self, value: Any) -> str:
        return format(Decimal(value), f".{self.decimal_places}f")


class ChoiceField(StrictField):
    """One of a fixed list of codes; codes that live in the database are ``CodeField``s."""

    default_error_messages = {
        "wrong_type": "This must be text.{example}",
        "invalid_choice": "Choose one of: {choices}.",
    }

    def __init__(self, choices: Iterable[str], **kwargs: Any) -> None:
        self.choices = {code: code for code in choices}
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("wrong_type")
        if data.strip() not in self.choices:
            self.fail("invalid_choice", choices=", ".join(self.choices))
        return str(data.strip())

    def to_representation(self, value: Any) -> str:
        return str(value)


class InstantField(StrictField):
    """Instant: sent out as UTC with milliseconds, read from ISO 8601 with an offset."""

    default_error_messages = {"wrong_type": "This must be an instant such as 2026-01-15T03:04:05.000Z."}

    def to_internal_value(self, data: Any) -> datetime:
        try:
            value = parse_datetime(data.strip()) if isinstance(data, str) else None
            usable = value is not None and value.tzinfo is not None and 1900 < value.year < 9000
        except (ValueError, OverflowError):
            usable = False
        if not usable or value is None:
            self.fail("wrong_type")
        return value

    def to_representation(self, value: datetime) -> str:
        return format_instant(value)


class DateField(StrictField):
    """Calendar date, ``YYYY-MM-DD``."""

    default_error_messages = {"wrong_type": "This must be a date such as 2026-01-15."}

    def to_internal_value(self, data: Any) -> date:
        try:
            value = parse_date(data.strip()) if isinstance(data, str) else None
        except ValueError:
            value = None
        if value is None:
            self.fail("wrong_type")
        return value

    def to_representation(self, value: date) -> str:
        return value.isoformat()


class UuidField(StrictField):
    """UUID in canonical form."""

    default_error_messages = {"wrong_type": "This must be a UUID."}

    def to_internal_value(self, data: Any) -> UUID:
        try:
            return UUID(data) if isinstance(data, str) and len(data) == 36 else self.fail("wrong_type")
        except ValueError:
            self.fail("wrong_type")

    def to_representation(self, value: Any) -> str:
        return str(value)
