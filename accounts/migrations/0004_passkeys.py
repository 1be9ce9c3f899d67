"""Passkeys of people, and whether a session showed a second factor.

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
        ("accounts", "0003_tokens_and_industries"),
    ]

    operations = [
        migrations.AddField(
            model_name="userrefreshtoken",
            name="has_second_factor",
            field=models.BooleanField(
                db_column="HasSecondFactor",
                db_comment="A second factor was shown at the log-in",
                db_default=False,
                default=False,
                help_text="A second factor was shown at the log-in",
            ),
        ),
        migrations.CreateModel(
            name="UserPasskey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserPasskeyID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "passkey_name",
                    models.CharField(
                        db_column="PasskeyName",
                        db_comment="Name the person gave it",
                        help_text="Name the person gave it",
                        max_length=100,
                    ),
                ),
                (
                    "credential_hash",
                    models.CharField(
                        db_column="CredentialHash",
                        db_comment="SHA-256 of CredentialHandle, hex",
                        help_text="SHA-256 of CredentialHandle, hex",
                        max_length=64,
                    ),
                ),
                (
                    "credential_handle",
                    models.CharField(
                        db_column="CredentialHandle",
                        db_comment="Credential id, base64url",
                        help_text="Credential id, base64url",
                        max_length=1400,
                    ),
                ),
                (
                    "public_key",
                    models.TextField(
                        db_column="PublicKey",
                        db_comment="COSE public key, base64url",
                        help_text="COSE public key, base64url",
                    ),
                ),
                (
                    "sign_count",
                    models.BigIntegerField(
                        db_column="SignCount",
                        db_comment="Last counter of the device; 0 = it does not count",
                        db_default=0,
                        default=0,
                        help_text="Last counter of the device; 0 = it does not count",
                    ),
                ),
                (
                    "transports",
                    models.JSONField(
                        blank=True,
                        db_column="Transports",
                        db_comment="Ways to reach the device, such as internal",
                        default=list,
                        help_text="Ways to reach the device, such as internal",
                    ),
                ),
                (
                    "is_backed_up",
                    models.BooleanField(
                        db_column="IsBackedUp",
                        db_comment="The passkey is synced to other devices",
                        db_default=False,
                        default=False,
                        help_text="The passkey is synced to other devices",
                    ),
                ),
                (
                    "authenticator_model",
                    models.CharField(
                        blank=True,
                        db_column="AuthenticatorModel",
                        db_comment="AAGUID, the model of the device",
                        help_text="AAGUID, the model of the device",
                        max_length=36,
                        null=True,
                    ),
                ),
                (
                    "last_used_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastUsedAt",
                        db_comment="Last log-in or second step with it",
                        help_text="Last log-in or second step with it",
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
                        db_comment="Whose passkey it is",
                        db_index=False,
                        help_text="Whose passkey it is",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="passkeys",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "dbo.UserPasskey",
                "db_table_comment": "Passkeys with which a person logs in; the private key never leaves the person's device.",
                "indexes": [common.db.indexes.Index(fields=["user"], name="IX_UserPasskey_UserID")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("credential_hash",),
                        name="UQ_UserPasskey_CredentialHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("credential_hash__length", 64)), name="CK_UserPasskey_CredentialHash"
                    ),
                    models.CheckConstraint(condition=models.Q(("sign_count__gte", 0)), name="CK_UserPasskey_SignCount"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserPasskey_SoftDelete",
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
                        name="CK_UserPasskey_AuditDates",
                    ),
                ],
            },
        ),
    ]
