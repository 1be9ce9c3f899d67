"""Who asks for a way back into an account is made sure of, and how stands in the trail (ASVS 6.4.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User
from accounts.models.codes import IdentityProof
from accounts.services.email_change_staff import start_change
from accounts.services.identity_proof import PROOFS
from accounts.services.people import as_actor, role_code
from accounts.services.reopening import reopen
from accounts.services.second_factor_reset import reset_second_factor
from auditing.models import ActivityLog
from common import clock
from common.actors import Actor
from common.problems import Problem, ValidationFailed
from tests.factories.accounts import PASSWORD, make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

REASON = "Spoke to Dana Reed"
CHOICES = ", ".join(IdentityProof)


def enrolled() -> User:
    return make_user(second_factor_since=clock.now())


def closed() -> User:
    user = make_user()
    assert client_of(user).post("/users/me/close", {"currentPassword": PASSWORD}).status_code == 204
    return user


ACTIONS: dict[str, tuple[Callable[[], User], Callable[..., Any], dict[str, str], str, str]] = {
    "reset-second-factor": (enrolled, reset_second_factor, {}, "USER_SECOND_FACTOR_RESET", "SECOND_FACTOR_RESET"),
    "reopen": (closed, reopen, {}, "USER_REOPENED", "ACCOUNT_REOPENED"),
    "change-email": (
        *(make_user, start_change, {"new_email": "dana@newplace.example"}),
        *("USER_EMAIL_CHANGE_REQUESTED", "EMAIL_CHANGE_REQUESTED"),
    ),
}
each_action = pytest.mark.parametrize("action", ACTIONS)


def ask(staff: ApiClient, user: User, action: str, **body: Any) -> Any:
    values = {"newEmail": "dana@newplace.example"} if action == "change-email" else {}
    return staff.post(f"/admin/users/{user.pk}/{action}", {**values, "reason": REASON, **body})


@each_action
@pytest.mark.parametrize("proof", PROOFS)
def test_it_stands_in_activity_and_authentication_event(
    staff: ApiClient, officer: User, action: str, proof: IdentityProof
) -> None:
    make, _, _, activity, event_type = ACTIONS[action]
    user = make()
    assert ask(staff, user, action, identityProof=proof.value).status_code in (200, 202)
    row = ActivityLog.all_companies.get(action=activity)
    assert (row.user_id, row.entity_id, row.reason) == (officer.pk, user.pk, REASON)
    assert row.new_value["identityProof"] == proof.value
    event = apps.get_model("logging_app", "AuthEvent").objects.get(event_type=event_type)
    assert (event.user_id, event.details) == (user.pk, {"byUserId": officer.pk, "identityProof": proof.value})


@each_action
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"identityProof": None}, "null_not_allowed"),
        ({"identityProof": ""}, "invalid_choice"),
        ({"identityProof": "a mail"}, "invalid_choice"),
        ({"identityProof": ["in_person"]}, "wrong_type"),
    ],
)
def test_without_it_nothing_happens(staff: ApiClient, action: str, body: dict[str, Any], code: str) -> None:
    user = ACTIONS[action][0]()
    before = footprint()
    refused = ask(staff, user, action, **body)
    assert field_codes(refused) == {"identityProof": code}
    if code == "invalid_choice":
        assert refused.json()["errors"][0]["message"] == f"Choose one of: {CHOICES}."
    assert footprint() == before


@each_action
def test_services_ask_for_it_themselves(officer: User, action: str) -> None:
    """Whichever room asks: reason and proof in one answer (GEN-5), after the right to act (PM-2)."""
    make, service, values, _, _ = ACTIONS[action]
    user = make()
    actor = Actor(officer.pk, officer.email, officer.full_name, system_role=role_code(officer))
    before = footprint()
    with pytest.raises(ValidationFailed) as refused:
        service(user_id=user.pk, reason=" ", identity_proof="mail", actor=actor, **values)
    assert [error.field for error in refused.value.errors] == ["identityProof", "reason"]
    assert CHOICES in refused.value.errors[0].message
    with pytest.raises(Problem, match="INSUFFICIENT_PERMISSIONS"):
        service(user_id=user.pk, reason=REASON, identity_proof="mail", actor=as_actor(make_user()), **values)
    assert {**footprint(), "accounts.User": 0} == {**before, "accounts.User": 0}


@each_action
def test_others_act_on_nobody(api: ApiClient, action: str) -> None:
    user, client = ACTIONS[action][0](), client_of(make_user())
    before = footprint()
    assert problem_code(ask(client, user, action, identityProof="in_person")) == "INSUFFICIENT_PERMISSIONS"
    assert problem_code(ask(api, user, action, identityProof="in_person")) == "AUTHENTICATION_REQUIRED"
    assert footprint() == before


def test_every_code_is_explained_to_staff() -> None:
    assert list(PROOFS) == list(IdentityProof)
    assert all(PROOFS.values())
