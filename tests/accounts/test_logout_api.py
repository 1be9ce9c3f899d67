"""Ending sessions: log-out with and without an access token, all others, everywhere (SE-1, SE-7)."""

from __future__ import annotations

import pytest

from tests.factories.accounts import make_user
from tests.support.api import ApiClient, problem_code
from tests.support.sessions import client_of, log_in, refresh
from tests.support.trail import auth_events

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"


def test_logout_by_cookie(api: ApiClient) -> None:
    """Api.md section 4: logout by cookie needs an allowed Origin and takes the cookie back."""
    user = make_user()
    token = log_in(api, user, tokenTransport="cookie")["accessToken"]
    assert problem_code(api.post("/auth/logout", {}, token=token)) == "ORIGIN_NOT_ALLOWED"
    response = api.post("/auth/logout", {}, token=token, Origin=ORIGIN)
    assert response.status_code == 204
    assert response.cookies["eventlead_refresh"].value == ""


def test_logout_by_cookie_without_an_access_token(api: ApiClient) -> None:
    """Api.md section 4: the body is `{}`, the cookie says which session ends; SE-7."""
    user = make_user()
    body = log_in(api, user, tokenTransport="cookie")
    other = log_in(ApiClient(), user)
    assert problem_code(api.post("/auth/logout", {})) == "ORIGIN_NOT_ALLOWED"
    assert problem_code(api.post("/auth/logout", {}, Origin="https://evil.example")) == "ORIGIN_NOT_ALLOWED"
    assert api.get("/auth/me", token=body["accessToken"]).status_code == 200
    response = api.post("/auth/logout", {}, Origin=ORIGIN)
    assert (response.status_code, response.content) == (204, b"")
    assert response.cookies["eventlead_refresh"].value == ""
    assert problem_code(api.get("/auth/me", token=body["accessToken"])) == "ACCESS_TOKEN_INVALID"
    assert api.get("/auth/me", token=other["accessToken"]).status_code == 200
    assert auth_events(event_type="LOGOUT") == ["LOGOUT"]


def test_logout_by_an_unknown_cookie_ends_nothing_and_takes_it_back(api: ApiClient) -> None:
    """A refresh token of the body transport is no cookie of ours; a foreign page cannot make the browser drop one."""
    user = make_user()
    body = log_in(api, user)
    for token in ("unknown", body["refreshToken"]):
        api.http.cookies["eventlead_refresh"] = token
        foreign = api.post("/auth/logout", {}, Origin="https://evil.example")
        assert (problem_code(foreign), len(foreign.cookies)) == ("ORIGIN_NOT_ALLOWED", 0)
        refused = api.post("/auth/logout", {}, Origin=ORIGIN)
        assert problem_code(refused) == "REFRESH_TOKEN_INVALID"
        cookie = refused.cookies["eventlead_refresh"]
        assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/api/v1/auth")
    del api.http.cookies["eventlead_refresh"]
    assert api.get("/auth/me", token=body["accessToken"]).status_code == 200
    assert auth_events(event_type="LOGOUT") == []


def test_revoke_others_keeps_this_session(api: ApiClient) -> None:
    """SE-1: all other sessions end, page sessions too; nobody else's do."""
    user, stranger = make_user(), make_user()
    here, there = log_in(api, user), log_in(api, user)
    page, foreign = client_of(user), log_in(api, stranger)
    response = api.post("/auth/sessions/revoke-others", token=here["accessToken"])
    assert response.json() == {"sessionsRevoked": 2}
    assert problem_code(api.get("/auth/me", token=there["accessToken"])) == "ACCESS_TOKEN_INVALID"
    assert problem_code(refresh(api, there["refreshToken"])) == "REFRESH_TOKEN_INVALID"
    assert page.get("/auth/me").status_code == 401
    for body in (here, foreign):
        assert api.get("/auth/me", token=body["accessToken"]).status_code == 200
    assert refresh(api, here["refreshToken"]).status_code == 200
    assert auth_events(event_type="SESSIONS_REVOKED") == ["SESSIONS_REVOKED"]


def test_logout_stops_everything_at_once(api: ApiClient) -> None:
    """SE-7."""
    user = make_user()
    here, there = log_in(api, user), log_in(api, user)
    response = api.post("/auth/logout", token=here["accessToken"])
    assert (response.status_code, response.content) == (204, b"")
    assert problem_code(api.get("/auth/me", token=here["accessToken"])) == "ACCESS_TOKEN_INVALID"
    assert problem_code(refresh(api, here["refreshToken"])) == "REFRESH_TOKEN_INVALID"
    assert api.get("/auth/me", token=there["accessToken"]).status_code == 200
    assert auth_events(event_type="LOGOUT") == ["LOGOUT"]


def test_logout_all(api: ApiClient) -> None:
    """SE-7: every session ends, this one too; both versions and the stamp are new."""
    user = make_user()
    here, there = log_in(api, user), log_in(api, user)
    stamp = user.session_token
    response = api.post("/auth/logout-all", token=here["accessToken"])
    assert response.json() == {"sessionsRevoked": 2}
    for body in (here, there):
        assert problem_code(api.get("/auth/me", token=body["accessToken"])) == "ACCESS_TOKEN_INVALID"
        assert problem_code(refresh(api, body["refreshToken"])) == "REFRESH_TOKEN_INVALID"
    user.refresh_from_db()
    assert (user.access_token_version, user.refresh_token_version) == (2, 2)
    assert user.session_token != stamp
    assert auth_events(event_type="SESSIONS_REVOKED") == ["SESSIONS_REVOKED"]
