"""Staff actions that only the back office offers, rights of the services, and races (PM-4, ME-3, GEN-3)."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from accounts.models import User
from accounts.services import staff_actions
from accounts.services.people import role_code
from accounts.services.staff_roles import set_system_role
from common.actors import Actor, system_actor
from common.problems import Problem
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import problem_code
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities, auth_events, footprint


def officer_of(user: User) -> Actor:
    return Actor(user_id=user.pk, email=user.email, name=user.full_name, system_role=role_code(user))


@pytest.fixture
def officer(db: None) -> Actor:
    return officer_of(make_user(role="system_admin"))


def test_end_sessions_says_who_and_why(officer: Actor) -> None:
    """SE-8, section 23."""
    user = make_user()
    device = client_of(user)
    device.get("/auth/me")
    assert staff_actions.end_sessions(user_id=user.pk, reason="Lost laptop", actor=officer) == 1
    assert problem_code(device.get("/auth/me")) == "ACCESS_TOKEN_INVALID"
    event = apps.get_model("logging_app", "AuthEvent").objects.get(user=user)
    assert (event.event_type, event.reason) == ("SESSIONS_REVOKED", "session_ended: Lost laptop")
    assert event.details == {"sessionsRevoked": 1, "byUserId": officer.user_id}
    before = footprint()
    assert staff_actions.end_sessions(user_id=user.pk, reason="Again", actor=officer) == 0
    assert footprint() == before


def test_su7_a_new_link_by_staff(officer: Actor, mailbox: Mailbox, api: Any) -> None:
    user = make_user(status="pending")
    staff_actions.resend_verification(user_id=user.pk, reason="Mail was lost", actor=officer)
    first = mailbox.token_for(user.email)
    staff_actions.resend_verification(user_id=user.pk, reason="Lost again", actor=officer)
    assert problem_code(api.post("/auth/verify-email", {"token": first})) == "TOKEN_INVALID"
    assert api.post("/auth/verify-email", {"token": mailbox.token_for(user.email)}).status_code == 200
    assert auth_events(user=user)[:2] == ["EMAIL_VERIFICATION_RESENT"] * 2
    before = footprint()
    with pytest.raises(Problem, match="USER_STATE"):
        staff_actions.resend_verification(user_id=user.pk, reason="No need", actor=officer)
    assert footprint() == before


@pytest.mark.django_db
@pytest.mark.parametrize("service", ["lock", "unlock", "suspend", "reactivate", "end_sessions", "resend_verification"])
def test_services_ask_for_the_right_themselves(service: str) -> None:
    """PM-2: deny by default, jobs and commands too."""
    user, call = make_user(), getattr(staff_actions, service)
    person = make_user()
    before = footprint()
    for actor in (system_actor("job"), Actor(person.pk, person.email, "Robin", system_role="company_user")):
        with pytest.raises(Problem, match="INSUFFICIENT_PERMISSIONS"):
            call(user_id=user.pk, reason="Because", actor=actor)
        with pytest.raises(Problem, match="INSUFFICIENT_PERMISSIONS"):
            set_system_role(user_id=user.pk, system_role_code="system_admin", reason="Because", actor=actor)
    assert footprint() == before


@pytest.mark.django_db
@pytest.mark.parametrize("action", ["lock", "suspend", "demote"])
def test_pm4_the_last_active_system_administrator_stays(action: str) -> None:
    """The actor's own account stopped being active after their request was let in."""
    actor_row, last = make_user(role="system_admin", status="suspended"), make_user(role="system_admin")
    make_user(role="system_admin", status="locked", locked_until=None)
    actor = officer_of(actor_row)
    before = footprint()
    with pytest.raises(Problem, match="LAST_SYSTEM_ADMIN"):
        _act(action, last, actor)
    assert footprint() == before
    make_user(role="system_admin")
    _act(action, last, actor)


def _act(action: str, user: User, actor: Actor) -> Any:
    if action == "demote":
        return set_system_role(user_id=user.pk, system_role_code="company_user", reason="Because", actor=actor)
    return getattr(staff_actions, action)(user_id=user.pk, reason="Because", actor=actor)


def _codes(results: list[Any]) -> list[str]:
    return sorted(result.code if isinstance(result, Problem) else type(result).__name__ for result in results)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("action", ["lock", "suspend", "demote"])
def test_pm4_two_administrators_act_on_each_other(action: str) -> None:
    """One of them remains."""
    one, two = make_user(role="system_admin"), make_user(role="system_admin")
    first, second = officer_of(one), officer_of(two)
    results = run_together(lambda: _act(action, two, first), lambda: _act(action, one, second))
    assert _codes(results) == ["LAST_SYSTEM_ADMIN", "User"]
    active = User.objects.filter(
        user_role__user_role_code="system_admin", user_status__user_status_code="active", is_deleted=False
    )
    assert active.count() == 1


@pytest.mark.django_db(transaction=True)
def test_pm4_over_http_one_wins() -> None:
    one, two = make_user(role="system_admin"), make_user(role="system_admin")
    clients = {one.pk: client_of(one), two.pk: client_of(two)}
    body = {"systemRoleCode": "company_user", "reason": "Because"}
    calls = [(clients[one.pk], two.pk), (clients[two.pk], one.pk)]
    answers = run_together(
        *(lambda client=client, key=key: client.put(f"/admin/users/{key}/system-role", body) for client, key in calls)
    )
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses in ([200, 401], [200, 409]), [answer.content for answer in answers]
    assert User.objects.filter(user_role__user_role_code="system_admin").count() == 1


@pytest.mark.django_db(transaction=True)
def test_me3_two_last_admins_are_suspended_at_once() -> None:
    one, two = make_user(), make_user()
    company = make_company(one)
    make_member(two, company, role="company_admin")
    officers = [officer_of(make_user(role="system_admin")) for _ in range(2)]
    results = run_together(
        lambda: _act("suspend", one, officers[0]),
        lambda: _act("suspend", two, officers[1]),
    )
    assert _codes(results) == ["LAST_ADMIN", "User"]
    assert activities(action="USER_SUSPENDED") == ["USER_SUSPENDED"]


@pytest.mark.django_db(transaction=True)
def test_gen3_the_same_action_twice() -> None:
    """One wins, the other gets the documented 409; one mail, one row."""
    user, actor = make_user(), officer_of(make_user(role="system_admin"))
    results = run_together(*(lambda: _act("lock", user, actor) for _ in range(3)))
    assert _codes(results) == ["USER_STATE", "USER_STATE", "User"]
    assert activities(action="USER_LOCKED") == ["USER_LOCKED"]
    assert apps.get_model("logging_app", "EmailDelivery").objects.count() == 1
