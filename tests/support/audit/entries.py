"""Cases of the audit matrix: sign-up, confirmation, log-in, refresh, log-out, locks."""

from __future__ import annotations

from datetime import timedelta

import time_machine

from accounts.models import User
from accounts.tasks import remove_pending, unlock_expired
from common import clock
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.sessions import client_of, session_of

ADDRESS = "dana.reed@harbourline.example"
WRONG = "orange window 58"
SIGN_UP = {"email": ADDRESS, "password": PASSWORD, "firstName": "Dana", "lastName": "Reed", "acceptTerms": True}


@case("Sign-up", events="SIGNUP", activities="USER_CREATED", history="User")
def signed_up(stage: Stage) -> Steps:
    yield None
    answer = stage.api.post("/auth/signup", SIGN_UP)
    yield Done(answer, 202, User.objects.get(email=ADDRESS), applicant=ADDRESS)


@case("Sign-up", events="SIGNUP", activities="USER_UPDATED", history="User")
def signed_up_again_while_pending(stage: Stage) -> Steps:
    user = make_user(email=ADDRESS, status="pending")
    yield None
    yield Done(stage.api.post("/auth/signup", SIGN_UP), 202, user, applicant=ADDRESS)


@case("Sign-up", events="SIGNUP_FAILED ACCOUNT_EXISTS")
def signed_up_with_a_known_address(stage: Stage) -> Steps:
    user = make_user(email=ADDRESS)
    yield None
    yield Done(stage.api.post("/auth/signup", SIGN_UP), 202, user)


@case("Sign-up", events="SIGNUP_FAILED ACCOUNT_SUSPENDED")
def signed_up_with_a_suspended_address(stage: Stage) -> Steps:
    user = make_user(email=ADDRESS, status="suspended")
    yield None
    yield Done(stage.api.post("/auth/signup", SIGN_UP), 202, user)


@case("Sign-up")
def signed_up_with_bad_entries(stage: Stage) -> Steps:
    yield None
    yield Done(stage.api.post("/auth/signup", {**SIGN_UP, "password": "short"}), 422)


@case(
    "Invited sign-up",
    events="SIGNUP",
    activities="USER_CREATED, INVITATION_ACCEPTED @company, MEMBERSHIP_CREATED @company",
    history="User, User, UserCompany",
    roles="company assigned company_user",
)
def signed_up_by_invitation(stage: Stage) -> Steps:
    company = make_company(make_user())
    make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=ADDRESS, token="the-link")
    yield None
    answer = stage.api.post("/invitations/signup", {"token": "the-link", "password": PASSWORD, "acceptTerms": True})
    yield Done(answer, 201, User.objects.get(email=ADDRESS), applicant=ADDRESS, company=company)


@case("Invited sign-up")
def signed_up_by_a_link_that_is_none(stage: Stage) -> Steps:
    yield None
    body = {"token": "no-link", "password": PASSWORD, "acceptTerms": True}
    yield Done(stage.api.post("/invitations/signup", body), 400)


@case("Pending account removed", activities="USER_REMOVED", history="User")
def pending_account_removed(stage: Stage) -> Steps:
    stage.api.post("/auth/signup", SIGN_UP)
    with time_machine.travel(clock.now() + timedelta(days=40)):
        yield None
        assert remove_pending() == 1
        yield Done(actor="remove_pending_accounts")


@case("Verify, resend", events="EMAIL_VERIFIED", activities="USER_EMAIL_VERIFIED", history="User")
def verified(stage: Stage) -> Steps:
    stage.api.post("/auth/signup", SIGN_UP)
    token = stage.mailbox.token_for(ADDRESS)
    yield None
    yield Done(stage.api.post("/auth/verify-email", {"token": token}), 200, User.objects.get(email=ADDRESS))


@case("Verify, resend", events="EMAIL_VERIFICATION_FAILED TOKEN_USED")
def verified_twice(stage: Stage) -> Steps:
    stage.api.post("/auth/signup", SIGN_UP)
    token = stage.mailbox.token_for(ADDRESS)
    stage.api.post("/auth/verify-email", {"token": token})
    yield None
    yield Done(stage.api.post("/auth/verify-email", {"token": token}), 409, User.objects.get(email=ADDRESS))


@case("Verify, resend", events="EMAIL_VERIFICATION_FAILED TOKEN_INVALID")
def verified_by_a_link_that_is_none(stage: Stage) -> Steps:
    yield None
    yield Done(stage.api.post("/auth/verify-email", {"token": "none"}), 400)


@case("Verify, resend", events="EMAIL_VERIFICATION_RESENT")
def verification_sent_again(stage: Stage) -> Steps:
    user = make_user(email=ADDRESS, status="pending")
    yield None
    yield Done(stage.api.post("/auth/resend-verification", {"email": ADDRESS}), 202, user)


@case("Verify, resend")
def verification_sent_again_to_nobody(stage: Stage) -> Steps:
    make_user(email=ADDRESS)
    yield None
    yield Done(stage.api.post("/auth/resend-verification", {"email": ADDRESS}), 202)


@case("Login", events="LOGIN_SUCCESS")
def logged_in(stage: Stage) -> Steps:
    user = make_user()
    yield None
    yield Done(stage.api.post("/auth/login", {"email": user.email, "password": PASSWORD}), 200, user)


def _refused_log_in(name: str, reason: str, answered: int, password: str = PASSWORD, **values: object) -> None:
    def steps(stage: Stage) -> Steps:
        user = make_user(email=ADDRESS, **values)
        yield None
        # The address is recorded as it is stored, however it was typed.
        yield Done(stage.api.post("/auth/login", {"email": ADDRESS.upper(), "password": password}), answered, user)

    steps.__name__ = f"login_refused_{name}"
    case("Login", events=f"LOGIN_FAILED {reason}")(steps)


