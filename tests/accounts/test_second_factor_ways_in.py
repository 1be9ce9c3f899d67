"""Every other way into a session, or on with one, keeps the factor or demands it (SF-3, SF-7)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User, UserRefreshToken
from accounts.models.codes import Transport
from accounts.services import login, page_sessions
from common import clock
from common.problems import Problem
from invitations.services import accepting
from tests.accounts.second_factor_steps import (
    Enrolled,
    challenge,
    enrol,
    first_step,
    has_factor,
    latest_session,
    log_in_with_code,
    second_step,
)
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company, make_member
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, problem_code
from tests.support.trail import footprint

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("public_origin", "roomy")]
NEW = "amber ladder 92"


def invite(person: Enrolled) -> None:
    admin = make_user()
    company = make_company(admin)
    make_invitation(company=company, invited_by_user=admin, invited_email=person.user.email, token="the-link")


def test_switching_the_company_keeps_it(api: ApiClient) -> None:
    """SE-5: the session is the same one."""
    user = make_user()
    companies = [make_company(), make_company()]
    for company in companies:
        make_member(user, company)
    person = enrol(user)
    opened = log_in_with_code(api, person).json()
    client = ApiClient(opened["accessToken"])
    other = next(one for one in companies if one.pk != opened["activeCompany"]["companyId"])
    assert client.post("/users/me/switch-company", {"companyId": other.pk}).status_code == 200
    row = latest_session(user)
    assert (row.company_id, row.has_second_factor) == (other.pk, True)


def test_accepting_an_invitation_keeps_it(api: ApiClient) -> None:
    """IN-9: joining while signed in opens no other session."""
    person = enrol(make_user())
    invite(person)
    opened = log_in_with_code(api, person).json()
    sessions = UserRefreshToken.objects.count()
    answer = ApiClient(opened["accessToken"]).post("/invitations/accept", {"token": "the-link"})
    assert answer.status_code == 200, answer.content
    assert UserRefreshToken.objects.count() == sessions
    assert latest_session(person.user).has_second_factor


def test_an_invitation_is_no_way_round_it() -> None:
    """IN-8: the link of an invitation opens no session of an account that exists."""
    person = enrol(make_user())
    invite(person)
    before = footprint()
    with pytest.raises(Problem, match="ACCOUNT_EXISTS"):
        accepting.sign_up_by_link(token="the-link", password=NEW, accept_terms=True)
    assert footprint() == before


def test_signing_up_again_is_no_way_round_it(api: ApiClient) -> None:
    """SU-2: a known address is told by mail, and stays as it is."""
    person = enrol(make_user())
    body = {"email": person.user.email, "password": NEW, "firstName": "A", "lastName": "B", "acceptTerms": True}
    assert api.post("/auth/signup", body).status_code == 202
    assert problem_code(first_step(api, person.user)) == "SECOND_FACTOR_REQUIRED"


def test_changing_an_expired_password_opens_no_session(api: ApiClient, set_setting: Any) -> None:
    """PW-4: the proof changes the password; the factor is asked for at the next log-in."""
    set_setting("PASSWORD_EXPIRY_DAYS", "90")
    person = enrol(make_user())
    User.objects.filter(pk=person.user.pk).update(last_password_change=clock.now() - timedelta(days=91))
    proof = first_step(api, person.user).json()["passwordChangeToken"]
    sessions = UserRefreshToken.objects.count()
    assert api.post("/auth/password-reset/confirm", {"token": proof, "newPassword": NEW}).status_code == 200
    assert UserRefreshToken.objects.count() == sessions
    assert problem_code(first_step(api, person.user, NEW)) == "SECOND_FACTOR_REQUIRED"


def test_services_of_pages_ask_too() -> None:
    """SF-3: whichever room asks for a session by password alone."""
    person = enrol(make_user())
    before = footprint()
    with pytest.raises(Problem, match="SECOND_FACTOR_REQUIRED"):
        page_sessions.log_in(None, email=person.user.email, password=PASSWORD)  # type: ignore[arg-type]
    with pytest.raises(Problem, match="SECOND_FACTOR_REQUIRED"):
        login.complete(person.user, Transport.PAGE)
    assert footprint() == before


def test_changing_the_password_keeps_it(api: ApiClient) -> None:
    """PW-7: the session goes on with the factor."""
    person = enrol(make_user())
    body = {"currentPassword": PASSWORD, "newPassword": NEW}
    assert person.client.post("/auth/change-password", body).status_code == 200
    assert has_factor(person.session.session_id)
    answer = first_step(api, person.user, NEW)
    assert second_step(api, answer.json()["challengeToken"], person.code()).status_code == 200


def test_challenge_of_a_closed_account(api: ApiClient) -> None:
    """A person who is gone is answered as one whose challenge is over."""
    person = enrol(make_user())
    token = challenge(api, person.user)
    answer = person.client.post("/users/me/close", {"currentPassword": PASSWORD})
    assert answer.status_code in (200, 204), answer.content
    assert problem_code(second_step(api, token, person.code())) == "SECOND_FACTOR_CHALLENGE_INVALID"
    assert problem_code(first_step(api, person.user)) == "INVALID_CREDENTIALS"


def test_password_reset_keeps_the_factor(api: ApiClient, mailbox: Any) -> None:
    """SF-7."""
    person = enrol(make_user())
    api.post("/auth/password-reset/request", {"email": person.user.email})
    body = {"token": mailbox.token_for(person.user.email), "newPassword": NEW}
    assert api.post("/auth/password-reset/confirm", body).status_code == 200
    answer = first_step(api, person.user, NEW)
    assert problem_code(answer) == "SECOND_FACTOR_REQUIRED"
    assert second_step(api, answer.json()["challengeToken"], person.code()).status_code == 200
