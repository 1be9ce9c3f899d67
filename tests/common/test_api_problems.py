"""Problem documents: api.md section 2, ER-1, ER-2."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from common.problems import PROBLEM_TYPES, Problem, ValidationFailed
from tests.common import api_probe
from tests.common.api_fixtures import Counter, assert_problem, bearer, counter, echo, probes  # noqa: F401


def test_registry_covers_the_contract() -> None:
    """api.md section 2: a sample of every status, and the kebab form of the type."""
    statuses = {400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 423, 429, 500, 503}
    assert {kind.status for kind in PROBLEM_TYPES.values()} == statuses
    assert len(PROBLEM_TYPES) == 70
    assert PROBLEM_TYPES["TOKEN_USED"].uri == "/problems/token-used"


def test_unregistered_code_cannot_be_raised() -> None:
    with pytest.raises(KeyError):
        Problem("NO_SUCH_CODE")


def test_reserved_members_cannot_be_overwritten() -> None:
    with pytest.raises(ValueError, match="reserved"):
        Problem("TOKEN_USED", requestId="x")


def test_validation_failed_of_one_field() -> None:
    failure = ValidationFailed.of("abn", "abn_invalid", "No.")
    assert (failure.status, failure.errors[0].as_dict()["field"]) == (422, "abn")


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/probe/companies/x", "/api/other", "/api/v1/probe/echo/"])
def test_unknown_routes_are_problems(probes: Client, path: str) -> None:  # noqa: F811
    assert_problem(probes.get(path), 404, "NOT_FOUND")


@pytest.mark.parametrize("method", ["delete", "put", "options", "trace"])
def test_method_not_allowed_comes_first(probes: Client, method: str, counter: Counter) -> None:  # noqa: F811
    """Route and method are checked before limits and tokens."""
    response = getattr(probes, method)("/api/v1/probe/platform")
    assert_problem(response, 405, "METHOD_NOT_ALLOWED")
    assert set(response.headers["Allow"].split(", ")) >= {"GET"}
    assert counter.counted == []


def test_head_answers_like_get_without_body(probes: Client) -> None:  # noqa: F811
    response = probes.head("/api/v1/health/live")
    assert (response.status_code, response.content) == (200, b"")


def test_unhandled_failure_shows_nothing_and_is_recorded(probes: Client) -> None:  # noqa: F811
    """ER-1."""
    response = probes.get("/api/v1/probe/fail/other?secret=1")
    assert_problem(response, 500, "INTERNAL_ERROR")
    assert b"secret" not in response.content
    assert [str(error) for error in api_probe.RECORDED] == ["secret-internals"]


def test_failing_recorder_changes_no_answer(probes: Client, settings: Any) -> None:  # noqa: F811
    """ER-1: it works when the log tables are unreachable."""
    settings.ERROR_RECORDER = "tests.common.api_probe.no_such_recorder"
    assert_problem(probes.get("/api/v1/probe/fail/other"), 500, "INTERNAL_ERROR")


def test_dead_database_is_503(probes: Client) -> None:  # noqa: F811
    """ER-2."""
    response = probes.get("/api/v1/probe/fail/database")
    assert_problem(response, 503, "SERVICE_UNAVAILABLE")
    assert b"secret-host" not in response.content


def test_failure_outside_the_framework_is_a_problem_too(probes: Client) -> None:  # noqa: F811
    response = probes.get("/api/plain")
    assert_problem(response, 500, "INTERNAL_ERROR")
    assert len(api_probe.RECORDED) == 1


def test_pages_get_html(probes: Client) -> None:  # noqa: F811
    response = probes.get("/page")
    assert response.status_code == 500
    assert response.headers["Content-Type"].startswith("text/html")
    assert response.headers["X-Request-ID"] in response.content.decode()
    assert probes.get("/no-such-page").headers["Content-Type"].startswith("text/html")


def test_bad_host_is_a_problem(probes: Client) -> None:  # noqa: F811
    assert_problem(probes.get("/api/v1/nothing", headers={"host": "evil.example"}), 400, "MALFORMED_REQUEST")


def test_extra_members(probes: Client) -> None:  # noqa: F811
    """423 carries ``retryAfter``, null for an indefinite lock."""
    document = assert_problem(probes.get("/api/v1/probe/fail/wait"), 423, "ACCOUNT_LOCKED")
    assert document["retryAfter"] is None


def test_401_names_the_scheme_and_errors_carry_cors(probes: Client) -> None:  # noqa: F811
    """SE-10: all 401s carry CORS headers."""
    response = probes.get("/api/v1/probe/row", headers={"origin": "https://app.example"})
    assert_problem(response, 401, "AUTHENTICATION_REQUIRED")
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.headers["Access-Control-Allow-Origin"] == "https://app.example"
    missing = probes.get("/api/v1/nothing", headers={"origin": "https://app.example"})
    assert missing.headers["Access-Control-Allow-Origin"] == "https://app.example"
    foreign = probes.get("/api/v1/nothing", headers={"origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in foreign.headers


def test_preflight_needs_no_token(probes: Client) -> None:  # noqa: F811
    headers = {"origin": "https://app.example", "access-control-request-method": "PATCH"}
    response = probes.options("/api/v1/probe/row", headers=headers)
    assert response.status_code == 200
    assert response.headers["Access-Control-Max-Age"] == "3600"


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"companyName": NaN}',
        b'{"companyName": 1e999}',
        b'{"companyName": "A", "companyName": "B"}',
        b"[" * 100_000,
        b'{"a":' * 60 + b"1" + b"}" * 60,
        b"\xef\xbb\xbf{}",
    ],
)
def test_unreadable_bodies(echo: Any, body: bytes) -> None:  # noqa: F811
    assert_problem(echo(body), 400, "MALFORMED_REQUEST")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_other_media_types(probes: Client, kind: str) -> None:  # noqa: F811
    assert_problem(probes.post("/api/v1/probe/echo", b"a=1", content_type=kind), 415, "UNSUPPORTED_MEDIA_TYPE")


def test_charset_parameter_is_fine(probes: Client) -> None:  # noqa: F811
    body = b'{"companyName": "Harbour"}'
    response = probes.post("/api/v1/probe/echo", body, content_type="Application/JSON; charset=utf-8")
    assert response.status_code == 200


def test_large_body_is_413_after_the_token(probes: Client) -> None:  # noqa: F811
    body = b'{"companyName": "' + b"x" * (256 * 1024) + b'"}'
    kind = "application/json"
    assert_problem(probes.post("/api/v1/probe/echo", body, content_type=kind), 413, "PAYLOAD_TOO_LARGE")
    assert_problem(probes.patch("/api/v1/probe/row", body, content_type=kind), 401, "AUTHENTICATION_REQUIRED")
    refused = probes.patch("/api/v1/probe/row", body, content_type=kind, headers=bearer("dana"))
    assert_problem(refused, 413, "PAYLOAD_TOO_LARGE")
    assert probes.post("/page", body, content_type=kind).status_code == 413


@pytest.mark.parametrize(("size", "status"), [(1, 200), (300_000, 413)])
def test_chunked_bodies_count_too(probes: Client, size: int, status: int) -> None:  # noqa: F811
    """A body without Content-Length is neither dropped nor unlimited."""
    body = b'{"companyName": "Harbour"' + b" " * size + b"}"
    environ = {"wsgi.input": BytesIO(body), "wsgi.input_terminated": True, "CONTENT_TYPE": "application/json"}
    response = probes.generic("POST", "/api/v1/probe/echo", HTTP_TRANSFER_ENCODING="chunked", **environ)
    assert response.status_code == status, response.content
