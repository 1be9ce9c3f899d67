"""Second factors taken away by staff, and by the removal of an account (SF-6, SF-7)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User, UserAuthenticator, UserPasskey, UserRecoveryCode, UserRefreshToken
from accounts.services.people import as_actor
from accounts.services.second_factor_reset import forget_all
from auditing.models import ActivityLog
from auditing.services import business_transaction
from common.problems import Problem
from logging_app.models import AuthEvent, EmailDelivery
from tests.accounts.second_factor_steps import Enrolled, challenge, enrol, first_step, second_step
from tests.factories.accounts import make_passkey, make_user
from tests.support.api import ApiClient, field_codes, problem_code
from tests.support.sessions import client_of
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]

BECAUSE = {"reason": "Lost the phone, spoke to her", "identityProof": "phone_callback"}

ASKED = {"reason": "Because", "identity_proof": "in_person"}


@pytest.fixture
def person(db: None, public_origin: str) -> Enrolled:
    """Somebody with app, recovery codes and a passkey."""
    person = enrol(make_user())
    make_passkey(person.user)
    return person


def path_of(user: User) -> str:
    return f"/admin/users/{user.pk}/reset-second-factor"


def test_reset(staff: ApiClient, officer: User, person: Enrolled, api: ApiClient) -> None:
    """SF-6: all is off and gone, every session ends, the owner is told, the trail says who and why."""
    token = challenge(api, person.user)
    answer = staff.post(path_of(person.user), BECAUSE)
    assert (answer.status_code, answer.json()["userId"]) == (200, person.user.pk)
    person.user.refresh_from_db()
    assert person.user.second_factor_since is None
    for model in (UserAuthenticator, UserRecoveryCode, UserPasskey):
        assert model.objects.alive().filter(user=person.user).count() == 0
    assert UserAuthenticator.objects.get(user=person.user).sealed_key is None
    assert person.client.get("/auth/me").status_code == 401
    reasons = UserRefreshToken.objects.filter(user=person.user).values_list("revoked_reason", flat=True)
    assert set(reasons) == {"factor_reset"}
    row = ActivityLog.all_companies.get(action="USER_SECOND_FACTOR_RESET")
    assert (row.user_id, row.entity_id, row.reason) == (officer.pk, person.user.pk, BECAUSE["reason"])
    assert row.new_value == {"passkeysRemoved": 1, "identityProof": "phone_callback"}
    event = AuthEvent.objects.get(event_type="SECOND_FACTOR_RESET")
    assert (event.user_id, event.details) == (
        person.user.pk,
        {"byUserId": officer.pk, "identityProof": "phone_callback"},
    )
    mail = EmailDelivery.objects.filter(email_type="second_factor_changed").order_by("-pk").first()
    assert (mail.recipient_email, mail.template_data["change"]) == (person.user.email, "reset")
    assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"
    assert first_step(api, person.user).status_code == 200


def test_reset_of_nothing(staff: ApiClient) -> None:
    """An account without a factor keeps its passkeys."""
    user = make_user()
    make_passkey(user)
    before = footprint()
    assert problem_code(staff.post(path_of(user), BECAUSE)) == "USER_STATE"
    assert (footprint(), UserPasskey.objects.alive().count()) == (before, 1)


def test_reset_needs_a_reason(staff: ApiClient, person: Enrolled) -> None:
    before = footprint()
    missing = {"reason": "required", "identityProof": "required"}
    assert field_codes(staff.post(path_of(person.user), {})) == missing
    assert footprint() == before


def test_not_of_oneself(officer: User) -> None:
    """SF-6: nobody takes away their own."""
    own = enrol(officer)
    before = footprint()
    assert problem_code(own.client.post(path_of(officer), BECAUSE)) == "SELF_CHANGE_FORBIDDEN"
    assert footprint() == before


def test_only_staff(person: Enrolled) -> None:
    client = client_of(make_user())
    before = footprint()
    assert problem_code(client.post(path_of(person.user), BECAUSE)) == "INSUFFICIENT_PERMISSIONS"
    assert footprint() == before
    person.user.refresh_from_db()
    assert person.user.second_factor_since is not None


def test_service_refuses_people_too(person: Enrolled) -> None:
    """GEN-8: whichever room asks."""
    from accounts.services.staff_actions import reset_second_factor

    with pytest.raises(Problem, match="INSUFFICIENT_PERMISSIONS"):
        reset_second_factor(actor=as_actor(make_user()), user_id=person.user.pk, **ASKED)


def test_erasure_leaves_nothing(person: Enrolled) -> None:
    """SF-7: app, codes and passkeys."""
    with business_transaction(as_actor(person.user)):
        assert forget_all(person.user, as_actor(person.user)) == 1
    held: list[Any] = [UserAuthenticator, UserRecoveryCode, UserPasskey]
    assert [model.objects.alive().filter(user=person.user).count() for model in held] == [0, 0, 0]
    assert UserAuthenticator.objects.get(user=person.user).sealed_key is None
