"""Data of people: what all tables share, their industries, passkeys and other second factors."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from accounts.models import UserAuthenticator, UserIndustry, UserPasskey, UserRecoveryCode
from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission


class PeopleAdmin(ReadOnlyAdmin):
    """Data of people; opening a row is recorded (STAFF_VIEWED_USER)."""

    section: ClassVar[Section | None] = Section.USERS
    permission: ClassVar[Permission] = Permission.USERS_MANAGE
    is_view_recorded: ClassVar[bool] = True


@admin.register(UserIndustry)
class UserIndustryAdmin(PeopleAdmin):
    """Industries that people chose."""

    icon: ClassVar[str] = "factory"
    menu_title: ClassVar[str] = "Industries of users"
    list_display = ("user", "industry", "is_primary", "sort_order", "is_deleted")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"


@admin.register(UserPasskey)
class UserPasskeyAdmin(PeopleAdmin):
    """Passkeys: name and use, never what opens anything."""

    icon: ClassVar[str] = "passkey"
    menu_title: ClassVar[str] = "Passkeys"
    list_display = ("created_date", "user", "passkey_name", "is_backed_up", "last_used_at", "is_deleted")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"


@admin.register(UserAuthenticator)
class UserAuthenticatorAdmin(PeopleAdmin):
    """Authenticator apps: since when and last use, never the key."""

    icon: ClassVar[str] = "phonelink_lock"
    menu_title: ClassVar[str] = "Authenticator apps"
    list_display = ("created_date", "user", "confirmed_at", "last_used_at", "is_deleted")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"


@admin.register(UserRecoveryCode)
class UserRecoveryCodeAdmin(PeopleAdmin):
    """Recovery codes: how many are left, never the code."""

    icon: ClassVar[str] = "emergency"
    menu_title: ClassVar[str] = "Recovery codes"
    list_display = ("created_date", "user", "used_at", "is_deleted")
    search_fields = ("user", "pk")
    search_help_text = "Number of the user"
