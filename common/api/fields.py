"""Strict field types with the item codes and friendly messages of api.md section 2.

Nothing is coerced: text is text, ``true`` is no number and ``"5"`` is no integer. Query strings are the exception,
since everything in them is text: fields below a ``QuerySerializer`` read numbers and booleans from text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime
from rest_framework import fields as drf
from rest_framework.fields import empty

from common.api.encoding import format_instant

BIGINT_MAX = 2**63 - 1
BIGINT_MIN = -(2**63)

_SHARED_MESSAGES = {"required": "This is required.{example}", "null": "This may not be null.{example}"}
_MULTILINE = {"\n", "\r", "\t"}
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\]{1,64}@[^\s@<>()\[\],;:\"\\]+\.[^\s@<>()\[\],;:\"\\.]{2,}")


def has_control_characters(text: str, *, multiline: bool = False) -> bool:
    """Tell whether ``text`` holds control characters or lone surrogates (GEN-4)."""
    allowed = _MULTILINE if multiline else frozenset()
    return any(unicodedata.category(char) in {"Cc", "Cs"} and char not in allowed for char in text)


class _Strict(drf.Field):  # type: ignore[type-arg]
    """Adds ``example`` (shown in messages and the OpenAPI document) and formatted messages to every field."""

    default_error_messages = _SHARED_MESSAGES

    def __init__(self, *, example: Any = None, **kwargs: Any) -> None:
        self.example = example
        if kwargs.get("read_only"):
            kwargs.pop("required", None)
        super().__init__(**kwargs)

    @property
    def reads_query(self) -> bool:
        return bool(getattr(self.root, "reads_query", False))

    def fail(self, key: str, **kwargs: Any) -> Any:
        example = "" if self.example is None else f" Example: {self.example}."
        raise drf.ValidationError(self.error_messages[key].format(example=example, **kwargs), code=key)

    def get_value(self, dictionary: Mapping[str, Any]) -> Any:
        value = dictionary.get(self.field_name, empty) if self.field_name is not None else empty
        return empty if self.reads_query and value == "" else value


class TextField(_Strict):
    """Trimmed text; control characters are refused, line breaks allowed with ``multiline``. Lengths in characters.

    An empty text is ``blank`` unless ``allow_blank``; where ``allow_null`` is set an empty text clears like null.
    """

    trim = True
    default_error_messages = {
        "wrong_type": "This must be text.{example}",
        "blank": "Enter a value.{example}",
        "too_short": "Use at least {limit} characters.{example}",
        "too_long": "Use at most {limit} characters.{example}",
        "invalid_characters": "This holds characters that cannot be used, such as control characters.{example}",
        "pattern_mismatch": "This does not have the expected form.{example}",
    }

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        allow_blank: bool = False,
        multiline: bool = False,
        pattern: str | None = None,
        **kwargs: Any,
    ) -> None:
        self.min_length, self.max_length = min_length, max_length
        self.allow_blank, self.multiline = allow_blank, multiline
        self.pattern = re.compile(pattern) if pattern else None
        super().__init__(**kwargs)

    def run_validation(self, data: Any = empty) -> Any:
        if isinstance(data, str) and self.allow_null and not self.allow_blank and self.trim and not data.strip():
            data = None
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("wrong_type")
        text: str = data.strip() if self.trim else data
        self.check_characters(text)
        if not text and not self.allow_blank:
            self.fail("blank")
        self.check_length(text)
        if self.pattern and not self.pattern.fullmatch(text):
            self.fail("pattern_mismatch")
        return self.clean(text)

    def check_characters(self, text: str) -> None:
        if has_control_characters(text, multiline=self.multiline):
            self.fail("invalid_characters")

    def check_length(self, text: str) -> None:
        if self.max_length is not None and len(text) > self.max_length:
            self.fail("too_long", limit=self.max_length)
        if text and self.min_length is not None and len(text) < self.min_length:
            self.fail("too_short", limit=self.min_length)

    def clean(self, text: str) -> str:
        """Last step, for subclasses."""
        return text

    def to_representation(self, value: Any) -> str:
        return str(value)


class SecretField(TextField):
    """Password or token, taken exactly as sent; only text that has no UTF-8 form is refused."""

    trim = False

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4096)
        kwargs.setdefault("write_only", True)
        super().__init__(**kwargs)

    def check_characters(self, text: str) -> None:
        if any(unicodedata.category(char) == "Cs" for char in text):
            self.fail("invalid_characters")


class EmailField(TextField):
    """E-mail address, trimmed and lower-cased (GEN-4), at most 254 characters."""

    default_error_messages = {"email_invalid": "This is not a valid e-mail address.{example}"}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault("example", "name@company.example")
        super().__init__(**kwargs)

    def clean(self, text: str) -> str:
        address = text.lower()
        local, _, domain = address.rpartition("@")
        dots = local.startswith(".") or local.endswith(".") or ".." in address
        labels = all(label and len(label) < 64 and label.strip("-") == label for label in domain.split("."))
        if not _EMAIL.fullmatch(address) or dots or not labels:
            self.fail("email_invalid")
        return address


class UrlField(TextField):
    """Web address with http or https and a host."""

    default_error_messages = {
        "url_invalid": "This is not a valid web address starting with http:// or https://.{example}"
    }
    _shape = re.compile(
        r"https?://(?:[^\s/?#@:<>\"\\]+|\[[0-9a-fA-F:.]+\])(?::[0-9]{1,5})?(?:[/?#][^\s<>\"\\]*)?", re.I
    )

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("example", "https://www.company.example")
        super().__init__(**kwargs)

    def clean(self, text: str) -> str:
        if not self._shape.fullmatch(text):
            self.fail("url_invalid")
        return text


class IntegerField(_Strict):
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


class BooleanField(_Strict):
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


class DecimalField(_Strict):
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


class ChoiceField(_Strict):
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


class CodeField(TextField):
    """Code of a reference row; whether it exists is the service's question (``invalid_choice``)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 50)
        super().__init__(**kwargs)


class InstantField(_Strict):
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
        return value  # type: ignore[return-value]

    def to_representation(self, value: datetime) -> str:
        return format_instant(value)


class DateField(_Strict):
    """Calendar date, ``YYYY-MM-DD``."""

    default_error_messages = {"wrong_type": "This must be a date such as 2026-01-15."}

    def to_internal_value(self, data: Any) -> date:
        try:
            value = parse_date(data.strip()) if isinstance(data, str) else None
        except ValueError:
            value = None
        if value is None:
            self.fail("wrong_type")
        return value  # type: ignore[return-value]

    def to_representation(self, value: date) -> str:
        return value.isoformat()


class UuidField(_Strict):
    """UUID in canonical form."""

    default_error_messages = {"wrong_type": "This must be a UUID."}

    def to_internal_value(self, data: Any) -> UUID:
        try:
            return UUID(data) if isinstance(data, str) and len(data) == 36 else self.fail("wrong_type")
        except ValueError:
            return self.fail("wrong_type")  # type: ignore[no-any-return]

    def to_representation(self, value: Any) -> str:
        return str(value)
