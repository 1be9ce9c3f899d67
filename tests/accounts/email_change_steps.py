"""Steps of the change of address that several test modules take."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from tests.factories.accounts import PASSWORD
from tests.support.api import ApiClient
from tests.support.mail import Mailbox
from tests.support.sessions import client_of

NEW = "dana@newplace.example"
CHANGE = "/users/me/email-change"
ASKED = {"reason": "Left the company whose mail it was", "identityProof": "phone_callback"}


def ask(client: ApiClient, new_email: str = NEW, password: str = PASSWORD) -> Any:
    return client.post(CHANGE, {"newEmail": new_email, "currentPassword": password})


def confirm(token: str, client: ApiClient | None = None) -> Any:
    return (client or ApiClient()).post("/auth/email-change/confirm", {"token": token})


def stop(token: str) -> Any:
    return ApiClient().post("/auth/email-change/stop", {"token": token})


def both_links(user: User, mailbox: Mailbox, new_email: str = NEW) -> tuple[str, str]:
    """Ask in a session of its own; secrets of the links to the present and to the new address."""
    answer = ask(client_of(user), new_email)
    assert answer.status_code == 202, answer.content
    return mailbox.token_for(user.email), mailbox.token_for(new_email)


def start(staff: ApiClient, user: User, new_email: str = NEW, **body: Any) -> Any:
    """Staff start a change for somebody who lost the mailbox."""
    return staff.post(f"/admin/users/{user.pk}/change-email", {"newEmail": new_email, **ASKED, **body})


def staff_links(staff: ApiClient, user: User, mailbox: Mailbox, new_email: str = NEW) -> tuple[str, str]:
    """Secrets of the link that stops a change by staff, and of the one that confirms the new address."""
    answer = start(staff, user, new_email)
    assert answer.status_code == 202, answer.content
    return mailbox.token_for(user.email), mailbox.token_for(new_email)
