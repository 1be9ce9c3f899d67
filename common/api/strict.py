"""What all strict fields share: messages with examples, no coercion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from rest_framework import fields as drf
from rest_framework.exceptions import ValidationError
from rest_framework.fields import empty

_SHARED_MESSAGES: dict[str, Any] = {"required": "This is required.{example}", "null": "This may not be null.{example}"}


class StrictField(drf.Field):
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

    def fail(self, key: str, **kwargs: Any) -> NoReturn:
        example = "" if self.example is None else f" Example: {self.example}."
        raise ValidationError(self.error_messages[key].format(example=example, **kwargs), code=key)

    def get_value(self, dictionary: Mapping[str, Any]) -> Any:
        value = dictionary.get(self.field_name, empty) if self.field_name is not None else empty
        return empty if self.reads_query and value == "" else value
