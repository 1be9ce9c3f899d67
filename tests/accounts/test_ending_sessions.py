"""What ends or renews sessions, tried on an API and a page session at once (SE-3, SE-7, SE-8, PW-6, PW-7).

Each event happens over HTTP where an endpoint does it. It must hold at once when the cached check is dropped, and 30
seconds later at most when that drop got lost, which is what a dead Redis or a killed process leave behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.apps import apps

from accounts.models import User
from accounts.services import access_state, second_factor
from common import clock
from companies.models import Company
from tests.accounts.second_factor_steps import actor_of, code_at
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.support.api import ApiClient, problem_code
from tests.support.mail import Mailbox
from tests.support.pages import PageClient
from tests.support.sessions import client_of, session_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

NEW = "amber ladder 92"
REASON = {"reason": "Asked for on the phone"}


@dataclass
class Person:
    """A member of a company with two API sessions, one of which acts, and a page session."""

    user: User
    company: Company
    mailbox: Mailbox
    staff: ApiClient
    page: PageClient
    admin: User = field(init=False)
    acting: Any = field(init=False)
    other: Any = field(init=False)

    def __post_init__(self) -> None:
        self.admin = self.company.founded_by_user
        self.acting, self.other = session_of(self.user), session_of(self.user)

    def acts(self, path: str, body: dict[str, Any]) -> int:
        return int(ApiClient(self.acting.access_token).post(path, body).status_code)

    def on_staff(self, method: str, name: str, **body: Any) -> int:
        return int(self.staff.send(method, f"/admin/users/{self.user.pk}/{name}", {**REASON, **body}).status_code)


@pytest.fixture
def person(staff: ApiClient, mailbox: Mailbox) -> Person:
    user, company = make_user(), make_company(make_user())
    make_member(user, company)
    return Person(user, company, mailbox, staff, PageClient.of(user))


def _change_password(person: Person) -> int:
    return person.acts("/auth/change-password", {"currentPassword": PASSWORD, "newPassword": NEW})


def _reset_password(person: Person) -> int:
    api = ApiClient()
    api.post("/auth/password-reset/request", {"email": person.user.email})
    body = {"token": person.mailbox.token_for(person.user.email), "newPassword": NEW}
    return int(api.post("/auth/password-reset/confirm", body).status_code)


def _turn_on_factor(person: Person) -> int:
    actor = actor_of(person.acting)
    setup = second_factor.begin_authenticator(actor=actor, current_password=PASSWORD)
    return 200 if second_factor.confirm_authenticator(actor=actor, code=code_at(setup.setup_key)) else 500


def _reuse(person: Person) -> int:
    api, body = ApiClient(), {"refreshToken": person.other.refresh_token}
    api.post("/auth/refresh", body)
    return 200 if problem_code(api.post("/auth/refresh", body)) == "REFRESH_TOKEN_REUSED" else 500


def _by_admin(action: str, method: str = "POST", **body: Any) -> Callable[[Person], int]:
    """What an admin of the company does with the person over the API."""

    def change(person: Person) -> int:
        path = f"/companies/{person.company.pk}/users/{person.user.pk}/{action}"
        return int(client_of(person.admin).send(method, path, body or None).status_code)

    return change


_change_company_role = _by_admin("role", "PATCH", roleCode="company_viewer")
_suspend_membership = _by_admin("suspend")


def _leave(person: Person) -> int:
    return person.acts(f"/users/me/companies/{person.company.pk}/leave", {})


# What happens → how; what becomes of the acting session, of the other API session and of the page session:
# "ends" for good, "renews" its rights (the access token dies, refreshing goes on), "stays".
EVENTS: dict[str, tuple[Callable[[Person], int], str, str, str]] = {
    "password change": (_change_password, "stays", "ends", "ends"),
    "password reset": (_reset_password, "ends", "ends", "ends"),
    "log-out everywhere": (lambda person: person.acts("/auth/logout-all", {}), "ends", "ends", "ends"),
    "ending the others": (lambda person: person.acts("/auth/sessions/revoke-others", {}), "stays", "ends", "ends"),
    "reuse of a refresh token": (_reuse, "stays", "ends", "stays"),
    "closing the account": (
        lambda person: person.acts("/users/me/close", {"currentPassword": PASSWORD}),
        *("ends", "ends", "ends"),
    ),
    "second factor turned on": (_turn_on_factor, "stays", "ends", "ends"),
    "suspension": (lambda person: person.on_staff("POST", "suspend"), "ends", "ends", "ends"),
    "lock by staff": (lambda person: person.on_staff("POST", "lock"), "ends", "ends", "ends"),
    "system role": (
        lambda person: person.on_staff("PUT", "system-role", systemRoleCode="system_admin"),
        *("renews", "renews", "renews"),
    ),
    "role in the company": (_change_company_role, "renews", "renews", "renews"),
    "suspended membership": (_suspend_membership, "renews", "renews", "renews"),
    "removed membership": (_by_admin("remove"), "renews", "renews", "renews"),
    "leaving the company": (_leave, "renews", "renews", "renews"),
}


@pytest.mark.parametrize("name", EVENTS)
def test_at_once(person: Person, name: str) -> None:
    """SE-3: dropped at once on change."""
    event, *outcomes = EVENTS[name]
    _warm(person)
    assert event(person) in (200, 204)
    _assert_outcomes(person, *outcomes)


@pytest.mark.parametrize("name", EVENTS)
def test_within_thirty_seconds_when_the_drop_is_lost(
    person: Person, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SE-3: a revoked right never works longer than the cached check lives."""
    event, *outcomes = EVENTS[name]
    start = clock.now()
    with time_machine.travel(start, tick=False):
        _warm(person)
        monkeypatch.setattr(access_state, "_drop", lambda user_id: None)
        assert event(person) in (200, 204)
        if outcomes[1] != "stays":
            assert _reads(person.other) == 200, "the check was cached: otherwise this test shows nothing"
    with time_machine.travel(start + timedelta(seconds=31), tick=False):
        _assert_outcomes(person, *outcomes)


