"""Request bodies and queries of the invitation endpoints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from common.api.fields import BooleanField, ChoiceField, CodeField, EmailField, IdField, SecretField, TextField
from common.api.pagination import PageQuery
from common.api.serializers import Serializer
from common.problems import FieldError
from invitations.selectors import INVITATION_STATUSES
from invitations.services import entry_errors, sign_up_errors

_REASON_MAX = 500


class InvitationsQuery(PageQuery):
    status_code = ChoiceField(INVITATION_STATUSES, required=False)


class InviteBody(Serializer):
    invited_email = EmailField()
    first_name = TextField(max_length=100, example="Priya")
    last_name = TextField(max_length=100, example="Shah")
    role_code = CodeField(example="company_user")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return entry_errors(invited_email=values.get("invited_email"), role=values.get("role_code"))


class ReasonBody(Serializer):
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)


class LinkBody(Serializer):
    token = SecretField()


class InvitedSignupBody(Serializer):
    token = SecretField()
    password = SecretField(max_length=None)
    accept_terms = BooleanField()
    token_transport = ChoiceField(["body", "cookie"], required=False, default="body")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return sign_up_errors(
            token=values.get("token", ""),
            password=values.get("password"),
            accept_terms=values.get("accept_terms"),
        )


class AnswerBody(Serializer):
    """Exactly one of token and userInvitationId."""

    token = SecretField(required=False)
    user_invitation_id = IdField(required=False)

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        sent = [name for name in ("token", "userInvitationId") if name in getattr(self, "initial_data", {})]
        if len(sent) != 1:
            yield FieldError("", "exactly_one_of", "Send exactly one of token and userInvitationId.")


class DeclineBody(AnswerBody):
    reason = TextField(max_length=_REASON_MAX, required=False, allow_null=True, multiline=True)
