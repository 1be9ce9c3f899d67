"""Bodies and shapes of second factors."""

from __future__ import annotations

from accounts.api.bodies_passkeys import CredentialField
from common.api.containers import ListField
from common.api.fields import BooleanField, ChoiceField, InstantField, IntegerField, SecretField, TextField
from common.api.serializers import Serializer, Shape

_TRANSPORTS = ["body", "cookie"]


class FactorAnswerBody(Serializer):
    """``code``: six digits of the app, or a recovery code; case, spaces and dashes do not matter."""

    challenge_token = SecretField()
    code = SecretField(max_length=64)
    token_transport = ChoiceField(_TRANSPORTS, required=False, default="body")


class FactorChallengeBody(Serializer):
    challenge_token = SecretField()


class FactorPasskeyBody(Serializer):
    challenge_token = SecretField()
    ceremony_token = SecretField()
    credential = CredentialField()
    token_transport = ChoiceField(_TRANSPORTS, required=False, default="body")


class ConfirmAuthenticatorBody(Serializer):
    code = SecretField(max_length=64)


class SecondFactorStatusShape(Shape):
    """``requiredBy`` names ``platform`` and the ids of companies, as text."""

    is_enabled = BooleanField()
    enabled_since = InstantField(allow_null=True)
    has_authenticator = BooleanField()
    passkey_count = IntegerField(min_value=0)
    recovery_codes_left = IntegerField(min_value=0)
    is_required = BooleanField()
    required_by = ListField(TextField())


class AuthenticatorSetupShape(Shape):
    setup_key = TextField()
    otpauth_uri = TextField()
    issuer = TextField()
    account_name = TextField()


class RecoveryCodesShape(Shape):
    recovery_codes = ListField(TextField())
