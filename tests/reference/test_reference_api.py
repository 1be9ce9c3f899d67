"""/reference over HTTP: tables, countries, validation and rules (CV-1 to CV-7, api.md section 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.services.sessions import open_session
from auditing.services import business_transaction
from common.actors import system_actor
from common.tenancy import system_scope
from companies.models import Company, UserCompany
from reference.models import Country, Industry
from reference.selectors.lookups import code_id, forget_lookups
from reference.selectors.roles import flags
from reference.selectors.tables import TABLES
from settings_app.models import CompanyValidationRule, ValidationRule
from settings_app.selectors.rules import forget_rules
from tests.factories.accounts import make_user
from tests.support.api import field_codes, problem_code

if TYPE_CHECKING:
    from accounts.models import User
    from tests.support.api import ApiClient

pytestmark = pytest.mark.django_db
COUNTRY = {
    "countryCode", "countryName", "phonePrefix", "currencyCode", "currencySymbol", "currencyName", "taxRate", "taxName",
    "isTaxInclusive", "taxNumberLabel", "postalCodeLabel", "stateLabel", "hasCompanySearch", "subdivisions", "examples",
    "sortOrder",
}  # fmt: skip
VALIDATION = {
    "isValid", "ruleTypeCode", "ruleKey", "storedValue", "displayValue", "errorCode", "errorMessage", "example",
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


def sign_in(api: ApiClient, user: User, company_id: int | None = None) -> ApiClient:
    with business_transaction(actor=system_actor("test")):
        session = open_session(user=user, transport="body", company_id=company_id)
    return api.signed_in(session.access_token)


def validate(api: ApiClient, value: Any, kind: str = "phone", country: str = "AU") -> Any:
    return api.post(f"/reference/countries/{country}/validate", {"ruleTypeCode": kind, "value": value})


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
    assert problem_code(validate(api, "1", country="ZZ")) == "NOT_FOUND"
    assert (
        problem_code(api.post("/reference/countries/ZZ/validate-multiple", {"values": {"phone": "1"}})) == "NOT_FOUND"
    )
    assert problem_code(api.get("/reference/countries/ZZ/rules")) == "NOT_FOUND"


def test_user_roles_are_for_system_administrators(api: ApiClient) -> None:
    """Permission matrix."""
    assert problem_code(api.get("/reference/user-roles")) == "AUTHENTICATION_REQUIRED"
    assert problem_code(sign_in(api, make_user()).get("/reference/user-roles")) == "INSUFFICIENT_PERMISSIONS"
    response = sign_in(api, make_user(role="system_admin")).get("/reference/user-roles")
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


def test_validation_answers_200_either_way(api: ApiClient) -> None:
    good = validate(api, " 0412 345 678 ")
    assert good.status_code == 200
    assert good.json() == {
        "isValid": True,
        "ruleTypeCode": "phone",
        "ruleKey": "PHONE_AU_MOBILE",
        "storedValue": "+61412345678",
        "displayValue": "0412 345 678",
        "errorCode": None,
        "errorMessage": None,
        "example": "0491570156",
    }
    bad = validate(api, "12")
    assert (bad.status_code, set(bad.json())) == (200, VALIDATION)
    assert (bad.json()["isValid"], bad.json()["errorCode"], bad.json()["storedValue"]) == (False, "phone_invalid", None)
    assert validate(api, "  ").json()["errorCode"] == "required"
    assert validate(api, "x", "address").json()["errorCode"] == "no_rule"


def test_validation_refuses_malformed_bodies(api: ApiClient) -> None:
    path = "/reference/countries/AU/validate"
    assert field_codes(api.post(path, {"value": 5})) == {"ruleTypeCode": "required", "value": "wrong_type"}
    assert field_codes(validate(api, None)) == {"value": "null_not_allowed"}
    assert field_codes(validate(api, "1" * 501)) == {"value": "too_long"}
    assert field_codes(validate(api, "1\x002")) == {"value": "invalid_characters"}
    assert field_codes(validate(api, "1", "colour")) == {"ruleTypeCode": "invalid_choice"}


def test_several_values_at_once(api: ApiClient) -> None:
    path = "/reference/countries/AU/validate-multiple"
    body = api.post(path, {"values": {"phone": "0412345678", "postal_code": "20"}}).json()
    assert set(body) == {"isAllValid", "results"}
    assert body["isAllValid"] is False
    assert all(set(result) == VALIDATION for result in body["results"].values())
    assert {code: result["isValid"] for code, result in body["results"].items()} == {
        "phone": True,
        "postal_code": False,
    }
    assert api.post(path, {"values": {"phone": "0412345678"}}).json()["isAllValid"] is True
    assert field_codes(api.post(path, {"values": {}})) == {"values": "too_short"}
    assert field_codes(api.post(path, {"values": {str(n): "1" for n in range(11)}})) == {"values": "too_long"}
    assert field_codes(api.post(path, {"values": {"colour": "red"}})) == {"values": "invalid_choice"}
    assert field_codes(api.post(path, {"values": {"phone": 1}})) == {"values.phone": "wrong_type"}


def test_rules_of_a_country(api: ApiClient) -> None:
    """GEN-9: shown exactly when enforced."""
    body = api.get("/reference/countries/AU/rules").json()
    by_type = {item["ruleTypeCode"]: item for item in body["items"]}
    assert list(by_type) == ["phone", "postal_code", "tax_id", "email", "address"]
    assert all(
        set(item) == {"ruleTypeCode", "hasRules", "minLength", "maxLength", "example", "displayExample", "rules"}
        for item in body["items"]
    )
    phone = by_type["phone"]
    assert (phone["hasRules"], phone["minLength"], phone["maxLength"]) == (True, 10, 12)
    assert (phone["example"], phone["displayExample"]) == ("0491570156", "0491 570 156")
    keys = [rule["ruleKey"] for rule in phone["rules"]]
    assert keys[0] == "PHONE_AU_MOBILE"
    assert "PHONE_AU_TOLLFREE" not in keys
    assert set(phone["rules"][0]) == {"ruleKey", "description", "example", "displayExample"}
    assert by_type["address"] == {
        "ruleTypeCode": "address",
        "hasRules": False,
        "minLength": None,
        "maxLength": None,
        "example": None,
        "displayExample": None,
        "rules": [],
    }
    only = api.get("/reference/countries/AU/rules?ruleTypeCode=tax_id").json()
    assert [item["ruleTypeCode"] for item in only["items"]] == ["tax_id"]
    assert field_codes(api.get("/reference/countries/AU/rules?ruleTypeCode=x")) == {"ruleTypeCode": "invalid_choice"}


@pytest.fixture
def member(api: ApiClient) -> tuple[ApiClient, int]:
    """A client whose active company has made no choice yet."""
    user = make_user()
    with system_scope("tests.reference"):
        company = Company.objects.create(company_name="Chooser", country_id=code_id("Country", "AU"))
        UserCompany.objects.create(
            user=user,
            company=company,
            user_company_role_id=code_id("UserCompanyRole", "company_user"),
            user_company_status_id=code_id("UserCompanyStatus", "active"),
            joined_via_id=code_id("JoinedVia", "signup"),
            is_primary_company=True,
        )
    return sign_in(api, user, company.pk), company.pk


def choose(company_id: int, key: str, **values: Any) -> None:
    CompanyValidationRule.all_companies.create(
        company_id=company_id, validation_rule=ValidationRule.objects.get(rule_key=key), **values
    )
    forget_rules()


def test_a_companys_choice_decides_for_its_members_only(api: ApiClient, member: tuple[ApiClient, int]) -> None:
    """CV-6: enabled rules in the company's order; others inherit all."""
    client, company_id = member
    assert validate(client, "02 9876 5432").json()["isValid"] is True
    choose(company_id, "PHONE_AU_MOBILE", sort_order_override=50)
    choose(company_id, "PHONE_AU_SATELLITE", sort_order_override=1)
    choose(company_id, "PHONE_AU_LANDLINE", is_enabled=False)
    assert validate(client, "02 9876 5432").json()["errorCode"] == "phone_invalid"
    assert validate(client, "0412345678").json()["storedValue"] == "+61412345678"
    assert validate(client, "+61412345678").json()["ruleKey"] == "PHONE_AU_MOBILE", "stored values are accepted again"
    rules = client.get("/reference/countries/AU/rules?ruleTypeCode=phone").json()["items"][0]["rules"]
    assert [rule["ruleKey"] for rule in rules] == ["PHONE_AU_SATELLITE", "PHONE_AU_MOBILE"]
    # Types and countries without a choice of their own are inherited; visitors see every active rule.
    assert validate(client, "2000", "postal_code").json()["isValid"] is True
    assert validate(client, "021 234 5678", country="NZ").json()["isValid"] is True
    assert validate(api, "02 9876 5432").json()["isValid"] is True


def test_inactive_rules_and_countries_are_out_of_reach(api: ApiClient, member: tuple[ApiClient, int]) -> None:
    """Invariant 36: a company chooses among active rules only."""
    client, company_id = member
    choose(company_id, "PHONE_AU_TOLLFREE")
    assert validate(client, "1800975707").json()["isValid"] is False
    Country.objects.filter(country_code="CA").update(is_active=False)
    forget_lookups()
    assert problem_code(validate(api, "M5H 2N2", "postal_code", "CA")) == "NOT_FOUND"


def test_a_bad_token_is_refused_where_a_good_one_matters(api: ApiClient) -> None:
    assert problem_code(validate(api.signed_in("nonsense"), "1")) == "ACCESS_TOKEN_INVALID"


def test_role_flags() -> None:
    """PM-1."""
    assert flags("system", "system_admin") >= {"can_manage_platform", "can_assign_system_roles"}
    assert flags("system", "company_user") == frozenset()
    assert "can_manage_users" in flags("company", "company_admin")
    assert flags("company", "no_such_role") == frozenset()
