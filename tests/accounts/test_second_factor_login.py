"""Log-in of people whose second factor is on (SF-1, SF-3, SF-4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from accounts.models import User, UserAuthenticator, UserRecoveryCode, UserRefreshToken
from common import clock
from logging_app.models import AuthEvent, EmailDelivery
from tests.accounts.passkey_steps import add_passkey, person_with_passkey
from tests.accounts.passkey_steps import log_in as log_in_by_passkey
from tests.accounts.second_factor_steps import (
    STEP,
    challenge,
    code_at,
    enrol,
    failures,
    first_step,
    latest_session,
    log_in_with_code,
    second_step,
    wrong_code,
)
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.authenticator import Authenticator
from tests.support.sessions import client_of
from tests.support.trail import auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin")]
roomy = pytest.mark.usefixtures("roomy")


@roomy
class TestFirstStep:
    def test_right_password_is_answered_with_a_challenge(self, api: ApiClient) -> None:
        """SF-3: no session, no success, and the counter of failures stays."""
        person = enrol(make_user())
        first_step(api, person.user, "wrong horse 11")
        before = footprint()
        answer = first_step(api, person.user)
        body = answer.json()
        assert (answer.status_code, body["code"], body["expiresIn"]) == (403, "SECOND_FACTOR_REQUIRED", 300)
        assert body["methods"] == ["totp", "recovery"]
        assert footprint() == before
        assert failures(person.user) == 1
        assert "LOGIN_SUCCESS" not in auth_events(user=person.user)
        assert AuthEvent.objects.filter(reason="SECOND_FACTOR_REQUIRED", event_type="LOGIN_FAILED").count() == 1

    def test_methods_name_what_is_there(self, api: ApiClient) -> None:
        """SF-1: each way the person can answer by."""
        person = enrol(make_user())
        make_passkey(person.user)
        UserRecoveryCode.objects.filter(user=person.user).update(used_at=clock.now())
        assert first_step(api, person.user).json()["methods"] == ["totp", "passkey"]

    def test_wrong_password_tells_nothing(self, api: ApiClient) -> None:
        """LG-1: the second factor is asked of nobody who does not know the password."""
        answer, other = first_step(api, enrol(make_user()).user, "wrong"), first_step(api, make_user(), "wrong")
        bodies = [one.json() for one in (answer, other)]
        for body in bodies:
            body.pop("requestId")
        assert bodies[0] == bodies[1]

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"is_email_verified": False, "email_verified_at": None}, "EMAIL_NOT_VERIFIED"),
            ({"last_password_change": clock.now() - timedelta(days=91)}, "PASSWORD_EXPIRED"),
        ],
    )
    def test_what_lg1_says_comes_first(
        self, api: ApiClient, change: dict[str, Any], code: str, set_setting: Any
    ) -> None:
        """SF-3: a refusal of the account is answered before the factor is asked for."""
        set_setting("PASSWORD_EXPIRY_DAYS", "90")
        person = enrol(make_user())
        User.objects.filter(pk=person.user.pk).update(**change)
        assert problem_code(first_step(api, person.user)) == code

    def test_accounts_without_a_factor_see_no_change(self, api: ApiClient) -> None:
        """SF-1: a passkey alone turns nothing on."""
        user = make_user()
        make_passkey(user)
        answer = first_step(api, user)
        assert answer.status_code == 200
        assert set(answer.json()) == {
            *("accessToken", "tokenType", "expiresIn", "activeCompany", "refreshToken", "refreshExpiresIn", "user"),
        }
        assert not latest_session(user).has_second_factor
        assert AuthEvent.objects.get(event_type="LOGIN_SUCCESS").details == {"transport": "body", "method": "password"}

    def test_page_log_in_asks_too(self, api: ApiClient) -> None:
        """No way in by page without the factor."""
        person = enrol(make_user())
        sessions = UserRefreshToken.objects.count()
        api.http.post("/login", {"email": person.user.email, "password": PASSWORD})
        assert "_auth_user_id" not in api.http.session
        assert UserRefreshToken.objects.count() == sessions

    def test_django_backend_asks_too(self) -> None:
        """GEN-1: whoever asks Django gets nobody by the password alone."""
        from django.contrib.auth import authenticate

        person = enrol(make_user())
        assert authenticate(None, username=person.user.email, password=PASSWORD) is None
        other = make_user()
        assert authenticate(None, username=other.email, password=PASSWORD) == other


@roomy
class TestCode:
    def test_code_of_the_app(self, api: ApiClient) -> None:
        """SF-4: a Session exactly like that of a log-in, with the factor; the counter starts anew."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        assert problem_code(second_step(api, token, wrong_code(person.key))) == "SECOND_FACTOR_INVALID"
        assert failures(person.user) == 1
        answer = second_step(api, token, f" {person.code()[:3]} {person.code()[3:]} ")
        assert answer.status_code == 200, answer.content
        assert set(answer.json()) == set(first_step(api, make_user()).json())
        assert latest_session(person.user).has_second_factor
        assert failures(person.user) == 0
        assert api.get("/auth/me", token=answer.json()["accessToken"]).status_code == 200
        event = AuthEvent.objects.get(event_type="LOGIN_SUCCESS", user=person.user)
        assert event.details == {"transport": "body", "method": "password+totp"}
        refused = AuthEvent.objects.get(event_type="SECOND_FACTOR_FAILED")
        assert (refused.user_id, refused.reason, refused.is_success) == (
            person.user.pk,
            "SECOND_FACTOR_INVALID",
            False,
        )

    def test_factor_outlives_refreshing(self, api: ApiClient) -> None:
        """SE-4: rotation carries it on."""
        person = enrol(make_user())
        token = log_in_with_code(api, person).json()["refreshToken"]
        assert api.post("/auth/refresh", {"refreshToken": token}).status_code == 200
        assert latest_session(person.user).has_second_factor

    def test_cookie_transport(self, api: ApiClient) -> None:
        """SE-6: the refresh token travels in the cookie only."""
        person = enrol(make_user())
        answer = second_step(api, challenge(api, person.user), person.code(), tokenTransport="cookie")
        assert answer.json()["refreshToken"] is None
        assert any(cookie["httponly"] for cookie in answer.cookies.values())

    def test_code_is_taken_once(self, api: ApiClient) -> None:
        """SF-4: neither the same step again nor an older one; not even under another challenge."""
        person = enrol(make_user())
        now = clock.now()
        assert log_in_with_code(api, person, code_at(person.key, now)).status_code == 200
        for at in (now, now - STEP):
            assert problem_code(log_in_with_code(api, person, code_at(person.key, at))) == "SECOND_FACTOR_INVALID"
        assert log_in_with_code(api, person, code_at(person.key, now + STEP)).status_code == 200

    def test_code_that_confirmed_the_app_logs_nobody_in(self, api: ApiClient) -> None:
        """SF-4: that step is spent."""
        person = enrol(make_user())
        spent = code_at(person.key, datetime.fromtimestamp(UserAuthenticator.objects.get().last_used_step * 30, UTC))
        assert problem_code(log_in_with_code(api, person, spent)) == "SECOND_FACTOR_INVALID"

    @pytest.mark.parametrize(("steps", "status"), [(-2, 401), (0, 200), (1, 200), (2, 401)])
    def test_clocks_may_differ_by_a_step(self, api: ApiClient, steps: int, status: int) -> None:
        """SF-4: ±1 step."""
        person = enrol(make_user())
        UserAuthenticator.objects.update(last_used_step=0)
        with time_machine.travel(clock.now(), tick=False):
            code = code_at(person.key, clock.now() + steps * STEP)
            assert log_in_with_code(api, person, code).status_code == status

    @pytest.mark.parametrize("code", ["", "12345", "1234567", "١٢٣٤٥٦", "abcdef", "x" * 64])
    def test_what_is_no_code(self, api: ApiClient, code: str) -> None:
        """Nothing but the code itself is accepted, and nothing breaks."""
        person = enrol(make_user())
        answer = second_step(api, challenge(api, person.user), code)
        assert answer.status_code in (401, 422)
        assert str(latest_session(person.user).token_family_id) == person.session.session_id


