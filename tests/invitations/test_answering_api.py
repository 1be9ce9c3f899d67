"""Preview, sign-up, accept, decline (IN-6 to IN-11, ON-7)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from companies.models import Company, UserCompany
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, auth_events

pytestmark = pytest.mark.django_db

PRIYA = "priya@harbourline.example"
TOKEN = "secret-of-the-link"
SIGNUP = {"token": TOKEN, "password": "green lantern 92", "acceptTerms": True}


def ok(response: Any, status: int = 200) -> Any:
    assert response.status_code == status, response.content
    return response.json()


@pytest.fixture
def company(db: None) -> Company:
    admin = make_user(first_name="Dana", last_name="Reed", email="dana@harbourline.example")
    return make_company(admin, company_name="Harbourline Exhibits")


@pytest.fixture
def invitation(company: Company) -> Any:
    return make_invitation(
        company=company,
        invited_by_user=company.founded_by_user,
        invited_email=PRIYA,
        token=TOKEN,
        role="company_viewer",
    )


def preview(client: ApiClient) -> Any:
    return ok(client.post("/invitations/preview", {"token": TOKEN}))


def test_preview_names_the_next_step(api: ApiClient, invitation: Any) -> None:
    """IN-7; opening spends nothing."""
    assert set(preview(api)) == {
        "userInvitationId", "companyName", "roleCode", "roleName", "inviterName", "invitedEmail", "firstName",
        "lastName", "statusCode", "expiresAt", "nextStep",
    }  # fmt: skip
    assert preview(api)["nextStep"] == "signup"
    person = make_user(email=PRIYA, status="pending")
    assert preview(api)["nextStep"] == "signup"
    person.delete()
    person = make_user(email=PRIYA)
    assert preview(api)["nextStep"] == "login"
    assert preview(client_of(person))["nextStep"] == "accept"
    assert preview(client_of(make_user()))["nextStep"] == "wrong_account"
    assert problem_code(api.post("/invitations/preview", {"token": "x"})) == "TOKEN_INVALID"
    bad = api.post("/invitations/preview", {"token": TOKEN}, token="nonsense")
    assert (bad.status_code, problem_code(bad)) == (401, "ACCESS_TOKEN_INVALID")


def test_preview_of_an_overdue_one(api: ApiClient, company: Company) -> None:
    """IN-4."""
    make_invitation(company=company, invited_by_user=company.founded_by_user, token=TOKEN, overdue=True)
    shown = preview(api)
    assert (shown["statusCode"], shown["nextStep"]) == ("expired", "none")


def test_new_person_signs_up(api: ApiClient, company: Company, invitation: Any) -> None:
    """IN-8: verified, active, member, signed in; the audit of section 21."""
    session = ok(api.post("/invitations/signup", SIGNUP), 201)
    user = session["user"]
    assert (user["email"], user["firstName"], user["statusCode"], user["isEmailVerified"]) == (
        PRIYA,
        "Priya",
        "active",
        True,
    )
    assert session["activeCompany"]["roleCode"] == "company_viewer"
    row = UserCompany.all_companies.get(pk=session["userCompanyId"])
    assert (row.is_primary_company, row.invited_by_user_id, row.joined_via.code) == (
        True,
        company.founded_by_user_id,
        "invitation",
    )
    invitation.refresh_from_db()
    assert (invitation.user_invitation_status.code, invitation.accepted_by_user_id) == ("accepted", row.user_id)
    assert set(activities(company_id=company.pk)) == {"INVITATION_ACCEPTED", "MEMBERSHIP_CREATED"}
    assert set(activities(user_id=row.user_id)) == {"USER_CREATED", "INVITATION_ACCEPTED", "MEMBERSHIP_CREATED"}
    assert auth_events(user_id=row.user_id) == ["SIGNUP"]
    assert ok(api.post("/auth/login", {"email": PRIYA, "password": SIGNUP["password"]}))["activeCompany"]
    again = api.post("/invitations/signup", SIGNUP)
    assert (again.status_code, problem_code(again)) == (409, "INVITATION_NOT_PENDING")


def test_sign_up_by_cookie(api: ApiClient, invitation: Any) -> None:
    """SE-6."""
    response = api.post("/invitations/signup", {**SIGNUP, "tokenTransport": "cookie"})
    assert ok(response, 201)["refreshToken"] is None
    cookie = response.cookies["eventlead_refresh"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"], cookie["path"]) == (
        True,
        True,
        "Strict",
        "/api/v1/auth",
    )


def test_refused_sign_up_leaves_the_link_usable(api: ApiClient, invitation: Any) -> None:
    """IN-8, PW-1."""
    response = api.post("/invitations/signup", {**SIGNUP, "password": "x", "acceptTerms": False})
    found = {(item["field"], item["code"]) for item in response.json()["errors"]}
    assert ("acceptTerms", "terms_not_accepted") in found
    assert {("password", "password_too_short"), ("password", "password_no_number")} <= found
    assert not User.objects.filter(email=PRIYA).exists()
    ok(api.post("/invitations/signup", SIGNUP), 201)


def test_pending_account_is_taken_over(api: ApiClient, invitation: Any) -> None:
    """IN-8: names as invited, new password."""
    waiting = make_user(email=PRIYA, status="pending", first_name="Old")
    session = ok(api.post("/invitations/signup", SIGNUP), 201)
    assert (session["user"]["userId"], session["user"]["firstName"]) == (waiting.pk, "Priya")


@pytest.mark.parametrize("status", ["active", "suspended"])
def test_existing_account_is_not_signed_up(api: ApiClient, invitation: Any, status: str) -> None:
    """IN-8, IN-9."""
    make_user(email=PRIYA, status=status)
    response = api.post("/invitations/signup", SIGNUP)
    assert (response.status_code, problem_code(response)) == (409, "ACCOUNT_EXISTS")
    assert not UserCompany.all_companies.filter(user__email=PRIYA).exists()


def test_sign_up_into_an_inactive_company(api: ApiClient, company: Company, invitation: Any) -> None:
    """IN-10: while it lasts."""
    company.is_active = False
    company.save()
    response = api.post("/invitations/signup", SIGNUP)
    assert (response.status_code, problem_code(response)) == (403, "COMPANY_INACTIVE")
    company.is_active = True
    company.save()
    ok(api.post("/invitations/signup", SIGNUP), 201)


@pytest.mark.parametrize("by", ["token", "userInvitationId"])
def test_existing_account_accepts(company: Company, invitation: Any, mailbox: Mailbox, by: str) -> None:
    """IN-9, IN-10, ON-7: the session moves, the primary company stays, the inviter is told."""
    priya = make_user(email=PRIYA)
    own = make_company(priya)
    body = {"token": TOKEN} if by == "token" else {"userInvitationId": invitation.pk}
    answer = ok(client_of(priya).post("/invitations/accept", body))
    assert set(answer) == {"accessToken", "tokenType", "expiresIn", "activeCompany", "userCompanyId"}
    assert answer["activeCompany"]["companyId"] == company.pk
    assert ok(client_of(priya, company.pk).get(f"/companies/{company.pk}"))
    rows = UserCompany.all_companies.filter(user=priya).values_list("company_id", "is_primary_company")
    assert set(rows) == {(own.pk, True), (company.pk, False)}
    assert [mail.subject for mail in mailbox.to("dana@harbourline.example")] == [
        "Robin " + priya.last_name + " has joined Harbourline Exhibits"
    ]
    again = client_of(priya).post("/invitations/accept", body)
    assert (again.status_code, problem_code(again)) == (409, "INVITATION_NOT_PENDING")


def test_accepting_completes_onboarding(invitation: Any, mailbox: Mailbox) -> None:
    """ON-7: details given, then the membership; once."""
    priya = make_user(email=PRIYA, is_onboarding_complete=False, onboarding_step=2)
    ok(client_of(priya).post("/invitations/accept", {"token": TOKEN}))
    priya.refresh_from_db()
    assert (priya.is_onboarding_complete, priya.onboarding_step) == (True, 3)
    assert len(mailbox.to("dana@harbourline.example")) == 1
    assert activities(action="ONBOARDING_COMPLETED") == ["ONBOARDING_COMPLETED"]
    assert UserCompany.all_companies.get(user=priya).is_primary_company


def test_details_after_joining_complete_onboarding(api: ApiClient, invitation: Any, mailbox: Mailbox) -> None:
    """ON-7 in the other order: the company is told when the details are there."""
    session = ok(api.post("/invitations/signup", SIGNUP), 201)
    assert mailbox.to("dana@harbourline.example") == []
    details = {"firstName": "Priya", "lastName": "Shah-Roy", "countryCode": "AU", "timezoneIdentifier": "Asia/Tokyo"}
    user = ok(api.signed_in(session["accessToken"]).put("/users/me/onboarding-details", details))
    assert (user["isOnboardingComplete"], user["onboardingStep"], user["lastName"]) == (True, 3, "Shah-Roy")
    assert len(mailbox.to("dana@harbourline.example")) == 1
    assert len(mailbox.to(PRIYA)) == 1, "the welcome"


def test_a_removed_membership_is_revived(company: Company, invitation: Any) -> None:
    """IN-10, invariant 5."""
    priya = make_user(email=PRIYA)
    old = make_member(priya, company, status="removed", removal_reason="left", role="company_admin")
    answer = ok(client_of(priya).post("/invitations/accept", {"token": TOKEN}))
    assert answer["userCompanyId"] == old.pk
    old.refresh_from_db()
    assert (old.user_company_role.code, old.removed_date, old.removal_reason) == ("company_viewer", None, None)


def test_invitations_of_others(invitation: Any) -> None:
    """IN-9, TI-4: by link 403, by id 404 with evidence."""
    stranger = client_of(make_user())
    for action in ("accept", "decline"):
        by_link = stranger.post(f"/invitations/{action}", {"token": TOKEN})
        assert (by_link.status_code, problem_code(by_link)) == (403, "INVITATION_EMAIL_MISMATCH")
        by_id = stranger.post(f"/invitations/{action}", {"userInvitationId": invitation.pk})
        assert (by_id.status_code, problem_code(by_id)) == (404, "NOT_FOUND")
        assert problem_code(stranger.post(f"/invitations/{action}", {"userInvitationId": 999999999})) == "NOT_FOUND"
    assert activities(action="CROSS_COMPANY_ACCESS_DENIED") == ["CROSS_COMPANY_ACCESS_DENIED"] * 2
    invitation.refresh_from_db()
    assert invitation.is_open


@pytest.mark.parametrize(
    ("values", "code", "status"),
    [
        ({"status": "cancelled"}, "INVITATION_NOT_PENDING", 409),
        ({"status": "declined"}, "INVITATION_NOT_PENDING", 409),
        ({"overdue": True}, "INVITATION_EXPIRED", 410),
    ],
)
def test_closed_invitations_answer_by_state(
    api: ApiClient, company: Company, values: dict[str, Any], code: str, status: int
) -> None:
    """IN-11: signing up, accepting and declining alike."""
    make_invitation(
        company=company, invited_by_user=company.founded_by_user, invited_email=PRIYA, token=TOKEN, **values
    )
    answers = [api.post("/invitations/signup", SIGNUP), api.post("/invitations/decline", {"token": TOKEN})]
    answers.append(client_of(make_user(email=PRIYA)).post("/invitations/accept", {"token": TOKEN}))
    for answer in answers:
        assert (answer.status_code, problem_code(answer)) == (status, code)


def test_decline_by_link_needs_no_login(api: ApiClient, invitation: Any, mailbox: Mailbox) -> None:
    """IN-6: the inviter is told, with the reason."""
    answer = api.post("/invitations/decline", {"token": TOKEN, "reason": "No time, <sorry>"})
    assert ok(answer) == {"statusCode": "declined"}
    (mail,) = mailbox.to("dana@harbourline.example")
    assert "No time, <sorry>" in mail.text
    assert "&lt;sorry&gt;" in mail.html
    assert activities(action="INVITATION_DECLINED", user_id=None) == ["INVITATION_DECLINED"]


def test_decline_by_id_needs_a_login(api: ApiClient, invitation: Any) -> None:
    """IN-6."""
    body = {"userInvitationId": invitation.pk}
    visitor = api.post("/invitations/decline", body)
    assert (visitor.status_code, problem_code(visitor)) == (401, "AUTHENTICATION_REQUIRED")
    assert ok(client_of(make_user(email=PRIYA)).post("/invitations/decline", body)) == {"statusCode": "declined"}


@pytest.mark.parametrize("body", [{}, {"token": TOKEN, "userInvitationId": 1}])
def test_exactly_one_of(invitation: Any, body: dict[str, Any]) -> None:
    client = client_of(make_user(email=PRIYA))
    for action in ("accept", "decline"):
        assert field_codes(client.post(f"/invitations/{action}", body)) == {"": "exactly_one_of"}


def test_own_invitations(company: Company, invitation: Any) -> None:
    """IN-9: pending ones for the verified address."""
    given = {"invited_by_user": company.founded_by_user, "invited_email": PRIYA}
    make_invitation(company=company, **given, status="declined")
    make_invitation(company=make_company(company_name="Late"), **given, overdue=True)
    make_invitation(company=make_company(company_name="Other"), **given)
    client = client_of(make_user(email=PRIYA))
    body = ok(client.get("/users/me/invitations"))
    assert [row["companyName"] for row in body["items"]] == ["Other", "Harbourline Exhibits"]
    assert {row["nextStep"] for row in body["items"]} == {"accept"}
    assert ok(client_of(make_user()).get("/users/me/invitations")) == {"items": [], "total": 0}
