"""GET /admin/role-audit (invariant 10, api.md section 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from auditing.models import AuditRole
from auditing.services import business_transaction, record_role_change
from common import clock
from common.actors import Actor, system_actor
from common.api.encoding import format_instant
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of

pytestmark = pytest.mark.django_db
PATH = "/admin/role-audit"
FIELDS = {
    *("auditRoleId", "createdDate", "roleType", "userId", "companyId", "oldRoleCode", "newRoleCode", "changeReason"),
    *("changedByUserId", "changedByEmail", "ipAddress", "userAgent", "requestId"),
}


@pytest.fixture
def staff(db: None) -> ApiClient:
    return client_of(make_user(role="system_admin"))


def change(user: Any, membership: Any = None, actor: Actor | None = None) -> None:
    company: dict[str, Any] = {}
    if membership is not None:
        company = {"company_id": membership.company_id, "user_company_id": membership.pk}
    with business_transaction(actor or system_actor("test"), "Because"):
        record_role_change(
            role_type="system" if membership is None else "company",
            change_kind="assigned",
            user_id=user.pk,
            actor=actor or system_actor("test"),
            new_role_code="system_admin" if membership is None else "company_user",
            **company,
        )


def test_rows_of_all_companies_with_all_fields(staff: ApiClient) -> None:
    user, boss = make_user(), make_user()
    membership = make_member(user, make_company(make_user()))
    change(user)
    change(user, membership, Actor(boss.pk, boss.email, "Boss"))
    newest, oldest = staff.get(PATH).json()["items"]
    assert set(newest) == FIELDS
    assert (newest["roleType"], newest["companyId"], newest["newRoleCode"]) == (
        "company",
        membership.company_id,
        "company_user",
    )
    assert (newest["changedByUserId"], newest["changedByEmail"]) == (boss.pk, boss.email)
    assert (oldest["roleType"], oldest["companyId"], oldest["changedByUserId"]) == ("system", None, None)
    assert (oldest["oldRoleCode"], oldest["changeReason"]) == (None, "Because")


def test_filters(staff: ApiClient) -> None:
    one, two = make_user(), make_user()
    membership = make_member(two, make_company(make_user()))
    change(one)
    change(two)
    change(two, membership)

    def users(query: str) -> list[int]:
        return [item["userId"] for item in staff.get(f"{PATH}?{query}").json()["items"]]

    assert users("roleType=system") == [two.pk, one.pk]
    assert users(f"userId={one.pk}") == [one.pk]
    assert users(f"companyId={membership.company_id}") == [two.pk]
    assert users(f"roleType=system&companyId={membership.company_id}") == []
    early = format_instant(clock.now() - timedelta(minutes=1))
    late = format_instant(clock.now() + timedelta(minutes=1))
    assert len(users(f"from={early}&to={late}")) == 3
    assert users(f"from={late}") == []
    assert users(f"to={early}") == []


def test_pages_by_cursor_take_one_query(staff: ApiClient) -> None:
    user = make_user()
    for _ in range(5):
        change(user)
    seen: list[int] = []
    cursor = ""
    for _ in range(3):
        with CaptureQueriesContext(connection) as queries:
            page = staff.get(f"{PATH}?pageSize=2{cursor}").json()
        assert sum('"audit"."Role"' in query["sql"] for query in queries) == 1
        seen += [item["auditRoleId"] for item in page["items"]]
        cursor = f"&cursor={page['nextCursor']}"
    assert page["nextCursor"] is None
    assert seen == list(AuditRole.all_companies.order_by("-pk").values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("roleType=owner", {"roleType": "invalid_choice"}),
        ("userId=x", {"userId": "wrong_type"}),
        ("from=yesterday", {"from": "wrong_type"}),
        ("pageSize=101", {"pageSize": "too_large"}),
    ],
)
def test_bad_filters(staff: ApiClient, query: str, codes: dict[str, str]) -> None:
    assert field_codes(staff.get(f"{PATH}?{query}")) == codes


def test_a_foreign_cursor_and_other_people(staff: ApiClient) -> None:
    """PM-2: an admin reads the trail of no company here, not even their own."""
    assert problem_code(staff.get(f"{PATH}?cursor=x")) == "MALFORMED_REQUEST"
    admin = make_user()
    make_company(admin)
    assert problem_code(client_of(admin).get(PATH)) == "INSUFFICIENT_PERMISSIONS"
