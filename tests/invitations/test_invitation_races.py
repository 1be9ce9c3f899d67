"""Simultaneous requests about invitations (GEN-3, IN-10, invariants 11 and 14)."""

from __future__ import annotations

from typing import Any

import pytest

from companies.models import UserCompany
from invitations.models import UserInvitation
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.sessions import client_of
from tests.support.threads import run_together

pytestmark = pytest.mark.django_db(transaction=True)

PRIYA = "priya@harbourline.example"
TOKEN = "secret-of-the-link"


@pytest.fixture
def invitation() -> UserInvitation:
    company = make_company(make_user())
    return make_invitation(company=company, invited_by_user=company.founded_by_user, invited_email=PRIYA, token=TOKEN)


def outcomes(answers: list[Any]) -> list[tuple[int, str | None]]:
    return sorted((answer.status_code, answer.json().get("code")) for answer in answers)


def test_two_identical_invitations() -> None:
    """One 201, one INVITATION_PENDING, never a second row."""
    company = make_company(make_user())
    body = {"invitedEmail": PRIYA, "firstName": "Priya", "lastName": "Shah", "roleCode": "company_user"}
    clients = [client_of(company.founded_by_user) for _ in range(4)]
    path = f"/companies/{company.pk}/invitations"
    answers = run_together(*[lambda client=client: client.post(path, body) for client in clients])
    assert outcomes(answers) == [(201, None), *[(409, "INVITATION_PENDING")] * 3]
    assert UserInvitation.all_companies.count() == 1


def test_two_accepts(invitation: UserInvitation) -> None:
    """One wins."""
    priya = make_user(email=PRIYA)
    first, second = client_of(priya), client_of(priya)
    answers = run_together(
        lambda: first.post("/invitations/accept", {"token": TOKEN}),
        lambda: second.post("/invitations/accept", {"userInvitationId": invitation.pk}),
    )
    assert outcomes(answers) == [(200, None), (409, "INVITATION_NOT_PENDING")]
    assert UserCompany.all_companies.filter(user=priya).count() == 1


def test_two_sign_ups(invitation: UserInvitation) -> None:
    """One account, one membership."""
    body = {"token": TOKEN, "password": "green lantern 92", "acceptTerms": True}
    answers = run_together(*[lambda: ApiClient().post("/invitations/signup", body) for _ in range(3)])
    assert outcomes(answers) == [(201, None), *[(409, "INVITATION_NOT_PENDING")] * 2]
    assert UserCompany.all_companies.filter(user__email=PRIYA).count() == 1


def test_accept_against_cancel_and_decline(invitation: UserInvitation) -> None:
    """Invariant 12: closed once, whoever is first."""
    priya = client_of(make_user(email=PRIYA))
    admin = client_of(invitation.invited_by_user)
    path = f"/companies/{invitation.company_id}/invitations/{invitation.pk}/cancel"
    answers = run_together(
        lambda: priya.post("/invitations/accept", {"token": TOKEN}),
        lambda: admin.post(path),
        lambda: ApiClient().post("/invitations/decline", {"token": TOKEN}),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    invitation.refresh_from_db()
    assert not invitation.is_open


def test_two_resends(invitation: UserInvitation) -> None:
    """Invariant 13."""
    path = f"/companies/{invitation.company_id}/invitations/{invitation.pk}/resend"
    clients = [client_of(invitation.invited_by_user) for _ in range(3)]
    answers = run_together(*[lambda client=client: client.post(path) for client in clients])
    assert outcomes(answers) == [(200, None), *[(409, "INVITATION_RESEND_LIMIT")] * 2]
    invitation.refresh_from_db()
    assert invitation.resend_count == 1


def test_sign_up_against_accept(invitation: UserInvitation) -> None:
    """Neither waits for the other for ever."""
    priya = client_of(make_user(email=PRIYA))
    body = {"token": TOKEN, "password": "green lantern 92", "acceptTerms": True}
    answers = run_together(
        lambda: priya.post("/invitations/accept", {"token": TOKEN}),
        lambda: ApiClient().post("/invitations/signup", body),
    )
    assert [answers[0].status_code, answers[1].status_code] == [200, 409]
