"""What an endpoint says about itself: ``@documented`` on a handler feeds the OpenAPI document and the body check."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from common.api.serializers import QuerySerializer, Serializer
from common.problems import PROBLEM_TYPES

Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Operation:
    """Documentation of one method of one endpoint."""

    summary: str
    description: str = ""
    request: type[Serializer] | None = None
    query: type[QuerySerializer] | None = None
    responses: Mapping[int, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    operation_id: str | None = None
    media_type: str = "application/json"
    has_etag: bool = False


def documented(
    summary: str,
    *,
    response: Any = None,
    status: int = 200,
    request: type[Serializer] | None = None,
    query: type[QuerySerializer] | None = None,
    problems: tuple[str, ...] | list[str] = (),
    description: str = "",
    operation_id: str | None = None,
    media_type: str = "application/json",
    other_responses: Mapping[int, Any] | None = None,
    etag: bool = False,
) -> Callable[[Handler], Handler]:
    """Describe a handler.

    Args:
        summary: one line.
        response: shape of the success answer; None for an answer without body (204).
        request: body serializer; without one, writing methods accept an absent body or ``{}`` only.
        query: serializer of the query string.
        problems: codes specific to this endpoint; the ones any endpoint may answer are added.
        media_type: of the success answer, where it is not JSON.
        other_responses: further success-like shapes by status.
        etag: the answer carries an ``ETag``; writing methods honour ``If-Match``.

    Raises:
        ValueError: a code is not registered.
    """
    if unknown := set(problems) - PROBLEM_TYPES.keys():
        raise ValueError(f"unregistered problem codes: {sorted(unknown)}")
    operation = Operation(
        summary=summary,
        description=description,
        request=request,
        query=query,
        responses={status: response, **(other_responses or {})},
        problems=tuple(problems),
        operation_id=operation_id,
        media_type=media_type,
        has_etag=etag,
    )

    def mark(handler: Handler) -> Handler:
        handler.operation = operation  # type: ignore[attr-defined]
        return handler

    return mark


def operation_of(view: Any, method: str) -> Operation | None:
    """The documentation of ``view``'s handler for an HTTP method; HEAD is GET's."""
    name = "get" if method.lower() == "head" else method.lower()
    return getattr(getattr(view, name, None), "operation", None)
