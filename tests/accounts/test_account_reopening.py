"""POST /admin/users/{id}/reopen, and closed accounts in the lists of staff (PM-2, GEN-10)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from companies.models import UserCompany
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

BECAUSE = {"reason": "Asked on the phone, called back", "identityProof": "phone_callback"}
NEW = "green lantern 92"


def closed_account(**values: Any) -> User:
    user = make_user(**values)
    assert client_of(user).post("/users/me/close", {"currentPassword": PASSWORD}).status_code == 204
    user.refresh_from_db()
    return user


def reopen(staff: ApiClient, user: User, **body: Any) -> Any:
    return staff.post(f"/admin/users/{user.pk}/reopen", BECAUSE | body)


def test_the_owner_gets_the_account_back_with_a_new_password(staff: ApiClient, mailbox: Mailbox) -> None:
    user = make_user(email="dana@people.example")
    company = make_company(make_user())
    make_member(user, company)
    make_passkey(user)
    client_of(user).post("/users/me/close", {"currentPassword": PASSWORD})
    mailbox.clear()
    copies = snapshots(user)
    answer = reopen(staff, user)
    body = answer.json()
    assert (answer.status_code, body["statusCode"]) == (200, "active")
    assert [row["statusCode"] for row in body["companies"]] == ["removed"]
    assert snapshots(user) == copies + 1
    assert User.history.filter(id=user.pk).order_by("-pk").first().history_type == "+"
    assert activities(entity_id=user.pk, reason=BECAUSE["reason"]) == ["USER_REOPENED"]
    assert auth_events(user=user)[-1] == "ACCOUNT_REOPENED"
    (message,) = mailbox.to("dana@people.example")
    assert message.subject == "Your account is open again"
    log_in = {"email": user.email, "password": PASSWORD}
    assert problem_code(ApiClient().post("/auth/login", log_in)) == "INVALID_CREDENTIALS"
    reset = {"token": message.token, "newPassword": NEW}
    assert ApiClient().post("/auth/password-reset/confirm", reset).status_code == 200
    session = ApiClient().post("/auth/login", {**log_in, "password": NEW}).json()
    assert (session["user"]["userId"], session["activeCompany"]) == (user.pk, None)
    assert ApiClient(session["accessToken"]).get("/auth/passkeys").json()["total"] == 0
    assert UserCompany.all_companies.get(user=user).removed_date is not None


def test_a_taken_address_says_what_to_do(staff: ApiClient, mailbox: Mailbox) -> None:
    user = closed_account(email="dana@people.example")
    holder = make_user(email="dana@people.example")
    mailbox.clear()
    before = footprint()
    refused = reopen(staff, user)
    assert (refused.status_code, problem_code(refused)) == (409, "ACCOUNT_EXISTS")
    assert "has another account by now" in refused.json()["detail"]
    assert footprint() == before
    assert mailbox() == []
    # Once that one is gone, the former can come back.
    client_of(holder).post("/users/me/close", {"currentPassword": PASSWORD})
    assert reopen(staff, user).status_code == 200
    assert problem_code(reopen(staff, holder)) == "ACCOUNT_EXISTS"


def test_an_account_nobody_confirmed_makes_room(staff: ApiClient) -> None:
    """SU-2, SU-9: the owner, or anybody, may have begun to sign up again."""
    user = closed_account(email="dana@people.example")
    begun = make_user(email="dana@people.example", status="pending")
    assert reopen(staff, user).status_code == 200
    begun.refresh_from_db()
    assert (begun.is_deleted, begun.email) == (True, f"erased-{begun.pk}@erased.invalid")


@pytest.mark.parametrize("status", ["active", "pending", "locked", "suspended"])
def test_only_closed_accounts_are_reopened(staff: ApiClient, status: str) -> None:
    user = make_user(status=status)
    before = footprint()
    refused = reopen(staff, user)
    assert (refused.status_code, problem_code(refused)) == (409, "USER_STATE")
    assert refused.json()["detail"] == f"The account is {status}, not closed."
    assert footprint() == before


def test_erased_accounts_never_return(staff: ApiClient) -> None:
    user = closed_account()
    User.objects.filter(pk=user.pk).update(erased_at=user.deleted_date)
    before = footprint()
    assert problem_code(reopen(staff, user)) == "USER_STATE"
    assert problem_code(staff.post("/admin/users/999999/reopen", BECAUSE)) == "NOT_FOUND"
    assert footprint() == before


@pytest.mark.parametrize(("reason", "code"), [(None, "null_not_allowed"), ("  ", "blank"), ("x" * 501, "too_long")])
def test_it_needs_a_reason(staff: ApiClient, reason: str | None, code: str) -> None:
    user = closed_account()
    before = footprint()
    assert field_codes(reopen(staff, user, reason=reason)) == {"reason": code}
    assert footprint() == before


def test_others_reopen_nothing(api: ApiClient) -> None:
    """PM-2: not even the administrator of their former company."""
    admin = make_user()
    user = make_user()
    make_member(user, make_company(admin))
    client_of(user).post("/users/me/close", {"currentPassword": PASSWORD})
    client, before = client_of(admin), footprint()
    assert problem_code(reopen(client, user)) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(reopen(api, user)) == "AUTHENTICATION_REQUIRED"
    assert footprint() == before


def test_staff_find_closed_accounts(staff: ApiClient) -> None:
    """GEN-10: only when asked for, apart from the live ones, and not once they are erased."""
    user, gone = closed_account(email="dana@people.example"), closed_account()
    User.objects.filter(pk=gone.pk).update(erased_at=gone.deleted_date)
    live = {row["userId"] for row in staff.get("/admin/users").json()["items"]}
    assert not live & {user.pk, gone.pk}
    (row,) = staff.get("/admin/users?isClosed=true&email=dana@").json()["items"]
    assert (row["userId"], row["email"]) == (user.pk, "dana@people.example")
    assert staff.get("/admin/users?isClosed=true").json()["total"] == 1
    assert field_codes(staff.get("/admin/users?isClosed=maybe")) == {"isClosed": "wrong_type"}
    for account in (user, gone):
        assert staff.get(f"/admin/users/{account.pk}").status_code == 404


def test_the_list_of_closed_accounts_takes_as_many_queries_for_thirty_as_for_three(staff: ApiClient) -> None:
    def queries() -> int:
        staff.get("/admin/users?isClosed=true&pageSize=100")
        with CaptureQueriesContext(connection) as captured:
            assert staff.get("/admin/users?isClosed=true&pageSize=100").status_code == 200
        return sum(not query["sql"].startswith(("SAVEPOINT", "RELEASE")) for query in captured)

    def add(count: int) -> None:
        for _ in range(count):
            user = make_user()
            make_company(user)
            closed = User.objects.filter(pk=user.pk)
            closed.update(is_deleted=True, deleted_date=user.created_date)

    add(3)
    few = queries()
    add(27)
    assert queries() == few
    assert few <= 3
