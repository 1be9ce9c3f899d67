"""/reference over HTTP: tables and countries (CV-1, api.md section 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reference.models import Industry
from reference.selectors.lookups import forget_lookups
from reference.selectors.roles import flags
from reference.selectors.tables import TABLES
from settings_app.selectors.rules import forget_rules
from tests.factories.accounts import make_user
from tests.support.api import problem_code
from tests.support.sessions import client_of

if TYPE_CHECKING:
    from tests.support.api import ApiClient

pytestmark = pytest.mark.django_db
COUNTRY = {
    "countryCode", "countryName", "phonePrefix", "currencyCode", "currencySymbol", "currencyName", "taxRate", "taxName",
    "isTaxInclusive", "taxNumberLabel", "postalCodeLabel", "stateLabel", "hasCompanySearch", "subdivisions", "examples",
    "sortOrder",
}  # fmt: skip
TEMPLATE = {"id", "code", "name", "description", "sortOrder"}
OWN = {
    "languages": {"nativeName"},
    "user-statuses": {"allowLogin", "badgeTone"},
    "user-invitation-statuses": {"canResend", "canCancel", "isFinalState", "badgeTone"},
    "user-company-roles": {
        "roleLevel", "canManageCompany", "canManageUsers", "canManageEvents", "canManageForms", "canExportData",
        "canViewReports",
    },
    "user-company-statuses": {"allowAccess", "isFinalState", "badgeTone"},
    "setting-types": {"validationPattern"},
    "customer-tiers": {
        "currencyCode", "monthlyPrice", "annualPrice", "maxUsers", "maxForms", "maxSubmissionsPerMonth",
    },
    "company-relationship-types": {"isHierarchical", "parentLabel", "childLabel"},
    "company-relationship-statuses": {"isFinalState", "badgeTone"},
    "company-switch-request-statuses": {"isFinalState", "badgeTone"},
    "theme-preferences": {"cssClass"},
    "layout-densities": {"cssClass"},
    "font-sizes": {"cssClass", "baseFontSize"},
}  # fmt: skip


def test_all_twenty_tables_with_their_totals(api: ApiClient) -> None:
    body = api.get("/reference").json()
    assert body["total"] == 20
    totals = {item["table"]: item["total"] for item in body["items"]}
    assert set(totals) == set(TABLES)
    assert (totals["countries"], totals["industries"], totals["joined-via"]) == (5, 10, 3)


@pytest.mark.parametrize("table", sorted(TABLES.keys() - {"countries", "user-roles"}))
def test_rows_of_a_table(api: ApiClient, table: str) -> None:
    """Template columns and the table's own, closed; active rows in order; cacheable."""
    response = api.get(f"/reference/{table}")
    body = response.json()
    assert body["total"] == len(body["items"]) > 0
    assert all(set(item) == TEMPLATE | OWN.get(table, set()) for item in body["items"])
    assert [item["sortOrder"] for item in body["items"]] == sorted(item["sortOrder"] for item in body["items"])
    assert response["Cache-Control"] == "public, max-age=600"
    again = api.get(f"/reference/{table}", if_none_match=response["ETag"])
    assert (again.status_code, again["ETag"], again["Cache-Control"]) == (
        304,
        response["ETag"],
        "public, max-age=600",
    )


def test_values_keep_their_types(api: ApiClient) -> None:
    tiers = {item["code"]: item for item in api.get("/reference/customer-tiers").json()["items"]}
    prices = [tier["monthlyPrice"] for tier in tiers.values()]
    assert all(price is None or isinstance(price, str) for price in prices)
    sizes = [item["baseFontSize"] for item in api.get("/reference/font-sizes").json()["items"]]
    assert sizes == [14, 16, 18]
    assert api.get("/reference/languages").json()["items"][0]["description"] is None


def test_a_changed_row_changes_the_tag(api: ApiClient) -> None:
    tag = api.get("/reference/industries")["ETag"]
    row = Industry.objects.first()
    row.description = "Changed"
    row.save()
    forget_lookups()
    assert api.get("/reference/industries", if_none_match=tag).status_code == 200
    row.is_active = False
    row.save()
    forget_lookups()
    assert row.code not in [item["code"] for item in api.get("/reference/industries").json()["items"]]


def test_unknown_table_and_country(api: ApiClient) -> None:
    assert problem_code(api.get("/reference/no-such-table")) == "NOT_FOUND"
    assert problem_code(api.get("/reference/user_statuses")) == "NOT_FOUND"
    assert problem_code(api.get("/reference/countries/ZZ")) == "NOT_FOUND"
    assert (
        problem_code(api.post("/reference/countries/ZZ/validate", {"ruleTypeCode": "phone", "value": "1"}))
        == "NOT_FOUND"
    )
    assert (
        problem_code(api.post("/reference/countries/ZZ/validate-multiple", {"values": {"phone": "1"}})) == "NOT_FOUND"
    )
    assert problem_code(api.get("/reference/countries/ZZ/rules")) == "NOT_FOUND"


def test_user_roles_are_for_system_administrators(api: ApiClient) -> None:
    """Permission matrix."""
    assert problem_code(api.get("/reference/user-roles")) == "AUTHENTICATION_REQUIRED"
    assert problem_code(client_of(make_user()).get("/reference/user-roles")) == "INSUFFICIENT_PERMISSIONS"
    response = client_of(make_user(role="system_admin")).get("/reference/user-roles")
    assert [item["code"] for item in response.json()["items"]] == ["system_admin", "company_user"]
    assert response["Cache-Control"] == "private, max-age=600"
    assert {"roleLevel", "canManagePlatform"} <= set(response.json()["items"][0])


def test_countries_in_the_shape_country(api: ApiClient) -> None:
    body = api.get("/reference/countries").json()
    assert [item["countryCode"] for item in body["items"]] == ["AU", "NZ", "US", "GB", "CA"]
    assert all(set(item) == COUNTRY for item in body["items"])
    australia = body["items"][0]
    assert australia == api.get("/reference/countries/AU").json()
    assert (australia["taxRate"], australia["hasCompanySearch"], australia["phonePrefix"]) == ("0.1000", True, "+61")
    assert {"code": "NSW", "name": "New South Wales"} in australia["subdivisions"]
    assert australia["examples"] == {"phone": "0491570156", "postalCode": "2000", "taxId": "53004085616"}
    assert body["items"][1]["examples"]["taxId"] is None
    assert body["items"][2]["taxRate"] is None


def test_reading_costs_few_queries(api: ApiClient) -> None:
    """Baseline: cold one query a table (and one for rules), warm none."""
    for path, most in (("/reference/countries", 2), ("/reference/industries", 1), ("/reference", 20)):
        forget_lookups()
        forget_rules()
        api.get("/config")  # warms what every request reads
        with CaptureQueriesContext(connection) as cold:
            api.get(path)
        assert _reads(cold) <= most, path
        with CaptureQueriesContext(connection) as warm:
            api.get(path)
        assert _reads(warm) == 0, path


def _reads(queries: Any) -> int:
    return sum('"ref"."' in query["sql"] or '"config"."' in query["sql"] for query in queries)


def test_role_flags() -> None:
    """PM-1."""
    assert flags("system", "system_admin") >= {"can_manage_platform", "can_assign_system_roles"}
    assert flags("system", "company_user") == frozenset()
    assert "can_manage_users" in flags("company", "company_admin")
    assert flags("company", "no_such_role") == frozenset()
