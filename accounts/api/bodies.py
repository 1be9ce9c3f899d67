"""Request bodies of ``/auth``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.services import signup
from common.api.fields import BooleanField, ChoiceField, EmailField, SecretField, TextField
from common.api.serializers import Serializer
from common.problems import FieldError

# The policy names the longest password itself (password_too_long); the size of the body bounds what is read.
_NO_LIMIT = None


class SignupBody(Serializer):
    email = EmailField()
    password = SecretField(max_length=_NO_LIMIT)
    first_name = TextField(max_length=100, example="Dana")
    last_name = TextField(max_length=100, example="Reed")
    accept_terms = BooleanField()

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return signup.sign_up_errors(
            email=values.get("email", ""),
            first_name=values.get("first_name", ""),
            last_name=values.get("last_name", ""),
            password=values.get("password"),
            accept_terms=values.get("accept_terms"),
        )


class TokenBody(Serializer):
    token = SecretField()


class EmailBody(Serializer):
    email = EmailField()


class LoginBody(Serializer):
    email = EmailField()
    password = SecretField()
    token_transport = ChoiceField(["body", "cookie"], required=False, default="body")


class RefreshBody(Serializer):
    """``refreshToken`` is omitted with cookie transport; an empty one is no token (REFRESH_TOKEN_INVALID)."""

    refresh_token = SecretField(required=False, allow_blank=True)


class ChangePasswordBody(Serializer):
    current_password = SecretField()
    new_password = SecretField(max_length=_NO_LIMIT)


class ConfirmResetBody(Serializer):
    token = SecretField()
    new_password = SecretField(max_length=_NO_LIMIT)
