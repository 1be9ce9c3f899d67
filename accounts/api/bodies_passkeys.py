"""Bodies and shapes of passkeys."""

from __future__ import annotations

from typing import Any

from accounts.services.passkeys import NAME_MAX
from common.api.containers import JsonField
from common.api.fields import BooleanField, ChoiceField, IdField, InstantField, SecretField, TextField
from common.api.serializers import Serializer, Shape


class CredentialField(JsonField):
    """What the browser's ``PublicKeyCredential.toJSON`` gives."""

    default_error_messages = {"wrong_type": "This must be an object, the credential as the browser gives it."}

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("wrong_type")
        return super().to_internal_value(data)


class ConfirmBody(Serializer):
    current_password = SecretField()


class RegisterPasskeyBody(Serializer):
    ceremony_token = SecretField()
    credential = CredentialField()
    name = TextField(max_length=NAME_MAX, example="Dana's phone")


class RenamePasskeyBody(Serializer):
    name = TextField(max_length=NAME_MAX, example="Dana's phone")


class PasskeyLoginBody(Serializer):
    ceremony_token = SecretField()
    credential = CredentialField()
    token_transport = ChoiceField(["body", "cookie"], required=False, default="body")


class CeremonyShape(Shape):
    ceremony_token = TextField()
    public_key = JsonField()


class PasskeyShape(Shape):
    user_passkey_id = IdField()
    name = TextField()
    created_date = InstantField()
    last_used_at = InstantField(allow_null=True)
    is_backed_up = BooleanField()
