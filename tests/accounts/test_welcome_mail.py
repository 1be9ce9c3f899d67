"""The welcome mail and its switch (ON-6, WELCOME_EMAIL_ENABLED): without it everything else is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from accounts.models import User
from tests.accounts.conftest import PASSWORD
from tests.companies.entries import company_body, newcomer, ok
from tests.factories.accounts import make_user
from tests.factories.companies import make_company
from tests.factories.invitations import make_invitation
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import client_of
from tests.support.trail import activities, snapshots

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roomy")]

DETAILS = {"firstName": "Dana", "lastName": "Reed", "countryCode": "AU", "timezoneIdentifier": "Australia/Sydney"}


def founder(number: int) -> User:
    """Completes onboarding by creating a company."""
    user = newcomer(email=f"dana{number}@harbourline.example")
    ok(client_of(user).post("/companies", company_body()), 201)
    return user


def invitee(number: int) -> User:
    """Completes onboarding by giving details after joining."""
    company, email = make_company(make_user()), f"dana{number}@harbourline.example"
    make_invitation(company=company, invited_by_user=company.founded_by_user, token=f"t{number}", invited_email=email)
    entry = {"token": f"t{number}", "password": PASSWORD, "acceptTerms": True}
    session = ok(ApiClient().post("/invitations/signup", entry), 201)
    ok(ApiClient(session["accessToken"]).put("/users/me/onboarding-details", DETAILS))
    return User.objects.get(email=email)


def joiner(number: int) -> User:
    """Completes onboarding by joining after giving details."""
    company, user = make_company(make_user()), newcomer(email=f"dana{number}@harbourline.example")
    make_invitation(
        company=company, invited_by_user=company.founded_by_user, token=f"t{number}", invited_email=user.email
    )
    ok(client_of(user).post("/invitations/accept", {"token": f"t{number}"}))
    return user


@pytest.mark.parametrize("complete", [founder, invitee, joiner])
def test_switched_off_it_is_the_only_thing_missing(
    set_setting: Any, mailbox: Mailbox, complete: Callable[[int], User]
) -> None:
    """ON-6: same state, same trail, same other mails."""

    def outcome(number: int, setting: str) -> tuple[list[str], Any]:
        set_setting("WELCOME_EMAIL_ENABLED", setting)
        mailbox.clear()
        user = complete(number)
        sent = apps.get_model("logging_app", "EmailDelivery").objects.filter(user=user)
        own = sorted(sent.values_list("email_type", flat=True))
        others = [message.to == user.email for message in mailbox()].count(False)
        user.refresh_from_db()
        state = (user.is_onboarding_complete, user.onboarding_step, user.user_status.code)
        trail = (activities(user_id=user.pk), snapshots(user))
        return own, (state, trail, others)

    welcomed, with_mail = outcome(1, "true")
    silent, without_mail = outcome(2, "false")
    assert "welcome" in welcomed
    assert silent == [kind for kind in welcomed if kind != "welcome"]
    assert without_mail == with_mail
    assert with_mail[0] == (True, 3, "active")
    assert "ONBOARDING_COMPLETED" in with_mail[1][0]


def test_the_switch_is_read_at_the_moment_of_completion(set_setting: Any, mailbox: Mailbox) -> None:
    """CF-4: nothing is caught up on later."""
    set_setting("WELCOME_EMAIL_ENABLED", "false")
    user = founder(1)
    set_setting("WELCOME_EMAIL_ENABLED", "true")
    ok(client_of(user).patch("/users/me", {"bio": "Hello"}))
    assert mailbox.to(user.email) == []
