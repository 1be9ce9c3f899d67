"""Cases of the audit matrix: limits, passwords, passkeys, what people keep about themselves."""

from __future__ import annotations

from typing import Any

from accounts.models import UserIndustry
from reference.selectors import code_id
from tests.accounts.passkey_steps import add_passkey, login_body, person_with_passkey, register_body
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.factories.companies import make_company, make_member
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.audit.entries import ADDRESS, WRONG
from tests.support.authenticator import Authenticator
from tests.support.sessions import client_of

NEW = "amber ladder 92"
DETAILS = {"firstName": "Dana", "lastName": "Reed", "countryCode": "AU", "timezoneIdentifier": "Australia/Sydney"}


@case("Rate limit on an auth route", events="RATE_LIMIT_EXCEEDED RATE_LIMIT_LOGIN_PER_MINUTE")
def limited_log_in(stage: Stage) -> Steps:
    user = make_user()
    body = {"email": user.email, "password": WRONG}
    stage.set_setting("RATE_LIMIT_LOGIN_PER_MINUTE", "1")
    stage.api.post("/auth/login", body)
    yield None
    yield Done(stage.api.post("/auth/login", {**body, "password": PASSWORD}), 429, email=user.email)


@case("Rate limit on an auth route", events="RATE_LIMIT_EXCEEDED RATE_LIMIT_MAIL_REQUEST_PER_HOUR")
def limited_reset(stage: Stage) -> Steps:
    stage.set_setting("RATE_LIMIT_MAIL_REQUEST_PER_HOUR", "1")
    stage.api.post("/auth/password-reset/request", {"email": ADDRESS})
    yield None
    yield Done(stage.api.post("/auth/password-reset/request", {"email": ADDRESS}), 429, email=ADDRESS)


@case("Reset", events="PASSWORD_RESET_REQUESTED")
def reset_requested(stage: Stage) -> Steps:
    user = make_user()
    yield None
    yield Done(stage.api.post("/auth/password-reset/request", {"email": user.email}), 202, user)


@case("Reset", events="PASSWORD_RESET_REQUESTED NO_ACCOUNT_TO_RESET")
def reset_requested_for_nobody(stage: Stage) -> Steps:
    yield None
    yield Done(stage.api.post("/auth/password-reset/request", {"email": ADDRESS}), 202, email=ADDRESS)


@case("Reset", events="PASSWORD_RESET_COMPLETED reset", activities="USER_PASSWORD_CHANGED", history="User")
def reset_done(stage: Stage) -> Steps:
    user = make_user()
    stage.api.post("/auth/password-reset/request", {"email": user.email})
    body = {"token": stage.mailbox.token_for(user.email), "newPassword": NEW}
    yield None
    yield Done(stage.api.post("/auth/password-reset/confirm", body), 200, user)


@case("Reset", events="PASSWORD_RESET_FAILED TOKEN_USED")
def reset_done_twice(stage: Stage) -> Steps:
    user = make_user()
    stage.api.post("/auth/password-reset/request", {"email": user.email})
    body = {"token": stage.mailbox.token_for(user.email), "newPassword": NEW}
    stage.api.post("/auth/password-reset/confirm", body)
    yield None
    yield Done(stage.api.post("/auth/password-reset/confirm", body), 409, user)


@case("Reset", events="PASSWORD_RESET_FAILED TOKEN_INVALID")
def reset_by_a_link_that_is_none(stage: Stage) -> Steps:
    yield None
    yield Done(stage.api.post("/auth/password-reset/confirm", {"token": "none", "newPassword": NEW}), 400)


@case("Reset", events="PASSWORD_RESET_FAILED WEAK_PASSWORD")
def reset_to_a_weak_password(stage: Stage) -> Steps:
    user = make_user()
    stage.api.post("/auth/password-reset/request", {"email": user.email})
    body = {"token": stage.mailbox.token_for(user.email), "newPassword": "short"}
    yield None
    yield Done(stage.api.post("/auth/password-reset/confirm", body), 422, user)


