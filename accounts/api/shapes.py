"""Answers of ``/auth`` that no other app shares."""

from __future__ import annotations

from common.api.account_shapes import ActiveCompanyShape, UserShape
from common.api.containers import ListField
from common.api.fields import BooleanField, IdField, InstantField, IntegerField, TextField, UuidField
from common.api.serializers import Shape


class MessageShape(Shape):
    message = TextField()


class VerifiedEmailShape(Shape):
    email = TextField()
    is_email_verified = BooleanField()


class ResetLinkShape(Shape):
    is_valid = BooleanField()  # type: ignore[assignment]  # the name of a method of Django REST framework
    expires_at = InstantField()


class SessionsRevokedShape(Shape):
    sessions_revoked = IntegerField(min_value=0)


class CurrentSessionShape(Shape):
    session_id = UuidField()
    expires_at = InstantField()


class MeShape(Shape):
    user = UserShape()
    active_company = ActiveCompanyShape(allow_null=True)
    capabilities = ListField(TextField())
    session = CurrentSessionShape()


class SessionRowShape(Shape):
    session_id = UuidField()
    created_date = InstantField()
    last_used_at = InstantField()
    expires_at = InstantField()
    ip_address = TextField(allow_null=True)
    user_agent = TextField(allow_null=True)
    company_id = IdField(allow_null=True)
    is_current = BooleanField()
