"""Passkeys: those of the signed-in person, and log-in with one."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from accounts.api.bodies_passkeys import (
    CeremonyShape,
    ConfirmBody,
    PasskeyLoginBody,
    PasskeyShape,
    RegisterPasskeyBody,
    RenamePasskeyBody,
)
from accounts.api.views_entry import EntryView, SessionView
from accounts.api.views_session import UserView
from accounts.selectors.passkeys import describe_passkey, own_passkeys
from accounts.services import passkey_login, passkeys
from accounts.services.passkey_ceremonies import Ceremony
from common.api.account_shapes import SessionShape
from common.api.documentation import documented
from common.api.pagination import list_of


def _begun(ceremony: Ceremony, options: dict[str, Any]) -> dict[str, Any]:
    return {"ceremony_token": ceremony.token, "public_key": options}


class PasskeysView(UserView):
    @documented("List the own passkeys", response=list_of(PasskeyShape))
    def get(self, request: Request) -> Any:
        return self.plain_list(own_passkeys(self.caller.user_id), PasskeyShape)


class PasskeyView(UserView):
    @documented("Rename a passkey", request=RenamePasskeyBody, response=PasskeyShape)
    def patch(self, request: Request, user_passkey_id: int) -> Any:
        values = self.validate(RenamePasskeyBody)
        row = passkeys.rename(user_passkey_id=user_passkey_id, actor=self.actor, **values)
        return self.respond(PasskeyShape, describe_passkey(row))


class RemovePasskeyView(UserView):
    @documented(
        "Remove a passkey", request=ConfirmBody, status=204, problems=["ACCOUNT_LOCKED", "SECOND_FACTOR_LAST_METHOD"]
    )
    def post(self, request: Request, user_passkey_id: int) -> Any:
        passkeys.remove(user_passkey_id=user_passkey_id, actor=self.actor, **self.validate(ConfirmBody))
        return self.respond()


class RegisterOptionsView(UserView):
    @documented(
        "Begin adding a passkey",
        description="publicKey holds the options for navigator.credentials.create.",
        request=ConfirmBody,
        response=CeremonyShape,
        problems=["ACCOUNT_LOCKED", "PASSKEY_LIMIT_REACHED"],
    )
    def post(self, request: Request) -> Any:
        begun = passkeys.begin_registration(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond(CeremonyShape, _begun(*begun))


class RegisterView(UserView):
    @documented(
        "Add a passkey",
        request=RegisterPasskeyBody,
        response=PasskeyShape,
        status=201,
        problems=["PASSKEY_EXISTS", "PASSKEY_LIMIT_REACHED"],
    )
    def post(self, request: Request) -> Any:
        row = passkeys.register(actor=self.actor, **self.validate(RegisterPasskeyBody))
        return self.respond(PasskeyShape, describe_passkey(row), status=201)


class LoginOptionsView(EntryView):
    @documented(
        "Begin a log-in by passkey",
        description="publicKey holds the options for navigator.credentials.get; they name no account.",
        response=CeremonyShape,
    )
    def post(self, request: Request) -> Any:
        return self.respond(CeremonyShape, _begun(*passkey_login.begin_login()))


class PasskeyLoginView(SessionView):
    @documented(
        "Log in by passkey",
        request=PasskeyLoginBody,
        response=SessionShape,
        problems=["PASSKEY_INVALID", "EMAIL_NOT_VERIFIED", "ACCOUNT_SUSPENDED", "ACCOUNT_LOCKED"],
    )
    def post(self, request: Request) -> Any:
        values = self.validate(PasskeyLoginBody)
        transport = values.pop("token_transport")
        return self.answer(passkey_login.log_in(**values, transport=transport))
