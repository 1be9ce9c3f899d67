"""Mails about access requests (AR-2)."""

from __future__ import annotations

from django.conf import settings

from companies.models import CompanySwitchRequest
from companies.selectors import admin_recipients, name_for_requester
from logging_app.services import queue_email


def tell_admins(row: CompanySwitchRequest) -> None:
    """Tell every admin of the company that somebody asks; company and user are loaded."""
    for recipient in admin_recipients(row.to_company_id):
        queue_email(
            email_type="access_request_created",
            recipient=recipient.email,
            data={
                "name": recipient.first_name,
                "companyName": row.to_company.company_name,
                "requesterName": row.user.full_name,
                "requesterEmail": row.user.email,
                "reason": row.reason or "",
                "isDomainMatch": row.is_domain_match,
                "reviewUrl": f"{settings.PUBLIC_ORIGIN}/team/requests",
            },
            user_id=recipient.user_id,
            company_id=row.to_company_id,
        )


def tell_requester(row: CompanySwitchRequest, decision: str) -> None:
    """Tell the requester what was decided; a refused one still learns the register's name only."""
    queue_email(
        email_type="access_request_decided",
        recipient=row.user.email,
        data={
            "name": row.user.first_name,
            "companyName": name_for_requester(row),
            "decision": decision,
            "reason": row.rejection_reason or "",
            "dashboardUrl": f"{settings.PUBLIC_ORIGIN}/dashboard",
        },
        user_id=row.user_id,
        company_id=row.to_company_id,
    )
