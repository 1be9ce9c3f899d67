"""Authenticator apps, recovery codes, links that change an address, and when an account asks for a second factor.

Requirement: DB-6.1
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.clock
import common.db.expressions
import common.db.indexes


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_passkeys"),
        ("companies", "0003_second_factor"),
    ]

    operations = [
        migrations.CreateModel(
            name="UserAuthenticator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserAuthenticatorID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "sealed_key",
                    models.CharField(
                        blank=True,
                        db_column="SealedKey",
                        db_comment="Key of the codes, encrypted; null once removed",
                        help_text="Key of the codes, encrypted; null once removed",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ConfirmedAt",
                        db_comment="When the first code was shown; null = being set up",
                        help_text="When the first code was shown; null = being set up",
                        null=True,
                    ),
                ),
                (
                    "last_used_step",
                    models.BigIntegerField(
                        db_column="LastUsedStep",
                        db_comment="Time step of the last code; none is taken twice",
                        db_default=0,
                        default=0,
                        help_text="Time step of the last code; none is taken twice",
                    ),
                ),
                (
                    "last_used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastUsedAt",
                        db_comment="Last log-in with a code of it",
                        help_text="Last log-in with a code of it",
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
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Whose authenticator app it is",
                        db_index=False,
                        help_text="Whose authenticator app it is",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="authenticators",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserAuthenticator",
                "db_table_comment": "Authenticator app of a person: the sealed key of its one-time codes (TOTP, RFC 6238).",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)), fields=("user",), name="UQ_UserAuthenticator_UserID"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last_used_step__gte", 0)), name="CK_UserAuthenticator_LastUsedStep"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_deleted", False), ("sealed_key__isnull", False)),
                            models.Q(("is_deleted", True), ("sealed_key__isnull", True)),
                            _connector="OR",
                        ),
                        name="CK_UserAuthenticator_SealedKey",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserAuthenticator_SoftDelete",
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
                        name="CK_UserAuthenticator_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserEmailChangeToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserEmailChangeTokenID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "change_key",
                    models.UUIDField(
                        db_column="ChangeKey",
                        db_comment="The two links of one change share it",
                        help_text="The two links of one change share it",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        db_column="Side",
                        db_comment="old or new: the address the link was sent to",
                        help_text="old or new: the address the link was sent to",
                        max_length=3,
                    ),
                ),
                (
                    "new_email",
                    models.CharField(
                        db_column="NewEmail",
                        db_comment="Address the account shall have",
                        help_text="Address the account shall have",
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
                        db_comment="When this side was confirmed",
                        help_text="When this side was confirmed",
                        null=True,
                    ),
                ),
                (
                    "voided_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="VoidedAt",
                        db_comment="Cancelled, or replaced by a newer change",
                        help_text="Cancelled, or replaced by a newer change",
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
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Account whose address changes",
                        db_index=False,
                        help_text="Account whose address changes",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserEmailChangeToken",
                "db_table_comment": "Links to the old and the new address of a person; the change takes effect once both are used.",
                "indexes": [
                    common.db.indexes.Index(fields=["user"], name="IX_UserEmailChangeToken_UserID"),
                    common.db.indexes.Index(fields=["expires_at"], name="IX_UserEmailChangeToken_ExpiresAt"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("token_hash",), name="UQ_UserEmailChangeToken_TokenHash"),
                    models.UniqueConstraint(
                        fields=("change_key", "side"), name="UQ_UserEmailChangeToken_ChangeKey_Side"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["old", "new"])), name="CK_UserEmailChangeToken_Side"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("new_email__email_shape", True)), name="CK_UserEmailChangeToken_NewEmail"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_hash__length", 64)), name="CK_UserEmailChangeToken_TokenHash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_date"))),
                        name="CK_UserEmailChangeToken_ExpiresAt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserRecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserRecoveryCodeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "code_hash",
                    models.CharField(
                        db_column="CodeHash",
                        db_comment="Keyed SHA-256 of the code, hex",
                        help_text="Keyed SHA-256 of the code, hex",
                        max_length=64,
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="UsedAt",
                        db_comment="When the code was spent",
                        help_text="When the code was spent",
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
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Whose code it is",
                        db_index=False,
                        help_text="Whose code it is",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserRecoveryCode",
                "db_table_comment": "Recovery codes of a person, each good for one log-in; soft-deleted once replaced or turned off.",
                "indexes": [common.db.indexes.Index(fields=["user"], name="IX_UserRecoveryCode_UserID")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("code_hash",),
                        name="UQ_UserRecoveryCode_CodeHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code_hash__length", 64)), name="CK_UserRecoveryCode_CodeHash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserRecoveryCode_SoftDelete",
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
                        name="CK_UserRecoveryCode_AuditDates",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="userrefreshtoken",
            name="CK_UserRefreshToken_RevokedReason",
        ),
        migrations.AddField(
            model_name="user",
            name="second_factor_since",
            field=models.DateTimeField(
                blank=True,
                db_column="SecondFactorSince",
                db_comment="Log-in by password asks for a second factor since; null = it does not",
                help_text="Log-in by password asks for a second factor since; null = it does not",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="userrefreshtoken",
            constraint=models.CheckConstraint(
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
                            "account_closed",
                            "factor_changed",
                            "factor_reset",
                            "email_changed",
                        ],
                    ),
                    _connector="OR",
                ),
                name="CK_UserRefreshToken_RevokedReason",
            ),
        ),
    ]
