"""GET /admin/diagnostics/{requestId} (section 23 "Diagnostics", api.md section 9)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from auditing.services import business_transaction, record
from common import clock
from common.actors import system_actor
from common.context import RequestContext, bind
from logging_app.models import ApiRequest, ApplicationError
from logging_app.selectors import TRACE_LIMIT
from logging_app.services import LinkRef, queue_email, record_auth_event
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
ID = "0f6f2a52-3f4c-4a0e-9f55-0d2a4b6f1c22"
PATH = f"/admin/diagnostics/{ID}"
KINDS = ("apiRequests", "authEvents", "errors", "emails", "activity")


@pytest.fixture
def staff(db: None) -> ApiClient:
    return client_of(make_user(role="system_admin"))


def leave_traces(request_id: str = ID, company_id: int | None = None) -> None:
    """One row of each kind."""
    actor, now = system_actor("test"), clock.now()
    ApiRequest.objects.create(
        request_id=request_id, method="POST", path="/api/v1/x", status_code=500, duration_ms=12, created_date=now
    )
    ApplicationError.objects.create(
        request_id=request_id, error_type="ValueError", error_message="It broke", severity="error", created_date=now
    )
    with bind(RequestContext(request_id=request_id)), business_transaction(actor):
        record_auth_event(event_type="LOGIN_SUCCESS", is_success=True, email="dana@people.example")
        link = LinkRef("/reset-password/confirm", "password_reset", "nonce-never-shown")
        data = {"name": "Dana", "expiryHours": 1}
        queue_email(email_type="password_reset", recipient="dana@people.example", data=data, links={"resetUrl": link})
        record(
            action="COMPANY_UPDATED" if company_id else "SETTING_UPDATED",
            entity_type="dbo.Company" if company_id else "config.AppSetting",
            entity_id=company_id or 7,
            company_id=company_id,
            actor=actor,
            old={"value": 1},
            new={"value": 2},
        )


def test_everything_of_one_request(staff: ApiClient) -> None:
    leave_traces()
    leave_traces("another-request")
    body = staff.get(f"/admin/diagnostics/{ID.upper()}").json()
    assert set(body) == {"requestId", *KINDS}
    assert body["requestId"] == ID
    assert {kind: len(body[kind]) for kind in KINDS} == dict.fromkeys(KINDS, 1)
    assert body["apiRequests"][0]["path"] == "/api/v1/x"
    assert body["authEvents"][0]["email"] == "dana@people.example"
    assert body["errors"][0]["errorMessage"] == "It broke"
    assert body["emails"][0]["recipientEmail"] == "dana@people.example"
    (activity,) = body["activity"]
    assert set(activity) == {
        *("activityLogId", "createdDate", "action", "entityType", "entityId", "userId", "userName", "userEmail"),
        *("oldValue", "newValue", "requestId"),
    }
    assert (activity["userName"], activity["oldValue"], activity["newValue"]) == ("test", {"value": 1}, {"value": 2})
    assert "nonce-never-shown" not in json.dumps(body)


def test_the_look_at_a_company_is_recorded_once(staff: ApiClient) -> None:
    company = make_company(make_user())
    leave_traces(company_id=company.pk)
    leave_traces(company_id=company.pk)
    assert staff.get(PATH).status_code == 200
    assert activities(company_id=company.pk, action="STAFF_VIEWED_COMPANY") == ["STAFF_VIEWED_COMPANY"]


@pytest.mark.parametrize("request_id", ["5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11", "no-uuid", "%00", "x" * 300])
def test_an_unknown_id(staff: ApiClient, request_id: str) -> None:
    assert problem_code(staff.get(f"/admin/diagnostics/{request_id}")) == "NOT_FOUND"


def test_others_learn_nothing(staff: ApiClient, api: ApiClient) -> None:
    """PM-2."""
    leave_traces()
    admin = make_user()
    make_company(admin)
    assert problem_code(client_of(admin).get(PATH)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(api.get(PATH)) == "AUTHENTICATION_REQUIRED"


def test_each_kind_takes_one_query_and_rows_are_bounded(staff: ApiClient) -> None:
    now = clock.now()
    values = {"request_id": ID, "method": "GET", "path": "/x", "status_code": 200, "created_date": now}
    ApiRequest.objects.bulk_create([ApiRequest(duration_ms=n, **values) for n in range(TRACE_LIMIT + 5)])
    staff.get(PATH)
    with CaptureQueriesContext(connection) as queries:
        rows = staff.get(PATH).json()["apiRequests"]
    looked: list[Any] = [query for query in queries if '"RequestID" =' in query["sql"]]
    assert len(looked) == 5
    assert [row["durationMs"] for row in rows] == list(range(5, TRACE_LIMIT + 5))


def test_one_request_is_found_among_many(staff: ApiClient) -> None:
    now = clock.now()
    values = {"method": "GET", "path": "/x", "status_code": 200, "duration_ms": 1, "created_date": now}
    ApiRequest.objects.bulk_create([ApiRequest(request_id=f"other-{n}", **values) for n in range(2_000)])
    leave_traces()
    answer = staff.get(PATH)
    assert answer.status_code == 200
    assert [row["path"] for row in answer.json()["apiRequests"]] == ["/api/v1/x"]