def test_renewed_rights(person: Person) -> None:
    """SE-8, SE-5: what a refresh and the next page bring after a change of rights."""
    _warm(person)
    assert person.on_staff("PUT", "system-role", systemRoleCode="system_admin") == 200
    _change_company_role(person)
    token = _refresh(person.other).json()["accessToken"]
    me = ApiClient(token).get("/auth/me").json()
    assert (me["user"]["systemRoleCode"], me["activeCompany"]["roleCode"]) == ("system_admin", "company_viewer")
    assert ApiClient(token).get("/admin/users").status_code == 200
    assert person.page.get("/backoffice/").status_code in (200, 302)
    assert person.on_staff("PUT", "system-role", systemRoleCode="company_user") == 200
    assert ApiClient(token).get("/admin/users").status_code == 401
    assert person.page.get("/backoffice/").status_code == 404


LOST = {"suspended": _suspend_membership, "removed": _by_admin("remove"), "left": _leave}


@pytest.mark.parametrize("how", LOST)
def test_page_session_loses_the_company_at_once(person: Person, how: str) -> None:
    """SE-5, SE-8, ME-5, ME-6: the page goes on without the company, and the company's page is closed."""
    assert person.page.get("/company").status_code == 200
    assert LOST[how](person) in (200, 204)
    assert person.page.get("/company").status_code != 200
    assert person.page.get("/account").status_code == 200
    row = apps.get_model("accounts", "UserRefreshToken").objects.get(user=person.user, transport="page")
    assert row.company_id is None


@pytest.mark.parametrize("how", LOST)
@pytest.mark.parametrize("has_another", [True, False], ids=["another company", "no other company"])
def test_sessions_go_on_elsewhere_or_without_a_company(person: Person, how: str, has_another: bool) -> None:
    """SE-5: what refreshing and the next page bring, without waiting."""
    other = make_company(make_user()) if has_another else None
    if other is not None:
        make_member(person.user, other, is_primary_company=False)
    _warm(person)
    assert LOST[how](person) in (200, 204)
    assert _reads(person.other) == 401
    refreshed = _refresh(person.other).json()
    assert (refreshed["activeCompany"] or {}).get("companyId") == (other.pk if other else None)
    token = refreshed["accessToken"]
    assert problem_code(ApiClient(token).get(f"/companies/{person.company.pk}")) == (
        "COMPANY_NOT_FOUND" if other else "NO_ACTIVE_COMPANY"
    )
    assert person.page.get("/account").status_code == 200
    row = apps.get_model("accounts", "UserRefreshToken").objects.get(user=person.user, transport="page")
    assert row.company_id == (other.pk if other else None)


def _warm(person: Person) -> None:
    """Every session works, and its check is cached."""
    assert [_reads(person.acting), _reads(person.other)] == [200, 200]
    assert person.page.get("/account").status_code == 200


def _reads(session: Any) -> int:
    """An endpoint that asks nothing about the session but the cached check; ``/auth/me`` reads the row itself."""
    return int(ApiClient(session.access_token).get("/users/me/companies").status_code)


def _refresh(session: Any) -> Any:
    return ApiClient().post("/auth/refresh", {"refreshToken": session.refresh_token})


def _assert_outcomes(person: Person, acting: str, other: str, page: str) -> None:
    for session, outcome in ((person.acting, acting), (person.other, other)):
        answer = ApiClient(session.access_token).get("/users/me/companies")
        if outcome == "stays":
            assert answer.status_code == 200, answer.content
            continue
        assert (answer.status_code, problem_code(answer)) == (401, "ACCESS_TOKEN_INVALID")
        refreshed = _refresh(session)
        assert refreshed.status_code == (200 if outcome == "renews" else refreshed.status_code), refreshed.content
        assert outcome == "renews" or refreshed.status_code in (401, 403, 423), refreshed.content
    answer = person.page.get("/account")
    if page == "ends":
        assert answer.status_code == 302
        assert answer["Location"].startswith("/login")
    else:
        assert answer.status_code == 200
