"""Reads of people and their sessions."""

from accounts.selectors.profiles import UserView, describe_user
from accounts.selectors.sessions import SessionRow, live_sessions, live_token
from accounts.selectors.users import (
    effective_status,
    find_by_email,
    get_user,
    is_sign_up_open,
    password_expires_at,
)

__all__ = [
    "SessionRow",
    "UserView",
    "describe_user",
    "effective_status",
    "find_by_email",
    "get_user",
    "is_sign_up_open",
    "live_sessions",
    "live_token",
    "password_expires_at",
]
