"""Mails about an account: the address, the password, what protects it (behaviour.md section 19)."""

from __future__ import annotations

from logging_app.mail.email_type import SAMPLE_INSTANT, EmailType

ACCOUNT_TYPES = (
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
            "changedAt": SAMPLE_INSTANT,
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
            "effectiveFrom": SAMPLE_INSTANT,
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
            "effectiveFrom": SAMPLE_INSTANT,
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
            "changedAt": SAMPLE_INSTANT,
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
        sample={"lockedUntil": SAMPLE_INSTANT, "resetUrl": "/reset-password"},
    ),
    EmailType(
        "account_closed",
        action="supportUrl",
        required=("closedAt", "supportUrl"),
        instants=("closedAt",),
        sample={"closedAt": SAMPLE_INSTANT, "supportUrl": "/support"},
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
            "changedAt": SAMPLE_INSTANT,
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
            "changedAt": SAMPLE_INSTANT,
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
        sample={"detectedAt": SAMPLE_INSTANT, "sessionsUrl": "/account/sessions"},
    ),
)