_refused_log_in("wrong_password", "WRONG_PASSWORD", 401, WRONG)
_refused_log_in("suspended", "ACCOUNT_SUSPENDED", 403, status="suspended")
_refused_log_in("locked", "ACCOUNT_LOCKED", 423, status="locked")
_refused_log_in("not_verified", "EMAIL_NOT_VERIFIED", 403, status="pending")
_refused_log_in("expired", "PASSWORD_EXPIRED", 403, last_password_change=clock.now() - timedelta(days=400))


@case("Login", events="LOGIN_FAILED UNKNOWN_ACCOUNT")
def login_refused_unknown_address(stage: Stage) -> Steps:
    yield None
    answer = stage.api.post("/auth/login", {"email": "Nobody@People.example", "password": PASSWORD})
    yield Done(answer, 401, email="nobody@people.example")


@case(
    "Lock, unlock",
    "Login",
    events="LOGIN_FAILED WRONG_PASSWORD, ACCOUNT_LOCKED Too many failed log-ins",
    activities="USER_LOCKED",
    history="User",
)
def locked_by_failures(stage: Stage) -> Steps:
    user = make_user(failed_login_attempts=4)
    yield None
    answer = stage.api.post("/auth/login", {"email": user.email, "password": WRONG})
    yield Done(answer, 401, user, actor="sign-in")


@case("Lock, unlock", events="ACCOUNT_UNLOCKED time", activities="USER_UNLOCKED", history="User")
def unlocked_by_time(stage: Stage) -> Steps:
    user = make_user(status="locked")
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        yield None
        assert unlock_expired() == 1
        yield Done(subject=user, actor="unlock_expired_accounts")


@case(
    "Lock, unlock",
    "Reset",
    events="ACCOUNT_UNLOCKED reset, PASSWORD_RESET_COMPLETED reset",
    activities="USER_UNLOCKED, USER_PASSWORD_CHANGED",
    history="User, User",
)
def unlocked_by_reset(stage: Stage) -> Steps:
    user = make_user(status="locked")
    stage.api.post("/auth/password-reset/request", {"email": user.email})
    body = {"token": stage.mailbox.token_for(user.email), "newPassword": "amber ladder 92"}
    yield None
    yield Done(stage.api.post("/auth/password-reset/confirm", body), 200, user)


@case("Lock, unlock", events=f"ACCOUNT_LOCKED {'Asked for on the phone'}", activities="USER_LOCKED", history="User")
def locked_by_staff(stage: Stage) -> Steps:
    user, actor = make_user(), stage.officer
    session_of(user)
    yield None
    yield Done(stage.staff(user, "lock"), 200, user, actor=actor)


@case("Lock, unlock", events="ACCOUNT_UNLOCKED staff", activities="USER_UNLOCKED", history="User")
def unlocked_by_staff(stage: Stage) -> Steps:
    user, actor = make_user(status="locked"), stage.officer
    yield None
    yield Done(stage.staff(user, "unlock"), 200, user, actor=actor)


@case("Lock, unlock")
def locked_a_second_time(stage: Stage) -> Steps:
    user, _ = make_user(status="locked"), stage.officer
    yield None
    yield Done(stage.staff(user, "lock"), 409)


@case("Refresh", events="TOKEN_REFRESH")
def refreshed(stage: Stage) -> Steps:
    user = make_user()
    body = {"refreshToken": session_of(user).refresh_token}
    yield None
    yield Done(stage.api.post("/auth/refresh", body), 200, user)


@case("Refresh", events="TOKEN_REUSE_DETECTED")
def refreshed_by_a_spent_token(stage: Stage) -> Steps:
    user = make_user()
    body = {"refreshToken": session_of(user).refresh_token}
    stage.api.post("/auth/refresh", body)
    yield None
    yield Done(stage.api.post("/auth/refresh", body), 401, user)


@case("Refresh", events="TOKEN_REFRESH_FAILED REFRESH_TOKEN_INVALID")
def refreshed_by_an_unknown_token(stage: Stage) -> Steps:
    yield None
    yield Done(stage.api.post("/auth/refresh", {"refreshToken": "unknown"}), 401)


@case("Refresh", events="TOKEN_REFRESH_FAILED REFRESH_TOKEN_EXPIRED")
def refreshed_too_late(stage: Stage) -> Steps:
    user = make_user()
    body = {"refreshToken": session_of(user).refresh_token}
    with time_machine.travel(clock.now() + timedelta(days=8)):
        yield None
        yield Done(stage.api.post("/auth/refresh", body), 401, user)


@case("Logout, end sessions", events="LOGOUT logout")
def logged_out(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/logout"), 204, user)


@case("Logout, end sessions", events="SESSIONS_REVOKED logout_all")
def logged_out_everywhere(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/logout-all"), 200, user)


@case("Logout, end sessions", events="SESSIONS_REVOKED session_ended")
def ended_another_session(stage: Stage) -> Steps:
    user = make_user()
    client, other = client_of(user), session_of(user)
    yield None
    yield Done(client.delete(f"/auth/sessions/{other.session_id}"), 204, user)


@case("Logout, end sessions", events="SESSIONS_REVOKED session_ended")
def ended_the_other_sessions(stage: Stage) -> Steps:
    user = make_user()
    client, _ = client_of(user), session_of(user)
    yield None
    yield Done(client.post("/auth/sessions/revoke-others"), 200, user)


@case("Logout, end sessions")
def ended_a_session_of_somebody_else(stage: Stage) -> Steps:
    client, other = client_of(make_user()), session_of(make_user())
    yield None
    yield Done(client.delete(f"/auth/sessions/{other.session_id}"), 404)
