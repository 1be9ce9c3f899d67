"""``/schema`` and ``/docs``: the OpenAPI document and its reading page, without outside resources."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.encoding import dump_json
from common.api.views import ApiView


def build_document() -> dict[str, Any]:
    """The OpenAPI document of the whole API."""
    generator = SchemaGenerator()  # type: ignore[no-untyped-call]
    document: dict[str, Any] = generator.get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return document


@cache
def _document_bytes() -> bytes:
    return dump_json(build_document())


class SchemaView(ApiView):
    """OpenAPI document."""

    access = Access.PUBLIC

    @documented("The OpenAPI document", response=OpenApiTypes.OBJECT)
    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(_document_bytes(), content_type="application/json; charset=utf-8")


class DocsView(ApiView):
    """Reading page of the OpenAPI document."""

    access = Access.PUBLIC

    @documented("The API reference as a page", response=OpenApiTypes.STR, media_type="text/html")
    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(render_to_string("api/docs.html", request=request._request))