@roomy
class TestRecoveryCode:
    def test_each_is_good_for_one_log_in(self, api: ApiClient) -> None:
        """SF-2, SF-4: typed as people type; recorded, and the person is told how many are left."""
        person = enrol(make_user())
        code = person.recovery_codes[3]
        typed = f" {code.upper().replace('-', ' ').replace('0', 'O').replace('1', 'l')} "
        assert log_in_with_code(api, person, typed).status_code == 200
        event = AuthEvent.objects.get(event_type="LOGIN_SUCCESS", user=person.user)
        assert event.details["method"] == "password+recovery"
        used = AuthEvent.objects.get(event_type="RECOVERY_CODE_USED")
        assert (used.user_id, used.details) == (person.user.pk, {"codesLeft": 9})
        mail = EmailDelivery.objects.filter(email_type="second_factor_changed").order_by("-pk").first()
        assert (mail.template_data["change"], mail.template_data["codesLeft"]) == ("code_used", 9)
        assert problem_code(log_in_with_code(api, person, code)) == "SECOND_FACTOR_INVALID"
        assert log_in_with_code(api, person, person.recovery_codes[4]).status_code == 200

    def test_code_of_another(self, api: ApiClient) -> None:
        """A code is its owner's."""
        person, other = enrol(make_user()), enrol(make_user())
        assert problem_code(log_in_with_code(api, person, other.recovery_codes[0])) == "SECOND_FACTOR_INVALID"
        assert UserRecoveryCode.objects.filter(used_at__isnull=False).count() == 0


