"""Tables of team invitations.

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
    initial = True

    dependencies = [
        ("accounts", "0002_user_references"),
        ("companies", "0001_initial"),
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="UserInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserInvitationID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_column="CompanyID",
                        db_comment="Company that invites",
                        db_index=False,
                        help_text="Company that invites",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="invitations",
                        to="companies.company",
                    ),
                ),
                (
                    "invited_by_user",
                    models.ForeignKey(
                        db_column="InvitedByUserID",
                        db_comment="Who invited",
                        db_index=False,
                        help_text="Who invited",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_email",
                    models.CharField(
                        db_column="InvitedEmail",
                        db_comment="Invited address, trimmed and in lower case",
                        help_text="Invited address, trimmed and in lower case",
                        max_length=255,
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        db_column="FirstName",
                        db_comment="Given name of the invitee",
                        help_text="Given name of the invitee",
                        max_length=100,
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        db_column="LastName",
                        db_comment="Family name of the invitee",
                        help_text="Family name of the invitee",
                        max_length=100,
                    ),
                ),
                (
                    "user_company_role",
                    models.ForeignKey(
                        db_column="UserCompanyRoleID",
                        db_comment="Role given on acceptance",
                        db_index=False,
                        help_text="Role given on acceptance",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanyrole",
                    ),
                ),
                (
                    "token_hash",
                    models.CharField(
                        db_column="TokenHash",
                        db_comment="SHA-256 of the mailed token",
                        help_text="SHA-256 of the mailed token",
                        max_length=64,
                    ),
                ),
                (
                    "user_invitation_status",
                    models.ForeignKey(
                        db_column="UserInvitationStatusID",
                        db_comment="State of the invitation",
                        db_index=False,
                        help_text="State of the invitation",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.userinvitationstatus",
                    ),
                ),
                (
                    "invited_at",
                    models.DateTimeField(
                        db_column="InvitedAt",
                        db_comment="When the invitation was made",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="When the invitation was made",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        db_column="ExpiresAt",
                        db_comment="The invitation can be accepted before this instant",
                        help_text="The invitation can be accepted before this instant",
                    ),
                ),
                (
                    "accepted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="AcceptedAt",
                        db_comment="When it was accepted",
                        help_text="When it was accepted",
                        null=True,
                    ),
                ),
                (
                    "accepted_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="AcceptedByUserID",
                        db_comment="Account that accepted",
                        db_index=False,
                        help_text="Account that accepted",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "declined_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="DeclinedAt",
                        db_comment="When it was declined",
                        help_text="When it was declined",
                        null=True,
                    ),
                ),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        db_column="DeclineReason",
                        db_comment="Why it was declined",
                        help_text="Why it was declined",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="CancelledAt",
                        db_comment="When the company withdrew it",
                        help_text="When the company withdrew it",
                        null=True,
                    ),
                ),
                (
                    "cancelled_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="CancelledByUserID",
                        db_comment="Who withdrew it",
                        db_index=False,
                        help_text="Who withdrew it",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cancellation_reason",
                    models.CharField(
                        blank=True,
                        db_column="CancellationReason",
                        db_comment="Why it was withdrawn",
                        help_text="Why it was withdrawn",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "expired_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ExpiredAt",
                        db_comment="Written when expiry is materialised; cleared by a resend",
                        help_text="Written when expiry is materialised; cleared by a resend",
                        null=True,
                    ),
                ),
                (
                    "resend_count",
                    models.IntegerField(
                        db_column="ResendCount",
                        db_comment="How often it was sent again",
                        db_default=0,
                        default=0,
                        help_text="How often it was sent again",
                    ),
                ),
                (
                    "last_resent_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastResentAt",
                        db_comment="When it was last sent again",
                        help_text="When it was last sent again",
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
                "db_table": "dbo.UserInvitation",
                "db_table_comment": "Invitation of an address to a company; a resend renews the token of the same row.",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["company", "user_invitation_status"],
                        name="IX_UserInvitation_CompanyID_UserInvitationStatusID",
                    ),
                    common.db.indexes.Index(fields=["invited_email"], name="IX_UserInvitation_InvitedEmail"),
                    common.db.indexes.Index(
                        fields=["invited_by_user"],
                        name="IX_UserInvitation_InvitedByUserID",
                    ),
                    common.db.indexes.Index(
                        fields=["user_company_role"],
                        name="IX_UserInvitation_UserCompanyRoleID",
                    ),
                    common.db.indexes.Index(
                        fields=["user_invitation_status", "expires_at"],
                        name="IX_UserInvitation_UserInvitationStatusID_ExpiresAt",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("accepted_by_user__isnull", False)),
                        fields=["accepted_by_user"],
                        name="IX_UserInvitation_AcceptedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("cancelled_by_user__isnull", False)),
                        fields=["cancelled_by_user"],
                        name="IX_UserInvitation_CancelledByUserID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("token_hash",), name="UQ_UserInvitation_TokenHash"),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True),
                            ("declined_at__isnull", True),
                            ("cancelled_at__isnull", True),
                            ("expired_at__isnull", True),
                            ("is_deleted", False),
                        ),
                        fields=("company", "invited_email"),
                        name="UQ_UserInvitation_CompanyID_InvitedEmail",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("invited_email__email_shape", True)),
                        name="CK_UserInvitation_InvitedEmail",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("invited_at"))),
                        name="CK_UserInvitation_ExpiresAt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("declined_at__isnull", True),
                                ("cancelled_at__isnull", True),
                                ("expired_at__isnull", True),
                            ),
                            models.Q(
                                ("accepted_at__isnull", True),
                                ("cancelled_at__isnull", True),
                                ("expired_at__isnull", True),
                            ),
                            models.Q(
                                ("accepted_at__isnull", True),
                                ("declined_at__isnull", True),
                                ("expired_at__isnull", True),
                            ),
                            models.Q(
                                ("accepted_at__isnull", True),
                                ("declined_at__isnull", True),
                                ("cancelled_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_UserInvitation_Closed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("resend_count__gte", 0)),
                        name="CK_UserInvitation_ResendCount",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("token_hash__length", 64)),
                        name="CK_UserInvitation_TokenHash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserInvitation_SoftDelete",
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
                        name="CK_UserInvitation_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
    ]
