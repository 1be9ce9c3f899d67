"""Log-in by passkey, alone and as the second factor."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import redis
import time_machine

from accounts.models import User, UserPasskey, UserRefreshToken
from common import clock, shared_store
from tests.accounts.passkey_steps import add_passkey, log_in, login_body, person_with_passkey, register_body
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.authenticator import RP_ID, Authenticator
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import auth_events

usual = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]


def events() -> list[tuple[str, str | None]]:
    from logging_app.models import AuthEvent

    rows = AuthEvent.objects.filter(event_type__startswith="LOGIN_").order_by("pk")
    return [(row.event_type, row.reason) for row in rows]


def open_sessions(user: User) -> int:
    return int(UserRefreshToken.objects.filter(user=user).count())


class TestLogIn:
    pytestmark = usual

    def test_options_tell_nothing(self, api: ApiClient) -> None:
        """Nothing enumerable: no account is named, none is asked for."""
        person_with_passkey(make_user())
        asked = api.post("/auth/passkeys/login/options").json()["publicKey"]
        assert (asked["rpId"], asked["allowCredentials"], asked["userVerification"]) == (RP_ID, [], "required")

    def test_success(self, api: ApiClient) -> None:
        """A Session as after a password, with the second factor done; the password's age does not matter."""
        user = make_user(last_password_change=clock.now() - timedelta(days=91), failed_login_attempts=3)
        device = person_with_passkey(user)
        before = open_sessions(user)
        answer = log_in(api, device)
        body = answer.json()
        assert answer.status_code == 200, body
        assert (body["tokenType"], body["user"]["userId"]) == ("Bearer", user.pk)
        assert api.get("/auth/me", token=body["accessToken"]).status_code == 200
        row = UserRefreshToken.objects.order_by("-pk").first()
        assert (open_sessions(user), row.has_second_factor) == (before + 1, True)
        from logging_app.models import AuthEvent

        event = AuthEvent.objects.get(event_type="LOGIN_SUCCESS")
        assert (event.user_id, event.details["method"]) == (user.pk, "passkey")
        passkey = UserPasskey._base_manager.get()
        assert (passkey.sign_count, passkey.last_used_at is not None) == (1, True)
        user.refresh_from_db()
        assert user.failed_login_attempts == 0

    def test_cookie_transport(self, api: ApiClient) -> None:
        """SE-6: the refresh token travels in the cookie only."""
        answer = log_in(api, person_with_passkey(make_user()), tokenTransport="cookie")
        assert answer.json()["refreshToken"] is None
        assert any(cookie["httponly"] for cookie in answer.cookies.values())

    def test_refreshing_keeps_the_second_factor(self, api: ApiClient) -> None:
        """SE-4: rotation carries it on."""
        token = log_in(api, person_with_passkey(make_user())).json()["refreshToken"]
        assert api.post("/auth/refresh", {"refreshToken": token}).status_code == 200
        assert UserRefreshToken.objects.order_by("-pk").first().has_second_factor

    def test_devices_that_do_not_count(self, api: ApiClient) -> None:
        """Synced passkeys always say zero."""
        device = person_with_passkey(make_user(), step=0)
        assert [log_in(api, device).status_code for _ in range(2)] == [200, 200]

    @pytest.mark.parametrize(
        ("status", "code"),
        [("suspended", "ACCOUNT_SUSPENDED"), ("locked", "ACCOUNT_LOCKED"), ("pending", "EMAIL_NOT_VERIFIED")],
    )
    def test_status_refuses_as_with_the_right_password(self, api: ApiClient, status: str, code: str) -> None:
        """LG-1, right column; nobody is signed in."""
        user = make_user()
        device = person_with_passkey(user)
        other = make_user(status=status)
        UserPasskey._base_manager.update(user_id=other.pk)
        from accounts.services.passkey_protocol import user_handle

        device.user_handle = user_handle(other.pk)
        answer = log_in(api, device)
        assert problem_code(answer) == code
        assert open_sessions(other) == 0
        assert events() == [("LOGIN_FAILED", code)]

    def test_one_answer_for_all_that_is_wrong(self, api: ApiClient) -> None:
        """Unknown credential, bad signature, other origin or person, stale ceremony: only the log tells them apart."""
        user = make_user()
        device = person_with_passkey(user)
        sessions = open_sessions(user)
        unknown = Authenticator(user_handle=device.user_handle)
        forger = Authenticator(credential_id=device.credential_id, user_handle=device.user_handle)
        stolen = {"key": device.key, "credential_id": device.credential_id, "user_handle": device.user_handle}
        wrong = [
            unknown,
            forger,
            Authenticator(**stolen, origin="https://evil.example"),
            Authenticator(**stolen, rp_id="evil.example"),
            Authenticator(**stolen, is_verifying=False),
            Authenticator(**{**stolen, "user_handle": b"somebody else"}),
            Authenticator(**{**stolen, "user_handle": b""}),
        ]
        bodies = [log_in(api, one).json() for one in wrong]
        stale = login_body(api, device)
        with time_machine.travel(clock.now() + timedelta(minutes=5, seconds=1)):
            bodies.append(api.post("/auth/passkeys/login", stale).json())
        bodies.append(api.post("/auth/passkeys/login", {"ceremonyToken": "x", "credential": {}}).json())
        for body in bodies:
            body.pop("requestId")
        assert all(body == bodies[0] for body in bodies)
        assert (bodies[0]["status"], bodies[0]["code"]) == (401, "PASSKEY_INVALID")
        assert open_sessions(user) == sessions
        assert {kind for kind, _ in events()} == {"LOGIN_FAILED"}
        assert len(events()) == len(bodies)
        user.refresh_from_db()
        assert user.failed_login_attempts == 0

    def test_replayed_ceremony(self, api: ApiClient) -> None:
        """A signature is worth one log-in."""
        user = make_user()
        body = login_body(api, person_with_passkey(user))
        assert api.post("/auth/passkeys/login", body).status_code == 200
        assert problem_code(api.post("/auth/passkeys/login", body)) == "PASSKEY_INVALID"
        assert events()[-1] == ("LOGIN_FAILED", "CEREMONY_OVER")

    def test_replayed_ceremony_while_redis_is_away(self, api: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
        """Section 26: log-in works without Redis, and a signature is still worth one log-in."""

        def refuse() -> Any:
            raise redis.ConnectionError("refused")

        device = person_with_passkey(make_user())
        monkeypatch.setattr(shared_store, "client", refuse)
        body = login_body(api, device)
        assert api.post("/auth/passkeys/login", body).status_code == 200
        assert problem_code(api.post("/auth/passkeys/login", body)) == "PASSKEY_INVALID"

    def test_counter_that_went_back(self, api: ApiClient) -> None:
        """A copied device is refused and recorded; the stored counter stays."""
        device = person_with_passkey(make_user(), counter=10)
        assert log_in(api, device).status_code == 200
        device.counter = 10
        assert problem_code(log_in(api, device)) == "PASSKEY_INVALID"
        assert events()[-1] == ("LOGIN_FAILED", "PASSKEY_COUNTER_WENT_BACK")
        assert UserPasskey._base_manager.get().sign_count == 11
        device.counter = 11
        assert log_in(api, device).status_code == 200

    def test_ceremony_of_adding_logs_nobody_in(self, api: ApiClient) -> None:
        """A token of one purpose is worth nothing for another."""
        user = make_user()
        device = person_with_passkey(user)
        begun = client_of(user).post("/auth/passkeys/register/options", {"currentPassword": PASSWORD}).json()
        body = {"ceremonyToken": begun["ceremonyToken"], "credential": device.sign(begun["publicKey"])}
        assert problem_code(api.post("/auth/passkeys/login", body)) == "PASSKEY_INVALID"


def test_attempts_are_limited(api: ApiClient, public_origin: str) -> None:
    """RL-1: five a minute for an address and a passkey, as for a password."""
    device = Authenticator()
    answers = [log_in(api, device) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert auth_events(event_type="RATE_LIMIT_EXCEEDED") == ["RATE_LIMIT_EXCEEDED"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("public_origin", "roomy")
class TestRaces:
    def test_two_log_ins_with_one_ceremony(self) -> None:
        """GEN-3: one wins."""
        body = login_body(ApiClient(), person_with_passkey(make_user()))
        calls = [lambda: ApiClient().post("/auth/passkeys/login", body)] * 2
        assert sorted(answer.status_code for answer in run_together(*calls)) == [200, 401]

    def test_two_additions_of_one_credential(self) -> None:
        """One row; the other is told."""
        device = Authenticator()
        clients = [client_of(make_user()) for _ in range(2)]
        answers = run_together(*[lambda client=client: add_passkey(client, device) for client in clients])
        assert sorted(answer.status_code for answer in answers) == [201, 409]
        assert UserPasskey._base_manager.count() == 1

    def test_additions_stay_within_the_limit(self) -> None:
        """Ten at most, however many come at once."""
        client = client_of(make_user())
        for number in range(9):
            add_passkey(client, Authenticator(), f"Key {number}")
        bodies = [register_body(client, Authenticator()) for _ in range(2)]
        calls = [lambda body=body: ApiClient(client.token).post("/auth/passkeys/register", body) for body in bodies]
        assert sorted(answer.status_code for answer in run_together(*calls)) == [201, 409]
        assert UserPasskey._base_manager.count() == 10
