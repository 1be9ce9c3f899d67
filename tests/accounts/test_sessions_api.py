"""Refresh, logout, sessions (SE-3 to SE-8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason
from accounts.services.people import as_actor
from accounts.services.sessions import bump_access_version, end_all_sessions
from common import clock
from reference.selectors import code_id
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, log_in, refresh, session_of
from tests.support.trail import auth_events, footprint

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"


def test_rotation(api: ApiClient) -> None:
    """SE-4: every use spends the token and issues a successor of the same session."""
    user = make_user()
    first = log_in(api, user)
    response = refresh(api, first["refreshToken"])
    assert response.status_code == 200
    second = response.json()
    assert second["refreshToken"] != first["refreshToken"]
    assert second["user"]["userId"] == user.pk
    assert UserRefreshToken.objects.values("token_family_id").distinct().count() == 1
    assert api.get("/auth/me", token=second["accessToken"]).status_code == 200
    assert api.get("/auth/me", token=first["accessToken"]).status_code == 200
    assert auth_events()[-1] == "TOKEN_REFRESH"


def test_reuse_ends_the_family(api: ApiClient, mailbox: Mailbox) -> None:
    """SE-4: the owner is told once, other sessions go on."""
    user = make_user()
    other = log_in(api, user)
    first = log_in(api, user)
    second = refresh(api, first["refreshToken"]).json()
    response = refresh(api, first["refreshToken"])
    assert (response.status_code, problem_code(response)) == (401, "REFRESH_TOKEN_REUSED")
    assert problem_code(refresh(api, second["refreshToken"])) == "REFRESH_TOKEN_INVALID"
    assert problem_code(api.get("/auth/me", token=second["accessToken"])) == "ACCESS_TOKEN_INVALID"
    assert problem_code(refresh(api, first["refreshToken"])) == "REFRESH_TOKEN_REUSED"
    assert api.get("/auth/me", token=other["accessToken"]).status_code == 200
    assert [m.subject for m in mailbox.to(user.email)] == ["Security notice: a login was ended"]
    assert "TOKEN_REUSE_DETECTED" in auth_events()


@pytest.mark.parametrize("token", ["", "unknown", "x" * 4000])
def test_unknown_refresh_token(api: ApiClient, token: str) -> None:
    """Api.md section 4: an empty refresh token is REFRESH_TOKEN_INVALID."""
    before = footprint()
    response = refresh(api, token)
    assert (response.status_code, problem_code(response)) == (401, "REFRESH_TOKEN_INVALID")
    assert footprint() == before


def test_refresh_without_anything(api: ApiClient) -> None:
    assert problem_code(api.post("/auth/refresh", {})) == "REFRESH_TOKEN_INVALID"
    assert problem_code(api.post("/auth/refresh")) == "REFRESH_TOKEN_INVALID"


def test_expired_refresh_token(api: ApiClient) -> None:
    """SE-4: seven days from issue."""
    token = log_in(api, make_user())["refreshToken"]
    with time_machine.travel(clock.now() + timedelta(days=7)):
        assert problem_code(refresh(api, token)) == "REFRESH_TOKEN_EXPIRED"


def test_session_ends_after_thirty_days(api: ApiClient, set_setting: Any) -> None:
    """SE-4: however often it was refreshed."""
    set_setting("PASSWORD_EXPIRY_DAYS", "0")
    start, token = clock.now(), log_in(api, make_user())["refreshToken"]
    for day in (6, 12, 18, 24, 29):
        with time_machine.travel(start + timedelta(days=day)):
            body = refresh(api, token).json()
            token = body["refreshToken"]
    assert body["refreshExpiresIn"] <= 24 * 3600 + 5
    with time_machine.travel(start + timedelta(days=30, seconds=1)):
        assert problem_code(refresh(api, token)) == "REFRESH_TOKEN_EXPIRED"


@pytest.mark.parametrize("ended", [False, True])
def test_refresh_of_a_suspended_account(api: ApiClient, ended: bool) -> None:
    """Api.md section 4: a known token of a suspended account, even an ended one."""
    user = make_user()
    token = log_in(api, user)["refreshToken"]
    if ended:
        end_all_sessions(user, RevokedReason.SUSPENDED, actor=as_actor(user))
    User.objects.filter(pk=user.pk).update(user_status_id=code_id("UserStatus", "suspended"))
    response = refresh(api, token)
    assert (response.status_code, problem_code(response)) == (403, "ACCOUNT_SUSPENDED")


def test_refresh_while_locked(api: ApiClient) -> None:
    """LK-2: sessions already open go on."""
    user = make_user()
    token = log_in(api, user)["refreshToken"]
    User.objects.filter(pk=user.pk).update(
        user_status_id=code_id("UserStatus", "locked"), is_locked=True, locked_until=clock.now() + timedelta(minutes=9)
    )
    response = refresh(api, token)
    assert response.status_code == 200
    assert response.json()["user"]["statusCode"] == "locked"


def test_cookie_transport(api: ApiClient) -> None:
    """SE-6."""
    user = make_user()
    response = api.post("/auth/login", {"email": user.email, "password": PASSWORD, "tokenTransport": "cookie"})
    assert response.json()["refreshToken"] is None
    cookie = response.cookies["eventlead_refresh"]
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Strict")
    assert (cookie["path"], cookie["max-age"]) == ("/api/v1/auth", 604800)
    for headers in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        refused = api.post("/auth/refresh", {}, **headers)
        assert (refused.status_code, problem_code(refused)) == (403, "ORIGIN_NOT_ALLOWED")
    refreshed = api.post("/auth/refresh", {}, Origin=ORIGIN)
    assert refreshed.status_code == 200
    assert refreshed.json()["refreshToken"] is None
    assert refreshed.cookies["eventlead_refresh"].value != cookie.value


def test_cookie_token_is_no_body_token(api: ApiClient) -> None:
    """SE-6: the refresh token travels only in the cookie."""
    user = make_user()
    response = api.post("/auth/login", {"email": user.email, "password": PASSWORD, "tokenTransport": "cookie"})
    token = response.cookies["eventlead_refresh"].value
    assert problem_code(refresh(ApiClient(), token)) == "REFRESH_TOKEN_INVALID"


def test_me(api: ApiClient) -> None:
    """Api.md section 4."""
    user = make_user()
    body = log_in(api, user)
    me = api.get("/auth/me", token=body["accessToken"]).json()
    assert set(me) == {"user", "activeCompany", "capabilities", "session"}
    assert me["user"]["email"] == user.email
    assert (me["activeCompany"], me["capabilities"]) == (None, [])
    assert set(me["session"]) == {"sessionId", "expiresAt"}


def test_list_of_sessions(api: ApiClient) -> None:
    """SE-1."""
    user = make_user()
    session_of(make_user())
    there, here = log_in(api, user), log_in(api, user)
    refresh(api, there["refreshToken"])
    body = api.get("/auth/sessions", token=here["accessToken"]).json()
    assert body["total"] == len(body["items"]) == 2
    assert set(body["items"][0]) == {
        *("sessionId", "createdDate", "lastUsedAt", "expiresAt", "ipAddress", "userAgent", "companyId", "isCurrent")
    }
    assert [item["isCurrent"] for item in body["items"]] == [True, False]


def test_end_another_device(api: ApiClient) -> None:
    """SE-1: the user can end any one."""
    user = make_user()
    there, here = log_in(api, user), log_in(api, user)
    listed = api.get("/auth/sessions", token=here["accessToken"]).json()["items"]
    there_id = next(item["sessionId"] for item in listed if not item["isCurrent"])
    assert api.delete(f"/auth/sessions/{there_id}", token=here["accessToken"]).status_code == 204
    assert problem_code(api.get("/auth/me", token=there["accessToken"])) == "ACCESS_TOKEN_INVALID"
    assert api.get("/auth/me", token=here["accessToken"]).status_code == 200
    again = api.delete(f"/auth/sessions/{there_id}", token=here["accessToken"])
    assert (again.status_code, problem_code(again)) == (404, "NOT_FOUND")
    assert auth_events()[-1] == "SESSIONS_REVOKED"


def test_foreign_session_is_not_found(api: ApiClient) -> None:
    """A session of another person can be neither seen nor ended."""
    foreign = session_of(make_user())
    client = client_of(make_user())
    response = client.delete(f"/auth/sessions/{foreign.session_id}")
    assert (response.status_code, problem_code(response)) == (404, "NOT_FOUND")
    assert api.get("/auth/me", token=foreign.access_token).status_code == 200
    assert client.delete("/auth/sessions/not-a-uuid").status_code == 404


def test_raised_version_stops_access_and_keeps_refresh(api: ApiClient) -> None:
    """SE-8: role changes raise AccessTokenVersion, so that the next refresh carries the new rights."""
    user = make_user()
    body = log_in(api, user)
    assert api.get("/auth/me", token=body["accessToken"]).status_code == 200
    bump_access_version(user)
    assert problem_code(api.get("/auth/me", token=body["accessToken"])) == "ACCESS_TOKEN_INVALID"
    fresh = refresh(api, body["refreshToken"])
    assert fresh.status_code == 200
    assert api.get("/auth/me", token=fresh.json()["accessToken"]).status_code == 200


def test_general_limits_are_recorded_on_auth_routes(api: ApiClient, set_setting: Any) -> None:
    """RL-1, section 21: RATE_LIMIT_EXCEEDED on an auth route, signed in or not."""
    set_setting("RATE_LIMIT_ANONYMOUS_PER_MINUTE", "1")
    set_setting("RATE_LIMIT_API_PER_MINUTE", "1")
    client = client_of(make_user())
    assert client.get("/auth/me")["RateLimit-Remaining"] == "0"
    assert problem_code(client.get("/auth/me")) == "RATE_LIMIT_EXCEEDED"
    refresh(api, "unknown")
    assert problem_code(refresh(api, "unknown")) == "RATE_LIMIT_EXCEEDED"
    assert auth_events(event_type="RATE_LIMIT_EXCEEDED") == ["RATE_LIMIT_EXCEEDED"] * 2


def test_endpoints_need_a_token(api: ApiClient) -> None:
    """SE-10, section 7."""
    for method, path in (
        ("POST", "/auth/logout"),
        ("POST", "/auth/logout-all"),
        ("POST", "/auth/sessions/revoke-others"),
        ("GET", "/auth/me"),
        ("POST", "/auth/change-password"),
        ("GET", "/auth/sessions"),
        ("DELETE", "/auth/sessions/00000000-0000-4000-8000-000000000000"),
    ):
        response = api.send(method, path, None)
        assert (response.status_code, problem_code(response)) == (401, "AUTHENTICATION_REQUIRED"), path
