"""Mails about a company: invitations, members, requests, the register (behaviour.md section 19)."""

from __future__ import annotations

from logging_app.mail.email_type import EmailType

COMPANY_TYPES = (
    EmailType(
        "team_invitation",
        action="invitationUrl",
        required=("inviterName", "companyName", "roleName", "invitationUrl", "expiryDays"),
        sample={
            "inviterName": "Ben Ng",
            "companyName": "Fair & Square",
            "roleName": "Member",
            "invitationUrl": "/invitations/accept?token=sample",
            "expiryDays": 7,
        },
    ),
    EmailType(
        "invitation_accepted",
        action="teamUrl",
        required=("memberName", "companyName", "roleName", "teamUrl"),
        sample={"memberName": "Cleo Li", "companyName": "Fair & Square", "roleName": "Member", "teamUrl": "/team"},
    ),
    EmailType(
        "invitation_declined",
        action="invitationsUrl",
        required=("memberName", "companyName", "invitationsUrl"),
        optional=("reason",),
        sample={
            "memberName": "Cleo Li",
            "companyName": "Fair & Square",
            "reason": "Wrong address",
            "invitationsUrl": "/team/invitations",
        },
    ),
    EmailType(
        "role_changed",
        action="dashboardUrl",
        required=("oldRoleName", "newRoleName", "dashboardUrl"),
        optional=("companyName",),
        sample={
            "companyName": "Fair & Square",
            "oldRoleName": "Member",
            "newRoleName": "Company Admin",
            "dashboardUrl": "/dashboard",
        },
    ),
    EmailType(
        "membership_changed",
        action="dashboardUrl",
        required=("companyName", "change", "dashboardUrl"),
        optional=("reason",),
        sample={
            "companyName": "Fair & Square",
            "change": "suspended",
            "reason": "Until the audit is over",
            "dashboardUrl": "/dashboard",
        },
    ),
    EmailType(
        "access_request_created",
        action="reviewUrl",
        required=("companyName", "requesterName", "requesterEmail", "isDomainMatch", "reviewUrl"),
        optional=("reason",),
        sample={
            "companyName": "Fair & Square",
            "requesterName": "Cleo Li",
            "requesterEmail": "cleo@fairsquare.example",
            "reason": "I run the stand in Perth",
            "isDomainMatch": True,
            "reviewUrl": "/team/requests",
        },
    ),
    EmailType(
        "access_request_decided",
        action="dashboardUrl",
        required=("companyName", "decision", "dashboardUrl"),
        optional=("reason",),
        sample={
            "companyName": "Fair & Square",
            "decision": "rejected",
            "reason": "We do not know you",
            "dashboardUrl": "/dashboard",
        },
    ),
    EmailType(
        "claim_settled",
        action="dashboardUrl",
        required=("companyName", "change", "reason", "dashboardUrl"),
        sample={
            "companyName": "Fair & Square",
            "change": "removed",
            "reason": "The register names another director",
            "dashboardUrl": "/dashboard",
        },
    ),
    EmailType(
        "register_changed",
        action="settingsUrl",
        required=("companyName", "changes", "settingsUrl"),
        sample={"companyName": "Fair & Square", "changes": "The ABN is cancelled.", "settingsUrl": "/dashboard"},
    ),
)
