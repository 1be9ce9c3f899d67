"""The challenge between password and session, and the lock by wrong codes (SF-3, SF-4)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import redis
import time_machine

from accounts.models import UserAuthenticator
from common import clock, shared_store
from tests.accounts.second_factor_steps import (
    STEP,
    challenge,
    enrol,
    failures,
    first_step,
    log_in_with_code,
    second_step,
    wrong_code,
)
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, problem_code
from tests.support.trail import auth_events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin")]
roomy = pytest.mark.usefixtures("roomy")


@roomy
class TestChallenge:
    def test_ends_after_five_minutes(self, api: ApiClient) -> None:
        """SF-3."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        with time_machine.travel(clock.now() + timedelta(minutes=5, seconds=1)):
            assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"
        assert failures(person.user) == 0

    def test_one_successful_use(self, api: ApiClient) -> None:
        """SF-3: the next code does not help, and counts as no failure."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        assert second_step(api, token, person.code()).status_code == 200
        again = second_step(api, token, person.code(clock.now() + STEP))
        assert problem_code(again) == "SECOND_FACTOR_CHALLENGE_INVALID"
        assert failures(person.user) == 0

    def test_one_successful_use_while_redis_is_away(self, api: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
        """Section 26: log-in works without Redis, and a challenge is still worth one session."""

        def refuse() -> Any:
            raise redis.ConnectionError("refused")

        person = enrol(make_user())
        monkeypatch.setattr(shared_store, "client", refuse)
        token = challenge(api, person.user)
        assert second_step(api, token, person.code()).status_code == 200
        again = second_step(api, token, person.recovery_codes[0])
        assert problem_code(again) == "SECOND_FACTOR_CHALLENGE_INVALID"

    @pytest.mark.parametrize("token", ["x", "a:b", "eyJhIjoxfQ:AAAA"])
    def test_forged(self, api: ApiClient, token: str) -> None:
        assert problem_code(second_step(api, token, "123456")) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_is_its_owner_s(self, api: ApiClient) -> None:
        """One person's code does not answer another's challenge."""
        person, other = enrol(make_user()), enrol(make_user())
        assert problem_code(second_step(api, challenge(api, person.user), other.code())) == "SECOND_FACTOR_INVALID"

    def test_void_after_a_change_of_password(self, api: ApiClient) -> None:
        """SF-3: whoever knew the old password is out."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        body = {"currentPassword": PASSWORD, "newPassword": "amber ladder 92"}
        assert person.client.post("/auth/change-password", body).status_code == 200
        assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_void_after_all_sessions_were_ended(self, api: ApiClient) -> None:
        """SE-7: an open log-in is one of them."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        assert person.client.post("/auth/logout-all").status_code == 200
        assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_void_once_the_factor_is_off(self, api: ApiClient) -> None:
        person = enrol(make_user())
        token = challenge(api, person.user)
        answer = person.client.post("/auth/second-factor/remove", {"currentPassword": PASSWORD})
        assert answer.status_code == 204
        assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"

    def test_suspended_in_between(self, api: ApiClient, staff: ApiClient) -> None:
        """LG-1: staff act between the two steps."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        staff.post(f"/admin/users/{person.user.pk}/suspend", {"reason": "Reported"})
        assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"
        assert problem_code(first_step(api, person.user)) == "ACCOUNT_SUSPENDED"


@roomy
class TestLock:
    def test_wrong_codes_lock_the_account(self, api: ApiClient) -> None:
        """SF-4, LK-1: as wrong passwords do; while locked no code is looked at, the right one neither."""
        person = enrol(make_user())
        token = challenge(api, person.user)
        for _ in range(5):
            assert problem_code(second_step(api, token, wrong_code(person.key))) == "SECOND_FACTOR_INVALID"
        locked = second_step(api, token, person.code())
        assert (locked.status_code, locked.json()["code"]) == (423, "ACCOUNT_LOCKED")
        assert UserAuthenticator.objects.get().last_used_at is None
        assert auth_events(user=person.user).count("ACCOUNT_LOCKED") == 1

    def test_the_password_does_not_start_the_count_anew(self, api: ApiClient) -> None:
        """SF-3: who knows the password has no endless guesses."""
        person = enrol(make_user())
        for _ in range(5):
            assert problem_code(log_in_with_code(api, person, wrong_code(person.key))) == "SECOND_FACTOR_INVALID"
        assert problem_code(first_step(api, person.user)) == "ACCOUNT_LOCKED"


def test_attempts_are_limited(api: ApiClient) -> None:
    """RL-1: five a minute for an address and a client, both steps together."""
    person = enrol(make_user())
    token = challenge(api, person.user)
    answers = [second_step(api, token, wrong_code(person.key)) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [401] * 4 + [429]
    assert int(answers[-1]["Retry-After"]) > 0
