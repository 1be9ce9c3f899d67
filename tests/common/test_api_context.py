"""Request id, client address, headers, entity tags, paging, health, document: LO-2, RL-4, ER-4, api.md 1 and 8."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory

from common.api import health
from common.api.encoding import format_instant
from common.api.etag import etag_of
from common.api.pagination import _decode, _encode
from common.middleware.request_context import client_address, request_id_of
from common.problems import Problem
from tests.common.api_fixtures import assert_problem, bearer, counter, probes  # noqa: F401
from tests.common.api_probe import Row

ID = "3F0C2D5A-1B2C-4D3E-8F90-A1B2C3D4E5F6"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.mark.parametrize("path", ["/api/v1/health/live", "/api/v1/nothing", "/page", "/nothing", "/static/nothing.css"])
def test_request_id_on_every_answer(probes: Client, path: str) -> None:  # noqa: F811
    """LO-2: a UUID is kept in canonical form, anything else replaced."""
    assert probes.get(path, headers={"x-request-id": ID}).headers["X-Request-ID"] == ID.lower()
    assert UUID.fullmatch(probes.get(path).headers["X-Request-ID"])


@pytest.mark.parametrize("sent", ["", "42", "x" * 36, f"{{{ID}}}", ID.replace("-", ""), f"urn:uuid:{ID}", f"{ID}0"])
def test_other_request_ids_are_replaced(sent: str) -> None:
    """LO-2."""
    made = request_id_of(RequestFactory().get("/", headers={"x-request-id": sent}))
    assert UUID.fullmatch(made)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "9.9.9.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "9.9.9.9, 203.0.113.5", "203.0.113.5"),
        (2, "9.9.9.9, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (2, "203.0.113.5", "203.0.113.5"),
        (1, "not-an-address", "10.0.0.1"),
        (1, "203.0.113.5:4711", "203.0.113.5"),
        (1, "[2001:db8::1]:443", "2001:db8::1"),
        (1, "::ffff:203.0.113.5", "203.0.113.5"),
    ],
)
def test_client_address(settings: Any, proxies: int, forwarded: str, expected: str) -> None:
    """RL-4: only what trusted proxies appended is believed."""
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", headers=headers, REMOTE_ADDR="10.0.0.1")) == expected


@pytest.mark.parametrize("path", ["/api/v1/health/live", "/api/v1/nothing", "/page", "/nothing"])
def test_security_headers(probes: Client, path: str) -> None:  # noqa: F811
    """ER-4."""
    headers = probes.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"].startswith("strict-origin")
    assert headers["Cache-Control"] == "no-store"


def test_link_pages_send_no_referrer_and_are_not_stored(probes: Client) -> None:  # noqa: F811
    """ER-4, SU-4."""
    headers = probes.get("/verify-email?token=x").headers
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")


def test_etag_and_conditional_requests(probes: Client) -> None:  # noqa: F811
    """CF-5, api.md section 1."""
    url, headers = "/api/v1/probe/row", bearer("dana")
    etag = probes.get(url, headers=headers).headers["ETag"]
    assert etag == etag_of(Row())
    assert probes.get(url, headers=headers | {"if-none-match": etag}).status_code == 304
    kind = "application/json"
    stale = probes.patch(url, {"companyName": "X"}, content_type=kind, headers=headers | {"if-match": '"old"'})
    assert_problem(stale, 412, "STALE_RESOURCE")
    for tag in (etag, f'"old", {etag}', "*"):
        assert probes.patch(url, {}, content_type=kind, headers=headers | {"if-match": tag}).status_code == 200
    changed = Row(updated_date=datetime(2026, 1, 15, 3, 4, 5, 124000, tzinfo=UTC))
    assert etag_of(changed) != etag


def test_page(probes: Client) -> None:  # noqa: F811
    first = probes.get("/api/v1/probe/rows").json()
    assert (len(first["items"]), first["page"], first["pageSize"], first["total"], first["totalPages"]) == (
        20,
        1,
        20,
        45,
        3,
    )
    assert list(first) == ["items", "page", "pageSize", "total", "totalPages"]
    assert len(probes.get("/api/v1/probe/rows?page=3&pageSize=20").json()["items"]) == 5
    beyond = probes.get(f"/api/v1/probe/rows?page={2**62}&pageSize=100").json()
    assert (beyond["items"], beyond["total"]) == ([], 45)


@pytest.mark.parametrize(
    ("query", "field", "code"),
    [
        ("pageSize=101", "pageSize", "too_large"),
        ("pageSize=0", "pageSize", "too_small"),
        ("page=0", "page", "too_small"),
        ("page=-1", "page", "too_small"),
        ("page=two", "page", "wrong_type"),
        ("page=1.0", "page", "wrong_type"),
        (f"page={2**63}", "page", "too_large"),
    ],
)
def test_bad_page_parameters(probes: Client, query: str, field: str, code: str) -> None:  # noqa: F811
    document = assert_problem(probes.get(f"/api/v1/probe/rows?{query}"), 422, "VALIDATION_ERROR")
    assert [(error["field"], error["code"]) for error in document["errors"]] == [(field, code)]


@pytest.mark.parametrize("query", ["page=%ff", "page=1&page=2"])
def test_unreadable_query(probes: Client, query: str) -> None:  # noqa: F811
    assert_problem(probes.get(f"/api/v1/probe/rows?{query}"), 400, "MALFORMED_REQUEST")


def test_undeclared_parameters_change_nothing(probes: Client) -> None:  # noqa: F811
    assert probes.get("/api/v1/probe/rows?companyId=8&page=").json()["page"] == 1


def test_cursor_round_trip_and_forgery() -> None:
    moment = datetime(2026, 1, 15, 3, 4, 5, 123456, tzinfo=UTC)
    assert _decode(_encode(moment, 42)) == (moment, 42)
    for forged in ("", "x", "é", "W10", "WzEsMl0", _encode(moment, 2**63), "bnVsbA"):
        with pytest.raises(Problem, match="MALFORMED_REQUEST"):
            _decode(forged)


def test_instants_have_milliseconds() -> None:
    moment = datetime(2026, 1, 15, 3, 4, 5, 999999, tzinfo=UTC)
    assert format_instant(moment + timedelta(0)) == "2026-01-15T03:04:05.999Z"


def test_health(probes: Client, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """api.md section 8: no versions, no addresses."""
    assert probes.get("/api/v1/health/live").json() == {"status": "ok"}
    for name in health.CHECKS:
        monkeypatch.setitem(health.CHECKS, name, lambda: None)
    ready = probes.get("/api/v1/health/ready")
    assert (ready.status_code, ready.json()) == (
        200,
        {"status": "ok", "checks": {"database": "ok", "redis": "ok", "migrations": "ok"}},
    )

    def fail() -> None:
        raise ConnectionError("secret-host:6379")

    monkeypatch.setitem(health.CHECKS, "redis", fail)
    failed = probes.get("/api/v1/health/ready")
    assert (failed.status_code, failed.json()["status"], failed.json()["checks"]["redis"]) == (503, "failed", "failed")
    assert b"secret" not in failed.content


def test_document_describes_the_probes(probes: Client, settings: Any) -> None:  # noqa: F811
    document = probes.get("/api/v1/schema").json()
    operation = document["paths"]["/api/v1/probe/companies/{companyId}"]["post"]
    assert operation["security"] == [{"bearer": []}]
    assert {"201", "401", "403", "404", "422", "429", "500"} <= operation["responses"].keys()
    assert "COMPANY_CONTEXT_MISMATCH" in operation["responses"]["403"]["description"]
    assert list(operation["responses"]["403"]["content"]) == ["application/problem+json"]
    assert operation["parameters"][0]["name"] == "companyId"
    body = document["components"]["schemas"]["CompanyBodyRequest"]
    assert body["required"] == ["companyName"]
    assert body["additionalProperties"] is False
    assert body["properties"]["companyName"] == {
        "type": "string",
        "maxLength": 10,
        "minLength": 2,
        "example": "Harbourline",
    }


def test_docs_page_uses_no_outside_resource(probes: Client) -> None:  # noqa: F811
    page = probes.get("/api/v1/docs")
    assert page.headers["Content-Type"].startswith("text/html")
    text = page.content.decode()
    assert "://" not in text
    assert "<script>" not in text
