"""/admin/users: what staff see of accounts (LK-2, section 23)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from common import clock
from tests.accounts.test_login_api import USER_FIELDS
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes
from tests.support.trail import activities

pytestmark = pytest.mark.django_db
FIELDS = USER_FIELDS | {"isLocked", "lockedUntil", "lockedReason", "failedLoginAttempts", "companies"}


def test_the_list_finds_people_by_address_and_status(staff: ApiClient, officer: User) -> None:
    dana = make_user(email="dana@harbour.example")
    make_user(email="dan@elsewhere.example")
    suspended = make_user(email="sue@harbour.example", status="suspended")
    body = staff.get("/admin/users?email=DANA@").json()
    assert [item["userId"] for item in body["items"]] == [dana.pk]
    assert (body["total"], body["page"], set(body["items"][0])) == (1, 1, FIELDS)
    found = staff.get("/admin/users?statusCode=suspended").json()["items"]
    assert [item["userId"] for item in found] == [suspended.pk]
    everybody = staff.get("/admin/users?pageSize=2").json()
    assert (len(everybody["items"]), everybody["total"], everybody["totalPages"]) == (2, 4, 2)
    assert everybody["items"][0]["userId"] == suspended.pk
    assert field_codes(staff.get("/admin/users?statusCode=gone")) == {"statusCode": "invalid_choice"}


def test_lk2_a_lock_past_its_time_counts_as_ended_in_the_list(staff: ApiClient, officer: User) -> None:
    past = clock.now() - timedelta(minutes=1)
    lapsed = make_user(status="locked", locked_until=past, is_onboarding_complete=True)
    unproven = make_user(status="locked", locked_until=past, is_email_verified=False)
    endless = make_user(status="locked", locked_until=None)
    timed = make_user(status="locked")

    def ids(code: str) -> set[int]:
        return {item["userId"] for item in staff.get(f"/admin/users?statusCode={code}").json()["items"]}

    assert ids("locked") == {endless.pk, timed.pk}
    assert ids("active") == {lapsed.pk, officer.pk}
    assert ids("pending") == {unproven.pk}
    shown = staff.get(f"/admin/users/{lapsed.pk}").json()
    assert (shown["statusCode"], shown["isLocked"], shown["lockedUntil"]) == ("active", False, None)


def test_one_person_with_companies_and_the_look_is_recorded(staff: ApiClient, officer: User) -> None:
    user = make_user()
    company, other = make_company(user, company_name="Quiet Harbour"), make_company(make_user())
    make_member(user, other, status="removed")
    body = staff.get(f"/admin/users/{user.pk}").json()
    assert set(body) == FIELDS
    assert body["companies"] == [
        {
            "companyId": company.pk,
            "companyName": "Quiet Harbour",
            "roleCode": "company_admin",
            "statusCode": "active",
        },
        {
            "companyId": other.pk,
            "companyName": other.company_name,
            "roleCode": "company_user",
            "statusCode": "removed",
        },
    ]
    assert activities(entity_id=user.pk, user=officer) == ["STAFF_VIEWED_USER"]
    assert staff.get("/admin/users/999999").status_code == 404


def test_the_list_is_no_look_at_a_person(staff: ApiClient) -> None:
    staff.get("/admin/users")
    assert activities(action="STAFF_VIEWED_USER") == []


def test_the_list_takes_as_many_queries_for_thirty_people_as_for_three(staff: ApiClient) -> None:
    def queries() -> int:
        staff.get("/admin/users?pageSize=100")
        with CaptureQueriesContext(connection) as captured:
            assert staff.get("/admin/users?pageSize=100").status_code == 200
        return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in captured)

    for _ in range(3):
        make_company(make_user())
    few = queries()
    for _ in range(27):
        make_company(make_user())
    assert queries() == few
    assert few <= 3
