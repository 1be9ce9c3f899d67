"""Serializer bases: snake_case attributes outside, camelCase JSON inside, closed shapes (api.md section 1).

``Serializer`` reads requests, ``QuerySerializer`` query strings, ``Shape`` writes responses. Fields are declared in
snake_case and appear in JSON, errors and the OpenAPI document in camelCase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from rest_framework import serializers as drf
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.fields import SkipField, empty

from common.api.text import has_control_characters
from common.naming import to_camel
from common.problems import FieldError, ValidationFailed

WHOLE = "non_field_errors"
_LONGEST_NAME_SHOWN = 100


class _CamelFields(drf.Serializer[Any]):
    """Renames declared snake_case fields to camelCase, keeping the attribute as source."""

    default_error_messages = {
        "required": "This is required.",
        "null": "This may not be null.",
        "invalid": "This must be an object.",
    }

    def get_fields(self) -> dict[str, Any]:
        renamed: dict[str, Any] = {}
        for name, field in super().get_fields().items():
            camel = to_camel(name)
            if isinstance(field, drf.SerializerMethodField):
                field.method_name = field.method_name or f"get_{name}"
            elif camel != name and field.source is None:
                field.source = name
            renamed[camel] = field
        return renamed


class Serializer(_CamelFields):
    """Request body. Validated data has the snake_case names; unknown and read-only fields are refused at any depth.

    ``check(values)`` may yield further ``FieldError``s, computed from the fields that were fine, so that one answer
    names every bad field (GEN-5). ``validate_<snake_name>`` and ``validate`` work as in Django REST framework.
    """

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        """Rules of the endpoint beyond single fields; runs even when some field was refused already."""
        return ()

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            raise ValidationError({WHOLE: [ErrorDetail("This must be an object.", "wrong_type")]})
        errors: dict[str, Any] = self._unknown_fields(data)
        values: dict[str, Any] = {}
        for field in self._writable_fields:
            try:
                value = field.run_validation(field.get_value(data))
                self.set_value(values, field.source_attrs, self._refine(field, value))
            except ValidationError as error:
                errors[str(field.field_name)] = error.detail
            except ValidationFailed as failure:
                errors[str(field.field_name)] = [ErrorDetail(e.message, e.code) for e in failure.errors]
            except SkipField:
                continue
        refused = frozenset(errors)
        for item in self.check(values):
            if (name := item.field or WHOLE) not in refused:
                errors.setdefault(name, []).append(ErrorDetail(item.message, item.code))
        if errors:
            raise ValidationError(errors)
        return values

    def _refine(self, field: Any, value: Any) -> Any:
        method = getattr(self, f"validate_{'_'.join(field.source_attrs)}", None)
        return value if method is None else method(value)

    def _unknown_fields(self, data: Mapping[str, Any]) -> dict[str, Any]:
        known = {field.field_name for field in self._writable_fields}
        return {
            _showable(name): [ErrorDetail("This field is not known here.", "unknown_field")]
            for name in data
            if name not in known
        }


class EmptyBody(Serializer):
    """Body of endpoints that take none: absent or ``{}``."""


class QuerySerializer(Serializer):
    """Query string. Parameters that are not declared change nothing, empty ones count as absent."""

    reads_query = True

    def _unknown_fields(self, data: Mapping[str, Any]) -> dict[str, Any]:
        return {}


class Shape(_CamelFields):
    """Response body: exactly the declared fields, always all of them. It keeps nothing of what it writes."""

    @classmethod
    @cache
    def write(cls) -> Callable[[Any], dict[str, Any]]:
        """What turns an object into this shape: one for all answers, since making one takes longer than using it."""
        representation: Callable[[Any], dict[str, Any]] = cls().to_representation
        return representation

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for field in fields.values():
            field.read_only, field.required, field.write_only, field.default = True, False, False, empty
        return fields

    def to_representation(self, instance: Any) -> dict[str, Any]:
        shape: dict[str, Any] = {}
        for field in self._readable_fields:
            value = field.get_attribute(instance)
            shape[str(field.field_name)] = None if value is None else field.to_representation(value)
        return shape


def _showable(name: object) -> str:
    """A client's own field name, cut and cleaned so that it can stand in an answer."""
    text = str(name)[:_LONGEST_NAME_SHOWN]
    return "".join("?" if has_control_characters(char) else char for char in text)
