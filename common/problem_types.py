"""The registry of problem codes with their status, title and default detail (api.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of refusal: HTTP status, short title, and a detail that is safe to show."""

    code: str
    status: int
    title: str
    detail: str

    @property
    def uri(self) -> str:
        return "/problems/" + self.code.lower().replace("_", "-")


_TABLE: dict[int, dict[str, tuple[str, str]]] = {
    400: {
        "MALFORMED_REQUEST": (
            "The request cannot be read",
            "Check that the body is valid JSON and the query is well formed.",
        ),
        "TOKEN_INVALID": ("This link does not work", "The link is unknown or was replaced by a newer one."),
    },
    401: {
        "AUTHENTICATION_REQUIRED": ("Sign in first", "This needs an access token in the Authorization header."),
        "ACCESS_TOKEN_INVALID": ("Access token not accepted", "Sign in again or refresh the session."),
        "ACCESS_TOKEN_EXPIRED": ("Access token expired", "Refresh the session and send the request again."),
        "INVALID_CREDENTIALS": ("E-mail or password is wrong", "Check both and try again."),
        "PASSKEY_INVALID": ("Passkey not accepted", "Begin the log-in again, or use your password."),
        "SECOND_FACTOR_INVALID": ("Code or passkey not accepted", "Try the present code of your app, or another way."),
        "SECOND_FACTOR_CHALLENGE_INVALID": ("This log-in is over", "Log in again with your password."),
        "REFRESH_TOKEN_INVALID": ("Refresh token not accepted", "Sign in again."),
        "REFRESH_TOKEN_EXPIRED": ("Session expired", "Sign in again."),
        "REFRESH_TOKEN_REUSED": ("Refresh token used twice", "The session was ended for safety. Sign in again."),
    },
    403: {
        "EMAIL_NOT_VERIFIED": (
            "E-mail address not confirmed",
            "Open the link in the confirmation mail, or ask for a new one.",
        ),
        "ACCOUNT_SUSPENDED": ("Account suspended", "Contact support to have the account reviewed."),
        "PASSWORD_EXPIRED": ("Password expired", "Choose a new password to go on."),
        "SECOND_FACTOR_REQUIRED": (
            "Second step needed",
            "The password is right. Go on with your authenticator app, a passkey or a recovery code.",
        ),
        "SECOND_FACTOR_SETUP_REQUIRED": (
            "Second factor needed here",
            "Turn on a second factor in your account's security settings, or log in with it, to work here.",
        ),
        "INSUFFICIENT_PERMISSIONS": ("Not allowed", "Your role does not allow this action."),
        "NO_ACTIVE_COMPANY": ("No active company", "Create or join a company first."),
        "ONBOARDING_REQUIRED": ("Onboarding is not finished", "Complete your details first."),
        "COMPANY_CONTEXT_MISMATCH": ("Another company is active", "Switch to this company first."),
        "COMPANY_INACTIVE": ("Company is not active", "This company has been deactivated."),
        "MEMBERSHIP_INACTIVE": ("Membership is not active", "Ask an administrator of the company to reactivate it."),
        "SELF_CHANGE_FORBIDDEN": ("Not on yourself", "Nobody can take this action on their own account."),
        "ROLE_CEILING": ("Role above your own", "You cannot grant or change a role above your own."),
        "INVITATION_EMAIL_MISMATCH": ("Invitation for another address", "Sign in with the address that was invited."),
        "ORIGIN_NOT_ALLOWED": (
            "Origin not allowed",
            "Requests with the session cookie must come from an allowed origin.",
        ),
    },
    404: {
        "NOT_FOUND": ("Not found", "There is nothing at this address."),
        "COMPANY_NOT_FOUND": ("Company not found", "There is no such company among yours."),
    },
    405: {"METHOD_NOT_ALLOWED": ("Method not allowed", "This address does not support the method.")},
    409: {
        "TOKEN_USED": ("Link already used", "This link was already used."),
        "ONBOARDING_DETAILS_REQUIRED": ("Your details come first", "Complete your details before creating a company."),
        "COMPANY_EXISTS": (
            "Company already registered",
            "A company with this ABN is already registered. You can request access.",
        ),
        "COMPANY_LIMIT_REACHED": ("Company limit reached", "You have already created a company."),
        "ABN_IMMUTABLE": ("ABN cannot be changed", "A verified ABN or ACN cannot be changed."),
        "ALREADY_MEMBER": ("Already a member", "This person already belongs to the company."),
        "INVITATION_PENDING": ("Invitation already pending", "This address already has a pending invitation."),
        "INVITATION_NOT_PENDING": ("Invitation no longer pending", "The invitation was already answered or withdrawn."),
        "INVITATION_RESEND_LIMIT": (
            "Invitation cannot be resent now",
            "The invitation was resent too often or too recently.",
        ),
        "ACCOUNT_EXISTS": ("Account already exists", "Sign in with the existing account instead."),
        "LAST_ADMIN": ("Last administrator", "A company needs at least one active administrator."),
        "MEMBERSHIP_STATE": ("Not possible in this state", "The membership's state does not allow this action."),
        "RELATIONSHIP_EXISTS": ("Relationship already exists", "The two companies already have such a relationship."),
        "RELATIONSHIP_CYCLE": ("Relationship would form a circle", "A company cannot be above itself."),
        "RELATIONSHIP_PARENT_EXISTS": ("Company already has a parent", "A company has at most one parent company."),
        "RELATIONSHIP_STATE": ("Not possible in this state", "The relationship's state does not allow this action."),
        "ACCESS_REQUEST_PENDING": (
            "Request already pending",
            "Your request for this company is waiting for an answer.",
        ),
        "ACCESS_REQUEST_COOLDOWN": ("Too soon to ask again", "Wait before asking this company again."),
        "ACCESS_REQUEST_NOT_PENDING": ("Request no longer pending", "The request was already decided or cancelled."),
        "INDUSTRY_EXISTS": ("Industry already chosen", "This industry is already in your list."),
        "PASSKEY_EXISTS": ("Passkey already added", "This passkey belongs to an account already. Use another device."),
        "PASSKEY_LIMIT_REACHED": (
            "Too many passkeys",
            "The account has as many passkeys as it may have. Remove one to add another.",
        ),
        "SECOND_FACTOR_STATE": ("Not possible in this state", "The state of the second factor does not allow this."),
        "SECOND_FACTOR_LAST_METHOD": (
            "Last way to answer",
            "Without it the second factor could not be shown. Add another way first, or turn the second factor off.",
        ),
        "SECOND_FACTOR_ENFORCED": (
            "Second factor is required",
            "Your company or the platform requires a second factor, so it cannot be turned off.",
        ),
        "TERMS_NOT_CURRENT": (
            "Another version is in force",
            "These terms are not the ones in force. Read the current version, then accept it.",
        ),
        "COUNTRY_EXISTS": ("Country already exists", "This country is already set up."),
        "SETTING_LOCKED": ("Setting is locked", "This setting cannot be changed."),
        "USER_STATE": ("Not possible in this state", "The account's state does not allow this action."),
        "LAST_SYSTEM_ADMIN": ("Last system administrator", "At least one active system administrator must remain."),
    },
    410: {
        "TOKEN_EXPIRED": ("Link expired", "This link has expired. Ask for a new one."),
        "INVITATION_EXPIRED": ("Invitation expired", "Ask the person who invited you to send it again."),
    },
    412: {"STALE_RESOURCE": ("Changed in the meantime", "Somebody changed this since you read it. Read it again.")},
    413: {"PAYLOAD_TOO_LARGE": ("Request too large", "A request body may have at most 256 KiB.")},
    415: {"UNSUPPORTED_MEDIA_TYPE": ("Media type not supported", "Send the body as application/json.")},
    422: {"VALIDATION_ERROR": ("Some fields need attention", "Check the marked fields and send again.")},
    423: {"ACCOUNT_LOCKED": ("Account locked", "Too many failed attempts, or locked by staff.")},
    429: {"RATE_LIMIT_EXCEEDED": ("Too many requests", "Wait a moment before trying again.")},
    500: {"INTERNAL_ERROR": ("Something went wrong", "The failure was recorded. Quote the request id to support.")},
    503: {"SERVICE_UNAVAILABLE": ("Temporarily unavailable", "Try again in a moment.")},
}

PROBLEM_TYPES: dict[str, ProblemType] = {
    code: ProblemType(code, status, title, detail)
    for status, codes in _TABLE.items()
    for code, (title, detail) in codes.items()
}
