"""Validation and rules over HTTP (CV-2 to CV-7, GEN-9, api.md section 7)."""

from __future__ import annotations

from typing import Any

import pytest

from reference.models import Country
from reference.selectors.lookups import forget_lookups
from settings_app.models import CompanyValidationRule, ValidationRule
from settings_app.selectors.rules import forget_rules
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of

pytestmark = pytest.mark.django_db
VALIDATION = {
    "isValid", "ruleTypeCode", "ruleKey", "storedValue", "displayValue", "errorCode", "errorMessage", "example",
}  # fmt: skip


def validate(api: ApiClient, value: Any, kind: str = "phone", country: str = "AU") -> Any:
    return api.post(f"/reference/countries/{country}/validate", {"ruleTypeCode": kind, "value": value})


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
def member(db: Any) -> tuple[ApiClient, int]:
    """A client whose active company has made no choice yet."""
    company = make_company()
    user = make_user()
    make_member(user, company)
    return client_of(user), company.pk


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
