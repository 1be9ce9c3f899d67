"""Bodies and shapes of ``/users/me``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from accounts.selectors import get_user
from accounts.services.onboarding import details_errors
from accounts.services.profile import preference_errors, profile_errors
from common.api.fields import CodeField, IntegerField, TextField
from common.api.serializers import Serializer, Shape
from common.problems import FieldError

_NAME_MAX, _PHONE_MAX, _TITLE_MAX, _BIO_MAX, _ZONE_MAX, _VERSION_MAX = 100, 30, 100, 500, 100, 20


class OnboardingDetailsBody(Serializer):
    first_name = TextField(max_length=_NAME_MAX, example="Dana")
    last_name = TextField(max_length=_NAME_MAX, example="Reed")
    country_code = CodeField(example="AU")
    timezone_identifier = TextField(max_length=_ZONE_MAX, example="Australia/Sydney")
    phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True, example="0412 345 678")
    role_title = TextField(max_length=_TITLE_MAX, required=False, allow_null=True, example="Marketing Manager")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return details_errors(values)


class ProfileBody(Serializer):
    first_name = TextField(max_length=_NAME_MAX, required=False, example="Dana")
    last_name = TextField(max_length=_NAME_MAX, required=False, example="Reed")
    phone = TextField(max_length=_PHONE_MAX, required=False, allow_null=True, example="0412 345 678")
    role_title = TextField(max_length=_TITLE_MAX, required=False, allow_null=True, example="Marketing Manager")
    bio = TextField(max_length=_BIO_MAX, required=False, allow_null=True, multiline=True)
    timezone_identifier = TextField(max_length=_ZONE_MAX, required=False, example="Australia/Sydney")
    country_code = CodeField(required=False, example="AU")
    language_code = CodeField(required=False, allow_null=True, example="en")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        user = get_user(self.context["view"].caller.user_id)
        return profile_errors(values, user) if user is not None else ()


class AcceptTermsBody(Serializer):
    terms_version = TextField(max_length=_VERSION_MAX, example="2025-10")


class PreferencesBody(Serializer):
    """Null restores the default."""

    theme_code = CodeField(required=False, allow_null=True, example="dark")
    layout_density_code = CodeField(required=False, allow_null=True, example="compact")
    font_size_code = CodeField(required=False, allow_null=True, example="large")

    def check(self, values: Mapping[str, Any]) -> Iterable[FieldError]:
        return preference_errors(values)


class PreferencesShape(Shape):
    theme_code = TextField()
    theme_css_class = TextField()
    layout_density_code = TextField()
    layout_density_css_class = TextField()
    font_size_code = TextField()
    font_size_css_class = TextField()
    base_font_size = IntegerField()