@case("Password change", events="PASSWORD_CHANGED", activities="USER_PASSWORD_CHANGED", history="User")
def password_changed(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/change-password", {"currentPassword": PASSWORD, "newPassword": NEW}), 200, user)


@case("Password change", events="PASSWORD_CHANGE_FAILED INCORRECT_PASSWORD")
def password_not_changed(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/change-password", {"currentPassword": WRONG, "newPassword": NEW}), 422, user)


@case("Password change", events="PASSWORD_CHANGE_FAILED WEAK_PASSWORD")
def password_not_changed_to_a_weak_one(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/change-password", {"currentPassword": PASSWORD, "newPassword": "short"}), 422, user)


@case("Passkeys", events="PASSKEY_ADDED", activities="USER_PASSKEY_ADDED")
def passkey_added(stage: Stage) -> Steps:
    user = make_user()
    client, authenticator = client_of(user), Authenticator()
    body = register_body(client, authenticator)
    yield None
    yield Done(client.post("/auth/passkeys/register", body), 201, user)


@case("Passkeys")
def passkey_added_a_second_time(stage: Stage) -> Steps:
    user = make_user()
    client, authenticator = client_of(user), Authenticator()
    assert add_passkey(client, authenticator).status_code == 201
    body = register_body(client, authenticator)
    yield None
    yield Done(client.post("/auth/passkeys/register", body), 409)


@case("Passkeys", events="LOGIN_FAILED INCORRECT_PASSWORD")
def passkey_begun_with_a_wrong_password(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post("/auth/passkeys/register/options", {"currentPassword": WRONG}), 422, user)


@case("Passkeys", activities="USER_PASSKEY_RENAMED")
def passkey_renamed(stage: Stage) -> Steps:
    user = make_user()
    client, row = client_of(user), make_passkey(user)
    yield None
    yield Done(client.patch(f"/auth/passkeys/{row.pk}", {"name": "Tablet"}), 200, user)


@case("Passkeys")
def passkey_renamed_to_its_name(stage: Stage) -> Steps:
    user = make_user()
    client, row = client_of(user), make_passkey(user)
    yield None
    yield Done(client.patch(f"/auth/passkeys/{row.pk}", {"name": row.passkey_name}), 200, user)


@case("Passkeys", events="PASSKEY_REMOVED", activities="USER_PASSKEY_REMOVED")
def passkey_removed(stage: Stage) -> Steps:
    user = make_user()
    client, row = client_of(user), make_passkey(user)
    yield None
    yield Done(client.post(f"/auth/passkeys/{row.pk}/remove", {"currentPassword": PASSWORD}), 204, user)


@case("Passkeys", "Login", events="LOGIN_SUCCESS")
def logged_in_by_passkey(stage: Stage) -> Steps:
    user = make_user()
    body = login_body(stage.api, person_with_passkey(user))
    yield None
    yield Done(stage.api.post("/auth/passkeys/login", body), 200, user)


@case("Passkeys", events="LOGIN_FAILED UNKNOWN_PASSKEY")
def login_refused_unknown_passkey(stage: Stage) -> Steps:
    authenticator = Authenticator(user_handle=b"nobody")
    body = login_body(stage.api, authenticator)
    yield None
    yield Done(stage.api.post("/auth/passkeys/login", body), 401)


def _own(
    line: str, name: str, method: str, path: str, body: Any, status: int = 200, activities: str = "", history: str = ""
) -> None:
    """A change that a member of a company makes to what is theirs."""

    def steps(stage: Stage) -> Steps:
        user, company = make_user(), make_company(make_user())
        make_member(user, company)
        row = UserIndustry.all_companies.create(user=user, industry_id=code_id("Industry", "tech"), sort_order=1)
        client = client_of(user)
        yield None
        yield Done(client.send(method, path.format(industry=row.pk), body), status, user, company=company)

    steps.__name__ = name
    case(line, activities=activities, history=history)(steps)


_OWN = "Profile, preferences, industries"
_INDUSTRY = "/users/me/industries/{industry}"
_own(_OWN, "profile_changed", "PATCH", "/users/me", {"bio": "Hello"}, 200, "USER_UPDATED @company", "User")
_own(_OWN, "profile_not_changed", "PATCH", "/users/me", {"firstName": "Robin"})
_own(_OWN, "profile_refused", "PATCH", "/users/me", {"timezoneIdentifier": "Nowhere/Land"}, 422)
_own(
    *(_OWN, "preferences_changed", "PATCH", "/users/me/preferences", {"themeCode": "dark"}),
    *(200, "USER_PREFERENCES_UPDATED @company", "User"),
)
_own(_OWN, "preferences_refused", "PATCH", "/users/me/preferences", {"themeCode": "none"}, 422)
_own(
    *(_OWN, "industry_added", "POST", "/users/me/industries", {"industryCode": "event-mgmt"}),
    *(201, "USER_INDUSTRY_ADDED @company"),
)
_own(_OWN, "industry_added_twice", "POST", "/users/me/industries", {"industryCode": "tech"}, 409)
_own(_OWN, "industry_changed", "PATCH", _INDUSTRY, {"isPrimary": True}, 200, "USER_INDUSTRY_UPDATED @company")
_own(_OWN, "industry_removed", "DELETE", _INDUSTRY, None, 204, "USER_INDUSTRY_REMOVED @company")


def _terms(name: str, version: str, status: int, activities: str = "", history: str = "") -> None:
    """Somebody of the former version answers the question for the one in force."""

    def steps(stage: Stage) -> Steps:
        user = make_user(terms_version="2026-12" if name == "terms_accepted_already" else "2025-10")
        client = client_of(user)
        yield None
        yield Done(client.post("/users/me/accept-terms", {"termsVersion": version}), status, user)

    steps.__name__ = name
    case("Terms accepted", activities=activities, history=history, TERMS_VERSION="2026-12")(steps)


_terms("terms_accepted", "2026-12", 200, "USER_TERMS_ACCEPTED", "User")
_terms("terms_accepted_already", "2026-12", 200)
_terms("terms_not_in_force", "2025-10", 409)


@case("Onboarding", activities="ONBOARDING_DETAILS_SAVED", history="User")
def details_saved(stage: Stage) -> Steps:
    user = make_user(is_onboarding_complete=False, onboarding_step=1)
    client = client_of(user)
    yield None
    yield Done(client.put("/users/me/onboarding-details", DETAILS), 200, user)


@case("Onboarding", activities="ONBOARDING_DETAILS_SAVED @company, ONBOARDING_COMPLETED @company", history="User, User")
def details_saved_by_a_member(stage: Stage) -> Steps:
    user, company = make_user(is_onboarding_complete=False, onboarding_step=1), make_company(make_user())
    make_member(user, company)
    client = client_of(user)
    yield None
    yield Done(client.put("/users/me/onboarding-details", DETAILS), 200, user, company=company)


@case("Onboarding")
def details_refused(stage: Stage) -> Steps:
    client = client_of(make_user(is_onboarding_complete=False, onboarding_step=1))
    yield None
    yield Done(client.put("/users/me/onboarding-details", {**DETAILS, "countryCode": "XX"}), 422)
