"""``ApiView``: the base of every endpoint. It runs the checks in the order of api.md section 1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from typing import Any, ClassVar
from urllib.parse import unquote_to_bytes

from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.http import HttpResponseBase, HttpResponseNotModified
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.actors import VISITOR, Actor
from common.api import pagination
from common.api.access import SETUP_REQUIRED, Access, enter_company, is_platform_closed
from common.api.documentation import operation_of
from common.api.etag import Precondition, matches, precondition
from common.api.exceptions import handler as problem_handler
from common.api.identification import identify
from common.api.limits import MAX_BODY_BYTES
from common.api.parsers import JsonParser
from common.api.principal import Principal
from common.api.rate_limiting import By, Meter, RateLimit
from common.api.renderers import JsonRenderer
from common.api.schema import ApiSchema
from common.api.serializers import EmptyBody, QuerySerializer, Serializer, Shape
from common.permissions import Permission, has_permission, is_of_platform
from common.problems import Problem, ValidationFailed
from common.tenancy import company_scope

_BODY_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class AlwaysJson(BaseContentNegotiation):
    """One representation: ``Accept`` is not negotiated."""

    def select_parser(self, request: Request, parsers: Iterable[Any]) -> Any:
        media_type = request.content_type.partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == media_type), None)

    def select_renderer(self, request: Request, renderers: Iterable[Any], format_suffix: str | None = None) -> Any:
        renderer = next(iter(renderers))
        return renderer, renderer.media_type


class ApiView(APIView):
    """Base view.

    ``access`` is required: one ``Access``, or one per method (``{"GET": Access.MEMBER, "PATCH": Access.ADMIN}``).
    ``permission`` refines it in the same form. MEMBER and ADMIN views have ``company_id`` in their path.
    ``token_optional`` lets a public view know a signed-in caller; a token that is sent must then be good.
    """

    access: ClassVar[Access | Mapping[str, Access]]
    permission: ClassVar[Permission | Mapping[str, Permission] | None] = None
    token_optional: ClassVar[bool] = False
    is_rate_limited: ClassVar[bool] = True
    rate_limits: ClassVar[Sequence[RateLimit]] = ()

    schema = ApiSchema()
    http_method_names = ["get", "post", "put", "patch", "delete", "head"]
    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = (JsonParser,)
    renderer_classes: Any = (JsonRenderer,)
    content_negotiation_class = AlwaysJson

    principal: Principal | None

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        if not hasattr(cls, "access"):
            raise ImproperlyConfigured(f"{cls.__qualname__} declares no access (GEN-8)")
        return super().as_view(**initkwargs)

    @classmethod
    def access_for(cls, method: str) -> Access:
        """Declared access of an HTTP method; a method left out of the map is a configuration error."""
        access: Access | Mapping[str, Access] = cls.access
        return access if isinstance(access, Access) else access["GET" if method == "HEAD" else method]

    # Checks, in contract order

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.principal = None
        self.format_kwarg = None
        self.meter = Meter()
        with ExitStack() as self._scopes:
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        self._require_method(request)
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)
        self._identify(request)
        self._enter_company(request)
        self._require_permission(request)
        self._check_body(request)

    def _require_method(self, request: Request) -> None:
        method = str(request.method)
        if method.lower() not in self.http_method_names or not hasattr(self, method.lower()):
            raise MethodNotAllowed(method)

    def _identify(self, request: Request) -> None:
        """Rate limit by address, token, rate limit by user."""
        if self.is_rate_limited:
            for limit in self._limits(By.ADDRESS):
                self.meter.count_address(limit.name)
        self.principal = identify(self, request)
        if self.principal is None:
            for limit in self._limits(By.USER_OR_ADDRESS):
                self.meter.count_address(limit.name)
            return
        request.user = self.principal  # type: ignore[assignment]
        request._request.principal = self.principal  # type: ignore[attr-defined]
        for limit in self._limits(By.USER, By.USER_OR_ADDRESS):
            self.meter.count_user(limit.name, self.principal)

    def _enter_company(self, request: Request) -> None:
        if self.principal is None:
            return
        # The token's company, not the path's: each layer holds without the other (TI-1, TI-5). The checks need it too.
        self._scopes.enter_context(company_scope(self.principal.company_id, self.principal.user_id))
        if self.access_for(str(request.method)).needs_company:
            enter_company(self.principal, self.company_id, request.path)

    def _require_permission(self, request: Request) -> None:
        method = str(request.method)
        access = self.access_for(method)
        named = self.permission.get(method) if isinstance(self.permission, Mapping) else self.permission
        permission = named or access.default_permission
        if permission is not None and self.principal is not None:
            self.require(permission, self.company_id if access.needs_company else self.principal.company_id)
        if self.principal is not None and self.principal.company_id is not None:
            for limit in self._limits(By.COMPANY):
                self.meter.count(limit.name, f"company:{self.principal.company_id}")

    def _check_body(self, request: Request) -> None:
        if request.method not in _BODY_METHODS:
            return
        if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BODY_BYTES:
            raise Problem("PAYLOAD_TOO_LARGE")
        operation = operation_of(self, request.method)
        if operation is None or operation.request is None:
            self.validate(EmptyBody)

    def _limits(self, *kinds: By) -> list[RateLimit]:
        return [limit for limit in self.rate_limits if limit.by in kinds]

    # Helpers for handlers

    @property
    def caller(self) -> Principal:
        """The signed-in caller.

        Raises:
            Problem: AUTHENTICATION_REQUIRED when nobody is signed in.
        """
        if self.principal is None:
            raise Problem("AUTHENTICATION_REQUIRED")
        return self.principal

    @property
    def actor(self) -> Actor:
        """Who acts, for services; a visitor has no user id."""
        return VISITOR if self.principal is None else self.principal.as_actor()

    @property
    def company_id(self) -> int:
        """The path company, checked before the handler runs."""
        return int(self.kwargs["company_id"])

    def require(self, permission: Permission, company_id: int | None) -> None:
        """Ask a further permission; one of staff needs a session with a second factor as well (SF-8).

        Raises:
            Problem: INSUFFICIENT_PERMISSIONS, SECOND_FACTOR_SETUP_REQUIRED.
        """
        if not has_permission(self.actor, permission, company_id):
            raise Problem("INSUFFICIENT_PERMISSIONS")
        if is_of_platform(permission) and is_platform_closed(self.caller):
            raise Problem(SETUP_REQUIRED)

    def validate(self, serializer_class: type[Serializer]) -> dict[str, Any]:
        """Validated body with snake_case names.

        Raises:
            Problem: MALFORMED_REQUEST, UNSUPPORTED_MEDIA_TYPE or VALIDATION_ERROR.
        """
        data = self.request.data
        if not isinstance(data, dict):
            raise ValidationFailed.of("", "wrong_type", "The body must be a JSON object.")
        return self._run(serializer_class, data)

    def query(self, serializer_class: type[QuerySerializer]) -> dict[str, Any]:
        """Validated query string with snake_case names.

        Raises:
            Problem: MALFORMED_REQUEST (not UTF-8, or a declared parameter twice) or VALIDATION_ERROR.
        """
        try:
            unquote_to_bytes(self.request.META.get("QUERY_STRING", "")).decode("utf-8")
        except UnicodeDecodeError as error:
            raise Problem("MALFORMED_REQUEST", "The query is not valid UTF-8.") from error
        parameters = self.request.query_params
        twice = [name for name in map(str, serializer_class().fields) if len(parameters.getlist(name)) > 1]
        if twice:
            raise Problem("MALFORMED_REQUEST", f"The query names {twice[0]} more than once.")
        return self._run(serializer_class, parameters.dict())

    def _run(self, serializer_class: type[Serializer], data: dict[str, Any]) -> dict[str, Any]:
        serializer = serializer_class(data=data, context={"view": self, "request": self.request})
        serializer.is_valid(raise_exception=True)
        return dict(serializer.validated_data)

    def respond(
        self, shape: type[Shape] | None = None, value: Any = None, *, status: int = 200, etag: str | None = None
    ) -> Any:
        """Answer with ``value`` in ``shape``; without a shape 204. ``etag`` also serves ``If-None-Match``."""
        if shape is None:
            return Response(status=204)
        known = self.request.headers.get("If-None-Match")
        is_read = self.request.method in ("GET", "HEAD")
        if etag is not None and known is not None and is_read and matches(known, etag):
            return HttpResponseNotModified(headers={"ETag": etag})
        headers = {} if etag is None else {"ETag": etag}
        return Response(shape.write()(value), status=status, headers=headers)

    def precondition(self) -> Precondition:
        """The ``If-Match`` check for a service to run on the locked row."""
        return precondition(self.request)

    def page(
        self, rows: QuerySet[Any] | Sequence[Any], shape: type[Shape], query: Mapping[str, Any] | None = None
    ) -> Any:
        """Answer a Page; ``query`` is what a serializer derived from ``PageQuery`` gave."""
        query = self.query(pagination.PageQuery) if query is None else query
        page = pagination.take_page(rows, query["page"], query["page_size"])
        return self.respond(pagination.page_of(shape), page)

    def cursor_page(
        self,
        rows: QuerySet[Any],
        shape: type[Shape],
        query: Mapping[str, Any] | None = None,
        *,
        instant: str = "created_date",
    ) -> Any:
        """Answer a CursorPage, newest first; ``query`` is what a serializer derived from ``CursorQuery`` gave."""
        query = self.query(pagination.CursorQuery) if query is None else query
        page = pagination.take_cursor_page(rows, query.get("cursor"), query["page_size"], instant)
        return self.respond(pagination.cursor_page_of(shape), page)

    def plain_list(self, rows: QuerySet[Any] | Sequence[Any], shape: type[Shape], *, etag: str | None = None) -> Any:
        """Answer a plain list."""
        items = list(rows)
        return self.respond(pagination.list_of(shape), pagination.PlainList(items, len(items)), etag=etag)

    # Plumbing

    @property
    def default_response_headers(self) -> dict[str, str]:
        return {}

    def get_exception_handler(self) -> Any:
        return problem_handler

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in self.meter.headers.items():
            final.headers.setdefault(name, value)
        return final
