"""People who sign in, their tokens and their industries (schema dbo)."""

from accounts.models.tokens import UserEmailVerificationToken, UserPasswordResetToken, UserRefreshToken
from accounts.models.user import User
from accounts.models.user_industry import UserIndustry
from accounts.models.user_passkey import UserPasskey

__all__ = [
    "User",
    "UserEmailVerificationToken",
    "UserIndustry",
    "UserPasskey",
    "UserPasswordResetToken",
    "UserRefreshToken",
]
