"""Closing accounts at the same moment as other things (GEN-3, ME-3, PM-4)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from companies.models import UserCompany
from tests.accounts.conftest import SIGNUP
from tests.accounts.email_change_steps import both_links, confirm
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.threads import run_together
from tests.support.trail import activities

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("roomy")]


def closing(user: User) -> Any:
    client = client_of(user)
    return lambda: client.post("/users/me/close", {"currentPassword": PASSWORD})


def codes(answers: list[Any]) -> list[int]:
    for answer in answers:
        assert not isinstance(answer, Exception), answer
        assert answer.status_code < 500, answer.content
    return [answer.status_code for answer in answers]


def test_me3_two_last_administrators_close_at_once() -> None:
    """One of them stays with the members."""
    first, second = make_user(), make_user()
    company = make_company(first)
    make_member(second, company, role="company_admin")
    make_member(make_user(), company)
    answers = run_together(closing(first), closing(second))
    assert sorted(codes(answers)) == [204, 409]
    assert User.objects.filter(pk__in=(first.pk, second.pk), is_deleted=False).count() == 1
    company.refresh_from_db()
    assert company.is_active


def test_two_administrators_with_nobody_else_close_at_once() -> None:
    """The second one is alone by then: the company is deactivated, once."""
    first, second = make_user(), make_user()
    company = make_company(first)
    make_member(second, company, role="company_admin")
    assert codes(run_together(closing(first), closing(second))) == [204, 204]
    company.refresh_from_db()
    assert not company.is_active
    assert activities(action="COMPANY_UPDATED") == ["COMPANY_UPDATED"]


def test_pm4_two_system_administrators_close_at_once() -> None:
    officers = [make_user(role="system_admin"), make_user(role="system_admin")]
    assert sorted(codes(run_together(*[closing(officer) for officer in officers]))) == [204, 409]
    assert User.objects.filter(is_deleted=False).count() == 1


def test_an_administrator_closes_while_another_suspends_them() -> None:
    """Staff actions and closings wait for each other, and never for ever."""
    first, second = make_user(role="system_admin"), make_user(role="system_admin")
    suspend = client_of(second)
    answers = run_together(
        closing(first),
        lambda: suspend.post(f"/admin/users/{first.pk}/suspend", {"reason": "Reported"}),
        closing(second),
    )
    codes(answers)
    people = User.objects.filter(is_deleted=False).select_related("user_status", "user_role")
    assert [user.user_status.code for user in people if user.user_role.code == "system_admin"].count("active") == 1


@pytest.mark.parametrize("attempt", range(4))
def test_closing_while_an_invited_person_joins(attempt: int) -> None:
    """Nobody ends up in a company without an administrator: they joined first, or find it deactivated."""
    user, guest = make_user(), make_user()
    company = make_company(user)
    invitation = make_invitation(company=company, invited_by_user=user, invited_email=guest.email)
    client = client_of(guest)
    closed, joined = run_together(
        closing(user), lambda: client.post("/invitations/accept", {"userInvitationId": invitation.pk})
    )
    assert (closed.status_code, joined.status_code) in ((204, 403), (409, 200))
    company.refresh_from_db()
    assert company.is_active is (closed.status_code == 409)
    assert UserCompany.all_companies.filter(user=guest).exists() is (joined.status_code == 200)


def test_closing_twice_at_once() -> None:
    user = make_user()
    assert sorted(codes(run_together(closing(user), closing(user)))) == [204, 401]
    assert activities(action="USER_CLOSED") == ["USER_CLOSED"]


def test_log_in_and_refresh_while_closing() -> None:
    """No session survives."""
    user = make_user()
    issued = ApiClient().post("/auth/login", {"email": user.email, "password": PASSWORD}).json()
    answers = run_together(
        closing(user),
        lambda: ApiClient().post("/auth/login", {"email": user.email, "password": PASSWORD}),
        lambda: ApiClient().post("/auth/refresh", {"refreshToken": issued["refreshToken"]}),
    )
    assert codes(answers)[0] == 204
    for answer in answers[1:]:
        if answer.status_code == 200:
            assert ApiClient(answer.json()["accessToken"]).get("/auth/me").status_code == 401


def test_sign_up_with_the_address_while_closing() -> None:
    """The owner is told that there is an account, or a new one begins; never two live ones."""
    user = make_user()
    answers = run_together(closing(user), lambda: ApiClient().post("/auth/signup", {**SIGNUP, "email": user.email}))
    assert codes(answers) == [204, 202]
    assert User.objects.filter(email=user.email, is_deleted=False).count() <= 1


def test_change_of_address_while_closing(mailbox: Mailbox) -> None:
    user = make_user()
    old, new = both_links(user, mailbox)
    confirm(old)
    closed, changed = run_together(closing(user), lambda: confirm(new))
    user.refresh_from_db()
    # The change ends the session that closes the account; else the link meets a closed account.
    assert (closed.status_code, changed.status_code) in ((204, 400), (401, 200), (204, 200))
    assert user.is_deleted is (closed.status_code == 204)


def test_reopening_while_somebody_signs_up_with_the_address() -> None:
    """One live account at the end, whoever was first."""
    user, officer = make_user(), make_user(role="system_admin")
    assert closing(user)().status_code == 204
    staff, asked = client_of(officer), {"reason": "Asked on the phone", "identityProof": "phone_callback"}
    answers = run_together(
        lambda: staff.post(f"/admin/users/{user.pk}/reopen", asked),
        lambda: ApiClient().post("/auth/signup", {**SIGNUP, "email": user.email}),
        lambda: staff.post(f"/admin/users/{user.pk}/reopen", asked),
    )
    assert sorted(codes(answers)) == [200, 202, 409]
    assert [row.pk for row in User.objects.filter(email=user.email, is_deleted=False)] == [user.pk]
