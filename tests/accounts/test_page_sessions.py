"""Sessions of pages (SE-1, SE-9, SE-8, LG-1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from accounts.middleware import PageSessionMiddleware
from accounts.models import User, UserRefreshToken
from accounts.models.codes import RevokedReason
from accounts.services import page_sessions
from accounts.services.people import as_actor
from accounts.services.sessions import end_all_sessions, end_session
from common import clock
from common.problems import Problem
from common.tenancy import current_scope
from tests.factories.accounts import PASSWORD, make_user
from tests.support.trail import auth_events

pytestmark = pytest.mark.django_db


class Browser:
    """Keeps a browser session between requests, as the cookie would."""

    def __init__(self) -> None:
        self.store = SessionStore()
        self.scope: Any = None

    def request(self, path: str = "/dashboard") -> HttpRequest:
        request = RequestFactory().get(path)
        request.session = self.store
        return request

    def log_in(self, user: User, password: str = PASSWORD) -> Any:
        return page_sessions.log_in(self.request("/login"), email=user.email, password=password)

    def visit(self, path: str = "/dashboard") -> tuple[HttpRequest, HttpResponse]:
        request = self.request(path)

        def view(inner: HttpRequest) -> HttpResponse:
            self.scope = current_scope()
            return HttpResponse("page")

        return request, AuthenticationMiddleware(PageSessionMiddleware(view))(request)


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser()


def test_log_in_opens_a_session_of_its_own(browser: Browser) -> None:
    """SE-1, SE-9: a family row, a new session key, a handle that is stored as a hash."""
    user = make_user()
    browser.store.create()
    key = browser.store.session_key
    issued = browser.log_in(user)
    assert browser.store.session_key != key
    row = UserRefreshToken.objects.get()
    assert (row.transport, str(row.token_family_id)) == ("page", issued.session_id)
    assert row.expires_at - row.created_date == timedelta(minutes=30)
    assert browser.store[page_sessions.HANDLE] not in (row.token_hash, "")
    assert auth_events() == ["LOGIN_SUCCESS"]


def test_page_knows_the_person(browser: Browser) -> None:
    """Middleware: person, principal, tenant scope, no-store."""
    user = make_user(role="system_admin")
    issued = browser.log_in(user)
    request, response = browser.visit()
    principal = request.eventlead_principal
    assert request.user == user
    assert (principal.user_id, principal.session_id) == (user.pk, issued.session_id)
    assert (principal.system_role, principal.company_id) == ("system_admin", None)
    assert browser.scope.user_id == user.pk
    assert response["Cache-Control"] == "no-store"


def test_visitor(browser: Browser) -> None:
    request, response = browser.visit()
    assert request.eventlead_principal is None
    assert not request.user.is_authenticated
    assert request.session_ended is None
    assert "Cache-Control" not in response


def test_api_reads_no_page_session(browser: Browser) -> None:
    """TI-1: the API knows bearer tokens only."""
    browser.log_in(make_user())
    request, _ = browser.visit("/api/v1/auth/me")
    assert request.eventlead_principal is None


def test_idle_session_ends(browser: Browser) -> None:
    """SE-9: 30 minutes without a request."""
    browser.log_in(make_user())
    with time_machine.travel(clock.now() + timedelta(minutes=30, seconds=1)):
        request, _ = browser.visit()
        assert request.eventlead_principal is None
        assert request.session_ended == "timeout"
        assert not request.user.is_authenticated
        assert browser.visit()[0].session_ended is None


def test_requests_move_the_end_on_once_a_minute(browser: Browser) -> None:
    """SE-9."""
    start = clock.now()
    browser.log_in(make_user())
    first = UserRefreshToken.objects.get().expires_at
    with time_machine.travel(start + timedelta(seconds=30)):
        browser.visit()
    assert UserRefreshToken.objects.get().expires_at == first
    for minutes in range(20, 121, 20):
        with time_machine.travel(start + timedelta(minutes=minutes)):
            assert browser.visit()[0].eventlead_principal is not None
    assert UserRefreshToken.objects.get().expires_at > start + timedelta(minutes=149)


def test_session_ends_in_the_end(browser: Browser, set_setting: Any) -> None:
    """SE-4: SESSION_MAX_DAYS after the login however busy it is."""
    set_setting("SESSION_MAX_DAYS", "1")
    set_setting("SESSION_TIMEOUT_MINUTES", "480")
    start = clock.now()
    browser.log_in(make_user())
    for hours in (7, 14, 21):
        with time_machine.travel(start + timedelta(hours=hours)):
            assert browser.visit()[0].eventlead_principal is not None
    with time_machine.travel(start + timedelta(hours=24, seconds=1)):
        assert browser.visit()[0].session_ended == "timeout"


@pytest.mark.parametrize("how", ["one", "all", "suspended"])
def test_ended_elsewhere(browser: Browser, how: str) -> None:
    """SE-1, SE-8: a page session ends from any device, and with every other session."""
    user = make_user()
    issued = browser.log_in(user)
    actor = as_actor(user)
    if how == "one":
        end_session(session_id=issued.session_id, user_id=user.pk, reason=RevokedReason.SESSION_ENDED, actor=actor)
    else:
        reason = RevokedReason.SUSPENDED if how == "suspended" else RevokedReason.LOGOUT_ALL
        end_all_sessions(user, reason, actor=actor)
    request, _ = browser.visit()
    assert request.eventlead_principal is None
    assert not request.user.is_authenticated
    assert request.session_ended == "ended"
    assert browser.visit()[0].session_ended is None


def test_sign_out(browser: Browser) -> None:
    """SE-7."""
    browser.log_in(make_user())
    page_sessions.sign_out(browser.request("/logout"))
    assert UserRefreshToken.objects.get().revoked_reason == "logout"
    assert browser.visit()[0].eventlead_principal is None
    assert auth_events() == ["LOGIN_SUCCESS", "LOGOUT"]


def test_second_log_in_ends_the_first(browser: Browser) -> None:
    """UX-4: after a change of account nothing of the former one remains."""
    first, second = make_user(), make_user()
    browser.log_in(first)
    browser.log_in(second)
    assert browser.visit()[0].user == second
    assert UserRefreshToken.objects.get(user=first).revoked_at is not None


def test_refused_log_in_opens_nothing(browser: Browser) -> None:
    """LG-1, GEN-1: pages and API have the same rules."""
    user = make_user(status="suspended")
    with pytest.raises(Problem, match="ACCOUNT_SUSPENDED"):
        browser.log_in(user)
    with pytest.raises(Problem, match="INVALID_CREDENTIALS"):
        browser.log_in(user, "wrong horse 11")
    assert not UserRefreshToken.objects.exists()
    assert browser.visit()[0].eventlead_principal is None


def test_page_handle_is_no_refresh_token(browser: Browser, api: Any) -> None:
    """SE-10: the handle of a page session opens no API session."""
    browser.log_in(make_user())
    response = api.post("/auth/refresh", {"refreshToken": browser.store[page_sessions.HANDLE]})
    assert response.json()["code"] == "REFRESH_TOKEN_INVALID"
    assert browser.visit()[0].eventlead_principal is not None


def test_django_authenticate_follows_the_same_rules(db: None) -> None:
    """GEN-1: the back office's own form goes through the login service."""
    user, locked = make_user(role="system_admin"), make_user(status="locked")
    assert authenticate(username=user.email.upper(), password=PASSWORD) == user
    assert authenticate(username=user.email, password="wrong horse 11") is None
    assert authenticate(username=locked.email, password=PASSWORD) is None
    user.refresh_from_db()
    assert user.failed_login_attempts == 1
