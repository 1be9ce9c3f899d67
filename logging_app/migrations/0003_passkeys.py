"""Authentication events of passkeys.

Requirement: DB-6.4
"""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("logging_app", "0002_monthly_partitions"),
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
                        ),
                    )
                ),
                name="CK_AuthEvent_EventType",
            ),
        ),
    ]
