"""Endpoints of reference data and country validation."""

from __future__ import annotations

from typing import Any, Final

from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.encoding import dump_json
from common.api.etag import text_etag
from common.api.pagination import list_of
from common.api.views import ApiView
from common.permissions import Permission
from common.problems import Problem
from reference.api import schema  # noqa: F401  (registers the OpenAPI form of the lists)
from reference.api.serializers import (
    CountryShape,
    ReferenceListShape,
    RulesQuery,
    RuleSummaryShape,
    TableShape,
    ValidateBody,
    ValidateMultipleBody,
    ValidateMultipleShape,
    ValidationShape,
    row_shape,
)
from reference.selectors import country
from reference.selectors.tables import TABLES, table_rows, table_totals
from reference.services import countries, validation

# Tables that describe the platform's own staff.
_STAFF_TABLES: Final = frozenset({"user-roles"})
_CACHE_SECONDS: Final = 600


class ReferenceView(ApiView):
    access = Access.PUBLIC

    @documented("List the reference tables", response=list_of(TableShape))
    def get(self, request: Request) -> Any:
        return self.plain_list(table_totals(), TableShape)


class ReferenceTableView(ApiView):
    access = Access.PUBLIC
    token_optional = True

    @documented(
        "List the active rows of a reference table",
        description="user-roles is for system administrators.",
        response=ReferenceListShape,
        problems=["INSUFFICIENT_PERMISSIONS"],
        etag=True,
    )
    def get(self, request: Request, table: str) -> Any:
        if table not in TABLES:
            raise Problem("NOT_FOUND", "There is no such reference table.")
        is_staff_table = table in _STAFF_TABLES
        if is_staff_table:
            self.require(Permission.PLATFORM_ADMINISTER, self.caller.company_id)
        rows = countries.country_views() if table == "countries" else table_rows(TABLES[table])
        response = self.plain_list(rows, row_shape(TABLES[table]), etag=text_etag(dump_json(rows).decode()))
        response["Cache-Control"] = f"{'private' if is_staff_table else 'public'}, max-age={_CACHE_SECONDS}"
        return response


class CountryView(ApiView):
    access = Access.PUBLIC

    @documented("Read a country", response=CountryShape)
    def get(self, request: Request, country_code: str) -> Any:
        found = countries.find_country_view(country_code)
        if found is None:
            raise _no_country()
        return self.respond(CountryShape, found)


class _CountryRules(ApiView):
    """Validation in a country; the active company of a signed-in caller decides which rules apply (CV-6)."""

    access = Access.PUBLIC
    token_optional = True

    @property
    def chooser(self) -> int | None:
        return None if self.principal is None else self.principal.company_id


class ValidateView(_CountryRules):
    @documented("Validate a value", request=ValidateBody, response=ValidationShape, problems=["VALIDATION_ERROR"])
    def post(self, request: Request, country_code: str) -> Any:
        body = self.validate(ValidateBody)
        _require_country(country_code)
        found = validation.validate(country_code, body["rule_type_code"], body["value"], self.chooser)
        return self.respond(ValidationShape, found)


class ValidateMultipleView(_CountryRules):
    @documented(
        "Validate several values by their rule type",
        request=ValidateMultipleBody,
        response=ValidateMultipleShape,
        problems=["VALIDATION_ERROR"],
    )
    def post(self, request: Request, country_code: str) -> Any:
        body = self.validate(ValidateMultipleBody)
        _require_country(country_code)
        results = validation.validate_many(country_code, body["values"], self.chooser)
        is_all_valid = all(result.is_valid for result in results.values())
        return self.respond(ValidateMultipleShape, {"is_all_valid": is_all_valid, "results": results})


class CountryRulesView(_CountryRules):
    @documented("List the rules of a country", query=RulesQuery, response=list_of(RuleSummaryShape))
    def get(self, request: Request, country_code: str) -> Any:
        query = self.query(RulesQuery)
        _require_country(country_code)
        rows = validation.rule_summaries(country_code, query.get("rule_type_code"), self.chooser)
        return self.plain_list(rows, RuleSummaryShape)


def _require_country(code: str) -> None:
    if country(code) is None:
        raise _no_country()


def _no_country() -> Problem:
    return Problem("NOT_FOUND", "There is no such country.")
