"""The second step of a log-in, and the second factor of the signed-in person (SF-3 to SF-5)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rest_framework.request import Request

from accounts.api.bodies_passkeys import CeremonyShape, ConfirmBody
from accounts.api.bodies_second_factor import (
    AuthenticatorSetupShape,
    ConfirmAuthenticatorBody,
    FactorAnswerBody,
    FactorChallengeBody,
    FactorPasskeyBody,
    RecoveryCodesShape,
    SecondFactorStatusShape,
)
from accounts.api.views_entry import EntryView, SessionView
from accounts.api.views_session import UserView
from accounts.selectors.second_factors import status_of
from accounts.services import second_factor, second_factor_login
from common.api.access import Access
from common.api.account_shapes import SessionShape
from common.api.documentation import documented

_ANSWER_PROBLEMS = [
    "SECOND_FACTOR_INVALID",
    "SECOND_FACTOR_CHALLENGE_INVALID",
    "EMAIL_NOT_VERIFIED",
    "ACCOUNT_SUSPENDED",
    "PASSWORD_EXPIRED",
    "ACCOUNT_LOCKED",
]


class SecondFactorView(SessionView):
    access = {"GET": Access.USER, "POST": Access.PUBLIC}

    @documented(
        "Read the own second factor",
        description="requiredBy names platform and the ids of companies that let nobody in without one.",
        response=SecondFactorStatusShape,
    )
    def get(self, request: Request) -> Any:
        status = status_of(self.caller.user_id)
        shown = {**asdict(status), "is_required": status.is_required}
        return self.respond(
            SecondFactorStatusShape, {**shown, "required_by": [str(name) for name in status.required_by]}
        )

    @documented(
        "Finish a log-in with a code",
        description="Answers the challenge of SECOND_FACTOR_REQUIRED with a code of the app or a recovery code.",
        request=FactorAnswerBody,
        response=SessionShape,
        problems=_ANSWER_PROBLEMS,
    )
    def post(self, request: Request) -> Any:
        values = self.validate(FactorAnswerBody)
        transport = values.pop("token_transport")
        return self.answer(second_factor_login.answer(**values, transport=transport))


class FactorPasskeyOptionsView(EntryView):
    @documented(
        "Begin to finish a log-in with a passkey",
        description="publicKey holds the options for navigator.credentials.get; they name the person's passkeys.",
        request=FactorChallengeBody,
        response=CeremonyShape,
        problems=["SECOND_FACTOR_CHALLENGE_INVALID"],
    )
    def post(self, request: Request) -> Any:
        ceremony, options = second_factor_login.begin_passkey(**self.validate(FactorChallengeBody))
        return self.respond(CeremonyShape, {"ceremony_token": ceremony.token, "public_key": options})


class FactorPasskeyView(SessionView):
    @documented(
        "Finish a log-in with a passkey",
        request=FactorPasskeyBody,
        response=SessionShape,
        problems=_ANSWER_PROBLEMS,
    )
    def post(self, request: Request) -> Any:
        values = self.validate(FactorPasskeyBody)
        transport = values.pop("token_transport")
        return self.answer(second_factor_login.answer_with_passkey(**values, transport=transport))


class AuthenticatorView(UserView):
    @documented(
        "Begin to set up an authenticator app",
        description="The key counts once its first code is sent, within half an hour; an app in use goes on.",
        request=ConfirmBody,
        response=AuthenticatorSetupShape,
        status=201,
        problems=["ACCOUNT_LOCKED"],
    )
    def post(self, request: Request) -> Any:
        setup = second_factor.begin_authenticator(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond(AuthenticatorSetupShape, setup, status=201)


class ConfirmAuthenticatorView(UserView):
    @documented(
        "Put the authenticator app into use",
        description=(
            "Turns the second factor on; the recovery codes are shown this once, and the other sessions end. "
            "Where it was on already there are no new codes."
        ),
        request=ConfirmAuthenticatorBody,
        response=RecoveryCodesShape,
        problems=["SECOND_FACTOR_STATE"],
    )
    def post(self, request: Request) -> Any:
        codes = second_factor.confirm_authenticator(actor=self.actor, **self.validate(ConfirmAuthenticatorBody))
        return self.respond(RecoveryCodesShape, {"recovery_codes": codes})


class RemoveAuthenticatorView(UserView):
    @documented(
        "Remove the authenticator app",
        request=ConfirmBody,
        status=204,
        problems=["ACCOUNT_LOCKED", "SECOND_FACTOR_STATE", "SECOND_FACTOR_LAST_METHOD"],
    )
    def post(self, request: Request) -> Any:
        second_factor.remove_authenticator(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond()


class FactorByPasskeysView(UserView):
    @documented(
        "Use the own passkeys as second factor",
        description="Turns the second factor on, as an authenticator app does. Where it is on nothing changes.",
        request=ConfirmBody,
        response=RecoveryCodesShape,
        problems=["ACCOUNT_LOCKED", "SECOND_FACTOR_STATE"],
    )
    def post(self, request: Request) -> Any:
        codes = second_factor.enable_passkeys(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond(RecoveryCodesShape, {"recovery_codes": codes})


class RecoveryCodesView(UserView):
    @documented(
        "Make new recovery codes",
        description="Ten, shown this once; the ones from before work no more.",
        request=ConfirmBody,
        response=RecoveryCodesShape,
        problems=["ACCOUNT_LOCKED", "SECOND_FACTOR_STATE"],
    )
    def post(self, request: Request) -> Any:
        codes = second_factor.renew_recovery_codes(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond(RecoveryCodesShape, {"recovery_codes": codes})


class RemoveSecondFactorView(UserView):
    @documented(
        "Turn the second factor off",
        description="App and recovery codes go; passkeys stay for logging in.",
        request=ConfirmBody,
        status=204,
        problems=["ACCOUNT_LOCKED", "SECOND_FACTOR_STATE", "SECOND_FACTOR_ENFORCED"],
    )
    def post(self, request: Request) -> Any:
        second_factor.turn_off(actor=self.actor, **self.validate(ConfirmBody))
        return self.respond()
