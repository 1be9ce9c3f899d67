"""Back office of invitations: view only; the secret of a link is never shown."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin

from common.backoffice.navigation import Section
from common.backoffice.options import ReadOnlyAdmin
from common.permissions import Permission
from invitations.models import UserInvitation


@admin.register(UserInvitation)
class UserInvitationAdmin(ReadOnlyAdmin):
    """Invitations to teams; opening one is recorded (STAFF_VIEWED_COMPANY)."""

    section: ClassVar[Section | None] = Section.COMPANIES
    icon: ClassVar[str] = "mail_lock"
    menu_title: ClassVar[str] = "Invitations"
    menu_order: ClassVar[int] = 30
    permission: ClassVar[Permission] = Permission.COMPANIES_MANAGE
    is_view_recorded: ClassVar[bool] = True
    list_display = (
        "created_date",
        "company",
        "invited_email",
        "user_company_role",
        "user_invitation_status",
        "expires_at",
    )
    search_fields = ("invited_email", "company", "pk")
    search_help_text = "E-mail address, or number of the company"
