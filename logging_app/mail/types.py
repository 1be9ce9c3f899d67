"""Register of e-mail types: variables, action link, sample values (behaviour.md section 19).

A type's texts are ``templates/mail/<code>/subject.txt``, ``message.txt`` and ``message.html``; every variable is
written there as here, in camelCase. ``name``, ``productName`` and ``supportEmail`` are known to all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PRODUCT_NAME = "EventLead"


@dataclass(frozen=True, slots=True)
class EmailType:
    """One kind of mail.

    ``action`` is the variable of the link behind its button. ``optional`` variables may be absent and are then None;
    ``instants`` hold ISO instants and are shown in the recipient's time zone. ``sample`` serves previews and tests.
    """

    code: str
    action: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    instants: tuple[str, ...] = ()
    sample: dict[str, Any] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[str, ...]:
        return ("name", *self.required, *self.optional)

    @property
    def full_sample(self) -> dict[str, Any]:
        """Sample values of every variable."""
        return {"name": "Anna O'Neil"} | self.sample


_SAMPLE_INSTANT = "2026-01-15T03:04:05.123456+00:00"

_TYPES = (
    EmailType(
        "email_verification",
        action="verificationUrl",
        required=("verificationUrl", "expiryHours"),
        sample={"verificationUrl": "/verify-email?token=sample", "expiryHours": 24},
    ),
    EmailType(
        "account_exists",
        action="loginUrl",
        required=("loginUrl", "resetUrl"),
        sample={"loginUrl": "/login", "resetUrl": "/reset-password"},
    ),
    EmailType(
        "welcome",
        action="dashboardUrl",
        required=("companyName", "dashboardUrl"),
        sample={"companyName": "Fair & Square", "dashboardUrl": "/dashboard"},
    ),
    EmailType(
        "password_reset",
        action="resetUrl",
        required=("resetUrl", "expiryHours"),
        sample={"resetUrl": "/reset-password/confirm?token=sample", "expiryHours": 1},
    ),
    EmailType(
        "password_changed",
        action="resetUrl",
        required=("changedAt", "resetUrl"),
        optional=("passkeyCount", "securityUrl"),
        instants=("changedAt",),
        sample={
            "changedAt": _SAMPLE_INSTANT,
            "resetUrl": "/reset-password",
            "passkeyCount": 2,
            "securityUrl": "/account/security",
        },
    ),
    EmailType(
        "email_change_old",
        action="confirmUrl",
        required=("newEmail", "confirmUrl", "expiryHours"),
        sample={
            "newEmail": "anna@fairsquare.example",
            "confirmUrl": "/confirm-email-change?token=sample",
            "expiryHours": 24,
        },
    ),
    EmailType(
        "email_change_new",
        action="confirmUrl",
        required=("confirmUrl", "expiryHours"),
        sample={"confirmUrl": "/confirm-email-change?token=sample", "expiryHours": 24},
    ),
    EmailType(
        "email_change_staff_old",
        action="stopUrl",
        required=("newEmail", "stopUrl", "expiryHours"),
        optional=("effectiveFrom",),
        instants=("effectiveFrom",),
        sample={
            "newEmail": "anna@fairsquare.example",
            "effectiveFrom": _SAMPLE_INSTANT,
            "stopUrl": "/confirm-email-change?token=sample",
            "expiryHours": 48,
        },
    ),
    EmailType(
        "email_change_staff_new",
        action="confirmUrl",
        required=("confirmUrl", "expiryHours"),
        optional=("effectiveFrom",),
        instants=("effectiveFrom",),
        sample={
            "effectiveFrom": _SAMPLE_INSTANT,
            "confirmUrl": "/confirm-email-change?token=sample",
            "expiryHours": 48,
        },
    ),
    EmailType(
        "email_change_taken",
        action="loginUrl",
        required=("loginUrl", "resetUrl"),
        sample={"loginUrl": "/login", "resetUrl": "/reset-password"},
    ),
    EmailType(
        "email_changed",
        action="nextUrl",
        required=("newEmail", "changedAt", "isFormerAddress", "nextUrl"),
        instants=("changedAt",),
        sample={
            "newEmail": "anna@fairsquare.example",
            "changedAt": _SAMPLE_INSTANT,
            "isFormerAddress": True,
            "nextUrl": "/support",
        },
    ),
    EmailType(
        "account_locked",
        action="resetUrl",
        required=("resetUrl",),
        optional=("lockedUntil",),
        instants=("lockedUntil",),
        sample={"lockedUntil": _SAMPLE_INSTANT, "resetUrl": "/reset-password"},
    ),
    EmailType(
        "account_closed",
        action="supportUrl",
        required=("closedAt", "supportUrl"),
        instants=("closedAt",),
        sample={"closedAt": _SAMPLE_INSTANT, "supportUrl": "/support"},
    ),
    EmailType(
        "account_reopened",
        action="resetUrl",
        required=("resetUrl", "requestUrl", "expiryHours"),
        sample={
            "resetUrl": "/reset-password/confirm?token=sample",
            "requestUrl": "/reset-password",
            "expiryHours": 1,
        },
    ),
    EmailType(
        "passkey_changed",
        action="securityUrl",
        required=("passkeyName", "change", "changedAt", "securityUrl"),
        instants=("changedAt",),
        sample={
            "passkeyName": "Anna's phone",
            "change": "added",
            "changedAt": _SAMPLE_INSTANT,
            "securityUrl": "/account/security",
        },
    ),
    EmailType(
        "second_factor_changed",
        action="securityUrl",
        required=("change", "changedAt", "securityUrl"),
        optional=("codesLeft",),
        instants=("changedAt",),
        sample={
            "change": "code_used",
            "changedAt": _SAMPLE_INSTANT,
            "codesLeft": 9,
            "securityUrl": "/account/security",
        },
    ),
    EmailType(
        "second_factor_required",
        action="securityUrl",
        required=("companyName", "adminName", "securityUrl"),
        sample={"companyName": "Fair & Square", "adminName": "Ben Ng", "securityUrl": "/account/security"},
    ),
    EmailType(
        "session_alert",
        action="sessionsUrl",
        required=("detectedAt", "sessionsUrl"),
        instants=("detectedAt",),
        sample={"detectedAt": _SAMPLE_INSTANT, "sessionsUrl": "/account/sessions"},
    ),
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

EMAIL_TYPES = {kind.code: kind for kind in _TYPES}


def email_type(code: str) -> EmailType:
    """Return a registered type.

    Raises:
        LookupError: no type has the code.
    """
    try:
        return EMAIL_TYPES[code]
    except KeyError:
        raise LookupError(f"{code!r} is no registered e-mail type") from None
