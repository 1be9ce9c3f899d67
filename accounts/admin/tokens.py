"""Sessions and mailed links: what they were for and until when, never the hash."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from accounts.admin.people import PeopleAdmin
from accounts.models import UserEmailChangeToken, UserEmailVerificationToken, UserPasswordResetToken, UserRefreshToken


@admin.register(UserRefreshToken)
class UserRefreshTokenAdmin(PeopleAdmin):
    """Sessions: one family of rows for each device."""

    icon: ClassVar[str] = "devices"
    menu_title: ClassVar[str] = "Sessions"
    menu_order: ClassVar[int] = 20
    list_display = ("created_date", "user", "transport", "ip_address", "last_used_at", "expires_at", "revoked_reason")
    search_fields = ("user", "token_family_id", "company")
    search_help_text = "Number of the user or company, or id of the session"


@admin.register(UserEmailVerificationToken)
class UserEmailVerificationTokenAdmin(PeopleAdmin):
    """Links that confirm an address."""

    icon: ClassVar[str] = "mark_email_read"
    menu_title: ClassVar[str] = "Verification links"
    list_display = ("created_date", "user", "email", "expires_at", "used_at", "voided_at")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"


@admin.register(UserPasswordResetToken)
class UserPasswordResetTokenAdmin(PeopleAdmin):
    """Links that set a new password."""

    icon: ClassVar[str] = "lock_reset"
    menu_title: ClassVar[str] = "Password links"
    list_display = ("created_date", "user", "purpose", "expires_at", "used_at", "voided_at")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"


@admin.register(UserEmailChangeToken)
class UserEmailChangeTokenAdmin(PeopleAdmin):
    """Links that change the address of an account."""

    icon: ClassVar[str] = "alternate_email"
    menu_title: ClassVar[str] = "Change-of-address links"
    list_display = (
        *("created_date", "user", "side", "new_email", "expires_at", "used_at", "voided_at"),
        *("effective_from", "started_by_user"),
    )
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"
