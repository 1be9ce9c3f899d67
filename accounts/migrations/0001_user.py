"""People, without the references that close a circle with the reference tables.

Requirement: DB-6.1
"""

from django.db import migrations, models

import accounts.models.identity
import common.clock
import common.db.expressions
import common.db.indexes


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        db_column="Email",
                        db_comment="Sign-in name, trimmed and in lower case",
                        help_text="Sign-in name, trimmed and in lower case",
                        max_length=255,
                    ),
                ),
                (
                    "password_hash",
                    models.CharField(
                        db_column="PasswordHash",
                        db_comment="Argon2id; never leaves the accounts service",
                        help_text="Argon2id; never leaves the accounts service",
                        max_length=255,
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        db_column="FirstName",
                        db_comment="Given name",
                        help_text="Given name",
                        max_length=100,
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        db_column="LastName",
                        db_comment="Family name",
                        help_text="Family name",
                        max_length=100,
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        db_column="Phone",
                        db_comment="Phone in E.164",
                        help_text="Phone in E.164",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "role_title",
                    models.CharField(
                        blank=True,
                        db_column="RoleTitle",
                        db_comment="Job title, no access role",
                        help_text="Job title, no access role",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "bio",
                    models.CharField(
                        blank=True,
                        db_column="Bio",
                        db_comment="Short text about the person",
                        help_text="Short text about the person",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "profile_picture_url",
                    models.CharField(
                        blank=True,
                        db_column="ProfilePictureUrl",
                        db_comment="Address of the picture",
                        help_text="Address of the picture",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "timezone_identifier",
                    models.CharField(
                        db_column="TimezoneIdentifier",
                        db_comment="IANA zone for display and mail",
                        db_default="Australia/Sydney",
                        default="Australia/Sydney",
                        help_text="IANA zone for display and mail",
                        max_length=50,
                    ),
                ),
                (
                    "is_email_verified",
                    models.BooleanField(
                        db_column="IsEmailVerified",
                        db_comment="True once the address is confirmed",
                        db_default=False,
                        default=False,
                        help_text="True once the address is confirmed",
                    ),
                ),
                (
                    "email_verified_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="EmailVerifiedAt",
                        db_comment="When the address was confirmed",
                        help_text="When the address was confirmed",
                        null=True,
                    ),
                ),
                (
                    "is_locked",
                    models.BooleanField(
                        db_column="IsLocked",
                        db_comment="True exactly while the status is locked",
                        db_default=False,
                        default=False,
                        help_text="True exactly while the status is locked",
                    ),
                ),
                (
                    "locked_until",
                    models.DateTimeField(
                        blank=True,
                        db_column="LockedUntil",
                        db_comment="End of the lock; null while locked = until staff unlock",
                        help_text="End of the lock; null while locked = until staff unlock",
                        null=True,
                    ),
                ),
                (
                    "locked_reason",
                    models.CharField(
                        blank=True,
                        db_column="LockedReason",
                        db_comment="Why the account is locked",
                        help_text="Why the account is locked",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "failed_login_attempts",
                    models.IntegerField(
                        db_column="FailedLoginAttempts",
                        db_comment="Failures since the last success",
                        db_default=0,
                        default=0,
                        help_text="Failures since the last success",
                    ),
                ),
                (
                    "last_login_date",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastLoginDate",
                        db_comment="Last successful sign-in",
                        help_text="Last successful sign-in",
                        null=True,
                    ),
                ),
                (
                    "last_password_change",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastPasswordChange",
                        db_comment="Start of password expiry",
                        help_text="Start of password expiry",
                        null=True,
                    ),
                ),
                (
                    "session_token",
                    models.CharField(
                        db_column="SessionToken",
                        db_comment="Random stamp bound into browser sessions; a new one ends them all",
                        help_text="Random stamp bound into browser sessions; a new one ends them all",
                        max_length=64,
                    ),
                ),
                (
                    "access_token_version",
                    models.IntegerField(
                        db_column="AccessTokenVersion",
                        db_comment="Claim atv must equal it",
                        db_default=1,
                        default=1,
                        help_text="Claim atv must equal it",
                    ),
                ),
                (
                    "refresh_token_version",
                    models.IntegerField(
                        db_column="RefreshTokenVersion",
                        db_comment="Refresh tokens of an older version are void",
                        db_default=1,
                        default=1,
                        help_text="Refresh tokens of an older version are void",
                    ),
                ),
                (
                    "is_onboarding_complete",
                    models.BooleanField(
                        db_column="IsOnboardingComplete",
                        db_comment="True once onboarding is done",
                        db_default=False,
                        default=False,
                        help_text="True once onboarding is done",
                    ),
                ),
                (
                    "onboarding_step",
                    models.IntegerField(
                        db_column="OnboardingStep",
                        db_comment="1 details, 2 company, 3 done",
                        db_default=1,
                        default=1,
                        help_text="1 details, 2 company, 3 done",
                    ),
                ),
                (
                    "terms_accepted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="TermsAcceptedAt",
                        db_comment="When the terms were accepted",
                        help_text="When the terms were accepted",
                        null=True,
                    ),
                ),
                (
                    "terms_version",
                    models.CharField(
                        blank=True,
                        db_column="TermsVersion",
                        db_comment="Version of the accepted terms",
                        help_text="Version of the accepted terms",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "erased_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ErasedAt",
                        db_comment="Personal data erased; the account can never return",
                        help_text="Personal data erased; the account can never return",
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was created, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was created, UTC",
                        verbose_name="created",
                    ),
                ),
                (
                    "updated_date",
                    models.DateTimeField(
                        blank=True,
                        db_column="UpdatedDate",
                        db_comment="Instant of the last change, UTC; empty = never",
                        editable=False,
                        help_text="Instant of the last change, UTC; empty = never",
                        null=True,
                        verbose_name="updated",
                    ),
                ),
                (
                    "is_deleted",
                    models.BooleanField(
                        db_column="IsDeleted",
                        db_comment="Row is soft-deleted",
                        db_default=False,
                        default=False,
                        editable=False,
                        help_text="Row is soft-deleted",
                        verbose_name="deleted",
                    ),
                ),
                (
                    "deleted_date",
                    models.DateTimeField(
                        blank=True,
                        db_column="DeletedDate",
                        db_comment="Instant of the soft deletion, UTC",
                        editable=False,
                        help_text="Instant of the soft deletion, UTC",
                        null=True,
                        verbose_name="deleted at",
                    ),
                ),
            ],
            options={
                "db_table": "dbo.User",
                "db_table_comment": "People who sign in: identity, profile, security state.",
                "indexes": [
                    common.db.indexes.Index(
                        condition=models.Q(("is_locked", True)),
                        fields=["locked_until"],
                        name="IX_User_LockedUntil",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("email",),
                        name="UQ_User_Email",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("email__email_shape", True)),
                        name="CK_User_Email",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("is_email_verified", True),
                                ("email_verified_at__isnull", False),
                            ),
                            models.Q(
                                ("is_email_verified", False),
                                ("email_verified_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_User_EmailVerified",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_locked", True),
                            models.Q(
                                ("locked_until__isnull", True),
                                ("locked_reason__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_User_Lock",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("access_token_version__gte", 1),
                            ("failed_login_attempts__gte", 0),
                            ("refresh_token_version__gte", 1),
                        ),
                        name="CK_User_Counters",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("onboarding_step__gte", 1), ("onboarding_step__lte", 3)),
                        name="CK_User_OnboardingStep",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("terms_accepted_at__isnull", True),
                                ("terms_version__isnull", True),
                            ),
                            models.Q(
                                ("terms_accepted_at__isnull", False),
                                ("terms_version__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_User_Terms",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_User_SoftDelete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("updated_date__isnull", True),
                                ("updated_date__gte", models.F("created_date")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("deleted_date__isnull", True),
                                ("deleted_date__gte", models.F("created_date")),
                                _connector="OR",
                            ),
                        ),
                        name="CK_User_AuditDates",
                    ),
                ],
            },
            bases=(accounts.models.identity.SignInIdentity, models.Model),
        ),
    ]
