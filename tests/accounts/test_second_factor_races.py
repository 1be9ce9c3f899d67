"""Two at once: of a code, a recovery code, a challenge and an enrolment exactly one wins (SF-4, GEN-3)."""

from __future__ import annotations

import pytest

from accounts.models import User, UserRecoveryCode
from tests.accounts.second_factor_steps import actor_of, challenge, code_at, enrol, second_step
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.support.api import ApiClient
from tests.support.sessions import session_of
from tests.support.threads import run_together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("public_origin", "roomy")]


def test_one_code_for_two_challenges() -> None:
    """A step is never accepted twice."""
    person = enrol(make_user())
    tokens, code = [challenge(ApiClient(), person.user) for _ in range(2)], person.code()
    answers = run_together(*[lambda token=token: second_step(ApiClient(), token, code) for token in tokens])
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    assert {answer.json().get("code") for answer in answers} == {None, "SECOND_FACTOR_INVALID"}


def test_one_recovery_code_for_two_challenges() -> None:
    """Each once."""
    person = enrol(make_user())
    tokens, code = [challenge(ApiClient(), person.user) for _ in range(2)], person.recovery_codes[0]
    answers = run_together(*[lambda token=token: second_step(ApiClient(), token, code) for token in tokens])
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    assert UserRecoveryCode.objects.filter(used_at__isnull=False).count() == 1


def test_two_codes_for_one_challenge() -> None:
    """One successful use."""
    person = enrol(make_user())
    token, codes = challenge(ApiClient(), person.user), person.recovery_codes[:2]
    answers = run_together(*[lambda code=code: second_step(ApiClient(), token, code) for code in codes])
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    assert {answer.json().get("code") for answer in answers} == {None, "SECOND_FACTOR_CHALLENGE_INVALID"}


def test_two_confirmations_of_one_app() -> None:
    """One set of recovery codes."""
    user = make_user()
    session = session_of(user)
    client = ApiClient(session.access_token)
    begun = client.post("/auth/second-factor/authenticator", {"currentPassword": PASSWORD}).json()
    body = {"code": code_at(begun["setupKey"])}
    path = "/auth/second-factor/authenticator/confirm"
    answers = run_together(*[lambda: ApiClient(session.access_token).post(path, body)] * 2)
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert UserRecoveryCode.objects.alive().count() == 10


def test_turning_on_twice() -> None:
    """By app and by passkeys at once: one turns it on and shows codes, the other finds it on."""
    from accounts.services import second_factor

    user = make_user()
    make_passkey(user)
    session = session_of(user)
    actor = actor_of(session)
    setup = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD)
    code = code_at(setup.setup_key)
    results = run_together(
        lambda: second_factor.confirm_authenticator(actor=actor, code=code),
        lambda: second_factor.enable_passkeys(actor=actor, current_password=PASSWORD),
    )
    assert sorted(len(codes) for codes in results) == [0, 10]
    assert UserRecoveryCode.objects.alive().count() == 10


def test_log_in_while_it_is_turned_on() -> None:
    """SF-2: the password alone opens no session that outlives the turning on."""
    from accounts.models import UserRefreshToken
    from accounts.services import second_factor

    user = make_user()
    session = session_of(user)
    actor = actor_of(session)
    setup = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD)
    code = code_at(setup.setup_key)
    body = {"email": user.email, "password": PASSWORD}
    run_together(
        lambda: ApiClient().post("/auth/login", body),
        lambda: second_factor.confirm_authenticator(actor=actor, code=code),
        lambda: ApiClient().post("/auth/login", body),
    )
    assert User.objects.get(pk=user.pk).second_factor_since is not None
    alive = UserRefreshToken.objects.filter(user=user, revoked_at__isnull=True)
    assert {str(row.token_family_id) for row in alive} == {session.session_id}


def test_two_renewals_of_the_codes() -> None:
    """One set lives: the one of whoever came last."""
    person = enrol(make_user())
    path, body = "/auth/second-factor/recovery-codes", {"currentPassword": PASSWORD}
    answers = run_together(*[lambda: ApiClient(person.session.access_token).post(path, body)] * 2)
    assert [answer.status_code for answer in answers] == [200, 200]
    assert UserRecoveryCode.objects.alive().count() == 10
    sets = [answer.json()["recoveryCodes"] for answer in answers]
    tried = [second_step(ApiClient(), challenge(ApiClient(), person.user), codes[0]).status_code for codes in sets]
    assert sorted(tried) == [200, 401]


def test_a_code_while_the_set_is_renewed() -> None:
    """It opened a session before the new set, or none; the new set is whole."""
    person = enrol(make_user())
    token, code = challenge(ApiClient(), person.user), person.recovery_codes[0]
    path, body = "/auth/second-factor/recovery-codes", {"currentPassword": PASSWORD}
    used, renewed = run_together(
        lambda: second_step(ApiClient(), token, code),
        lambda: ApiClient(person.session.access_token).post(path, body),
    )
    spent = UserRecoveryCode.objects.filter(used_at__isnull=False)
    assert (used.status_code, spent.count(), spent.filter(is_deleted=False).count()) in ((200, 1, 0), (401, 0, 0))
    assert (renewed.status_code, UserRecoveryCode.objects.alive().count()) == (200, 10)
