"""Reset and change of passwords (PW-1, PW-5 to PW-7, LK-2, LK-3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User, UserPasskey, UserPasswordResetToken
from common import clock
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of, session_of
from tests.support.trail import activities, auth_events, footprint, snapshots

pytestmark = pytest.mark.django_db

NEW = "green lantern 92"
NEUTRAL = {"message": "Check your inbox. If the address can be used, a message is on its way."}


def reset_link(api: ApiClient, mailbox: Mailbox, user: User) -> str:
    response = api.post("/auth/password-reset/request", {"email": user.email})
    assert response.status_code == 202
    assert response.json() == NEUTRAL
    return mailbox.token_for(user.email)


def confirm(api: ApiClient, token: str, password: str = NEW) -> Any:
    return api.post("/auth/password-reset/confirm", {"token": token, "newPassword": password})


def can_log_in(user: User, password: str) -> bool:
    response = ApiClient(ip_address="10.9.9.9").post("/auth/login", {"email": user.email, "password": password})
    return bool(response.status_code == 200)


def test_reset(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-6: new hash and date, every session ended, notice mailed."""
    user = make_user(failed_login_attempts=2)
    session = session_of(user)
    before = user.last_password_change
    token = reset_link(api, mailbox, user)
    assert "1 hour" in mailbox.to(user.email)[0].text
    response = confirm(api, token)
    assert response.status_code == 200
    assert set(response.json()) == {"message"}
    assert can_log_in(user, NEW)
    assert not can_log_in(user, PASSWORD)
    user.refresh_from_db()
    assert user.last_password_change > before
    assert problem_code(api.get("/auth/me", token=session.access_token)) == "ACCESS_TOKEN_INVALID"
    refused = api.post("/auth/refresh", {"refreshToken": session.refresh_token})
    assert problem_code(refused) == "REFRESH_TOKEN_INVALID"
    assert mailbox.to(user.email)[-1].subject == "Your password was changed"
    assert activities() == ["USER_PASSWORD_CHANGED"]
    events = auth_events(user_id=user.pk)
    assert events[:2] == ["PASSWORD_RESET_REQUESTED", "PASSWORD_RESET_COMPLETED"]
    assert snapshots(user) == 2


@pytest.mark.parametrize(("live", "says"), [(0, ""), (1, "Your 1 passkey did"), (3, "Your 3 passkeys did")])
def test_the_notice_names_the_passkeys_that_stay(api: ApiClient, mailbox: Mailbox, live: int, says: str) -> None:
    """PW-6, PW-7: a new password closes no passkey, and its owner is told, with the way to see them."""
    user = make_user()
    for number in range(live):
        make_passkey(user, passkey_name=f"Phone {number}")
    make_passkey(user, is_deleted=True, deleted_date=clock.now() + timedelta(seconds=1))
    assert confirm(api, reset_link(api, mailbox, user)).status_code == 200
    change = {"currentPassword": NEW, "newPassword": "amber ladder 17"}
    user.refresh_from_db()
    assert client_of(user).post("/auth/change-password", change).status_code == 200
    assert UserPasskey.objects.alive().count() == live
    notices = [mail for mail in mailbox.to(user.email) if mail.subject == "Your password was changed"]
    assert len(notices) == 2
    for notice in notices:
        for text in (notice.text, notice.html):
            assert ("passkey" in text) is bool(live)
            assert ("/account/security" in text) is bool(live)
            assert says in text


@pytest.mark.parametrize("status", [None, "suspended"])
def test_request_is_neutral(api: ApiClient, mailbox: Mailbox, status: str | None) -> None:
    """PW-5: 202 always; nothing is mailed to suspended or unknown addresses."""
    if status is not None:
        make_user(email="p@x.example", status=status)
    before = footprint()
    response = api.post("/auth/password-reset/request", {"email": "P@x.example"})
    assert (response.status_code, response.json()) == (202, NEUTRAL)
    assert footprint() == before
    assert mailbox() == []
    assert auth_events() == ["PASSWORD_RESET_REQUESTED"]


def test_request_is_limited(api: ApiClient) -> None:
    """RL-1: three an hour for each e-mail, known or not."""
    for _ in range(3):
        assert api.post("/auth/password-reset/request", {"email": "p@x.example"}).status_code == 202
    refused = api.post("/auth/password-reset/request", {"email": "P@X.example"})
    assert problem_code(refused) == "RATE_LIMIT_EXCEEDED"


def test_new_request_kills_earlier_links(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-5."""
    user = make_user()
    first, second = reset_link(api, mailbox, user), reset_link(api, mailbox, user)
    assert problem_code(confirm(api, first)) == "TOKEN_INVALID"
    assert confirm(api, second).status_code == 200


def test_validate_spends_nothing(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-8, SU-4."""
    token = reset_link(api, mailbox, make_user())
    for _ in range(2):
        body = api.post("/auth/password-reset/validate", {"token": token}).json()
        assert body["isValid"] is True
        assert set(body) == {"isValid", "expiresAt"}
    confirm(api, token)
    used = api.post("/auth/password-reset/validate", {"token": token})
    assert (used.status_code, problem_code(used)) == (409, "TOKEN_USED")


@pytest.mark.parametrize("path", ["validate", "confirm"])
def test_bad_links(api: ApiClient, mailbox: Mailbox, path: str) -> None:
    """PW-8: unknown, used and expired links each get their own answer."""
    user = make_user()

    def send(token: str) -> Any:
        body = {"token": token} | ({"newPassword": NEW} if path == "confirm" else {})
        return api.post(f"/auth/password-reset/{path}", body)

    unknown = send("x" * 43)
    assert (unknown.status_code, problem_code(unknown)) == (400, "TOKEN_INVALID")
    token = reset_link(api, mailbox, user)
    with time_machine.travel(clock.now() + timedelta(hours=1)):
        expired = send(token)
        assert (expired.status_code, problem_code(expired)) == (410, "TOKEN_EXPIRED")
    confirm(api, token)
    used = send(token)
    assert (used.status_code, problem_code(used)) == (409, "TOKEN_USED")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("a1", "password_too_short"),
        ("x" * 129 + "1", "password_too_long"),
        ("no digits here", "password_no_number"),
        ("password1", "password_too_common"),
        (PASSWORD, "password_unchanged"),
        ("", "blank"),
    ],
)
def test_weak_password_leaves_the_link_usable(api: ApiClient, mailbox: Mailbox, password: str, code: str) -> None:
    """PW-6, PW-1."""
    user = make_user()
    token = reset_link(api, mailbox, user)
    before = footprint()
    assert field_codes(confirm(api, token, password))["newPassword"] == code
    assert footprint() == before
    assert UserPasswordResetToken.objects.get().used_at is None
    assert confirm(api, token).status_code == 200