@roomy
class TestPasskey:
    def test_second_step(self, api: ApiClient) -> None:
        """SF-4: the options name the person's passkeys; the session has the factor."""
        person = enrol(make_user())
        device = person_with_passkey_of(person.client)
        token = challenge(api, person.user)
        begun = api.post("/auth/second-factor/passkey/options", {"challengeToken": token}).json()
        assert [item["id"] for item in begun["publicKey"]["allowCredentials"]] == [device.handle]
        answer = api.post("/auth/second-factor/passkey", answer_of(token, begun, device))
        assert answer.status_code == 200, answer.content
        assert latest_session(person.user).has_second_factor
        event = AuthEvent.objects.get(event_type="LOGIN_SUCCESS", user=person.user)
        assert event.details["method"] == "password+passkey"
        again = api.post("/auth/second-factor/passkey", answer_of(token, begun, device))
        assert problem_code(again) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_passkey_of_another(self, api: ApiClient) -> None:
        """A bad signature locks nothing: nobody guesses one."""
        person = enrol(make_user())
        person_with_passkey_of(person.client)
        stranger = person_with_passkey(make_user())
        token = challenge(api, person.user)
        begun = api.post("/auth/second-factor/passkey/options", {"challengeToken": token}).json()
        answer = api.post("/auth/second-factor/passkey", answer_of(token, begun, stranger))
        assert problem_code(answer) == "SECOND_FACTOR_INVALID"
        assert failures(person.user) == 0

    def test_ceremony_of_the_log_in_does_not_serve(self, api: ApiClient) -> None:
        """A ceremony is for one purpose and one person."""
        person = enrol(make_user())
        device = person_with_passkey_of(person.client)
        begun = api.post("/auth/passkeys/login/options").json()
        answer = api.post("/auth/second-factor/passkey", answer_of(challenge(api, person.user), begun, device))
        assert problem_code(answer) == "SECOND_FACTOR_INVALID"

    def test_beginning_is_no_attempt(self, api: ApiClient, set_setting: Any) -> None:
        """RL-1: a cancelled dialog of the browser takes no log-in away."""
        set_setting("RATE_LIMIT_LOGIN_PER_MINUTE", "2")
        person = enrol(make_user())
        device = person_with_passkey_of(person.client)
        token = challenge(api, person.user)
        for _ in range(3):
            begun = api.post("/auth/second-factor/passkey/options", {"challengeToken": token}).json()
        assert api.post("/auth/second-factor/passkey", answer_of(token, begun, device)).status_code == 200

    def test_options_need_a_challenge(self, api: ApiClient) -> None:
        """Nothing enumerable without the password."""
        answer = api.post("/auth/second-factor/passkey/options", {"challengeToken": "x"})
        assert problem_code(answer) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_log_in_by_passkey_alone_stays_whole(self, api: ApiClient) -> None:
        """SF-4: two factors in one."""
        person = enrol(make_user())
        assert log_in_by_passkey(api, person_with_passkey_of(person.client)).status_code == 200
        assert latest_session(person.user).has_second_factor


def person_with_passkey_of(client: ApiClient) -> Authenticator:
    """A new passkey of the client's person."""
    device = Authenticator()
    assert add_passkey(client, device).status_code == 201
    return device


def answer_of(token: str, begun: dict[str, Any], device: Authenticator) -> dict[str, Any]:
    """Body of the second step by passkey."""
    signed = device.sign(begun["publicKey"])
    return {"challengeToken": token, "ceremonyToken": begun["ceremonyToken"], "credential": signed}


def test_sessions_from_before_end(api: ApiClient) -> None:
    """SF-2: a session from before enrolment ends; its refresh token too."""
    user = make_user()
    session = first_step(api, user).json()
    other = client_of(user)
    enrol(user)
    assert api.get("/auth/me", token=session["accessToken"]).status_code == 401
    assert other.get("/auth/me").status_code == 401
    assert problem_code(api.post("/auth/refresh", {"refreshToken": session["refreshToken"]})) == "REFRESH_TOKEN_INVALID"
