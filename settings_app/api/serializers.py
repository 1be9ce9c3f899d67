"""Bodies and shapes of the configuration endpoints."""

from __future__ import annotations

from common.api.containers import JsonField
from common.api.fields import BooleanField, CodeField, InstantField, IntegerField, TextField
from common.api.serializers import QuerySerializer, Serializer, Shape


class PasswordPolicyShape(Shape):
    min_length = IntegerField()
    max_length = IntegerField()
    require_uppercase = BooleanField()
    require_number = BooleanField()
    expiry_days = IntegerField()


class ConfigShape(Shape):
    password_policy = PasswordPolicyShape()
    access_token_expiry_minutes = IntegerField()
    email_verification_expiry_hours = IntegerField()
    password_reset_expiry_hours = IntegerField()
    invitation_expiry_days = IntegerField()
    session_timeout_minutes = IntegerField()
    company_name_min_length = IntegerField()
    company_name_max_length = IntegerField()
    terms_version = TextField()
    support_email = TextField()


class SettingsQuery(QuerySerializer):
    setting_category_code = CodeField(required=False)


class SettingBody(Serializer):
    """``value`` has the setting's type; null restores the default."""

    value = JsonField(allow_null=True)
    reason = TextField(max_length=500)


class SettingShape(Shape):
    setting_key = TextField()
    value = JsonField(allow_null=True)
    default_value = JsonField(allow_null=True)
    setting_type_code = CodeField()
    setting_category_code = CodeField()
    description = TextField()
    is_editable = BooleanField()
    min_value = JsonField(allow_null=True)
    max_value = JsonField(allow_null=True)
    validation_regex = TextField(allow_null=True)
    updated_date = InstantField(allow_null=True)
    updated_by_email = TextField(allow_null=True)


class SettingChangeShape(Shape):
    changed_at = InstantField()
    changed_by_email = TextField(allow_null=True)
    old_value = JsonField(allow_null=True)
    new_value = JsonField(allow_null=True)
    change_reason = TextField(allow_null=True)
    request_id = TextField(allow_null=True)


class ReloadShape(Shape):
    settings_loaded = IntegerField()
