"""Browser sessions at rest (SU-3, MA-3, SE-9)."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import signing

from accounts.services import page_sessions
from tests.factories.accounts import make_user
from tests.support.pages import PageClient

pytestmark = pytest.mark.django_db

SECRET = "Zr4v" * 10 + "abc"


def test_the_table_holds_neither_keys_nor_secrets() -> None:
    """SU-3, MA-3: a link that was opened and a page handle cannot be read from the database, nor a session taken."""
    client = PageClient()
    assert client.get(f"/verify-email?token={SECRET}").status_code == 302
    row = Session.objects.get()
    key = client.http.cookies[settings.SESSION_COOKIE_NAME].value
    assert row.session_key != key
    assert SECRET not in row.session_data
    with pytest.raises(signing.BadSignature):
        signing.loads(row.session_data, salt="django.contrib.sessions.SessionStore")
    assert client.http.session["link:verify-email"] == SECRET


def test_the_stored_key_opens_no_session() -> None:
    """SE-9: what stands in the table is no cookie."""
    PageClient.of(make_user())
    thief = PageClient()
    thief.http.cookies[settings.SESSION_COOKIE_NAME] = Session.objects.get().session_key
    assert thief.get("/account").status_code == 302
    assert "/login" in thief.get("/account")["Location"]


def test_data_under_another_key_is_an_empty_session() -> None:
    """SE-9: a row moved below another cookie's key opens nothing."""
    mine, other = PageClient.of(make_user()), PageClient.of(make_user())
    assert page_sessions.HANDLE in mine.http.session
    first, second = Session.objects.order_by("session_data")
    Session.objects.filter(pk=first.pk).update(session_data=second.session_data)
    opened = [page_sessions.HANDLE in client.http.session for client in (mine, other)]
    assert sorted(opened) == [False, True]


def test_log_in_and_log_out_leave_no_row_behind() -> None:
    """SE-9: a new key at login, and the former row goes; so does the last one at logout."""
    client = PageClient()
    client.get(f"/verify-email?token={SECRET}")
    before = Session.objects.get().session_key
    user = make_user()
    client.post("/login", email=user.email, password="blue kettle 47")
    after = Session.objects.get().session_key
    assert after != before
    client.post("/logout")
    assert not Session.objects.filter(session_key=after).exists()
