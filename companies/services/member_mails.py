"""Mails to a member whose role or membership an admin changed (ME-4, ME-5)."""

from __future__ import annotations

from typing import Any, Literal

from django.conf import settings

from companies.models import Company, UserCompany
from logging_app.services import queue_email

Change = Literal["suspended", "reactivated", "removed"]


def tell_role(row: UserCompany, company: Company, old_role_name: str, new_role_name: str) -> None:
    """Tell a member which role they have now; their user is loaded."""
    _tell("role_changed", row, company, {"oldRoleName": old_role_name, "newRoleName": new_role_name})


def tell_change(row: UserCompany, company: Company, change: Change, reason: str | None) -> None:
    """Tell a member what became of their membership, with the reason where there is one; their user is loaded."""
    _tell("membership_changed", row, company, {"change": change, "reason": reason or ""})


def _tell(email_type: str, row: UserCompany, company: Company, more: dict[str, Any]) -> None:
    queue_email(
        email_type=email_type,
        recipient=row.user.email,
        data={
            "name": row.user.first_name,
            "companyName": company.company_name,
            "dashboardUrl": f"{settings.PUBLIC_ORIGIN}/dashboard",
            **more,
        },
        user_id=row.user_id,
        company_id=company.pk,
    )
