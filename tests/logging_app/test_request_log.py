"""The request log and payload capture (LO-1, LO-3, LO-4)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from unittest import mock

import pytest
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import Client
from django.urls import path

from accounts.models import User
from common.api.principal import Principal
from logging_app.models import ApiRequest
from logging_app.services import flush_request_log
from logging_app.services.batch_writer import BatchWriter
from logging_app.services.privacy import hash_ip
from settings_app.models import AppSetting
from settings_app.selectors import invalidate

AGENT = {"HTTP_USER_AGENT": "Tests/1.0"}


def echo(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"read": request.body.decode(), "accessToken": "hunter2"})


def form(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    return JsonResponse({"name": request.POST.get("name"), "file": file.read().decode() if file else None})


def signed_in(request: HttpRequest) -> HttpResponse:
    user = User.objects.get()
    request.eventlead_principal = Principal(user.pk, user.email, "Anna", "s", "company_user")  # type: ignore[attr-defined]
    return HttpResponse(status=401)


def missing(request: HttpRequest) -> HttpResponse:
    raise Http404


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("password=hunter2")


def stream(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse([b"a", b"b"])


urlpatterns = [
    path("echo", echo),
    path("form", form),
    path("me", signed_in),
    path("missing", missing),
    path("broken", broken),
    path("stream", stream),
    path("api/v1/health/live", echo),
]


@pytest.fixture
def client(db: Any, settings: Any) -> Client:
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [
        "common.middleware.RequestContextMiddleware",
        "logging_app.middleware.RequestLogMiddleware",
        "corsheaders.middleware.CorsMiddleware",
    ]
    return Client(raise_request_exception=False)


@pytest.fixture
def capturing(db: Any) -> None:
    AppSetting.objects.filter(setting_key="LOGGING_CAPTURE_PAYLOADS").update(setting_value="true")
    invalidate()


def logged() -> ApiRequest:
    flush_request_log()
    return ApiRequest.objects.get()


def test_lo1_one_row_with_redacted_query_and_hashed_address(client: Client) -> None:
    response = client.get("/echo?page=2&token=hunter2&tag=a&tag=b", **AGENT)
    row = logged()
    assert (row.method, row.path, row.status_code) == ("GET", "/echo", 200)
    assert row.query_params == {"page": "2", "token": "[redacted]", "tag": ["a", "b"]}
    assert (row.request_id, row.user_agent) == (response["X-Request-ID"], "Tests/1.0")
    assert row.ip_address_hash == hash_ip("127.0.0.1")
    assert (row.user_id, row.request_payload, row.response_payload, row.headers) == (None, None, None, None)


def test_lo1_the_person_is_named(client: Client, person: User) -> None:
    client.get("/me")
    assert (logged().status_code, logged().user_id) == (401, person.pk)


@pytest.mark.parametrize(("address", "status"), [("/missing", 404), ("/nowhere", 404), ("/broken", 500)])
def test_lo1_failures_have_their_row(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status
    assert logged().status_code == status


def test_lo1_preflight_has_none(client: Client) -> None:
    client.options("/echo", HTTP_ORIGIN="https://x.example", HTTP_ACCESS_CONTROL_REQUEST_METHOD="POST")
    assert flush_request_log() == 0


def test_lo1_a_failing_log_never_changes_an_answer(client: Client) -> None:
    with mock.patch("logging_app.middleware.record_request", side_effect=RuntimeError):
        assert client.get("/echo").status_code == 200


def test_lo3_capture_is_off_by_default(client: Client) -> None:
    client.post("/echo", {"a": 1}, content_type="application/json")
    assert logged().request_payload is None


def test_lo3_bodies_are_redacted_and_reach_the_view_whole(client: Client, capturing: None) -> None:
    body = json.dumps({"password": "hunter2", "author": "Anna"})
    response = client.post(
        "/echo?x=1", body, content_type="application/json", HTTP_AUTHORIZATION="Bearer hunter2hunter2"
    )
    assert response.json()["read"] == body
    row = logged()
    assert json.loads(row.request_payload or "") == {"password": "[redacted]", "author": "Anna"}
    assert json.loads(row.response_payload or "")["accessToken"] == "[redacted]"
    assert row.headers["Authorization"] == "[redacted]"
    assert "hunter2" not in f"{row.request_payload}{row.response_payload}{row.headers}"


def test_lo3_redaction_comes_before_truncation(client: Client, capturing: None) -> None:
    body = json.dumps({"padding": "x" * (10 * 1024 - 30), "clientSecret": "hunter2" * 500})
    client.post("/echo", body, content_type="application/json")
    row = logged()
    assert len((row.request_payload or "").encode()) <= 10 * 1024
    assert "hunter2" not in f"{row.request_payload}{row.response_payload}"


def test_lo3_forms_are_captured_as_fields_and_files_noted(client: Client, capturing: None) -> None:
    client.post("/form", "name=Anna&password=hunter2", content_type="application/x-www-form-urlencoded")
    assert json.loads(logged().request_payload or "") == {"name": ["Anna"], "password": "[redacted]"}


def test_lo3_uploads_reach_the_view_and_are_only_noted(client: Client, capturing: None) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    response = client.post("/form", {"name": "Anna", "file": SimpleUploadedFile("a.txt", b"content of the file")})
    assert response.json() == {"name": "Anna", "file": "content of the file"}
    payload = logged().request_payload or ""
    assert payload.startswith("[multipart/form-data, ")
    assert "content of" not in payload


def test_lo3_streams_and_excluded_paths(client: Client, capturing: None) -> None:
    response = client.get("/stream")
    assert isinstance(response, StreamingHttpResponse)
    assert b"".join(response) == b"ab"  # type: ignore[arg-type]
    assert logged().response_payload == "[streamed]"
    ApiRequest.objects.all().delete()
    client.post("/api/v1/health/live", {"a": 1}, content_type="application/json")
    assert (logged().request_payload, logged().response_payload) == (None, None)


def test_lo3_capture_that_cannot_read_its_settings_changes_nothing(client: Client) -> None:
    with mock.patch("logging_app.services.capture.get_bool", side_effect=OperationalError):
        assert client.get("/echo").status_code == 200
    assert logged().status_code == 200


def row(**values: Any) -> ApiRequest:
    return ApiRequest(
        **{"request_id": "r", "method": "GET", "path": "/", "status_code": 200, "duration_ms": 1} | values
    )


@pytest.mark.django_db
def test_a_batch_with_a_row_that_fails_is_retried_row_by_row_without_its_person(person: User) -> None:
    writer = BatchWriter(ApiRequest)
    for user_id in (person.pk, 999_999_999, None):
        writer.put(row(user_id=user_id), in_background=False)
    writer.put(row(status_code=9999), in_background=False)
    assert writer.flush() == 4
    assert [r.user_id for r in ApiRequest.objects.order_by("pk")] == [person.pk, None, None]
    assert writer.lost == 1


@pytest.mark.django_db
def test_lo1_a_full_queue_drops_and_counts_and_never_blocks() -> None:
    writer = BatchWriter(ApiRequest, capacity=3)
    for _ in range(10):  # one that blocked would never come to its end
        writer.put(row(), in_background=False)
    assert writer.lost == 7
    assert writer.flush() == 3


def eventually(condition: Callable[[], bool], seconds: float = 5) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.django_db(transaction=True)
def test_lo1_the_thread_writes_within_about_a_second_and_the_rest_at_exit() -> None:
    writer = BatchWriter(ApiRequest)
    for _ in range(5):
        writer.put(row())
    assert eventually(lambda: ApiRequest.objects.count() == 5, 3)
    for _ in range(450):
        writer.put(row())
    assert eventually(lambda: ApiRequest.objects.count() == 455, 3)
    writer.put(row())
    writer.close()
    assert ApiRequest.objects.count() == 456
    assert writer.lost == 0


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["&" * 1001, "q=%ff%fe"])
def test_no_query_keeps_a_request_out(query: str) -> None:
    """LO-1: every request has its row, also one whose query has more fields than Django reads."""
    Client().post(f"/api/v1/auth/login?{query}", {}, content_type="application/json")
    flush_request_log()
    assert ApiRequest.objects.get().path == "/api/v1/auth/login"
