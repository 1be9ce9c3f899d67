"""Steps that the tests of passkeys share."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from tests.factories.accounts import PASSWORD
from tests.support.api import ApiClient
from tests.support.authenticator import Authenticator
from tests.support.sessions import client_of


def add_passkey(client: ApiClient, authenticator: Authenticator, name: str = "Phone") -> Any:
    """Register by API; the answer of the last step."""
    return client.post("/auth/passkeys/register", register_body(client, authenticator, name))


def register_body(client: ApiClient, authenticator: Authenticator, name: str = "Phone") -> dict[str, Any]:
    """Body of the last step of a ceremony that was just begun."""
    begun = client.post("/auth/passkeys/register/options", {"currentPassword": PASSWORD})
    assert begun.status_code == 200, begun.content
    credential = authenticator.register(begun.json()["publicKey"])
    return {"ceremonyToken": begun.json()["ceremonyToken"], "credential": credential, "name": name}


def person_with_passkey(user: User, **values: Any) -> Authenticator:
    """An authenticator that holds a passkey of the person."""
    authenticator = Authenticator(**values)
    answer = add_passkey(client_of(user), authenticator)
    assert answer.status_code == 201, answer.content
    return authenticator


def login_body(api: ApiClient, authenticator: Authenticator, **more: Any) -> dict[str, Any]:
    """Body of a log-in whose ceremony was just begun and signed."""
    begun = api.post("/auth/passkeys/login/options").json()
    return {"ceremonyToken": begun["ceremonyToken"], "credential": authenticator.sign(begun["publicKey"]), **more}


def log_in(api: ApiClient, authenticator: Authenticator, **more: Any) -> Any:
    """Both steps of a log-in."""
    return api.post("/auth/passkeys/login", login_body(api, authenticator, **more))
