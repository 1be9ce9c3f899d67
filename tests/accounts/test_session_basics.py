"""What sessions rest on: tokens nobody guesses, made by an explicit act, and a way out on every page (SE-1 to SE-9)."""

from __future__ import annotations

import string

import pytest
from django.apps import apps

from accounts.models import User, UserRefreshToken
from tests.factories.accounts import PASSWORD, make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.pages import PageClient, text_of
from tests.support.sessions import session_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

SIGNED_IN = (
    *("/dashboard", "/companies", "/company", "/company/billing", "/company/organizer", "/team", "/team/invitations"),
    *("/team/requests", "/account", "/account/password", "/account/email", "/account/security", "/sessions"),
)


def test_tokens_are_random_and_long(db: None) -> None:
    """SE-4: 32 random bytes in 43 characters, each once; the browser's key has 32 characters of 36."""
    user = make_user()
    tokens = [session_of(user).refresh_token for _ in range(50)]
    assert len(set(tokens)) == 50
    assert {len(token) for token in tokens} == {43}
    # Of 2150 characters no position is constant, and the whole alphabet occurs.
    assert all(len(set(column)) > 10 for column in zip(*tokens, strict=True))
    assert set("".join(tokens)) == set(string.ascii_letters + string.digits + "-_")
    keys = {str(PageClient.of(user).http.session.session_key) for _ in range(5)}
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_a_session_needs_an_act_of_its_own(api: ApiClient, mailbox: Mailbox) -> None:
    """SU-4, SE-1: opening links and pages signs nobody in, only sent credentials do."""
    pending, member = make_user(status="pending"), make_user()
    company = make_company(make_user())
    make_invitation(company=company, invited_by_user=company.founded_by_user, token="the-link")
    api.post("/auth/resend-verification", {"email": pending.email})
    api.post("/auth/password-reset/request", {"email": member.email})
    links = [f"/verify-email?token={mailbox.token_for(pending.email)}", "/invitations/accept?token=the-link"]
    links += [f"/reset-password/confirm?token={mailbox.token_for(member.email)}", "/login", "/signup", "/"]
    page = PageClient()
    for link in links:
        page.http.get(link, follow=True)
    assert UserRefreshToken.objects.count() == 0
    assert "_auth_user_id" not in page.http.session
    assert page.post("/login", email=member.email, password=PASSWORD).status_code == 302
    assert UserRefreshToken.objects.count() == 1


@pytest.mark.parametrize("path", SIGNED_IN)
def test_every_signed_in_page_has_a_way_out(path: str, public_origin: str) -> None:
    """SE-7: a form that logs out, with words on its button."""
    admin = make_user()
    make_company(admin)
    answer = PageClient.of(admin).get(path)
    assert answer.status_code == 200, path
    text = text_of(answer)
    assert 'action="/logout"' in text
    assert "Log out" in text


def test_an_installation_begins_without_accounts(db: None) -> None:
    """PM-4: migrations bring no person, so no default password; the first one is made on the server."""
    assert User.objects.count() == 0
    assert apps.get_model("companies", "Company").all_companies.count() == 0
