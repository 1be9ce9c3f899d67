"""Verification, reset and refresh tokens, and the industries of people.

Requirement: DB-6.1
"""

import django.db.models.deletion
import django.db.models.manager
from django.conf import settings
from django.db import migrations, models

import common.clock
import common.db.expressions
import common.db.indexes


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_user_references"),
        ("companies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="UserEmailVerificationToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserEmailVerificationTokenID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Account whose address is verified",
                        db_index=False,
                        help_text="Account whose address is verified",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        db_column="Email",
                        db_comment="Address it verifies",
                        help_text="Address it verifies",
                        max_length=255,
                    ),
                ),
                (
                    "token_hash",
                    models.CharField(
                        db_column="TokenHash",
                        db_comment="SHA-256 of the token",
                        help_text="SHA-256 of the token",
                        max_length=64,
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        db_column="ExpiresAt",
                        db_comment="The link works before this instant",
                        help_text="The link works before this instant",
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="UsedAt",
                        db_comment="When the link was spent",
                        help_text="When the link was spent",
                        null=True,
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="VoidedAt",
                        db_comment="Replaced by a newer one",
                        help_text="Replaced by a newer one",
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="Request that issued it",
                        help_text="Request that issued it",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserEmailVerificationToken",
                "db_table_comment": "Address verification link.",
                "indexes": [
                    common.db.indexes.Index(fields=["user"], name="IX_UserEmailVerificationToken_UserID"),
                    common.db.indexes.Index(
                        fields=["expires_at"],
                        name="IX_UserEmailVerificationToken_ExpiresAt",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("token_hash",),
                        name="UQ_UserEmailVerificationToken_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_hash__length", 64)),
                        name="CK_UserEmailVerificationToken_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_date"))),
                        name="CK_UserEmailVerificationToken_ExpiresAt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserPasswordResetToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserPasswordResetTokenID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Account whose password is reset",
                        db_index=False,
                        help_text="Account whose password is reset",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        db_column="Purpose",
                        db_comment="reset = mailed link, expired = proof",
                        db_default="reset",
                        default="reset",
                        help_text="reset = mailed link, expired = proof",
                        max_length=10,
                    ),
                ),
                (
                    "token_hash",
                    models.CharField(
                        db_column="TokenHash",
                        db_comment="SHA-256 of the token",
                        help_text="SHA-256 of the token",
                        max_length=64,
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        db_column="ExpiresAt",
                        db_comment="The token works before this instant",
                        help_text="The token works before this instant",
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="UsedAt",
                        db_comment="When the token was spent",
                        help_text="When the token was spent",
                        null=True,
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="VoidedAt",
                        db_comment="Replaced by a newer one",
                        help_text="Replaced by a newer one",
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="Request that issued it",
                        help_text="Request that issued it",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserPasswordResetToken",
                "db_table_comment": "Password reset link, and the proof that lets an expired password be changed.",
                "indexes": [
                    common.db.indexes.Index(fields=["user"], name="IX_UserPasswordResetToken_UserID"),
                    common.db.indexes.Index(
                        fields=["expires_at"],
                        name="IX_UserPasswordResetToken_ExpiresAt",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("token_hash",),
                        name="UQ_UserPasswordResetToken_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["reset", "expired"])),
                        name="CK_UserPasswordResetToken_Purpose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_hash__length", 64)),
                        name="CK_UserPasswordResetToken_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_date"))),
                        name="CK_UserPasswordResetToken_ExpiresAt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserRefreshToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserRefreshTokenID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Who is signed in",
                        db_index=False,
                        help_text="Who is signed in",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Active company of the session",
                        db_index=False,
                        help_text="Active company of the session",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "token_family_id",
                    models.UUIDField(
                        db_column="TokenFamilyID",
                        db_comment="Claim sid, sessionId; same through all rotations",
                        help_text="Claim sid, sessionId; same through all rotations",
                    ),
                ),
                (
                    "transport",
                    models.CharField(
                        db_column="Transport",
                        db_comment="body, cookie or page; page: TokenHash is of the handle in the browser session",
                        help_text="body, cookie or page; page: TokenHash is of the handle in the browser session",
                        max_length=10,
                    ),
                ),
                (
                    "token_hash",
                    models.CharField(
                        db_column="TokenHash",
                        db_comment="SHA-256 of the token or handle",
                        help_text="SHA-256 of the token or handle",
                        max_length=64,
                    ),
                ),
                (
                    "refresh_token_version",
                    models.IntegerField(
                        db_column="RefreshTokenVersion",
                        db_comment="User.RefreshTokenVersion at issue",
                        help_text="User.RefreshTokenVersion at issue",
                    ),
                ),
                (
                    "session_started_at",
                    models.DateTimeField(
                        db_column="SessionStartedAt",
                        db_comment="When the person signed in",
                        help_text="When the person signed in",
                    ),
                ),
                (
                    "session_expires_at",
                    models.DateTimeField(
                        db_column="SessionExpiresAt",
                        db_comment="End of the session however often it is refreshed",
                        help_text="End of the session however often it is refreshed",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        db_column="ExpiresAt",
                        db_comment="End of this token; page: last use + SESSION_TIMEOUT_MINUTES, moved on at most once a minute",
                        help_text="End of this token; page: last use + SESSION_TIMEOUT_MINUTES, moved on at most once a minute",
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="UsedAt",
                        db_comment="Rotated; a second use revokes the family",
                        help_text="Rotated; a second use revokes the family",
                        null=True,
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RevokedAt",
                        db_comment="When the token was revoked",
                        help_text="When the token was revoked",
                        null=True,
                    ),
                ),
                (
                    "revoked_reason",
                    models.CharField(
                        blank=True,
                        db_column="RevokedReason",
                        db_comment="Why the token was revoked",
                        help_text="Why the token was revoked",
                        max_length=30,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address of the device",
                        help_text="Address of the device",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="Browser or client of the device",
                        help_text="Browser or client of the device",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "last_used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastUsedAt",
                        db_comment="Last use of the session",
                        help_text="Last use of the session",
                        null=True,
                    ),
                ),
                (
                    "created_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant the row was written, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        editable=False,
                        help_text="Instant the row was written, UTC",
                        verbose_name="created",
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserRefreshToken",
                "db_table_comment": "Sessions and their refresh tokens; one family = one signed-in device, by page or API.",
                "indexes": [
                    common.db.indexes.Index(fields=["user"], name="IX_UserRefreshToken_UserID"),
                    common.db.indexes.Index(
                        fields=["token_family_id"],
                        name="IX_UserRefreshToken_TokenFamilyID",
                    ),
                    common.db.indexes.Index(fields=["expires_at"], name="IX_UserRefreshToken_ExpiresAt"),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company"],
                        name="IX_UserRefreshToken_CompanyID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("token_hash",), name="UQ_UserRefreshToken_TokenHash"),
                    models.CheckConstraint(
                        condition=models.Q(("transport__in", ["body", "cookie", "page"])),
                        name="CK_UserRefreshToken_Transport",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_hash__length", 64)),
                        name="CK_UserRefreshToken_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_at__gt", models.F("created_date")),
                            ("expires_at__lte", models.F("session_expires_at")),
                        ),
                        name="CK_UserRefreshToken_ExpiresAt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("revoked_at__isnull", True),
                                ("revoked_reason__isnull", True),
                            ),
                            models.Q(
                                ("revoked_at__isnull", False),
                                ("revoked_reason__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_UserRefreshToken_Revoked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revoked_reason__isnull", True),
                            (
                                "revoked_reason__in",
                                [
                                    "logout",
                                    "logout_all",
                                    "session_ended",
                                    "reuse_detected",
                                    "password_changed",
                                    "password_reset",
                                    "suspended",
                                    "locked",
                                    "erased",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="CK_UserRefreshToken_RevokedReason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserIndustry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserIndustryID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="The person",
                        db_index=False,
                        help_text="The person",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="industries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "industry",
                    models.ForeignKey(
                        db_column="IndustryID",
                        db_comment="Industry the person works in",
                        db_index=False,
                        help_text="Industry the person works in",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.industry",
                    ),
                ),
                (
                    "is_primary",
                    models.BooleanField(
                        db_column="IsPrimary",
                        db_comment="Main industry of the person",
                        db_default=False,
                        default=False,
                        help_text="Main industry of the person",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="0 for the primary one, others from 1 without gaps",
                        help_text="0 for the primary one, others from 1 without gaps",
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
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        db_column="CreatedBy",
                        db_comment="Person who created the row; empty for the system or the person's own sign-up",
                        db_index=False,
                        editable=False,
                        help_text="Person who created the row; empty for the system or the person's own sign-up",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "updated_by",
                    models.ForeignKey(
                        blank=True,
                        db_column="UpdatedBy",
                        db_comment="Person who changed the row last",
                        db_index=False,
                        editable=False,
                        help_text="Person who changed the row last",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "deleted_by",
                    models.ForeignKey(
                        blank=True,
                        db_column="DeletedBy",
                        db_comment="Person who soft-deleted the row",
                        db_index=False,
                        editable=False,
                        help_text="Person who soft-deleted the row",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserIndustry",
                "db_table_comment": "Industries a person works in.",
                "indexes": [common.db.indexes.Index(fields=["industry"], name="IX_UserIndustry_IndustryID")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("user", "industry"),
                        name="UQ_UserIndustry_UserID_IndustryID",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False), ("is_primary", True)),
                        fields=("user",),
                        name="UQ_UserIndustry_UserID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_primary", True), ("sort_order", 0)),
                            models.Q(("is_primary", False), ("sort_order__gt", 0)),
                            _connector="OR",
                        ),
                        name="CK_UserIndustry_Primary",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserIndustry_SoftDelete",
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
                        name="CK_UserIndustry_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
    ]
