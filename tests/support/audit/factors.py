"""Cases of the audit matrix: second factors."""

from __future__ import annotations

from typing import Any

from tests.accounts.second_factor_steps import challenge, code_at, enrol, first_step, second_step, wrong_code
from tests.factories.accounts import PASSWORD, make_passkey, make_user
from tests.support.audit.cases import Done, Stage, Steps, case
from tests.support.audit.entries import WRONG
from tests.support.sessions import client_of

LINE = "Second factor"
BASE = "/auth/second-factor"
CONFIRMED = {"currentPassword": PASSWORD}


def _setup(client: Any) -> str:
    return str(client.post(f"{BASE}/authenticator", CONFIRMED).json()["setupKey"])


@case(LINE, activities="USER_AUTHENTICATOR_BEGUN")
def authenticator_begun(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post(f"{BASE}/authenticator", CONFIRMED), 201, user)


@case(LINE, events="LOGIN_FAILED INCORRECT_PASSWORD")
def authenticator_begun_with_a_wrong_password(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    yield None
    yield Done(client.post(f"{BASE}/authenticator", {"currentPassword": WRONG}), 422, user)


@case(
    LINE,
    events="SECOND_FACTOR_ENROLLED, SESSIONS_REVOKED factor_changed",
    activities="USER_AUTHENTICATOR_ADDED, USER_SECOND_FACTOR_ENABLED",
    history="User",
)
def factor_turned_on_by_app(stage: Stage) -> Steps:
    user = make_user()
    client = client_of(user)
    body = {"code": code_at(_setup(client))}
    yield None
    yield Done(client.post(f"{BASE}/authenticator/confirm", body), 200, user)


@case(LINE)
def factor_not_turned_on_by_a_wrong_code(stage: Stage) -> Steps:
    client = client_of(make_user())
    body = {"code": wrong_code(_setup(client))}
    yield None
    yield Done(client.post(f"{BASE}/authenticator/confirm", body), 422)


@case(
    LINE,
    events="SECOND_FACTOR_ENROLLED, SESSIONS_REVOKED factor_changed",
    activities="USER_SECOND_FACTOR_ENABLED",
    history="User",
)
def factor_turned_on_by_passkeys(stage: Stage) -> Steps:
    user = make_user()
    make_passkey(user)
    client = client_of(user)
    yield None
    yield Done(client.post(f"{BASE}/passkeys", CONFIRMED), 200, user)


@case(LINE, events="SECOND_FACTOR_ENROLLED", activities="USER_AUTHENTICATOR_ADDED")
def app_replaced(stage: Stage) -> Steps:
    person = enrol(make_user())
    body = {"code": code_at(_setup(person.client))}
    yield None
    yield Done(person.client.post(f"{BASE}/authenticator/confirm", body), 200, person.user)


@case(LINE, events="SECOND_FACTOR_REMOVED", activities="USER_AUTHENTICATOR_REMOVED")
def app_removed(stage: Stage) -> Steps:
    person = enrol(make_user())
    make_passkey(person.user)
    yield None
    yield Done(person.client.post(f"{BASE}/authenticator/remove", CONFIRMED), 204, person.user)


@case(LINE)
def last_way_to_answer_kept(stage: Stage) -> Steps:
    person = enrol(make_user())
    yield None
    yield Done(person.client.post(f"{BASE}/authenticator/remove", CONFIRMED), 409)


@case(LINE, events="RECOVERY_CODES_RENEWED", activities="USER_RECOVERY_CODES_RENEWED")
def recovery_codes_renewed(stage: Stage) -> Steps:
    person = enrol(make_user())
    yield None
    yield Done(person.client.post(f"{BASE}/recovery-codes", CONFIRMED), 200, person.user)


@case(LINE, events="SECOND_FACTOR_REMOVED", activities="USER_SECOND_FACTOR_DISABLED", history="User")
def factor_turned_off(stage: Stage) -> Steps:
    person = enrol(make_user())
    yield None
    yield Done(person.client.post(f"{BASE}/remove", CONFIRMED), 204, person.user)


@case(
    LINE,
    events="SECOND_FACTOR_RESET staff: Asked for on the phone",
    activities="USER_SECOND_FACTOR_RESET",
    history="User",
)
def factor_reset_by_staff(stage: Stage) -> Steps:
    person, officer = enrol(make_user()), stage.officer
    yield None
    yield Done(
        stage.staff(person.user, "reset-second-factor", identityProof="phone_callback"), 200, person.user, officer
    )


@case("Login", events="LOGIN_FAILED SECOND_FACTOR_REQUIRED")
def first_of_two_steps(stage: Stage) -> Steps:
    person = enrol(make_user())
    yield None
    yield Done(first_step(stage.api, person.user), 403, person.user)


@case("Login", events="LOGIN_SUCCESS")
def logged_in_by_password_and_app(stage: Stage) -> Steps:
    person = enrol(make_user())
    token = challenge(stage.api, person.user)
    yield None
    yield Done(second_step(stage.api, token, person.code()), 200, person.user)


@case(LINE, "Login", events="LOGIN_SUCCESS, RECOVERY_CODE_USED")
def logged_in_by_password_and_recovery_code(stage: Stage) -> Steps:
    person = enrol(make_user())
    token = challenge(stage.api, person.user)
    yield None
    yield Done(second_step(stage.api, token, person.recovery_codes[0]), 200, person.user)


@case(LINE, events="SECOND_FACTOR_FAILED SECOND_FACTOR_INVALID")
def second_step_failed(stage: Stage) -> Steps:
    person = enrol(make_user())
    token = challenge(stage.api, person.user)
    yield None
    yield Done(second_step(stage.api, token, wrong_code(person.key)), 401, person.user)
