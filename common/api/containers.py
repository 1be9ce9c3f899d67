"""Field types that hold other values: lists, maps, comma-separated query lists and free JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import fields as drf
from rest_framework.exceptions import ValidationError

from common.api.strict import StrictField
from common.api.text import has_control_characters


class ListField(StrictField):
    """List of at most ``max_items`` values of ``child``; errors carry the index (``rules.0``)."""

    default_error_messages = {
        "wrong_type": "This must be a list.{example}",
        "too_short": "Name at least {limit} item(s).{example}",
        "too_long": "Name at most {limit} item(s).{example}",
    }

    def __init__(
        self, child: drf.Field[Any, Any, Any, Any], *, min_items: int = 0, max_items: int = 1000, **kwargs: Any
    ) -> None:
        self.child, self.min_items, self.max_items = child, min_items, max_items
        self.min_length, self.max_length = min_items or None, max_items
        super().__init__(**kwargs)
        self.child.bind(field_name="", parent=self)  # type: ignore[arg-type]

    def to_internal_value(self, data: Any) -> list[Any]:
        items = self.read_items(data)
        if len(items) < self.min_items:
            self.fail("too_short", limit=self.min_items)
        if len(items) > self.max_items:
            self.fail("too_long", limit=self.max_items)
        values, errors = [], {}
        for index, item in enumerate(items):
            try:
                values.append(self.child.run_validation(item))
            except ValidationError as error:
                errors[str(index)] = error.detail
        if errors:
            raise ValidationError(errors)
        return values

    def read_items(self, data: Any) -> list[Any]:
        if not isinstance(data, list):
            self.fail("wrong_type")
        return list(data)

    def to_representation(self, value: Any) -> list[Any]:
        return [None if item is None else self.child.to_representation(item) for item in value]


class CommaListField(ListField):
    """Comma-separated list in a query string: ``companyIds=1,2,3``."""

    def read_items(self, data: Any) -> list[Any]:
        return [part.strip() for part in data.split(",")] if isinstance(data, str) else super().read_items(data)


class MapField(StrictField):
    """Map of text keys to values of ``child``, with ``min_items`` to ``max_items`` entries."""

    default_error_messages = {
        "wrong_type": "This must be an object.{example}",
        "too_short": "Name at least {limit} entries.{example}",
        "too_long": "Name at most {limit} entries.{example}",
        "invalid_characters": "A name holds characters that cannot be used.{example}",
    }

    def __init__(
        self, child: drf.Field[Any, Any, Any, Any], *, min_items: int = 0, max_items: int = 1000, **kwargs: Any
    ) -> None:
        self.child, self.min_items, self.max_items = child, min_items, max_items
        super().__init__(**kwargs)
        self.child.bind(field_name="", parent=self)  # type: ignore[arg-type]

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict):
            self.fail("wrong_type")
        if any(has_control_characters(key) for key in data):
            self.fail("invalid_characters")
        if len(data) < self.min_items:
            self.fail("too_short", limit=self.min_items)
        if len(data) > self.max_items:
            self.fail("too_long", limit=self.max_items)
        values, errors = {}, {}
        for key, item in data.items():
            try:
                values[key] = self.child.run_validation(item)
            except ValidationError as error:
                errors[key] = error.detail
        if errors:
            raise ValidationError(errors)
        return values

    def to_representation(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return {str(key): None if item is None else self.child.to_representation(item) for key, item in value.items()}


class JsonField(StrictField):
    """Any JSON value as it is, such as the typed value of a setting; text in it may hold no control characters."""

    default_error_messages = {"invalid_characters": "This holds characters that cannot be used.{example}"}

    def to_internal_value(self, data: Any) -> Any:
        if any(has_control_characters(text, multiline=True) for text in _texts(data)):
            self.fail("invalid_characters")
        return data

    def to_representation(self, value: Any) -> Any:
        return value


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in _texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return []
