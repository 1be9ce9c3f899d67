"""Codes of the lookups and text states that accounts behave by (seeded system rows, database.md 6.1 and 6.2)."""

from __future__ import annotations

from enum import StrEnum


class UserStatusCode(StrEnum):
    """Codes of ref.UserStatus."""

    PENDING = "pending"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    LOCKED = "locked"


class UserRoleCode(StrEnum):
    """Codes of ref.UserRole, the platform-wide roles."""

    SYSTEM_ADMIN = "system_admin"
    COMPANY_USER = "company_user"


class OnboardingStep:
    """Values of User.OnboardingStep."""

    DETAILS = 1
    COMPANY = 2
    DONE = 3


class PasswordResetPurpose(StrEnum):
    """Why a password reset token was issued: a requested link, or the proof after an expired password."""

    RESET = "reset"
    EXPIRED = "expired"


class Transport(StrEnum):
    """How a session carries its refresh token: response body, cookie, or the handle of a browser session."""

    BODY = "body"
    COOKIE = "cookie"
    PAGE = "page"


class RevokedReason(StrEnum):
    """Why a refresh token was revoked."""

    LOGOUT = "logout"
    LOGOUT_ALL = "logout_all"
    SESSION_ENDED = "session_ended"
    REUSE_DETECTED = "reuse_detected"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_RESET = "password_reset"  # noqa: S105
    SUSPENDED = "suspended"
    LOCKED = "locked"
    ERASED = "erased"
    ACCOUNT_CLOSED = "account_closed"
    FACTOR_CHANGED = "factor_changed"
    FACTOR_RESET = "factor_reset"
    EMAIL_CHANGED = "email_changed"


class IdentityProof(StrEnum):
    """How staff made sure who asks, before they open a way into an account to somebody who lost theirs."""

    PHONE_CALLBACK = "phone_callback"
    PUBLISHED_NUMBER = "published_number"
    COMPANY_ADMIN = "company_admin"
    IN_PERSON = "in_person"
    VIDEO_DOCUMENT = "video_document"


class EmailChangeSide(StrEnum):
    """Which of the two addresses a link of a change of address was sent to."""

    OLD = "old"
    NEW = "new"
