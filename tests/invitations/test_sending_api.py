"""Inviting, listing, resending, cancelling (IN-1 to IN-6, TI-3, RL-1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from common import clock
from companies.models import Company
from invitations.models import UserInvitation
from invitations.tasks import expire_overdue
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.limits import set_setting
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities

pytestmark = pytest.mark.django_db

PRIYA = "priya@harbourline.example"


def ok(response: Any, status: int = 200) -> Any:
    assert response.status_code == status, response.content
    return response.json()


def body(**changes: Any) -> dict[str, Any]:
    return {"invitedEmail": PRIYA, "firstName": "Priya", "lastName": "Shah", "roleCode": "company_user", **changes}


@pytest.fixture
def company(db: None) -> Company:
    return make_company(make_user(first_name="Dana", last_name="Reed"), company_name="Harbourline Exhibits")


@pytest.fixture
def admin(company: Company) -> ApiClient:
    return client_of(company.founded_by_user)


@pytest.fixture
def path(company: Company) -> str:
    return f"/companies/{company.pk}/invitations"


def test_invitation_is_mailed(admin: ApiClient, path: str, mailbox: Mailbox) -> None:
    """IN-1, IN-3: address in stored form, seven days, one mail with the link."""
    row = ok(admin.post(path, body(invitedEmail=" Priya@Harbourline.EXAMPLE ")), 201)
    assert row["invitedEmail"] == PRIYA
    (mail,) = mailbox.to(PRIYA)
    assert "Dana Reed" in mail.subject
    assert "Harbourline Exhibits" in mail.subject
    assert "/invitations/accept?token=" in mail.links[0]
    assert "7 days" in mail.text
    assert activities(action="INVITATION_SENT") == ["INVITATION_SENT"]
    stored = UserInvitation.all_companies.get()
    assert mail.token not in (stored.token_hash, str(stored.__dict__))


def test_every_bad_field_is_named_at_once(admin: ApiClient, path: str) -> None:
    """GEN-5."""
    response = admin.post(path, {"invitedEmail": "no", "firstName": " ", "lastName": "x" * 101, "roleCode": "king"})
    assert field_codes(response) == {
        "invitedEmail": "email_invalid",
        "firstName": "blank",
        "lastName": "too_long",
        "roleCode": "invalid_choice",
    }
    assert not UserInvitation.all_companies.exists()


def test_answer_is_the_same_with_and_without_an_account(admin: ApiClient, path: str) -> None:
    """IN-1."""
    make_user(email=PRIYA)
    known, unknown = ok(admin.post(path, body()), 201), ok(admin.post(path, body(invitedEmail="x@y.example")), 201)
    different = {"userInvitationId", "invitedEmail", "invitedAt", "expiresAt"}
    assert {k: v for k, v in known.items() if k not in different} == {
        k: v for k, v in unknown.items() if k not in different
    }


@pytest.mark.parametrize("status", ["active", "suspended"])
def test_members_cannot_be_invited(company: Company, admin: ApiClient, path: str, status: str) -> None:
    """IN-2, hence not oneself."""
    make_member(make_user(email=PRIYA), company, status=status)
    response = admin.post(path, body())
    assert (response.status_code, problem_code(response)) == (409, "ALREADY_MEMBER")
    assert problem_code(admin.post(path, body(invitedEmail=company.founded_by_user.email))) == "ALREADY_MEMBER"


def test_a_removed_member_can_be_invited(company: Company, admin: ApiClient, path: str) -> None:
    """IN-2."""
    make_member(make_user(email=PRIYA), company, status="removed")
    ok(admin.post(path, body()), 201)


def test_one_pending_invitation(admin: ApiClient, path: str) -> None:
    """IN-2, invariant 11; another company may invite the same address."""
    ok(admin.post(path, body()), 201)
    response = admin.post(path, body())
    assert (response.status_code, problem_code(response)) == (409, "INVITATION_PENDING")
    other = make_company(make_user())
    ok(client_of(other.founded_by_user).post(f"/companies/{other.pk}/invitations", body()), 201)


def test_an_overdue_one_makes_room(company: Company, admin: ApiClient, path: str) -> None:
    """Invariant 11: it is marked expired before the new one is inserted."""
    old = make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=PRIYA, overdue=True)
    ok(admin.post(path, body()), 201)
    old.refresh_from_db()
    assert (old.expired_at, old.user_invitation_status.code) == (old.expires_at, "expired")
    assert activities(company_id=company.pk) == ["INVITATION_EXPIRED", "INVITATION_SENT"]


def test_limits_are_the_companys(admin: ApiClient, path: str, mailbox: Mailbox) -> None:
    """RL-1, RL-2: nothing else happens; refused ones count nothing."""
    set_setting("RATE_LIMIT_INVITATION_PER_HOUR", "2")
    first = ok(admin.post(path, body()), 201)
    assert problem_code(admin.post(path, body())) == "INVITATION_PENDING"
    ok(admin.post(f"{path}/{first['userInvitationId']}/resend"))
    response = admin.post(path, body(invitedEmail="third@x.example"))
    assert (response.status_code, problem_code(response)) == (429, "RATE_LIMIT_EXCEEDED")
    assert 0 < response.json()["retryAfter"] == int(response["Retry-After"]) <= 3600
    assert response["RateLimit-Limit"] == "2"
    assert mailbox.to("third@x.example") == []
    assert UserInvitation.all_companies.count() == 1


def test_list_shows_the_state_of_the_moment(company: Company, admin: ApiClient, path: str) -> None:
    """IN-4: expired from the first second."""
    given = {"company": company, "invited_by_user": company.founded_by_user}
    overdue = make_invitation(**given, overdue=True)
    pending = make_invitation(**given)
    for status in ("accepted", "declined", "cancelled"):
        make_invitation(**given, status=status)
    page = ok(admin.get(path))
    assert page["total"] == 5
    assert [row["statusCode"] for row in page["items"]][-1] == "expired", "newest first"
    shown = ok(admin.get(f"{path}?statusCode=expired"))["items"]
    assert [(row["userInvitationId"], row["canResend"], row["canCancel"]) for row in shown] == [
        (overdue.pk, True, False)
    ]
    shown = ok(admin.get(f"{path}?statusCode=pending"))["items"]
    assert [row["userInvitationId"] for row in shown] == [pending.pk]
    closed = [row for row in page["items"] if row["statusCode"] in ("accepted", "declined", "cancelled")]
    assert not any(row["canResend"] or row["canCancel"] for row in closed)
    assert field_codes(admin.get(f"{path}?statusCode=open")) == {"statusCode": "invalid_choice"}
    assert overdue.expired_at is None


def test_job_stores_the_expiry_once(company: Company) -> None:
    """IN-4."""
    overdue = make_invitation(company=company, invited_by_user=company.founded_by_user, overdue=True)
    make_invitation(company=company, invited_by_user=company.founded_by_user)
    assert (expire_overdue(), expire_overdue()) == (1, 0)
    overdue.refresh_from_db()
    assert overdue.user_invitation_status.code == "expired"
    assert activities(company_id=company.pk, user_id=None) == ["INVITATION_EXPIRED"]


def test_resend_kills_the_old_link(api: ApiClient, admin: ApiClient, path: str, mailbox: Mailbox) -> None:
    """IN-5, invariant 13."""
    row = ok(admin.post(path, body()), 201)
    old = mailbox.token_for(PRIYA)
    again = ok(admin.post(f"{path}/{row['userInvitationId']}/resend"))
    assert (again["resendCount"], again["statusCode"], again["canResend"]) == (1, "pending", False)
    assert again["lastResentAt"] is not None
    assert problem_code(api.post("/invitations/preview", {"token": old})) == "TOKEN_INVALID"
    assert ok(api.post("/invitations/preview", {"token": mailbox.token_for(PRIYA)}))["statusCode"] == "pending"
    assert activities(action="INVITATION_RESENT") == ["INVITATION_RESENT"]


def test_resends_are_few_and_far_between(admin: ApiClient, path: str) -> None:
    """IN-5: 60 minutes apart, three at most; retryAfter is null at the maximum."""
    row = ok(admin.post(path, body()), 201)
    target = f"{path}/{row['userInvitationId']}/resend"
    ok(admin.post(target))
    response = admin.post(target)
    assert (response.status_code, problem_code(response)) == (409, "INVITATION_RESEND_LIMIT")
    assert 3500 < response.json()["retryAfter"] <= 3600
    long_ago = clock.now() - timedelta(minutes=61)
    for _ in range(2):
        UserInvitation.all_companies.update(last_resent_at=long_ago)
        ok(admin.post(target))
    UserInvitation.all_companies.update(last_resent_at=long_ago)
    response = admin.post(target)
    assert problem_code(response) == "INVITATION_RESEND_LIMIT"
    assert response.json()["retryAfter"] is None
    assert ok(admin.get(path))["items"][0]["canResend"] is False


def test_an_expired_one_opens_again(company: Company, admin: ApiClient, path: str) -> None:
    """IN-3, IN-5: unless IN-2 forbids it."""
    given = {"company": company, "invited_by_user": company.founded_by_user, "invited_email": PRIYA}
    expired = make_invitation(**given, status="expired", invited_at=clock.now() - timedelta(days=9))
    target = f"{path}/{expired.pk}/resend"
    newer = make_invitation(**given)
    assert problem_code(admin.post(target)) == "INVITATION_PENDING"
    shown = {row["userInvitationId"]: row["canResend"] for row in ok(admin.get(path))["items"]}
    assert shown == {expired.pk: False, newer.pk: True}
    newer.delete()
    assert ok(admin.post(target))["statusCode"] == "pending"
    expired.refresh_from_db()
    assert expired.expired_at is None
    UserInvitation.all_companies.update(expires_at=clock.now(), last_resent_at=None)
    make_member(make_user(email=PRIYA), company)
    assert problem_code(admin.post(target)) == "ALREADY_MEMBER"


@pytest.mark.parametrize("status", ["accepted", "declined", "cancelled"])
def test_closed_ones_stay_closed(company: Company, admin: ApiClient, path: str, status: str) -> None:
    """IN-3, invariant 17."""
    row = make_invitation(company=company, invited_by_user=company.founded_by_user, status=status)
    for action in ("resend", "cancel"):
        response = admin.post(f"{path}/{row.pk}/{action}")
        assert (response.status_code, problem_code(response)) == (409, "INVITATION_NOT_PENDING")


def test_cancel(admin: ApiClient, path: str, api: ApiClient, mailbox: Mailbox) -> None:
    """IN-6: reason optional; the link says so; the person can be invited again."""
    row = ok(admin.post(path, body()), 201)
    token = mailbox.token_for(PRIYA)
    done = ok(admin.post(f"{path}/{row['userInvitationId']}/cancel", {"reason": "Changed our mind"}))
    assert (done["statusCode"], done["cancellationReason"], done["canCancel"]) == (
        "cancelled",
        "Changed our mind",
        False,
    )
    shown = ok(api.post("/invitations/preview", {"token": token}))
    assert (shown["statusCode"], shown["nextStep"]) == ("cancelled", "none")
    assert activities(action="INVITATION_CANCELLED") == ["INVITATION_CANCELLED"]
    ok(admin.post(path, body()), 201)


def test_an_overdue_one_cannot_be_cancelled(company: Company, admin: ApiClient, path: str) -> None:
    """IN-4, IN-6."""
    row = make_invitation(company=company, invited_by_user=company.founded_by_user, overdue=True)
    assert problem_code(admin.post(f"{path}/{row.pk}/cancel")) == "INVITATION_NOT_PENDING"


def test_invitations_of_others_do_not_exist(company: Company, admin: ApiClient, path: str) -> None:
    """TI-3, TI-4."""
    other = make_company(make_user())
    foreign = make_invitation(company=other, invited_by_user=other.founded_by_user)
    for key in (foreign.pk, 999999999):
        for action in ("resend", "cancel"):
            response = admin.post(f"{path}/{key}/{action}")
            assert (response.status_code, problem_code(response)) == (404, "NOT_FOUND")
    assert activities(action="CROSS_COMPANY_ACCESS_DENIED") == ["CROSS_COMPANY_ACCESS_DENIED"] * 2
    foreign.refresh_from_db()
    assert (foreign.resend_count, foreign.cancelled_at) == (0, None)


def test_life_follows_the_setting(admin: ApiClient, path: str, mailbox: Mailbox) -> None:
    """CF-4: what is issued afterwards."""
    set_setting("INVITATION_EXPIRY_DAYS", "1")
    ok(admin.post(path, body()), 201)
    assert "1 day." in mailbox.to(PRIYA)[0].text
    with time_machine.travel(clock.now() + timedelta(days=1, seconds=1), tick=False):
        row = UserInvitation.all_companies.get()
        assert row.is_overdue(clock.now())
