"""POST /users/me/close: people close their own account (ME-3, LK-3, GEN-10, GEN-11)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from accounts.models import User, UserAuthenticator, UserPasskey, UserRecoveryCode, UserRefreshToken
from common import clock
from companies.models import CompanySwitchRequest, UserCompany
from companies.models.codes import CompanySwitchRequestStatusCode
from tests.accounts.email_change_steps import ask
from tests.factories.access_requests import make_access_request
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, session_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

CLOSE = "/users/me/close"


def close(user: User, password: str = PASSWORD) -> Any:
    return client_of(user).post(CLOSE, {"currentPassword": password})


def log_in(email: str, password: str = PASSWORD) -> Any:
    return ApiClient().post("/auth/login", {"email": email, "password": password})


def membership(user: User) -> UserCompany:
    row: UserCompany = UserCompany.all_companies.get(user=user)
    return row


def test_closing_ends_everything_that_opened_the_account(mailbox: Mailbox) -> None:
    user, company = make_user(email="dana@people.example"), make_company(make_user())
    member = make_member(user, company)
    make_passkey(user)
    UserAuthenticator.objects.create(user=user, sealed_key="sealed", confirmed_at=clock.now())
    UserRecoveryCode.objects.create(user=user, code_hash="a" * 64)
    User.objects.filter(pk=user.pk).update(second_factor_since=clock.now())
    ApiClient().post("/auth/password-reset/request", {"email": user.email})
    reset = mailbox.token_for(user.email)
    device, other, issued, copies = client_of(user), client_of(user), session_of(user), snapshots(user)
    mailbox.clear()
    assert device.post(CLOSE, {"currentPassword": PASSWORD}).status_code == 204
    user.refresh_from_db()
    assert (user.is_deleted, user.deleted_by_id, user.erased_at) == (True, user.pk, None)
    assert (user.has_usable_password(), user.second_factor_since) == (False, None)
    assert snapshots(user) == copies + 1
    assert User.history.filter(id=user.pk).order_by("-pk").first().history_type == "-"
    for client in (device, other):
        assert problem_code(client.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    refused = ApiClient().post("/auth/refresh", {"refreshToken": issued.refresh_token})
    assert problem_code(refused) == "REFRESH_TOKEN_INVALID"
    reasons = UserRefreshToken.objects.filter(user=user).values_list("revoked_reason", flat=True)
    assert set(reasons) == {"account_closed"}
    confirmed = ApiClient().post("/auth/password-reset/confirm", {"token": reset, "newPassword": "green lantern 92"})
    assert problem_code(confirmed) == "TOKEN_INVALID"
    assert not UserPasskey.objects.alive().exists()
    assert not UserRecoveryCode.objects.alive().exists()
    (authenticator,) = UserAuthenticator.objects.all()
    assert (authenticator.is_deleted, authenticator.sealed_key) == (True, None)
    member.refresh_from_db()
    assert (member.user_company_status.code, member.is_primary_company) == ("removed", False)
    assert (member.removed_by_user_id, member.removal_reason) == (user.pk, "account closed by its owner")
    (message,) = mailbox()
    assert (message.to, message.subject) == ("dana@people.example", "Your account is closed")


def test_gen11_a_closed_account_is_as_unknown_as_any(mailbox: Mailbox) -> None:
    """The same answers as for an address nobody ever used."""
    user = make_user()
    close(user)
    mailbox.clear()

    def answers(email: str) -> list[tuple[int, Any]]:
        calls = [
            log_in(email),
            ApiClient().post("/auth/password-reset/request", {"email": email}),
            ApiClient().post("/auth/resend-verification", {"email": email}),
        ]
        hidden = {"requestId": None, "instance": None}
        return [(answer.status_code, {**answer.json(), **hidden}) for answer in calls]

    assert answers(user.email) == answers("nobody@people.example")
    assert mailbox() == []


def test_gen10_the_address_is_free_for_a_new_start(mailbox: Mailbox) -> None:
    user, company = make_user(email="dana@people.example"), make_company(make_user())
    make_member(user, company)
    close(user)
    person = {"email": user.email, "password": "green lantern 92", "firstName": "Dana", "acceptTerms": True}
    assert ApiClient().post("/auth/signup", {**person, "lastName": "Anew"}).status_code == 202
    assert ApiClient().post("/auth/verify-email", {"token": mailbox.token_for(user.email)}).status_code == 200
    session = log_in(user.email, "green lantern 92").json()
    assert (session["user"]["userId"] != user.pk, session["activeCompany"]) == (True, None)
    members = client_of(company.founded_by_user).get(f"/companies/{company.pk}/users").json()
    assert user.email not in [row["email"] for row in members["items"]]


# Refusals


def test_lk3_a_wrong_password_counts_and_closes_nothing() -> None:
    user = make_user()
    make_company(user)
    before = footprint()
    assert field_codes(close(user, "wrong horse 11")) == {"currentPassword": "incorrect_password"}
    assert {**footprint(), "accounts.UserRefreshToken": 0} == {**before, "accounts.UserRefreshToken": 0}
    user.refresh_from_db()
    assert (user.is_deleted, user.failed_login_attempts) == (False, 1)
    for _ in range(4):
        close(user, "wrong horse 11")
    assert problem_code(close(user)) == "ACCOUNT_LOCKED"
    user.refresh_from_db()
    assert not user.is_deleted
    assert auth_events(user=user, event_type="ACCOUNT_CLOSE_FAILED") == ["ACCOUNT_CLOSE_FAILED"] * 6


@pytest.mark.parametrize("state", ["active", "suspended"])
def test_me3_the_only_administrator_of_others_stays(state: str) -> None:
    """A suspended member counts too: nobody else could let them in again."""
    user = make_user()
    kept, alone = make_company(user, company_name="Quiet Harbour"), make_company(company_name="Solo Stand")
    make_member(user, alone, role="company_admin")
    make_member(make_user(), kept, status=state)
    client, before = client_of(user), footprint()
    refused = client.post(CLOSE, {"currentPassword": PASSWORD})
    body = refused.json()
    assert (refused.status_code, problem_code(refused)) == (409, "LAST_ADMIN")
    assert body["companies"] == [{"companyId": kept.pk, "companyName": "Quiet Harbour"}]
    assert ("Quiet Harbour" in body["detail"], "Solo Stand" in body["detail"]) == (True, False)
    assert footprint() == before
    alone.refresh_from_db()
    assert alone.is_active
    assert auth_events(user=user) == ["ACCOUNT_CLOSE_FAILED"]


@pytest.mark.parametrize("deputy", ["suspended account", "suspended membership", "removed", "closed"])
def test_me3_only_an_administrator_at_work_takes_over(deputy: str) -> None:
    user = make_user()
    company = make_company(user)
    make_member(make_user(), company)
    other = make_user(status="suspended") if deputy == "suspended account" else make_user()
    status = {"suspended membership": "suspended", "removed": "removed"}.get(deputy, "active")
    make_member(other, company, role="company_admin", status=status)
    if deputy == "closed":
        assert close(other).status_code == 204
    assert problem_code(close(user)) == "LAST_ADMIN"
    make_member(make_user(), company, role="company_admin")
    assert close(user).status_code == 204
    company.refresh_from_db()
    assert company.is_active


def test_pm4_the_last_system_administrator_stays() -> None:
    officer = make_user(role="system_admin")
    assert problem_code(close(officer)) == "LAST_SYSTEM_ADMIN"
    officer.refresh_from_db()
    assert not officer.is_deleted
    make_user(role="system_admin")
    assert close(officer).status_code == 204
    officer.refresh_from_db()
    assert officer.user_role.code == "company_user"
    assert activities(entity_id=officer.pk) == ["SYSTEM_ROLE_REVOKED", "USER_CLOSED"]
    trail = apps.get_model("auditing", "AuditRole").all_companies.filter(user=officer)
    assert [(row.role_type, row.old_role_code, row.new_role_code) for row in trail] == [
        ("system", "system_admin", "company_user")
    ]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ({}, {"currentPassword": "required"}),
        ({"currentPassword": None}, {"currentPassword": "null_not_allowed"}),
        ({"currentPassword": PASSWORD, "reason": "x"}, {"reason": "unknown_field"}),
    ],
)
def test_bad_bodies(body: dict[str, Any], codes: dict[str, str]) -> None:
    user = make_user()
    assert field_codes(client_of(user).post(CLOSE, body)) == codes
    user.refresh_from_db()
    assert not user.is_deleted


def test_visitors_close_nothing() -> None:
    before = footprint()
    assert problem_code(ApiClient().post(CLOSE, {"currentPassword": PASSWORD})) == "AUTHENTICATION_REQUIRED"
    assert footprint() == before


# Companies, requests, invitations


def test_a_company_with_nobody_left_is_deactivated(api: ApiClient) -> None:
    """CO-7: it keeps its data and its ABN; staff can give it to somebody (CO-10)."""
    user = make_user()
    company = make_company(user, abn="51824753556")
    make_member(make_user(), company, status="removed")
    invited = make_invitation(company=company, invited_by_user=user, token="the-link")
    assert close(user).status_code == 204
    company.refresh_from_db()
    assert (company.is_active, company.is_deleted, company.abn) == (False, False, "51824753556")
    assert activities(company=company) == ["MEMBERSHIP_REMOVED", "COMPANY_UPDATED"]
    signed_up = api.post(
        "/invitations/signup", {"token": "the-link", "password": "green lantern 92", "acceptTerms": True}
    )
    assert problem_code(signed_up) == "COMPANY_INACTIVE"
    invited.refresh_from_db()
    assert invited.accepted_at is None
    # Somebody who asks for the ABN meets the company as before.
    assert client_of(make_user()).post("/companies/access-requests", {"abn": company.abn}).status_code == 201


def test_every_membership_ends_with_its_trail() -> None:
    """ME-5: suspended ones too; the trail names each role that is gone."""
    user = make_user()
    first, second = make_company(make_user()), make_company(make_user())
    make_member(user, first, role="company_admin")
    make_member(user, second, status="suspended")
    close(user)
    assert set(UserCompany.all_companies.filter(user=user).values_list("removal_reason", flat=True)) == {
        "account closed by its owner"
    }
    trail = apps.get_model("auditing", "AuditRole").all_companies.filter(user=user).order_by("company_id")
    assert [(row.company_id, row.change_kind, row.old_role_code, row.new_role_code) for row in trail] == [
        (first.pk, "removed", "company_admin", None),
        (second.pk, "removed", "company_user", None),
    ]
    for company in (first, second):
        assert activities(company=company) == ["MEMBERSHIP_REMOVED"]


def test_own_requests_are_withdrawn_and_invitations_stay(mailbox: Mailbox) -> None:
    """IN-9, IN-10: an invitation is for an address, and does not depend on who sent it."""
    user, company = make_user(), make_company(make_user())
    asked = make_access_request(user=user, to_company=make_company(make_user()))
    make_member(user, company)
    sent = make_invitation(company=company, invited_by_user=user)
    received = make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=user.email)
    ask(client_of(user))
    close(user)
    asked.refresh_from_db()
    assert asked.company_switch_request_status.code == CompanySwitchRequestStatusCode.CANCELLED
    assert CompanySwitchRequest.all_companies.count() == 1
    for row in (sent, received):
        row.refresh_from_db()
        assert row.is_open
    moved = mailbox.to("dana@newplace.example")[-1].token
    answer = ApiClient().post("/auth/email-change/confirm", {"token": moved})
    assert problem_code(answer) == "TOKEN_INVALID"
