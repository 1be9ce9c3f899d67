"""Order of checks, tokens, company context, limits: api.md section 1, TI-2, TI-4, RL-1, RL-2, PM-2."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from common.actors import system_actor
from common.api.views import ApiView
from common.permissions import Permission, has_permission
from tests.common import api_probe
from tests.common.api_fixtures import (  # noqa: F401
    DANA,
    PRIYA,
    STAFF,
    Counter,
    assert_problem,
    bearer,
    counter,
    probes,
)

COMPANY = "/api/v1/probe/companies/{}"
JSON = "application/json"


def test_view_without_access_cannot_be_routed() -> None:
    """GEN-8: denied unless declared."""

    class Forgotten(ApiView):
        pass

    with pytest.raises(ImproperlyConfigured):
        Forgotten.as_view()


@pytest.mark.parametrize(
    ("token", "company_id", "status", "code"),
    [
        ("newcomer", 7, 403, "NO_ACTIVE_COMPANY"),
        ("staff", 7, 403, "NO_ACTIVE_COMPANY"),
        ("dana", 8, 404, "COMPANY_NOT_FOUND"),
        ("dana", 9, 404, "COMPANY_NOT_FOUND"),
        ("dana", 999999, 404, "COMPANY_NOT_FOUND"),
        ("dana", 10**30, 404, "COMPANY_NOT_FOUND"),
        ("priya", 8, 403, "COMPANY_CONTEXT_MISMATCH"),
        ("unfinished", 7, 403, "ONBOARDING_REQUIRED"),
    ],
)
def test_company_context(probes: Client, token: str, company_id: int, status: int, code: str) -> None:  # noqa: F811
    """TI-2, ON-2, in the order of the contract."""
    assert_problem(probes.get(COMPANY.format(company_id), headers=bearer(token)), status, code)
    assert api_probe.CompanyProbeView.scopes == []


def test_inactive_company(probes: Client) -> None:  # noqa: F811
    api_probe.COMPANY_STATES[1, 7] = "inactive"
    assert_problem(probes.get(COMPANY.format(7), headers=bearer("dana")), 403, "COMPANY_INACTIVE")


def test_unknown_and_foreign_company_look_alike(probes: Client) -> None:  # noqa: F811
    """TI-2, TI-4: same body apart from path and request id; each attempt is reported."""
    bodies = [probes.get(COMPANY.format(number), headers=bearer("dana")).json() for number in (8, 999999)]
    for body in bodies:
        del body["instance"], body["requestId"]
    assert bodies[0] == bodies[1]
    assert [crossing["attempted_company_id"] for crossing in api_probe.CROSSINGS] == [8, 999999]
    assert api_probe.CROSSINGS[0]["path"] == COMPANY.format(8)
    assert api_probe.CROSSINGS[0]["actor"] == DANA.as_actor()


def test_member_reads_inside_the_company_scope(probes: Client) -> None:  # noqa: F811
    response = probes.get(COMPANY.format(7), headers=bearer("priya"))
    assert response.status_code == 200
    [scope] = api_probe.CompanyProbeView.scopes
    assert (scope.company_id, scope.user_id) == (7, 2)
    assert api_probe.CompanyProbeView.actors == [PRIYA.as_actor()]


def test_role_comes_before_body(probes: Client) -> None:  # noqa: F811
    response = probes.post(COMPANY.format(7), b"{", content_type=JSON, headers=bearer("priya"))
    assert_problem(response, 403, "INSUFFICIENT_PERMISSIONS")
    assert [getattr(error, "code", "") for error in api_probe.RECORDED] == ["INSUFFICIENT_PERMISSIONS"]  # ER-2
    unreadable = probes.post(COMPANY.format(7), b"{", content_type=JSON, headers=bearer("dana"))
    assert_problem(unreadable, 400, "MALFORMED_REQUEST")
    body = {"billingState": "NSW", "billingPostalCode": "2000"}
    created = probes.post(COMPANY.format(7), body, content_type=JSON, headers=bearer("dana"))
    assert created.status_code == 201


def test_company_id_elsewhere_changes_nothing(probes: Client) -> None:  # noqa: F811
    """TI-1."""
    response = probes.get(COMPANY.format(7) + "?companyId=8", headers=bearer("dana") | {"x-company-id": "8"})
    assert response.status_code == 200
    assert api_probe.CompanyProbeView.scopes[0].company_id == 7


def test_system_admin_needs_neither_company_nor_onboarding(probes: Client) -> None:  # noqa: F811
    assert probes.get("/api/v1/probe/platform", headers=bearer("staff")).status_code == 200
    refused = probes.get("/api/v1/probe/platform", headers=bearer("dana"))
    assert_problem(refused, 403, "INSUFFICIENT_PERMISSIONS")
    assert_problem(probes.get("/api/v1/probe/platform"), 401, "AUTHENTICATION_REQUIRED")


@pytest.mark.parametrize(("token", "code"), [("none", "ACCESS_TOKEN_INVALID"), ("late", "ACCESS_TOKEN_EXPIRED")])
def test_bad_tokens(probes: Client, token: str, code: str) -> None:  # noqa: F811
    """SE-10."""
    assert_problem(probes.get("/api/v1/probe/row", headers=bearer(token)), 401, code)


def test_public_endpoint_ignores_a_token_it_does_not_read(probes: Client) -> None:  # noqa: F811
    assert probes.get("/api/v1/probe/rows", headers=bearer("none")).status_code == 200
    assert_problem(probes.get("/api/v1/probe/who", headers=bearer("none")), 401, "ACCESS_TOKEN_INVALID")
    assert probes.get("/api/v1/probe/who").json()["companyName"] == "visitor"
    assert probes.get("/api/v1/probe/who", headers=bearer("dana")).json()["companyName"] == "Dana Reed"


def test_endpoint_without_body_refuses_fields(probes: Client) -> None:  # noqa: F811
    headers = bearer("dana")
    assert probes.delete("/api/v1/probe/row", headers=headers).status_code == 204
    response = probes.delete("/api/v1/probe/row", b'{"force": true}', content_type=JSON, headers=headers)
    assert response.json()["errors"][0]["code"] == "unknown_field"


def test_rate_limits_by_address_and_user(probes: Client, counter: Counter) -> None:  # noqa: F811
    """RL-1: anonymous requests count by address, signed-in ones by user, bad tokens by address again."""
    probes.get("/api/v1/probe/rows")
    probes.get("/api/v1/probe/row", headers=bearer("dana"))
    probes.get("/api/v1/probe/row", headers=bearer("none"))
    probes.get("/api/v1/probe/who", headers=bearer("dana"))
    probes.get("/api/v1/probe/who")
    assert counter.counted == [
        ("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "address:127.0.0.1"),
        ("RATE_LIMIT_API_PER_MINUTE", "user:1"),
        ("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "address:127.0.0.1"),
        ("RATE_LIMIT_API_PER_MINUTE", "user:1"),
        ("RATE_LIMIT_ABR_PER_MINUTE", "user:1"),
        ("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "address:127.0.0.1"),
        ("RATE_LIMIT_ABR_PER_MINUTE", "address:127.0.0.1"),
    ]


def test_over_the_limit(probes: Client, counter: Counter) -> None:  # noqa: F811
    """RL-2: 429 with Retry-After and RateLimit headers; it comes before the token is judged."""
    counter.exhausted.add("RATE_LIMIT_ANONYMOUS_PER_MINUTE")
    response = probes.get("/api/v1/probe/row", headers=bearer("none"))
    document = assert_problem(response, 429, "RATE_LIMIT_EXCEEDED")
    assert document["retryAfter"] == 42
    found = {name: response.headers[name] for name in ("Retry-After", "RateLimit-Remaining", "RateLimit-Reset")}
    assert found == {"Retry-After": "42", "RateLimit-Remaining": "0", "RateLimit-Reset": "42"}
    assert probes.get("/api/v1/health/live").status_code == 200


def test_limited_answers_carry_the_headers(probes: Client) -> None:  # noqa: F811
    response = probes.get("/api/v1/probe/rows")
    assert response.headers["RateLimit-Limit"] == "300"
    assert response.headers["RateLimit-Remaining"] == "299"


@pytest.mark.usefixtures("probes")
def test_permissions_are_denied_by_default(settings: Any) -> None:
    """PM-1, PM-2: flags of the role row decide; jobs, other companies and unknown roles get nothing."""
    dana, priya, staff = DANA.as_actor(), PRIYA.as_actor(), STAFF.as_actor()
    assert has_permission(dana, Permission.MEMBERS_MANAGE, 7)
    assert not has_permission(dana, Permission.MEMBERS_MANAGE, 8)
    assert not has_permission(dana, Permission.MEMBERS_MANAGE, None)
    assert not has_permission(priya, Permission.MEMBERS_MANAGE, 7)
    assert has_permission(priya, Permission.MEMBERS_READ, 7)
    assert has_permission(staff, Permission.SETTINGS_MANAGE, None)
    assert not has_permission(staff, Permission.COMPANY_READ, 7)
    assert not has_permission(staff, Permission.SYSTEM_ROLES_ASSIGN, None)
    assert not has_permission(dana, Permission.LOGS_READ, None)
    assert not has_permission(system_actor("job"), Permission.COMPANY_READ, 7)
    settings.ROLE_FLAGS = None
    assert not has_permission(dana, Permission.MEMBERS_MANAGE, 7)
