"""Staff work with a second factor where the installation asks for it (SF-8)."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from tests.factories.accounts import make_user
from tests.support.api import ApiClient, problem_code
from tests.support.pages import PageClient, goes_to
from tests.support.sessions import client_of, confirm_sessions
from tests.support.trail import activities, footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

ENDPOINTS = [
    ("GET", "/admin/users", None),
    ("GET", "/admin/role-audit", None),
    ("GET", "/admin/settings", None),
    ("GET", "/reference/user-roles", None),
    ("GET", "/admin/diagnostics/5e0c9a52-3f4c-4a0e-9f55-0d2a4b6f1c11", None),
    ("POST", "/admin/users/{person}/suspend", {"reason": "Asked for on the phone"}),
    ("GET", "/admin/abr-cache/statistics", None),
]


@pytest.fixture(autouse=True)
def required(settings: Any) -> None:
    settings.SECOND_FACTOR_STAFF_REQUIRED = True


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, problem_code(answer)


@pytest.mark.parametrize(("method", "path", "body"), ENDPOINTS)
def test_endpoints_of_staff_need_a_session_with_one(method: str, path: str, body: Any, officer: User) -> None:
    person, client = make_user(), client_of(officer)
    address, before = path.format(person=person.pk), footprint()
    answer = client.send(method, address, body)
    assert outcome(answer) == (403, "SECOND_FACTOR_SETUP_REQUIRED")
    person.refresh_from_db()
    assert person.is_active
    assert footprint() == before
    assert client_of(officer, has_second_factor=True).send(method, address, body).status_code in (200, 204, 404)


def test_others_are_refused_for_the_lack_of_the_role(staff: ApiClient) -> None:
    """PM-2: nobody else learns what the installation asks of staff."""
    for has_second_factor in (False, True):
        client = client_of(make_user(), has_second_factor=has_second_factor)
        assert outcome(client.get("/admin/users")) == (403, "INSUFFICIENT_PERMISSIONS")


def test_the_own_account_of_staff_stays_open(staff: ApiClient) -> None:
    assert staff.get("/users/me").status_code == 200
    assert staff.get("/auth/sessions").status_code == 200


def test_setting_one_up_opens_the_endpoints_to_the_same_session(officer: User, staff: ApiClient) -> None:
    """SE-3: the kept state of the session is dropped."""
    assert staff.get("/admin/users").status_code == 403
    confirm_sessions(officer)
    assert staff.get("/admin/users").status_code == 200


def test_back_office_leads_to_the_set_up(officer: User) -> None:
    office = PageClient.of(officer)
    before = activities()
    for address in ("/backoffice/", "/backoffice/login/", f"/backoffice/accounts/user/{officer.pk}/change/"):
        answer = office.get(address)
        while answer.status_code == 302 and answer["Location"].startswith("/backoffice/"):
            answer = office.get(answer["Location"])
        assert goes_to(answer) == "/account/security?required=platform"
    lock = f"/backoffice/accounts/user/{make_user().pk}/lock"
    assert goes_to(office.post(lock, reason="Because", duration="1")) == "/account/security?required=platform"
    assert activities() == before
    confirm_sessions(officer)
    assert office.get("/backoffice/").status_code == 200


def test_back_office_stays_unknown_to_others() -> None:
    assert PageClient.of(make_user()).get("/backoffice/").status_code == 404
    assert Client().get("/backoffice/")["Location"].startswith("/login")


def test_an_installation_may_do_without(officer: User, staff: ApiClient, settings: Any) -> None:
    settings.SECOND_FACTOR_STAFF_REQUIRED = False
    assert staff.get("/admin/users").status_code == 200
    assert PageClient.of(officer).get("/backoffice/").status_code == 200
