"""People who sign in, their tokens, second factors and industries (schema dbo)."""

from accounts.models.email_change import UserEmailChangeToken
from accounts.models.second_factor import UserAuthenticator, UserRecoveryCode
from accounts.models.tokens import UserEmailVerificationToken, UserPasswordResetToken, UserRefreshToken
from accounts.models.user import User
from accounts.models.user_industry import UserIndustry
from accounts.models.user_passkey import UserPasskey

__all__ = [
    "User",
    "UserAuthenticator",
    "UserEmailChangeToken",
    "UserEmailVerificationToken",
    "UserIndustry",
    "UserPasskey",
    "UserPasswordResetToken",
    "UserRecoveryCode",
    "UserRefreshToken",
]
