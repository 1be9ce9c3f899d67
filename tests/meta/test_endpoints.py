"""Every route below /api/v1 is declared, documented and shaped alike (GEN-8, api.md section 1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from common.api.access import Access
from common.api.documentation import operation_of
from common.api.documents import build_document
from common.api.serializers import Serializer, Shape
from common.api.views import ApiView

_METHODS = ("get", "post", "put", "patch", "delete")


def _walk(patterns: list[Any], prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route, pattern


def _endpoints() -> list[tuple[str, type[Any]]]:
    routes = _walk(get_resolver("config.urls").url_patterns)
    return [(route, pattern.callback.view_class) for route, pattern in routes if route.startswith("/api/v1")]


def _methods(view: type[Any]) -> list[str]:
    return [method for method in _METHODS if hasattr(view, method)]


ENDPOINTS = _endpoints()
OPERATIONS = [(route, view, method) for route, view in ENDPOINTS for method in _methods(view)]


def _names(cases: list[Any]) -> list[str]:
    return [" ".join(str(getattr(part, "__name__", part)) for part in case) for case in cases]


@pytest.mark.parametrize(("route", "view"), ENDPOINTS, ids=_names(ENDPOINTS))
def test_endpoint_is_an_api_view_without_trailing_slash(route: str, view: type[Any]) -> None:
    assert issubclass(view, ApiView)
    assert not route.endswith("/")
    assert re.fullmatch(r"/api/v1(/([a-z0-9-]+|<[a-z]+:[a-z_]+>))+", route), route
    assert _methods(view), "no method at all"


@pytest.mark.parametrize(("route", "view", "method"), OPERATIONS, ids=_names(OPERATIONS))
def test_operation_is_declared_and_documented(route: str, view: type[Any], method: str) -> None:
    """GEN-8."""
    access = view.access_for(method.upper())
    assert isinstance(access, Access)
    assert access.needs_company <= ("company_id" in route), "a company endpoint names the company in its path"
    operation = operation_of(view, method)
    assert operation is not None, "lacks @documented"
    assert operation.summary
    for shape in operation.responses.values():
        is_shape = isinstance(shape, type) and issubclass(shape, Shape)
        assert shape is None or is_shape or operation.media_type != "application/json" or view.__name__ == "SchemaView"
    assert operation.request is None or issubclass(operation.request, Serializer)


def test_operation_ids_are_unique() -> None:
    ids = Counter(
        operation["operationId"] for path in build_document()["paths"].values() for operation in path.values()
    )
    assert [name for name, count in ids.items() if count > 1] == []


def test_document_holds_every_operation() -> None:
    paths = build_document()["paths"]
    documented = sum(len(operations) for operations in paths.values())
    assert documented == len(OPERATIONS)
    assert not any("_" in name for path in paths for name in re.findall(r"{(\w+)}", path)), "camelCase path parameters"


def test_failures_have_handlers() -> None:
    """ER-1: failures outside of views answer problems or our own pages."""
    urls = __import__("config.urls", fromlist=["urls"])
    assert urls.handler400 == "config.errors.bad_request"
    assert urls.handler403 == "config.errors.permission_denied"
    assert urls.handler404 == "config.errors.not_found"
    assert urls.handler500 == "config.errors.server_error"


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "view"), ENDPOINTS, ids=_names(ENDPOINTS))
def test_other_methods_are_refused(client: Client, route: str, view: type[Any]) -> None:
    """Route and method come before everything else; a trailing slash is another, unknown route."""
    example = re.sub(r"<uuid:\w+>", "5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11", route)
    path = re.sub(r"<\w+:\w+>", "7", example)
    refused = client.options(path)
    assert (refused.status_code, refused.json()["code"]) == (405, "METHOD_NOT_ALLOWED")
    assert {method.upper() for method in _methods(view)} <= set(refused.headers["Allow"].split(", "))
    unknown = client.get(path + "/")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "NOT_FOUND")
