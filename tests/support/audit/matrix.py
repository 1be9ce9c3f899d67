"""The lines of the audit matrix (behaviour.md section 21): action → kinds of rows that belong to it.

A new action gets a line here, or its types into one that is there, and at least one case. ``NOT_BUILT`` names the lines
whose action the product does not have; a service that begins to write one of their rows makes the test fail.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """Kinds of rows of one line, each separated by spaces; ``roles`` are role types."""

    events: str = ""
    activities: str = ""
    history: str = ""
    roles: str = ""


MATRIX: dict[str, Line] = {
    "Sign-up": Line("SIGNUP SIGNUP_FAILED", "USER_CREATED USER_UPDATED", "User"),
    "Invited sign-up": Line(
        "SIGNUP", "USER_CREATED INVITATION_ACCEPTED MEMBERSHIP_CREATED", "User UserCompany", "company"
    ),
    "Pending account removed": Line("", "USER_REMOVED", "User"),
    "Verify, resend": Line(
        "EMAIL_VERIFIED EMAIL_VERIFICATION_RESENT EMAIL_VERIFICATION_FAILED", "USER_EMAIL_VERIFIED", "User"
    ),
    "Login": Line("LOGIN_SUCCESS LOGIN_FAILED"),
    "Lock, unlock": Line("ACCOUNT_LOCKED ACCOUNT_UNLOCKED", "USER_LOCKED USER_UNLOCKED", "User"),
    "Refresh": Line("TOKEN_REFRESH TOKEN_REFRESH_FAILED TOKEN_REUSE_DETECTED"),
    "Logout, end sessions": Line("LOGOUT SESSIONS_REVOKED"),
    "Reset": Line(
        "PASSWORD_RESET_REQUESTED PASSWORD_RESET_COMPLETED PASSWORD_RESET_FAILED", "USER_PASSWORD_CHANGED", "User"
    ),
    "Password change": Line("PASSWORD_CHANGED PASSWORD_CHANGE_FAILED", "USER_PASSWORD_CHANGED", "User"),
    "Passkeys": Line(
        "PASSKEY_ADDED PASSKEY_REMOVED LOGIN_FAILED", "USER_PASSKEY_ADDED USER_PASSKEY_RENAMED USER_PASSKEY_REMOVED"
    ),
    "Second factor": Line(
        "SECOND_FACTOR_ENROLLED SECOND_FACTOR_REMOVED SECOND_FACTOR_RESET SECOND_FACTOR_FAILED RECOVERY_CODES_RENEWED"
        " RECOVERY_CODE_USED SESSIONS_REVOKED LOGIN_FAILED LOGIN_SUCCESS",
        "USER_SECOND_FACTOR_ENABLED USER_SECOND_FACTOR_DISABLED USER_SECOND_FACTOR_RESET USER_AUTHENTICATOR_BEGUN"
        " USER_AUTHENTICATOR_ADDED USER_AUTHENTICATOR_REMOVED USER_RECOVERY_CODES_RENEWED",
        "User",
    ),
    "Rate limit on an auth route": Line("RATE_LIMIT_EXCEEDED"),
    "Profile, preferences, industries": Line(
        "",
        "USER_UPDATED USER_PREFERENCES_UPDATED USER_INDUSTRY_ADDED USER_INDUSTRY_UPDATED USER_INDUSTRY_REMOVED",
        "User",
    ),
    "Change of address": Line(
        "EMAIL_CHANGE_REQUESTED EMAIL_CHANGE_CANCELLED EMAIL_CHANGE_FAILED EMAIL_CHANGED",
        "USER_EMAIL_CHANGE_REQUESTED USER_EMAIL_CHANGE_CONFIRMED USER_EMAIL_CHANGE_CANCELLED USER_EMAIL_CHANGED",
        "User",
    ),
    "Change of address by staff": Line(
        "EMAIL_CHANGE_REQUESTED EMAIL_CHANGE_CANCELLED EMAIL_CHANGE_FAILED EMAIL_CHANGED",
        "USER_EMAIL_CHANGE_REQUESTED USER_EMAIL_CHANGE_CONFIRMED USER_EMAIL_CHANGE_CANCELLED USER_EMAIL_CHANGED",
        "User",
    ),
    "Account closed": Line(
        "ACCOUNT_CLOSED ACCOUNT_CLOSE_FAILED",
        "USER_CLOSED SYSTEM_ROLE_REVOKED MEMBERSHIP_REMOVED COMPANY_UPDATED ACCESS_REQUEST_CANCELLED",
        "User UserCompany Company",
        "company system",
    ),
    "Account reopened by staff": Line("ACCOUNT_REOPENED", "USER_REOPENED", "User"),
    "Terms accepted": Line("", "USER_TERMS_ACCEPTED", "User"),
    "Onboarding": Line("", "ONBOARDING_DETAILS_SAVED ONBOARDING_COMPLETED", "User"),
    "Company created": Line("", "COMPANY_CREATED MEMBERSHIP_CREATED", "Company UserCompany", "company"),
    "Company, billing, organiser changed": Line(
        "", "COMPANY_UPDATED COMPANY_BILLING_UPDATED COMPANY_ORGANIZER_UPDATED COMPANY_SECURITY_UPDATED", "Company"
    ),
    "Duplicate ABN": Line("", "COMPANY_DUPLICATE_ATTEMPT"),
    "Register change": Line("", "COMPANY_REGISTER_CHANGED", "Company"),
    "Invitation sent to expired": Line(
        "",
        "INVITATION_SENT INVITATION_RESENT INVITATION_CANCELLED INVITATION_DECLINED INVITATION_EXPIRED",
    ),
    "Invitation accepted by an existing user": Line(
        "", "INVITATION_ACCEPTED MEMBERSHIP_CREATED", "UserCompany", "company"
    ),
    "Company role changed": Line("", "USER_ROLE_UPDATED", "UserCompany", "company"),
    "Member suspended, reactivated, removed, left": Line(
        "", "MEMBERSHIP_SUSPENDED MEMBERSHIP_REACTIVATED MEMBERSHIP_REMOVED MEMBERSHIP_LEFT", "UserCompany", "company"
    ),
    "Company switched": Line("", "COMPANY_SWITCHED", "UserCompany"),
    "Access request": Line(
        "",
        "ACCESS_REQUEST_CREATED ACCESS_REQUEST_APPROVED ACCESS_REQUEST_REJECTED ACCESS_REQUEST_CANCELLED"
        " MEMBERSHIP_CREATED",
        "UserCompany",
        "company",
    ),
    "Claim settled": Line(
        "",
        "COMPANY_CLAIM_SETTLED MEMBERSHIP_CREATED MEMBERSHIP_SUSPENDED MEMBERSHIP_REMOVED MEMBERSHIP_REACTIVATED"
        " USER_ROLE_UPDATED",
        "UserCompany",
        "company",
    ),
    "Cross-company attempt": Line("", "CROSS_COMPANY_ACCESS_DENIED"),
    "Setting changed, reloaded": Line("", "SETTING_UPDATED SETTINGS_RELOADED", "AppSetting"),
    "Country, rule, reference row": Line(
        "", "COUNTRY_ADDED VALIDATION_RULE_UPDATED REFERENCE_UPDATED", "Country ValidationRule Industry"
    ),
    "Register cache purged": Line("", "ABR_CACHE_PURGED"),
    "User suspended, reactivated by staff": Line("SESSIONS_REVOKED", "USER_SUSPENDED USER_REACTIVATED", "User"),
    "System role": Line("", "SYSTEM_ROLE_GRANTED SYSTEM_ROLE_REVOKED", "User", "system"),
    "Staff opens a company or user": Line("", "STAFF_VIEWED_COMPANY STAFF_VIEWED_USER"),
    "Mail sent again": Line("", "EMAIL_RESENT"),
}

# Line → actions that no service writes yet.
NOT_BUILT: dict[str, str] = {
    "Relationship": "RELATIONSHIP_PROPOSED RELATIONSHIP_CONFIRMED RELATIONSHIP_SUSPENDED RELATIONSHIP_TERMINATED",
    "Activity exported": "ACTIVITY_EXPORTED",
    "Company override of a rule": "COMPANY_RULE_UPDATED",
    "Holds, person export, erasure": "LEGAL_HOLD_PLACED LEGAL_HOLD_RELEASED PERSON_EXPORTED PERSON_ERASED",
}

# Rows of jobs and commands over the whole database, which no request writes; their own tests prove them.
ELSEWHERE: dict[str, str] = {
    "RETENTION_RUN": "tests/logging_app",
    "BACKUP_COMPLETED": "tests/backup",
    "RESTORE_DRILL_COMPLETED": "tests/backup",
    "RESTORE_DRILL_FAILED": "tests/backup",
}
