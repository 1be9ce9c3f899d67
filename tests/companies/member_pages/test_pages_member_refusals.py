"""What cannot be done about a member on pages, and who may not do anything (ME-2, PM-3, SW-3, TI-3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import User
from common.problems import Problem
from companies import services
from companies.models import Company
from tests.companies.managing import ACTS, REASON, SHOWN_REASON, everything, fields, make_manager, path, send
from tests.factories.accounts import make_user
from tests.factories.companies import make_company, make_member
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]


@pytest.mark.parametrize(
    ("act", "status", "text"),
    [
        ("role", "suspended", "Sam Okafor is suspended"),
        ("suspend", "suspended", "Sam Okafor is suspended"),
        ("reactivate", "active", "Sam Okafor is active"),
        ("role", "removed", "Sam Okafor was removed"),
        ("suspend", "removed", "Sam Okafor was removed"),
        ("reactivate", "removed", "Sam Okafor was removed"),
        ("remove", "removed", "Sam Okafor was removed"),
    ],
)
def test_what_the_state_does_not_allow(client: PageClient, company: Company, act: str, status: str, text: str) -> None:
    """The page says so and where to go instead; it has no form."""
    sam = make_user(first_name="Sam", last_name="Okafor")
    make_member(sam, company, status=status)
    answer = client.get(path(sam, act))
    assert (answer.status_code, text in text_of(answer)) == (409, True)
    assert 'name="reason"' not in text_of(answer)


@pytest.mark.parametrize("act", ACTS)
def test_pm3_nobody_acts_on_themselves(client: PageClient, admin: User, act: str) -> None:
    """SELF_CHANGE_FORBIDDEN: the page leads to leaving; a form sent all the same is refused."""
    answer = client.get(path(admin, act))
    assert (answer.status_code, "This is your own membership" in text_of(answer)) == (403, True)
    before = everything()
    version = answer.context["form"].initial["version"]
    sent = client.post(path(admin, act), version=version, role_code="company_viewer", reason=REASON)
    assert sent.status_code == 403
    assert everything() == before


@pytest.mark.parametrize("act", ACTS)
def test_pm3_nobody_acts_above_their_level(company: Company, admin: User, act: str) -> None:
    client = PageClient.of(make_manager(company))
    answer = client.get(path(admin, act))
    assert (answer.status_code, "Their role is above yours" in text_of(answer)) == (403, True)
    before = everything()
    version = answer.context["form"].initial["version"]
    sent = client.post(path(admin, act), version=version, role_code="company_viewer", reason=REASON)
    assert sent.status_code == 403
    assert SHOWN_REASON in text_of(sent)
    assert everything() == before


def test_pm3_no_role_above_ones_own_is_offered(company: Company, sam: User) -> None:
    client = PageClient.of(make_manager(company))
    page = text_of(client.get(path(sam, "role")))
    assert ('value="company_user"' in page, 'value="company_admin"' in page) == (True, False)
    before = everything()
    assert set(form_errors(send(client, sam, "role", role_code="company_admin"))) == {"role_code"}
    assert everything() == before


@pytest.mark.parametrize("code", ["LAST_ADMIN", "ROLE_CEILING", "MEMBERSHIP_STATE", "INSUFFICIENT_PERMISSIONS"])
@pytest.mark.parametrize(("act", "service"), [("role", "change_member_role"), ("remove", "remove_member")])
def test_what_only_the_service_finds_is_told_in_place(
    client: PageClient, sam: User, monkeypatch: pytest.MonkeyPatch, act: str, service: str, code: str
) -> None:
    """GEN-5: of two administrators at once the later one reads why, with the form as it was."""

    def refuse(**values: Any) -> None:
        raise Problem(code)

    monkeypatch.setattr(services, service, refuse)
    answer = send(client, sam, act, reason=REASON, role_code="company_viewer")
    assert answer.status_code == Problem(code).status
    assert Problem(code).detail in str(form_errors(answer))
    assert SHOWN_REASON in text_of(answer)


@pytest.mark.parametrize("role", ["company_admin", "company_viewer"])
@pytest.mark.parametrize("act", ACTS)
def test_sw3_form_of_the_former_company(client: PageClient, company: Company, admin: User, act: str, role: str) -> None:
    """TI-1: after a switch in another tab nothing is changed there or here, whatever one may do here.

    The reason is shown, and the way back.
    """
    other, sam = make_company(make_user(), company_name="Loud Hall"), make_user()
    make_member(admin, other, role=role)
    for place in (company, other):
        make_member(sam, place, status="suspended" if act == "reactivate" else "active")
    opened = fields(client.get(path(sam, act)))
    client.post("/switch-company", company_id=str(other.pk))
    before = everything()
    answer = client.post(path(sam, act), **opened | {"reason": REASON, "role_code": "company_viewer"})
    page = text_of(answer)
    assert answer.status_code == 409
    assert "The page was about the team of Quiet Harbour" in page
    assert SHOWN_REASON in page
    assert everything() == before
    back = {"company_id": str(company.pk), "next": path(sam, act)}
    assert goes_to(client.post("/switch-company", **back)) == path(sam, act)


@pytest.mark.parametrize("act", ACTS)
def test_ti3_people_of_other_companies(client: PageClient, act: str) -> None:
    """TI-4: as if nobody was there, with evidence."""
    stranger, nobody = make_user(), make_user()
    make_company(stranger)
    before = everything()[:-1]
    for key in (stranger.pk, nobody.pk, 999_999_999, 10**25):
        assert client.get(f"/team/{key}/{act}").status_code == 404
        assert client.post(f"/team/{key}/{act}", reason=REASON, role_code="company_user").status_code == 404
    assert everything()[:-1] == before
    assert activities(action="CROSS_COMPANY_ACCESS_DENIED") == ["CROSS_COMPANY_ACCESS_DENIED"] * 2


def visitor(company: Company) -> PageClient:
    return PageClient()


def member(company: Company) -> PageClient:
    user = make_user()
    make_member(user, company)
    return PageClient.of(user)


def viewer(company: Company) -> PageClient:
    user = make_user()
    make_member(user, company, role="company_viewer")
    return PageClient.of(user)


def nobody(company: Company) -> PageClient:
    return PageClient.of(make_user())


def system_admin(company: Company) -> PageClient:
    """PM-1: without a membership they act in the back office only."""
    return PageClient.of(make_user(role="system_admin"))


def other_admin(company: Company) -> PageClient:
    user = make_user()
    make_company(user)
    return PageClient.of(user)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        (visitor, {302}),
        (member, {403}),
        (viewer, {403}),
        (nobody, {403}),
        (system_admin, {403}),
        (other_admin, {404}),
    ],
)
def test_section7_only_administrators(
    company: Company, sam: User, act: str, who: Callable[[Company], PageClient], statuses: set[int]
) -> None:
    """PM-2: everybody else is refused, and nothing changes."""
    client = who(company)
    before = everything()[:-1]
    for answer in (client.get(path(sam, act)), client.post(path(sam, act), role_code="company_viewer")):
        assert answer.status_code in statuses
        if answer.status_code == 302:
            assert answer["Location"].startswith("/login")
    assert everything()[:-1] == before
