"""The OpenAPI document: what ``@documented`` says, turned into drf-spectacular's terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import get_lib_doc_excludes
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from common.api import schema_fields  # noqa: F401  (registers the field mapping)
from common.api.access import SETUP_REQUIRED, Access
from common.api.documentation import Operation, operation_of
from common.api.responses import PROBLEM_JSON
from common.api.schema_shapes import ProblemShape
from common.api.serializers import EmptyBody, QuerySerializer, Serializer, Shape
from common.naming import to_camel
from common.problems import PROBLEM_TYPES

if TYPE_CHECKING:
    from common.api.views import ApiView

_EVERYWHERE = (
    "MALFORMED_REQUEST",
    "NOT_FOUND",
    "METHOD_NOT_ALLOWED",
    "VALIDATION_ERROR",
    "INTERNAL_ERROR",
    "SERVICE_UNAVAILABLE",
)
_WITH_BODY = ("PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE")
_WITH_TOKEN = ("AUTHENTICATION_REQUIRED", "ACCESS_TOKEN_INVALID", "ACCESS_TOKEN_EXPIRED")
_WITH_COMPANY = (
    "NO_ACTIVE_COMPANY",
    "ONBOARDING_REQUIRED",
    "COMPANY_NOT_FOUND",
    "COMPANY_CONTEXT_MISMATCH",
    "COMPANY_INACTIVE",
    SETUP_REQUIRED,
    "INSUFFICIENT_PERMISSIONS",
)


def get_doc_barriers() -> list[type]:
    """Base classes whose docstrings describe themselves, not the shapes derived from them."""
    from common.api.views import ApiView

    return [*get_lib_doc_excludes(), ApiView, Shape, Serializer, QuerySerializer, EmptyBody]  # type: ignore[no-untyped-call]


class ApiSchema(AutoSchema):
    """Schema inspector of ``ApiView``."""

    view: ApiView  # type: ignore[override]
    method: str

    @property
    def documentation(self) -> Operation:
        operation = operation_of(self.view, self.method)
        if operation is None:
            raise TypeError(f"{type(self.view).__qualname__}.{self.method.lower()} lacks @documented")
        return operation

    @property
    def access(self) -> Access:
        return self.view.access_for(self.method)

    def get_operation_id(self) -> str:
        name = type(self.view).__name__.removesuffix("View")
        return self.documentation.operation_id or f"{self.method.lower()}{name}"

    def get_summary(self) -> str:
        return self.documentation.summary

    def get_description(self) -> str:  # type: ignore[override]
        who = f"Who: {self.access.value.replace('_', ' ')}."
        return f"{self.documentation.description}\n\n{who}".strip()

    def get_tags(self) -> list[str]:
        return [token for token in self._tokenize_path() if token][:1]

    def get_auth(self) -> list[dict[str, Any]]:
        if self.access is Access.PUBLIC:
            return [{"bearer": []}, {}] if self.view.token_optional else [{}]
        return [{"bearer": []}]

    def get_override_parameters(self) -> list[Any]:
        parameters: list[Any] = []
        if self.documentation.query is not None:
            parameters.append(self.documentation.query)
        if self.documentation.has_etag:
            name = "If-None-Match" if self.method == "GET" else "If-Match"
            parameters.append(OpenApiParameter(name, OpenApiTypes.STR, OpenApiParameter.HEADER))
        return parameters

    def get_request_serializer(self) -> Any:
        return self.documentation.request

    def get_response_serializers(self) -> Any:
        responses: dict[Any, Any] = {
            (status, self.documentation.media_type): shape for status, shape in self.documentation.responses.items()
        }
        if self.documentation.has_etag and self.method == "GET":
            responses[304] = OpenApiResponse(description="Not changed")
        for status, codes in sorted(self._problems_by_status().items()):
            responses[status, PROBLEM_JSON] = OpenApiResponse(ProblemShape, description=" · ".join(sorted(codes)))
        return responses

    def _problems_by_status(self) -> dict[int, set[str]]:
        codes: set[str] = {*_EVERYWHERE, *self.documentation.problems}
        if self.view.is_rate_limited:
            codes.add("RATE_LIMIT_EXCEEDED")
        if self.method != "GET":
            codes.update(_WITH_BODY)
        if self.access is not Access.PUBLIC or self.view.token_optional:
            codes.update(_WITH_TOKEN)
        if self.access.needs_company:
            codes.update(_WITH_COMPANY)
        if self.access is Access.SYSTEM_ADMIN or self.view.permission is not None:
            codes.add("INSUFFICIENT_PERMISSIONS")
        if self.access is Access.SYSTEM_ADMIN:
            codes.add(SETUP_REQUIRED)
        if self.documentation.has_etag and self.method != "GET":
            codes.add("STALE_RESOURCE")
        by_status: dict[int, set[str]] = {}
        for code in codes:
            by_status.setdefault(PROBLEM_TYPES[code].status, set()).add(code)
        return by_status

    def _get_request_for_media_type(self, serializer: Any, direction: Any = "request") -> Any:
        """PATCH bodies state themselves which fields may be absent, so the library's ``partial`` is not wanted."""
        method, self.method = self.method, "PUT" if self.method == "PATCH" else self.method
        try:
            return super()._get_request_for_media_type(serializer, direction)  # type: ignore[no-untyped-call]
        finally:
            self.method = method

    def _get_serializer_name(self, serializer: Any, direction: Any, bypass_extensions: bool = False) -> str:
        name = super()._get_serializer_name(serializer, direction, bypass_extensions)
        for suffix in ("ShapeRequest", "Shape"):
            if name.endswith(suffix):
                return name.removesuffix(suffix)
        return name


def finish_document(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Post-processing hook: closed shapes, camelCase path parameters, the token scheme (api.md section 1)."""
    components = result.setdefault("components", {})
    for name, schema in components.get("schemas", {}).items():
        if schema.get("type") == "object" and name != "Problem":
            schema.setdefault("additionalProperties", False)
    components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
    result["paths"] = {_camel_path(path): _camel_parameters(item) for path, item in result["paths"].items()}
    return result


def _camel_path(path: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: "{" + to_camel(match[1]) + "}", path)


def _camel_parameters(item: dict[str, Any]) -> dict[str, Any]:
    for operation in item.values():
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path":
                parameter["name"] = to_camel(parameter["name"])
    return item
