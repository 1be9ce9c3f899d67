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
