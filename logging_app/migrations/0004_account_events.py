"""Authentication events of second factors, changes of address and closed accounts.

Requirement: DB-6.4
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("logging_app", "0003_passkeys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="authevent",
            name="CK_AuthEvent_EventType",
        ),
        migrations.AddConstraint(
            model_name="authevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "event_type__in",
                        (
                            "SIGNUP",
                            "SIGNUP_FAILED",
                            "EMAIL_VERIFIED",
                            "EMAIL_VERIFICATION_RESENT",
                            "EMAIL_VERIFICATION_FAILED",
                            "LOGIN_SUCCESS",
                            "LOGIN_FAILED",
                            "ACCOUNT_LOCKED",
                            "ACCOUNT_UNLOCKED",
                            "TOKEN_REFRESH",
                            "TOKEN_REFRESH_FAILED",
                            "TOKEN_REUSE_DETECTED",
                            "LOGOUT",
                            "SESSIONS_REVOKED",
                            "PASSWORD_RESET_REQUESTED",
                            "PASSWORD_RESET_COMPLETED",
                            "PASSWORD_RESET_FAILED",
                            "PASSWORD_CHANGED",
                            "PASSWORD_CHANGE_FAILED",
                            "RATE_LIMIT_EXCEEDED",
                            "PASSKEY_ADDED",
                            "PASSKEY_REMOVED",
                            "SECOND_FACTOR_ENROLLED",
                            "SECOND_FACTOR_REMOVED",
                            "SECOND_FACTOR_RESET",
                            "SECOND_FACTOR_FAILED",
                            "RECOVERY_CODES_RENEWED",
                            "RECOVERY_CODE_USED",
                            "EMAIL_CHANGE_REQUESTED",
                            "EMAIL_CHANGE_FAILED",
                            "EMAIL_CHANGE_CANCELLED",
                            "EMAIL_CHANGED",
                            "ACCOUNT_CLOSED",
                            "ACCOUNT_CLOSE_FAILED",
                            "ACCOUNT_REOPENED",
                        ),
                    )
                ),
                name="CK_AuthEvent_EventType",
            ),
        ),
    ]
