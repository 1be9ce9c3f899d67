"""How our field types look in the OpenAPI document."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension

from common.api import containers, fields


def _text(field: fields.TextField) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if isinstance(field, fields.EmailField):
        schema["format"] = "email"
    if isinstance(field, fields.UrlField):
        schema["format"] = "uri"
    if isinstance(field, fields.SecretField):
        schema["format"] = "password"
    if field.max_length is not None:
        schema["maxLength"] = field.max_length
    if field.min_length is not None:
        schema["minLength"] = field.min_length
    elif not field.allow_blank and not field.read_only and not field.allow_null:
        schema["minLength"] = 1
    if field.pattern is not None:
        schema["pattern"] = f"^{field.pattern.pattern}$"
    return schema


def _integer(field: fields.IntegerField) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer"}
    if field.max_value > 2**31 - 1:
        schema["format"] = "int64"
    if field.min_value > fields.BIGINT_MIN:
        schema["minimum"] = field.min_value
    if field.max_value < fields.BIGINT_MAX:
        schema["maximum"] = field.max_value
    return schema


def _list(field: containers.ListField, auto_schema: Any, direction: Any) -> dict[str, Any]:
    if isinstance(field, containers.CommaListField):
        return {"type": "string"}
    schema = {"type": "array", "items": auto_schema._map_serializer_field(field.child, direction)}
    if not field.read_only:
        schema["maxItems"] = field.max_items
        if field.min_items:
            schema["minItems"] = field.min_items
    return schema


def _map(field: containers.MapField, auto_schema: Any, direction: Any) -> dict[str, Any]:
    is_shape = hasattr(field.child, "fields")
    inner = (
        auto_schema.resolve_serializer(field.child, direction).ref
        if is_shape
        else auto_schema._map_serializer_field(field.child, direction)
    )
    return {"type": "object", "additionalProperties": inner}


_PLAIN: dict[type, dict[str, Any]] = {
    fields.BooleanField: {"type": "boolean"},
    fields.DecimalField: {"type": "string", "format": "decimal"},
    fields.InstantField: {"type": "string", "format": "date-time"},
    fields.DateField: {"type": "string", "format": "date"},
    fields.UuidField: {"type": "string", "format": "uuid"},
    containers.JsonField: {},
}


def describe(field: Any, auto_schema: Any, direction: Any) -> dict[str, Any]:
    """OpenAPI schema of one of our fields."""
    if isinstance(field, fields.TextField):
        return _text(field)
    if isinstance(field, fields.IntegerField):
        return _integer(field)
    if isinstance(field, fields.ChoiceField):
        return {"type": "string", "enum": list(field.choices)}
    if isinstance(field, containers.ListField):
        return _list(field, auto_schema, direction)
    if isinstance(field, containers.MapField):
        return _map(field, auto_schema, direction)
    return next(dict(schema) for kind, schema in _PLAIN.items() if isinstance(field, kind))


class OurFields(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """Registers ``describe`` for every strict field."""

    target_class = "common.api.strict.StrictField"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        schema = describe(self.target, auto_schema, direction)
        example = self.target.example
        if example is not None and schema.get("type") in ("string", "integer"):
            schema["example"] = example
        return schema
