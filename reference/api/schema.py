"""The OpenAPI form of ``GET /reference/{table}``: the list of any one of the tables."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension

from common.api.pagination import list_of
from reference.api.serializers import ReferenceListShape, row_shape
from reference.selectors.tables import TABLES


class ReferenceListSchema(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Registered with drf-spectacular by being defined."""

    target_class = ReferenceListShape

    def map_serializer(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        shapes = (list_of(row_shape(model)) for model in TABLES.values())
        return {"anyOf": [auto_schema.resolve_serializer(shape, direction).ref for shape in shapes]}
