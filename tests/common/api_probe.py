"""Small endpoints and stand-ins for the apps' hooks, on which the tests of the REST layer run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, ClassVar

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from common.actors import Actor
from common.api import converters  # noqa: F401
from common.api.access import Access
from common.api.containers import ListField, MapField
from common.api.documentation import documented
from common.api.documents import DocsView, SchemaView
from common.api.etag import etag_of
from common.api.fields import (
    BooleanField,
    ChoiceField,
    DecimalField,
    EmailField,
    InstantField,
    IntegerField,
    SecretField,
    TextField,
    UrlField,
)
from common.api.health import HealthLiveView, HealthReadyView
from common.api.pagination import PageQuery
from common.api.principal import Principal
from common.api.rate_limiting import By, RateLimit
from common.api.serializers import Serializer, Shape
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import FieldError, Problem, ValidationFailed
from common.tenancy import current_scope

ACCESS_TOKENS: dict[str, Principal] = {}
COMPANY_STATES: dict[tuple[int, int], str] = {}
CROSSINGS: list[dict[str, Any]] = []
RECORDED: list[BaseException] = []

_FLAGS = {
    ("company", "company_admin"): frozenset({"can_manage_company", "can_manage_users"}),
    ("company", "company_user"): frozenset({"can_manage_events"}),
    ("system", "system_admin"): frozenset({"can_manage_platform", "can_view_all_data"}),
}


class TokenTable:
    """Stand-in for the accounts app: tokens are keys of ``ACCESS_TOKENS``."""

    def authenticate(self, request: Any) -> tuple[Principal, str] | None:
        scheme, _, token = request.headers["Authorization"].partition(" ")
        if scheme != "Bearer" or token not in ACCESS_TOKENS:
            raise Problem("ACCESS_TOKEN_EXPIRED" if token == "late" else "ACCESS_TOKEN_INVALID")
        return ACCESS_TOKENS[token], token


def company_gate(user_id: int, company_id: int) -> str:
    return COMPANY_STATES.get((user_id, company_id), "not_member")


def record_crossing(**facts: Any) -> None:
    CROSSINGS.append(facts)


def record_error(error: BaseException) -> None:
    RECORDED.append(error)


def role_flags(role_type: str, role_code: str) -> frozenset[str]:
    return _FLAGS.get((role_type, role_code), frozenset())


class AddressBody(Serializer):
    billing_state = TextField(max_length=3, example="NSW")
    billing_postal_code = TextField(max_length=4)


class RuleBody(Serializer):
    rule_key = TextField(max_length=20)


class CompanyBody(Serializer):
    company_name = TextField(min_length=2, max_length=10, example="Harbourline")
    seat_count = IntegerField(min_value=1, max_value=5, required=False)
    big_number = IntegerField(required=False)
    is_gst_registered = BooleanField(required=False, allow_null=True)
    tax_rate = DecimalField(decimal_places=4, max_value=Decimal(1), required=False)
    tier = ChoiceField(["free", "paid"], required=False)
    contact_email = EmailField(required=False)
    website = UrlField(required=False, allow_null=True)
    password = SecretField(required=False)
    opened_at = InstantField(required=False)
    notes = TextField(required=False, multiline=True, allow_null=True)
    billing_details = AddressBody(required=False)
    rules = RuleBody(many=True, required=False)
    tags = ListField(TextField(max_length=5), max_items=2, required=False)
    values = MapField(TextField(max_length=5), max_items=3, required=False)

    def validate_company_name(self, value: str) -> str:
        if value == "Taken":
            raise ValidationFailed.of("companyName", "pattern_mismatch", "Choose another name.")
        return value

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        if values.get("password") == "short":
            yield FieldError("password", "password_too_short", "Use at least 8 characters.")


class CompanyProbeShape(Shape):
    """Probe of response rendering."""

    company_name = TextField()
    seat_count = IntegerField(allow_null=True)
    tax_rate = DecimalField(decimal_places=4)
    created_date = InstantField()
    updated_date = InstantField(allow_null=True)


@dataclass
class Row:
    company_name: str = "Ömer & Søn"
    seat_count: int | None = None
    tax_rate: Decimal = Decimal("0.1")
    created_date: datetime = datetime(2026, 1, 15, 3, 4, 5, 123999, tzinfo=UTC)
    updated_date: datetime | None = None
    pk: int = 7

    class _meta:  # noqa: N801  (looks like a model to the tag)
        label = "probe.Row"


class EchoView(ApiView):
    """Takes the body and answers what the service would see."""

    access = Access.PUBLIC
    received: ClassVar[dict[str, Any]] = {}

    @documented("Echo", request=CompanyBody, response=CompanyProbeShape)
    def post(self, request: Any) -> Any:
        EchoView.received = self.validate(CompanyBody)
        return self.respond(CompanyProbeShape, Row())


class RowView(ApiView):
    access = Access.USER

    @documented("Read a row", response=CompanyProbeShape, etag=True)
    def get(self, request: Any) -> Any:
        return self.respond(CompanyProbeShape, Row(), etag=etag_of(Row()))

    @documented("Change a row", request=CompanyBody, response=CompanyProbeShape, etag=True)
    def patch(self, request: Any) -> Any:
        self.precondition()(Row())
        return self.respond(CompanyProbeShape, Row())

    @documented("Touch a row", response=None, status=204)
    def delete(self, request: Any) -> Any:
        return self.respond()


class RowsView(ApiView):
    access = Access.PUBLIC

    @documented("List rows", query=PageQuery, response=CompanyProbeShape)
    def get(self, request: Any) -> Any:
        return self.page([Row() for _ in range(45)], CompanyProbeShape)


class CompanyProbeView(ApiView):
    """Reading for members, writing for admins."""

    access = {"GET": Access.MEMBER, "POST": Access.ADMIN}
    permission = {"POST": Permission.MEMBERS_MANAGE}
    scopes: ClassVar[list[Any]] = []
    actors: ClassVar[list[Actor]] = []

    @documented("Read", response=CompanyProbeShape)
    def get(self, request: Any, company_id: int) -> Any:
        self.scopes.append(current_scope())
        self.actors.append(self.actor)
        return self.respond(CompanyProbeShape, Row())

    @documented("Write", request=AddressBody, response=CompanyProbeShape, status=201)
    def post(self, request: Any, company_id: int) -> Any:
        self.validate(AddressBody)
        return self.respond(CompanyProbeShape, Row(), status=201)


class PlatformView(ApiView):
    access = Access.SYSTEM_ADMIN

    @documented("Platform", response=CompanyProbeShape)
    def get(self, request: Any) -> Any:
        return self.respond(CompanyProbeShape, Row())


class OptionalTokenView(ApiView):
    access = Access.PUBLIC
    token_optional = True
    rate_limits = (RateLimit("RATE_LIMIT_ABR_PER_MINUTE", By.USER_OR_ADDRESS),)

    @documented("Who", response=CompanyProbeShape)
    def get(self, request: Any) -> Any:
        return self.respond(CompanyProbeShape, Row(company_name=self.actor.name))


class FailingView(ApiView):
    access = Access.PUBLIC

    @documented("Fail", response=CompanyProbeShape)
    def get(self, request: Any, kind: str) -> Any:
        if kind == "database":
            raise OperationalError("could not connect to server secret-host:5432")
        if kind == "wait":
            raise Problem("ACCOUNT_LOCKED", retryAfter=None)
        raise RuntimeError("secret-internals")


def plain_failure(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("secret-internals")


urlpatterns = [
    path(
        "api/v1/",
        include(
            [
                path("schema", SchemaView.as_view(), name="api-schema"),
                path("docs", DocsView.as_view(), name="api-docs"),
                path("health/live", HealthLiveView.as_view()),
                path("health/ready", HealthReadyView.as_view()),
                path("probe/echo", EchoView.as_view()),
                path("probe/row", RowView.as_view()),
                path("probe/rows", RowsView.as_view()),
                path("probe/companies/<id:company_id>", CompanyProbeView.as_view()),
                path("probe/platform", PlatformView.as_view()),
                path("probe/who", OptionalTokenView.as_view()),
                path("probe/fail/<str:kind>", FailingView.as_view()),
            ]
        ),
    ),
    path("api/plain", plain_failure),
    path("page", plain_failure),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
