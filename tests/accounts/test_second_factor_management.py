"""Turning the second factor on and off, its app and its codes (SF-1, SF-2, SF-5, SF-8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from accounts.models import User, UserAuthenticator, UserRecoveryCode
from accounts.services import second_factor
from common import clock
from common.problems import Problem
from logging_app.models import EmailDelivery
from tests.accounts.passkey_steps import add_passkey
from tests.accounts.second_factor_steps import (
    STEP,
    actor_of,
    challenge,
    code_at,
    enrol,
    has_factor,
    log_in_with_code,
    second_step,
    wrong_code,
)
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.authenticator import Authenticator
from tests.support.sessions import client_of, session_of
from tests.support.trail import activities, auth_events, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

BASE = "/auth/second-factor"
CONFIRMED = {"currentPassword": PASSWORD}


def begin(client: ApiClient) -> dict[str, Any]:
    answer = client.post(f"{BASE}/authenticator", CONFIRMED)
    assert answer.status_code == 201, answer.content
    body: dict[str, Any] = answer.json()
    return body


def confirm(client: ApiClient, code: str) -> Any:
    return client.post(f"{BASE}/authenticator/confirm", {"code": code})


def changes_mailed(user: User) -> list[str]:
    rows = EmailDelivery.objects.filter(email_type="second_factor_changed", recipient_email=user.email)
    return [row.template_data["change"] for row in rows.order_by("pk")]


class TestTurningOnByApp:
    def test_the_whole_way(self) -> None:
        """SF-1, SF-2: key, first code, ten recovery codes shown once; the other sessions end."""
        user = make_user(email="dana@people.example")
        session, other = session_of(user), client_of(user)
        client = ApiClient(session.access_token)
        setup = begin(client)
        uri = urlsplit(setup["otpauthUri"])
        query = parse_qs(uri.query)
        assert (uri.scheme, uri.netloc, query["secret"], query["issuer"]) == (
            *("otpauth", "totp", [setup["setupKey"]], [setup["issuer"]]),
        )
        assert setup["accountName"] == "dana@people.example"
        assert client.get(BASE).json()["isEnabled"] is False
        answer = confirm(client, code_at(setup["setupKey"]))
        codes = answer.json()["recoveryCodes"]
        assert (answer.status_code, len(set(codes))) == (200, 10)
        assert all(len(code) == 11 and code[5] == "-" for code in codes)
        status = client.get(BASE).json()
        assert status.pop("enabledSince") is not None
        assert status == {
            "isEnabled": True,
            "hasAuthenticator": True,
            "passkeyCount": 0,
            "recoveryCodesLeft": 10,
            "isRequired": False,
            "requiredBy": [],
        }
        assert has_factor(session.session_id)
        assert other.get("/auth/me").status_code == 401
        assert activities(user_id=user.pk) == [
            *("USER_AUTHENTICATOR_BEGUN", "USER_AUTHENTICATOR_ADDED", "USER_SECOND_FACTOR_ENABLED"),
        ]
        assert auth_events(user=user) == ["SESSIONS_REVOKED", "SECOND_FACTOR_ENROLLED"]
        assert changes_mailed(user) == ["enabled"]

    def test_nothing_is_kept_in_clear(self) -> None:
        """SF-2, SF-9: the key is sealed, the codes are hashed."""
        person = enrol(make_user())
        row = UserAuthenticator.objects.get()
        assert person.key not in row.sealed_key
        stored = set(UserRecoveryCode.objects.values_list("code_hash", flat=True))
        assert len(stored) == 10
        assert not any(code.replace("-", "") in text for code in person.recovery_codes for text in stored)

    def test_wrong_password(self) -> None:
        """LK-3: counts as a failed log-in; nothing begins."""
        user = make_user()
        answer = client_of(user).post(f"{BASE}/authenticator", {"currentPassword": "wrong horse 11"})
        assert field_codes(answer) == {"currentPassword": "incorrect_password"}
        assert UserAuthenticator.objects.count() == 0
        user.refresh_from_db()
        assert user.failed_login_attempts == 1

    @pytest.mark.parametrize("late", [-3, 3])
    def test_wrong_or_old_first_code(self, late: int) -> None:
        """SF-1: nothing is turned on; the next right one does."""
        user = make_user()
        client = client_of(user)
        key = begin(client)["setupKey"]
        before = footprint()
        for code in (wrong_code(key), code_at(key, clock.now() + late * STEP), "12", "x" * 12):
            assert field_codes(confirm(client, code)) == {"code": "not_applicable"}
        assert footprint() == before
        user.refresh_from_db()
        assert (user.second_factor_since, user.failed_login_attempts) == (None, 0)
        assert confirm(client, code_at(key)).status_code == 200

    def test_setup_lasts_half_an_hour(self) -> None:
        actor = actor_of(session_of(make_user()))
        key = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD).setup_key
        with time_machine.travel(clock.now() + timedelta(minutes=30, seconds=1)):
            assert second_factor.pending_authenticator(actor=actor) is None
            with pytest.raises(Problem, match="SECOND_FACTOR_STATE"):
                second_factor.confirm_authenticator(actor=actor, code=code_at(key))

    def test_nothing_begun(self) -> None:
        assert problem_code(confirm(client_of(make_user()), "123456")) == "SECOND_FACTOR_STATE"

    def test_beginning_again_replaces_the_key(self) -> None:
        client = client_of(make_user())
        first, second = begin(client)["setupKey"], begin(client)["setupKey"]
        assert field_codes(confirm(client, code_at(first))) == {"code": "not_applicable"}
        assert confirm(client, code_at(second)).status_code == 200
        assert UserAuthenticator.objects.count() == 1

    def test_reloaded_page_shows_the_same(self) -> None:
        """What was begun stays on show until it is confirmed."""
        session = session_of(make_user())
        actor = actor_of(session)
        assert second_factor.pending_authenticator(actor=actor) is None
        setup = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD)
        assert second_factor.pending_authenticator(actor=actor) == setup
        second_factor.confirm_authenticator(actor=actor, code=code_at(setup.setup_key))
        assert second_factor.pending_authenticator(actor=actor) is None


class TestApp:
    def test_moving_to_another_phone(self, api: ApiClient) -> None:
        """The app in use answers until the new one has shown its code; recovery codes stay."""
        person = enrol(make_user())
        key = begin(person.client)["setupKey"]
        assert log_in_with_code(api, person).status_code == 200
        answer = confirm(person.client, code_at(key))
        assert (answer.status_code, answer.json()["recoveryCodes"]) == (200, [])
        old = second_step(api, challenge(api, person.user), person.code(clock.now() + STEP))
        assert problem_code(old) == "SECOND_FACTOR_INVALID"
        new = second_step(api, challenge(api, person.user), code_at(key, clock.now() + STEP))
        assert new.status_code == 200
        gone = UserAuthenticator.objects.get(is_deleted=True)
        assert (gone.sealed_key, UserAuthenticator.objects.alive().count()) == (None, 1)
        assert changes_mailed(person.user) == ["enabled", "app_added"]

    def test_removing_leaves_the_passkeys(self, api: ApiClient) -> None:
        """SF-5: the factor stays on; what was sealed is gone."""
        person = enrol(make_user())
        assert add_passkey(person.client, Authenticator()).status_code == 201
        assert person.client.post(f"{BASE}/authenticator/remove", CONFIRMED).status_code == 204
        status = person.client.get(BASE).json()
        assert (status["isEnabled"], status["hasAuthenticator"], status["passkeyCount"]) == (True, False, 1)
        assert UserAuthenticator.objects.get().sealed_key is None
        assert problem_code(log_in_with_code(api, person)) == "SECOND_FACTOR_INVALID"
        assert changes_mailed(person.user)[-1] == "app_removed"

    def test_the_last_way_to_answer_stays(self) -> None:
        """SF-5: neither the app without passkeys, nor the last passkey without app."""
        person = enrol(make_user())
        before = footprint()
        assert (
            problem_code(person.client.post(f"{BASE}/authenticator/remove", CONFIRMED)) == "SECOND_FACTOR_LAST_METHOD"
        )
        assert footprint() == before
        passkey = add_passkey(person.client, Authenticator()).json()["userPasskeyId"]
        assert person.client.post(f"{BASE}/authenticator/remove", CONFIRMED).status_code == 204
        before = footprint()
        refused = person.client.post(f"/auth/passkeys/{passkey}/remove", CONFIRMED)
        assert problem_code(refused) == "SECOND_FACTOR_LAST_METHOD"
        assert (footprint(), person.client.get(BASE).json()["passkeyCount"]) == (before, 1)
        other = add_passkey(person.client, Authenticator(), "Key").json()["userPasskeyId"]
        assert person.client.post(f"/auth/passkeys/{other}/remove", CONFIRMED).status_code == 204

    def test_without_a_factor_every_passkey_can_go(self) -> None:
        """SF-1: accounts without one see no change."""
        user = make_user()
        row = make_passkey(user)
        assert client_of(user).post(f"/auth/passkeys/{row.pk}/remove", CONFIRMED).status_code == 204

    def test_giving_up_the_setup(self) -> None:
        client = client_of(make_user())
        assert problem_code(client.post(f"{BASE}/authenticator/remove", CONFIRMED)) == "SECOND_FACTOR_STATE"
        begin(client)
        assert client.post(f"{BASE}/authenticator/remove", CONFIRMED).status_code == 204
        assert UserAuthenticator.objects.alive().count() == 0


class TestPasskeysAsFactor:
    def test_turning_on(self, api: ApiClient) -> None:
        """SF-1: by choice only; a second time changes nothing."""
        user = make_user()
        make_passkey(user)
        session = session_of(user)
        client = ApiClient(session.access_token)
        answer = client.post(f"{BASE}/passkeys", CONFIRMED)
        assert (answer.status_code, len(answer.json()["recoveryCodes"])) == (200, 10)
        assert has_factor(session.session_id)
        token = challenge(api, user)
        before = footprint()
        assert client.post(f"{BASE}/passkeys", CONFIRMED).json() == {"recoveryCodes": []}
        assert footprint() == before
        assert second_step(api, token, answer.json()["recoveryCodes"][0]).status_code == 200

    def test_needs_a_passkey(self) -> None:
        user = make_user()
        assert problem_code(client_of(user).post(f"{BASE}/passkeys", CONFIRMED)) == "SECOND_FACTOR_STATE"
        user.refresh_from_db()
        assert user.second_factor_since is None


class TestRecoveryCodes:
    def test_renewal_voids_the_old_ones(self, api: ApiClient) -> None:
        """SF-5."""
        person = enrol(make_user())
        answer = person.client.post(f"{BASE}/recovery-codes", CONFIRMED)
        codes = answer.json()["recoveryCodes"]
        assert (len(codes), set(codes) & set(person.recovery_codes)) == (10, set())
        assert problem_code(log_in_with_code(api, person, person.recovery_codes[0])) == "SECOND_FACTOR_INVALID"
        assert log_in_with_code(api, person, codes[0]).status_code == 200
        assert person.client.get(BASE).json()["recoveryCodesLeft"] == 9
        assert changes_mailed(person.user) == ["enabled", "codes_renewed", "code_used"]
        assert "USER_RECOVERY_CODES_RENEWED" in activities(user_id=person.user.pk)

    def test_none_while_off(self) -> None:
        client = client_of(make_user())
        assert problem_code(client.post(f"{BASE}/recovery-codes", CONFIRMED)) == "SECOND_FACTOR_STATE"
        assert UserRecoveryCode.objects.count() == 0


class TestTurningOff:
    def test_everything_goes_but_the_passkeys(self, api: ApiClient) -> None:
        """SF-5: log-in is by password alone again."""
        person = enrol(make_user())
        make_passkey(person.user)
        assert person.client.post(f"{BASE}/remove", CONFIRMED).status_code == 204
        status = person.client.get(BASE).json()
        assert (status["isEnabled"], status["enabledSince"], status["hasAuthenticator"]) == (False, None, False)
        assert (status["recoveryCodesLeft"], status["passkeyCount"]) == (0, 1)
        body = {"email": person.user.email, "password": PASSWORD}
        assert api.post("/auth/login", body).status_code == 200
        assert activities(user_id=person.user.pk)[-1] == "USER_SECOND_FACTOR_DISABLED"
        assert auth_events(user=person.user, event_type="SECOND_FACTOR_REMOVED") == ["SECOND_FACTOR_REMOVED"]
        assert changes_mailed(person.user) == ["enabled", "removed"]
        assert problem_code(person.client.post(f"{BASE}/remove", CONFIRMED)) == "SECOND_FACTOR_STATE"

    def test_not_while_a_company_requires_it(self) -> None:
        """SF-5, SF-8."""
        user = make_user()
        company = make_company(is_second_factor_required=True)
        make_member(user, company)
        person = enrol(user)
        before = footprint()
        assert problem_code(person.client.post(f"{BASE}/remove", CONFIRMED)) == "SECOND_FACTOR_ENFORCED"
        assert footprint() == before
        status = person.client.get(BASE).json()
        assert (status["isRequired"], status["requiredBy"]) == (True, [str(company.pk)])

    def test_not_while_the_platform_requires_it(self, settings: Any) -> None:
        """SF-8: of staff."""
        person = enrol(make_user(role="system_admin"))
        settings.SECOND_FACTOR_STAFF_REQUIRED = True
        assert problem_code(person.client.post(f"{BASE}/remove", CONFIRMED)) == "SECOND_FACTOR_ENFORCED"
        assert person.client.get(BASE).json()["requiredBy"] == ["platform"]
        settings.SECOND_FACTOR_STAFF_REQUIRED = False
        assert person.client.post(f"{BASE}/remove", CONFIRMED).status_code == 204

    def test_wrong_password_changes_nothing(self) -> None:
        """LK-3."""
        person = enrol(make_user())
        for path in ("remove", "recovery-codes", "passkeys", "authenticator/remove"):
            answer = person.client.post(f"{BASE}/{path}", {"currentPassword": "wrong"})
            assert field_codes(answer) == {"currentPassword": "incorrect_password"}
        assert UserRecoveryCode.objects.alive().count() == 10
        assert UserAuthenticator.objects.alive().count() == 1