def test_reset_clears_a_lock_with_an_end(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-6, LK-2."""
    user = make_user(status="locked", failed_login_attempts=5)
    confirm(api, reset_link(api, mailbox, user))
    user.refresh_from_db()
    assert (user.is_locked, user.user_status.code, user.failed_login_attempts) == (False, "active", 0)
    assert activities() == ["USER_UNLOCKED", "USER_PASSWORD_CHANGED"]
    assert "ACCOUNT_UNLOCKED" in auth_events()


def test_reset_leaves_a_staff_lock(api: ApiClient, mailbox: Mailbox) -> None:
    """LK-2: one without an end is lifted by staff only."""
    user = make_user(status="locked", locked_until=None)
    confirm(api, reset_link(api, mailbox, user))
    user.refresh_from_db()
    assert user.is_locked


def test_reset_verifies_a_pending_account(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-6, SU-7: the mailbox is proven."""
    user = make_user(status="pending")
    confirm(api, reset_link(api, mailbox, user))
    user.refresh_from_db()
    assert (user.is_email_verified, user.user_status.code) == (True, "active")
    assert can_log_in(user, NEW)


def test_reset_for_a_person_suspended_meanwhile(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-5: suspended accounts do not reset."""
    from reference.selectors import code_id

    user = make_user()
    token = reset_link(api, mailbox, user)
    User.objects.filter(pk=user.pk).update(user_status_id=code_id("UserStatus", "suspended"))
    assert problem_code(confirm(api, token)) == "TOKEN_INVALID"


def change(client: ApiClient, current: str = PASSWORD, new: str = NEW) -> Any:
    return client.post("/auth/change-password", {"currentPassword": current, "newPassword": new})


def test_change(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-7: this session goes on with a new grant, the others end, the notice is mailed."""
    user = make_user()
    other, here = session_of(user), session_of(user)
    response = change(ApiClient(here.access_token))
    assert response.status_code == 200
    assert set(response.json()) == {"accessToken", "tokenType", "expiresIn", "activeCompany"}
    assert api.get("/auth/me", token=response.json()["accessToken"]).status_code == 200
    assert api.post("/auth/refresh", {"refreshToken": here.refresh_token}).status_code == 200
    assert problem_code(api.get("/auth/me", token=other.access_token)) == "ACCESS_TOKEN_INVALID"
    assert problem_code(api.post("/auth/refresh", {"refreshToken": other.refresh_token})) == "REFRESH_TOKEN_INVALID"
    assert can_log_in(user, NEW)
    assert mailbox.to(user.email)[0].subject == "Your password was changed"
    assert auth_events()[0] == "PASSWORD_CHANGED"
    assert activities() == ["USER_PASSWORD_CHANGED"]


def test_change_names_every_bad_field(api: ApiClient) -> None:
    """PW-7, GEN-5."""
    client = client_of(make_user())
    before = footprint()
    codes = field_codes(change(client, "wrong horse 11", "qz7 x"))
    assert codes == {"currentPassword": "incorrect_password", "newPassword": "password_too_short"}
    assert footprint() == before
    assert auth_events() == ["PASSWORD_CHANGE_FAILED"]


def test_change_to_the_same_password(api: ApiClient) -> None:
    """PW-1: not equal to the current password."""
    assert field_codes(change(client_of(make_user()), PASSWORD, PASSWORD)) == {"newPassword": "password_unchanged"}


def test_wrong_current_password_counts_and_locks(api: ApiClient, mailbox: Mailbox) -> None:
    """LK-3; the open session goes on, and is no way to go on guessing."""
    user = make_user()
    client = client_of(user)
    for _ in range(5):
        assert field_codes(change(client, "wrong horse 11")) == {"currentPassword": "incorrect_password"}
    user.refresh_from_db()
    assert user.is_locked
    assert client.get("/auth/me").status_code == 200
    assert change(client).status_code == 423
    assert not can_log_in(user, PASSWORD)


def test_change_kills_earlier_links_and_proofs(api: ApiClient, mailbox: Mailbox) -> None:
    """PW-7: whoever holds a link from before the change cannot undo it."""
    user = make_user()
    token = reset_link(api, mailbox, user)
    client = client_of(user)
    changed = client.post("/auth/change-password", {"currentPassword": PASSWORD, "newPassword": NEW})
    assert changed.status_code == 200
    assert problem_code(confirm(api, token, "amber kettle 55")) == "TOKEN_INVALID"
    assert can_log_in(user, NEW)
