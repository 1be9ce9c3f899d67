"""Shapes that several apps answer: who is signed in, and the access token they go on with (api.md section 3).

They live here because the REST rooms of apps never import each other.
"""

from __future__ import annotations

from typing import Any

from common.api.fields import BooleanField, ChoiceField, IdField, InstantField, IntegerField, TextField
from common.api.serializers import Shape


class ActiveCompanyShape(Shape):
    company_id = IdField()
    company_name = TextField()
    role_code = TextField()
    role_name = TextField()


class _TokenTypeField(ChoiceField):
    """Constant: grants hold no such attribute."""

    def __init__(self) -> None:
        super().__init__(("Bearer",))

    def get_attribute(self, instance: Any) -> str:
        return "Bearer"


class AccessGrantShape(Shape):
    """Read from ``accounts.services.sessions.AccessGrant``."""

    access_token = TextField()
    token_type = _TokenTypeField()
    expires_in = IntegerField()
    active_company = ActiveCompanyShape(allow_null=True)


class UserShape(Shape):
    """Read from ``accounts.selectors.describe_user``."""

    user_id = IdField()
    email = TextField()
    first_name = TextField()
    last_name = TextField()
    phone = TextField(allow_null=True)
    phone_display = TextField(allow_null=True)
    role_title = TextField(allow_null=True)
    bio = TextField(allow_null=True)
    profile_picture_url = TextField(allow_null=True)
    timezone_identifier = TextField()
    country_code = TextField(allow_null=True)
    language_code = TextField(allow_null=True)
    is_email_verified = BooleanField()
    email_verified_at = InstantField(allow_null=True)
    is_onboarding_complete = BooleanField()
    onboarding_step = IntegerField(min_value=1, max_value=3)
    system_role_code = ChoiceField(("system_admin", "company_user"))
    status_code = ChoiceField(("pending", "active", "suspended", "locked"))
    last_login_date = InstantField(allow_null=True)
    password_expires_at = InstantField(allow_null=True)
    terms_version = TextField(allow_null=True)
    terms_accepted_at = InstantField(allow_null=True)
    created_date = InstantField()


class SessionShape(AccessGrantShape):
    refresh_token = TextField(allow_null=True)
    refresh_expires_in = IntegerField()
    user = UserShape()
