"""A person as answers show them (api.md section 3, User)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from accounts.selectors.users import effective_status, password_expires_at
from reference.selectors import lookup
from reference.services.validation import display_phone


@dataclass(frozen=True, slots=True)
class UserView:
    """The fields of User, with codes instead of keys."""

    user_id: int
    email: str
    first_name: str
    last_name: str
    phone: str | None
    phone_display: str | None
    role_title: str | None
    bio: str | None
    profile_picture_url: str | None
    timezone_identifier: str
    country_code: str | None
    language_code: str | None
    is_email_verified: bool
    email_verified_at: datetime | None
    is_onboarding_complete: bool
    onboarding_step: int
    system_role_code: str
    status_code: str
    last_login_date: datetime | None
    password_expires_at: datetime | None
    terms_version: str | None
    terms_accepted_at: datetime | None
    created_date: datetime


def describe_user(user: User) -> UserView:
    """Describe a person without further queries; a lock past its time counts as ended (LK-2)."""
    country_code = _code("Country", user.country_id)
    return UserView(
        user_id=user.pk,
        email=user.email,
        first_name=user.first_name,
        last_name=user.last_name,
        phone=user.phone,
        phone_display=display_phone(user.phone, country_code),
        role_title=user.role_title,
        bio=user.bio,
        profile_picture_url=user.profile_picture_url,
        timezone_identifier=user.timezone_identifier,
        country_code=country_code,
        language_code=_code("Language", user.preferred_language_id),
        is_email_verified=user.is_email_verified,
        email_verified_at=user.email_verified_at,
        is_onboarding_complete=user.is_onboarding_complete,
        onboarding_step=user.onboarding_step,
        system_role_code=str(lookup("UserRole", user.user_role_id).code),
        status_code=effective_status(user).value,
        last_login_date=user.last_login_date,
        password_expires_at=password_expires_at(user),
        terms_version=user.terms_version,
        terms_accepted_at=user.terms_accepted_at,
        created_date=user.created_date,
    )


def _code(table: str, row_id: int | None) -> str | None:
    return None if row_id is None else str(lookup(table, row_id).code)
