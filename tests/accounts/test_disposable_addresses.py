"""Throw-away addresses, refused where the installation says so (DISPOSABLE_EMAIL_ALLOWED; GEN-11, CF-4)."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.models import User
from common.mail_domains import is_disposable
from companies.models import Company
from invitations.models import UserInvitation
from tests.accounts.conftest import PASSWORD, SIGNUP
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient, field_codes
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, form_errors, goes_to, text_of
from tests.support.sessions import client_of
from tests.support.trail import auth_events, footprint

pytestmark = pytest.mark.django_db

THROW_AWAY = "dana@mailinator.com"
BELOW = "dana@sub.of.mailinator.com"
PAGE = {
    "first_name": "Dana",
    "last_name": "Reed",
    "email": THROW_AWAY,
    "password": SIGNUP["password"],
    "accept_terms": "on",
}
INVITE = {"firstName": "Priya", "lastName": "Shah", "roleCode": "company_user"}


@pytest.fixture
def refused(set_setting: Any) -> None:
    """The installation takes no throw-away addresses."""
    set_setting("DISPOSABLE_EMAIL_ALLOWED", "false")


@pytest.fixture
def company(db: None) -> Company:
    return make_company(make_user())


def test_accepted_unless_an_installation_says_otherwise(api: ApiClient, company: Company, mailbox: Mailbox) -> None:
    assert api.post("/auth/signup", {**SIGNUP, "email": THROW_AWAY}).status_code == 202
    assert mailbox.to(THROW_AWAY)
    admin = client_of(company.founded_by_user)
    assert admin.post(f"/companies/{company.pk}/invitations", {**INVITE, "invitedEmail": BELOW}).status_code == 201


@pytest.mark.parametrize("email", [THROW_AWAY, BELOW, "Dana@MAILINATOR.com"])
def test_sign_up(refused: None, api: ApiClient, email: str) -> None:
    """422 on the field, beside whatever else is wrong; nothing is stored, mailed, recorded or counted."""
    before = footprint()
    for _ in range(4):
        assert field_codes(api.post("/auth/signup", {**SIGNUP, "email": email})) == {"email": "email_disposable"}
    both = {**SIGNUP, "email": email, "firstName": "", "acceptTerms": False}
    assert field_codes(api.post("/auth/signup", both)) == {
        "email": "email_disposable",
        "firstName": "blank",
        "acceptTerms": "terms_not_accepted",
    }
    assert (footprint(), auth_events()) == (before, [])
    assert api.post("/auth/signup", SIGNUP).status_code == 202


@pytest.mark.parametrize("status", ["active", "pending", "suspended", "locked"])
def test_the_refusal_tells_nothing_about_accounts(refused: None, api: ApiClient, mailbox: Mailbox, status: str) -> None:
    """GEN-11: known and unknown addresses get the same answer, and nobody gets a mail."""

    def answer() -> dict[str, Any]:
        body: dict[str, Any] = api.post("/auth/signup", {**SIGNUP, "email": THROW_AWAY}).json()
        return {name: value for name, value in body.items() if name != "requestId"}

    unknown = answer()
    make_user(email=THROW_AWAY, status=status)
    assert answer() == unknown
    assert mailbox.to(THROW_AWAY) == []


def test_sign_up_page(refused: None) -> None:
    """GEN-1, GEN-5."""
    response = PageClient().post("/signup", **PAGE)
    assert response.status_code == 422
    assert set(form_errors(response)) == {"email"}
    assert "Throw-away addresses are not accepted" in text_of(response)
    assert f'value="{THROW_AWAY}"' in text_of(response)
    assert not User.objects.exists()


def test_invitation(refused: None, company: Company) -> None:
    admin, path = client_of(company.founded_by_user), f"/companies/{company.pk}/invitations"
    before = footprint()
    response = admin.post(path, {**INVITE, "invitedEmail": THROW_AWAY, "roleCode": "king"})
    assert field_codes(response) == {"invitedEmail": "email_disposable", "roleCode": "invalid_choice"}
    assert not UserInvitation.all_companies.exists()
    assert footprint() == before
    assert admin.post(path, {**INVITE, "invitedEmail": "priya@harbourline.example"}).status_code == 201


def test_invitation_page(refused: None, company: Company) -> None:
    client = PageClient.of(company.founded_by_user)
    entry = {"first_name": "Priya", "last_name": "Shah", "invited_email": BELOW, "role_code": "company_user"}
    response = client.post("/team/invitations", form_company_id=str(company.pk), **entry)
    assert response.status_code == 422
    assert set(form_errors(response)) == {"invited_email"}
    assert not UserInvitation.all_companies.exists()


@pytest.mark.parametrize("is_known", [True, False])
def test_change_of_address(refused: None, mailbox: Mailbox, is_known: bool) -> None:
    """GEN-11: refused alike whoever has the address; no mail, no link, no failed password counted."""
    user = make_user()
    if is_known:
        make_user(email=THROW_AWAY)
    before = footprint()
    body = {"newEmail": THROW_AWAY, "currentPassword": PASSWORD}
    for password in (PASSWORD, "wrong horse 11"):
        answer = client_of(user).post("/users/me/email-change", body | {"currentPassword": password})
        assert field_codes(answer) == {"newEmail": "email_disposable"}
    tokens = "accounts.UserRefreshToken"
    assert footprint() | {tokens: 0} == before | {tokens: 0}
    page = PageClient.of(user).post("/account/email", new_email=BELOW, current_password=PASSWORD)
    assert (page.status_code, set(form_errors(page))) == (422, {"new_email"})
    assert mailbox() == []


def test_what_exists_goes_on(refused: None, api: ApiClient, company: Company) -> None:
    """CF-4: an account logs in, an invitation is accepted."""
    user = make_user(email=THROW_AWAY)
    assert api.post("/auth/login", {"email": THROW_AWAY, "password": PASSWORD}).status_code == 200
    assert goes_to(PageClient().post("/login", email=user.email, password=PASSWORD)) == "/dashboard"
    make_invitation(company=company, invited_by_user=company.founded_by_user, token="link", invited_email=BELOW)
    entry = {"token": "link", "password": PASSWORD, "acceptTerms": True}
    assert api.post("/invitations/signup", entry).status_code == 201


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("mailinator.com", True),
        ("a.b.mailinator.com", True),
        ("harbourmailinator.com", False),
        ("mailinator.com.example", False),
        ("com", False),
        ("", False),
        ("b\u00fccher.mailinator.com", True),
        ("b\u00fccher.example", False),
    ],
)
def test_domains(domain: str, expected: bool) -> None:
    """A listed domain and everything below it; no part of a name, no ending."""
    assert is_disposable(domain) is expected
