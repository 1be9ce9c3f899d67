"""Tables of companies, memberships, relationships and access requests.

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
        ("reference", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Company",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company_name",
                    models.CharField(
                        db_column="CompanyName",
                        db_comment="Name shown everywhere",
                        help_text="Name shown everywhere",
                        max_length=200,
                    ),
                ),
                (
                    "legal_entity_name",
                    models.CharField(
                        blank=True,
                        db_column="LegalEntityName",
                        db_comment="From the register; used on tax invoices",
                        help_text="From the register; used on tax invoices",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "business_names",
                    models.JSONField(
                        blank=True,
                        db_column="BusinessNames",
                        db_comment="Business names from the register",
                        help_text="Business names from the register",
                        null=True,
                    ),
                ),
                (
                    "custom_display_name",
                    models.CharField(
                        blank=True,
                        db_column="CustomDisplayName",
                        db_comment="Name of the company's own choice",
                        help_text="Name of the company's own choice",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "display_name_source",
                    models.CharField(
                        db_column="DisplayNameSource",
                        db_comment="Which name CompanyName was taken from",
                        db_default="user",
                        default="user",
                        help_text="Which name CompanyName was taken from",
                        max_length=20,
                    ),
                ),
                (
                    "abn",
                    models.CharField(
                        blank=True,
                        db_column="ABN",
                        db_comment="Australian Business Number, digits only",
                        help_text="Australian Business Number, digits only",
                        max_length=11,
                        null=True,
                    ),
                ),
                (
                    "acn",
                    models.CharField(
                        blank=True,
                        db_column="ACN",
                        db_comment="Australian Company Number, digits only",
                        help_text="Australian Company Number, digits only",
                        max_length=9,
                        null=True,
                    ),
                ),
                (
                    "abn_status",
                    models.CharField(
                        blank=True,
                        db_column="ABNStatus",
                        db_comment="State of the ABN in the register",
                        help_text="State of the ABN in the register",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "entity_type_code",
                    models.CharField(
                        blank=True,
                        db_column="EntityTypeCode",
                        db_comment="The register's type code",
                        help_text="The register's type code",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "entity_type",
                    models.CharField(
                        blank=True,
                        db_column="EntityType",
                        db_comment="Type in the register's wording",
                        help_text="Type in the register's wording",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "is_gst_registered",
                    models.BooleanField(
                        blank=True,
                        db_column="IsGSTRegistered",
                        db_comment="Registered for GST; null while unknown",
                        help_text="Registered for GST; null while unknown",
                        null=True,
                    ),
                ),
                (
                    "abr_verified_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ABRVerifiedAt",
                        db_comment="Last confirmation by the register; null = unverified",
                        help_text="Last confirmation by the register; null = unverified",
                        null=True,
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
                    "email",
                    models.CharField(
                        blank=True,
                        db_column="Email",
                        db_comment="Address, trimmed and in lower case",
                        help_text="Address, trimmed and in lower case",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        db_column="CountryID",
                        db_comment="Country of registration",
                        db_index=False,
                        help_text="Country of registration",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.country",
                    ),
                ),
                (
                    "industry",
                    models.ForeignKey(
                        blank=True,
                        db_column="IndustryID",
                        db_comment="Industry of the company",
                        db_index=False,
                        help_text="Industry of the company",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.industry",
                    ),
                ),
                (
                    "parent_company",
                    models.ForeignKey(
                        blank=True,
                        db_column="ParentCompanyID",
                        db_comment="Parent of the one active hierarchical CompanyRelationship",
                        db_index=False,
                        help_text="Parent of the one active hierarchical CompanyRelationship",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "founded_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="FoundedByUserID",
                        db_comment="Person who created it in onboarding",
                        db_index=False,
                        help_text="Person who created it in onboarding",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Operational switch, apart from IsDeleted",
                        db_default=True,
                        default=True,
                        help_text="Operational switch, apart from IsDeleted",
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
                "db_table": "dbo.Company",
                "db_table_comment": "Tenant: a customer organisation.",
                "indexes": [
                    common.db.indexes.Index(fields=["company_name"], name="IX_Company_CompanyName"),
                    common.db.indexes.Index(
                        condition=models.Q(("acn__isnull", False)),
                        fields=["acn"],
                        name="IX_Company_ACN",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("abn__isnull", False)),
                        fields=["abr_verified_at"],
                        name="IX_Company_ABRVerifiedAt",
                    ),
                    common.db.indexes.Index(fields=["country"], name="IX_Company_CountryID"),
                    common.db.indexes.Index(fields=["industry"], name="IX_Company_IndustryID"),
                    common.db.indexes.Index(
                        condition=models.Q(("parent_company__isnull", False)),
                        fields=["parent_company"],
                        name="IX_Company_ParentCompanyID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("abn__isnull", False), ("is_deleted", False)),
                        fields=("abn",),
                        name="UQ_Company_ABN",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("founded_by_user__isnull", False), ("is_deleted", False)),
                        fields=("founded_by_user",),
                        name="UQ_Company_FoundedByUserID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("abn__isnull", True), ("abn__digits", 11), _connector="OR"),
                        name="CK_Company_ABN",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("acn__isnull", True), ("acn__digits", 9), _connector="OR"),
                        name="CK_Company_ACN",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("abn_status__isnull", True),
                            ("abn_status__in", ["active", "cancelled"]),
                            _connector="OR",
                        ),
                        name="CK_Company_ABNStatus",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "display_name_source__in",
                                ["legal", "business", "custom", "user"],
                            )
                        ),
                        name="CK_Company_DisplayNameSource",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("display_name_source", "custom"), _negated=True),
                            ("custom_display_name__isnull", False),
                            _connector="OR",
                        ),
                        name="CK_Company_CustomDisplayName",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent_company__isnull", True),
                            models.Q(("parent_company", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="CK_Company_NoSelfParent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email__isnull", True),
                            ("email__email_shape", True),
                            _connector="OR",
                        ),
                        name="CK_Company_Email",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_Company_SoftDelete",
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
                        name="CK_Company_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanySwitchRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanySwitchRequestID",
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
                        db_comment="Who wants to join",
                        db_index=False,
                        help_text="Who wants to join",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="access_requests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "from_company",
                    models.ForeignKey(
                        blank=True,
                        db_column="FromCompanyID",
                        db_comment="Company the person comes from",
                        db_index=False,
                        help_text="Company the person comes from",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "to_company",
                    models.ForeignKey(
                        db_column="ToCompanyID",
                        db_comment="Company asked",
                        db_index=False,
                        help_text="Company asked",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="access_requests",
                        to="companies.company",
                    ),
                ),
                (
                    "company_switch_request_type",
                    models.ForeignKey(
                        db_column="CompanySwitchRequestTypeID",
                        db_comment="Only access_request is written in this release",
                        db_index=False,
                        help_text="Only access_request is written in this release",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.companyswitchrequesttype",
                    ),
                ),
                (
                    "company_switch_request_status",
                    models.ForeignKey(
                        db_column="CompanySwitchRequestStatusID",
                        db_comment="State of the request",
                        db_index=False,
                        help_text="State of the request",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.companyswitchrequeststatus",
                    ),
                ),
                (
                    "requested_by_user",
                    models.ForeignKey(
                        db_column="RequestedByUserID",
                        db_comment="Who made the request",
                        db_index=False,
                        help_text="Who made the request",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "requested_at",
                    models.DateTimeField(
                        db_column="RequestedAt",
                        db_comment="When the request was made",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="When the request was made",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        db_column="Reason",
                        db_comment="Why the person wants to join",
                        help_text="Why the person wants to join",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "is_domain_match",
                    models.BooleanField(
                        db_column="IsDomainMatch",
                        db_comment="Requester's verified mail domain equals the company's verified domain",
                        db_default=False,
                        default=False,
                        help_text="Requester's verified mail domain equals the company's verified domain",
                    ),
                ),
                (
                    "approved_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="ApprovedByUserID",
                        db_comment="Who admitted the person",
                        db_index=False,
                        help_text="Who admitted the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "approved_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="ApprovedAt",
                        db_comment="When the person was admitted",
                        help_text="When the person was admitted",
                        null=True,
                    ),
                ),
                (
                    "rejected_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="RejectedByUserID",
                        db_comment="Who refused the person",
                        db_index=False,
                        help_text="Who refused the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rejected_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RejectedAt",
                        db_comment="When the person was refused",
                        help_text="When the person was refused",
                        null=True,
                    ),
                ),
                (
                    "rejection_reason",
                    models.CharField(
                        blank=True,
                        db_column="RejectionReason",
                        db_comment="Why the person was refused",
                        help_text="Why the person was refused",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="CancelledAt",
                        db_comment="Withdrawn by the requester",
                        help_text="Withdrawn by the requester",
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
                "db_table": "dbo.CompanySwitchRequest",
                "db_table_comment": "Request of a person to join a company (access request).",
                "indexes": [
                    common.db.indexes.Index(fields=["user"], name="IX_CompanySwitchRequest_UserID"),
                    common.db.indexes.Index(
                        fields=["to_company", "company_switch_request_status"],
                        name="IX_CompanySwitchRequest_ToCompanyID_CompanySwitchReque_3710f7c1",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("from_company__isnull", False)),
                        fields=["from_company"],
                        name="IX_CompanySwitchRequest_FromCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["company_switch_request_type"],
                        name="IX_CompanySwitchRequest_CompanySwitchRequestTypeID",
                    ),
                    common.db.indexes.Index(
                        fields=["company_switch_request_status"],
                        name="IX_CompanySwitchRequest_CompanySwitchRequestStatusID",
                    ),
                    common.db.indexes.Index(
                        fields=["requested_by_user"],
                        name="IX_CompanySwitchRequest_RequestedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("approved_by_user__isnull", False)),
                        fields=["approved_by_user"],
                        name="IX_CompanySwitchRequest_ApprovedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("rejected_by_user__isnull", False)),
                        fields=["rejected_by_user"],
                        name="IX_CompanySwitchRequest_RejectedByUserID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("approved_at__isnull", True),
                            ("rejected_at__isnull", True),
                            ("cancelled_at__isnull", True),
                            ("is_deleted", False),
                        ),
                        fields=("user", "to_company"),
                        name="UQ_CompanySwitchRequest_UserID_ToCompanyID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("rejected_at__isnull", True),
                                ("cancelled_at__isnull", True),
                            ),
                            models.Q(
                                ("approved_at__isnull", True),
                                ("cancelled_at__isnull", True),
                            ),
                            models.Q(
                                ("approved_at__isnull", True),
                                ("rejected_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequest_Closed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_by_user__isnull", True),
                                ("approved_at__isnull", True),
                            ),
                            models.Q(
                                ("approved_by_user__isnull", False),
                                ("approved_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequest_Approved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("rejected_by_user__isnull", True),
                                ("rejected_at__isnull", True),
                            ),
                            models.Q(
                                ("rejected_by_user__isnull", False),
                                ("rejected_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequest_Rejected",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_company__isnull", True),
                            models.Q(("from_company", models.F("to_company")), _negated=True),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequest_Companies",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequest_SoftDelete",
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
                        name="CK_CompanySwitchRequest_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanyCustomerDetails",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyCustomerDetailsID",
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
                        db_comment="The company",
                        db_index=False,
                        help_text="The company",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "customer_tier",
                    models.ForeignKey(
                        db_column="CustomerTierID",
                        db_comment="Subscription tier",
                        db_index=False,
                        help_text="Subscription tier",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.customertier",
                    ),
                ),
                (
                    "customer_since",
                    models.DateTimeField(
                        db_column="CustomerSince",
                        db_comment="Start of the subscription",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="Start of the subscription",
                    ),
                ),
                (
                    "total_events",
                    models.IntegerField(
                        db_column="TotalEvents",
                        db_comment="Events held so far",
                        db_default=0,
                        default=0,
                        help_text="Events held so far",
                    ),
                ),
                (
                    "total_leads_captured",
                    models.IntegerField(
                        db_column="TotalLeadsCaptured",
                        db_comment="Leads captured so far",
                        db_default=0,
                        default=0,
                        help_text="Leads captured so far",
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
                "db_table": "dbo.CompanyCustomerDetails",
                "db_table_comment": "Subscription side of a company (one-to-one).",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["customer_tier"],
                        name="IX_CompanyCustomerDetails_CustomerTierID",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("company",),
                        name="UQ_CompanyCustomerDetails_CompanyID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total_events__gte", 0), ("total_leads_captured__gte", 0)),
                        name="CK_CompanyCustomerDetails_Totals",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyCustomerDetails_SoftDelete",
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
                        name="CK_CompanyCustomerDetails_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanyBillingDetails",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyBillingDetailsID",
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
                        db_comment="The company",
                        db_index=False,
                        help_text="The company",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "billing_contact_name",
                    models.CharField(
                        blank=True,
                        db_column="BillingContactName",
                        db_comment="Contact for invoices",
                        help_text="Contact for invoices",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "billing_email",
                    models.CharField(
                        blank=True,
                        db_column="BillingEmail",
                        db_comment="Address for invoices, trimmed and in lower case",
                        help_text="Address for invoices, trimmed and in lower case",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "billing_phone",
                    models.CharField(
                        blank=True,
                        db_column="BillingPhone",
                        db_comment="Phone for invoices in E.164",
                        help_text="Phone for invoices in E.164",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "billing_address_line1",
                    models.CharField(
                        blank=True,
                        db_column="BillingAddressLine1",
                        db_comment="Street",
                        help_text="Street",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "billing_address_line2",
                    models.CharField(
                        blank=True,
                        db_column="BillingAddressLine2",
                        db_comment="Rest of the street part",
                        help_text="Rest of the street part",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "billing_city",
                    models.CharField(
                        blank=True,
                        db_column="BillingCity",
                        db_comment="Suburb or city",
                        help_text="Suburb or city",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "billing_state",
                    models.CharField(
                        blank=True,
                        db_column="BillingState",
                        db_comment="A subdivision code (NSW) where the country has a list, else free text",
                        help_text="A subdivision code (NSW) where the country has a list, else free text",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "billing_postal_code",
                    models.CharField(
                        blank=True,
                        db_column="BillingPostalCode",
                        db_comment="Postal code",
                        help_text="Postal code",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "billing_country",
                    models.ForeignKey(
                        blank=True,
                        db_column="BillingCountryID",
                        db_comment="Country of the billing address",
                        db_index=False,
                        help_text="Country of the billing address",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.country",
                    ),
                ),
                (
                    "stripe_customer_id",
                    models.CharField(
                        blank=True,
                        db_column="StripeCustomerID",
                        db_comment="Customer key at Stripe",
                        help_text="Customer key at Stripe",
                        max_length=100,
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
                "db_table": "dbo.CompanyBillingDetails",
                "db_table_comment": "Invoice name, contact and address (one-to-one).",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["billing_country"],
                        name="IX_CompanyBillingDetails_BillingCountryID",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("company",),
                        name="UQ_CompanyBillingDetails_CompanyID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("billing_email__isnull", True),
                            ("billing_email__email_shape", True),
                            _connector="OR",
                        ),
                        name="CK_CompanyBillingDetails_BillingEmail",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyBillingDetails_SoftDelete",
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
                        name="CK_CompanyBillingDetails_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanyOrganizerDetails",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyOrganizerDetailsID",
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
                        db_comment="The company",
                        db_index=False,
                        help_text="The company",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "website",
                    models.CharField(
                        blank=True,
                        db_column="Website",
                        db_comment="Web site of the organiser",
                        help_text="Web site of the organiser",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "organizer_license_number",
                    models.CharField(
                        blank=True,
                        db_column="OrganizerLicenseNumber",
                        db_comment="Licence number of the organiser",
                        help_text="Licence number of the organiser",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "event_types_organized",
                    models.JSONField(
                        blank=True,
                        db_column="EventTypesOrganized",
                        db_comment="Kinds of event the company holds",
                        help_text="Kinds of event the company holds",
                        null=True,
                    ),
                ),
                (
                    "average_events_per_year",
                    models.IntegerField(
                        blank=True,
                        db_column="AverageEventsPerYear",
                        db_comment="Events in a usual year",
                        help_text="Events in a usual year",
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
                "db_table": "dbo.CompanyOrganizerDetails",
                "db_table_comment": "Event-organiser side of a company (one-to-one).",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("company",),
                        name="UQ_CompanyOrganizerDetails_CompanyID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("average_events_per_year__isnull", True),
                            ("average_events_per_year__gte", 0),
                            _connector="OR",
                        ),
                        name="CK_CompanyOrganizerDetails_AverageEventsPerYear",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyOrganizerDetails_SoftDelete",
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
                        name="CK_CompanyOrganizerDetails_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="UserCompany",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserCompanyID",
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
                        db_comment="The member",
                        db_index=False,
                        help_text="The member",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        db_column="CompanyID",
                        db_comment="Company the person belongs to",
                        db_index=False,
                        help_text="Company the person belongs to",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="memberships",
                        to="companies.company",
                    ),
                ),
                (
                    "user_company_role",
                    models.ForeignKey(
                        db_column="UserCompanyRoleID",
                        db_comment="Role inside the company",
                        db_index=False,
                        help_text="Role inside the company",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanyrole",
                    ),
                ),
                (
                    "user_company_status",
                    models.ForeignKey(
                        db_column="UserCompanyStatusID",
                        db_comment="State of the membership",
                        db_index=False,
                        help_text="State of the membership",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanystatus",
                    ),
                ),
                (
                    "is_primary_company",
                    models.BooleanField(
                        db_column="IsPrimaryCompany",
                        db_comment="Opened at sign-in",
                        db_default=False,
                        default=False,
                        help_text="Opened at sign-in",
                    ),
                ),
                (
                    "joined_date",
                    models.DateTimeField(
                        db_column="JoinedDate",
                        db_comment="When the person joined, last time",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="When the person joined, last time",
                    ),
                ),
                (
                    "joined_via",
                    models.ForeignKey(
                        db_column="JoinedViaID",
                        db_comment="How the membership arose",
                        db_index=False,
                        help_text="How the membership arose",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.joinedvia",
                    ),
                ),
                (
                    "invited_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="InvitedByUserID",
                        db_comment="Who invited the person",
                        db_index=False,
                        help_text="Who invited the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "invited_date",
                    models.DateTimeField(
                        blank=True,
                        db_column="InvitedDate",
                        db_comment="When the person was invited",
                        help_text="When the person was invited",
                        null=True,
                    ),
                ),
                (
                    "removed_date",
                    models.DateTimeField(
                        blank=True,
                        db_column="RemovedDate",
                        db_comment="Cleared when revived; the past is in history",
                        help_text="Cleared when revived; the past is in history",
                        null=True,
                    ),
                ),
                (
                    "removed_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="RemovedByUserID",
                        db_comment="Who removed the person",
                        db_index=False,
                        help_text="Who removed the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removal_reason",
                    models.CharField(
                        blank=True,
                        db_column="RemovalReason",
                        db_comment="Why the person was removed",
                        help_text="Why the person was removed",
                        max_length=500,
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
                "db_table": "dbo.UserCompany",
                "db_table_comment": "Membership of a person in a company; a removed one is revived, never duplicated.",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["user", "user_company_status"],
                        name="IX_UserCompany_UserID_UserCompanyStatusID",
                    ),
                    common.db.indexes.Index(
                        fields=["company", "user_company_status"],
                        name="IX_UserCompany_CompanyID_UserCompanyStatusID",
                    ),
                    common.db.indexes.Index(
                        fields=["user_company_role"],
                        name="IX_UserCompany_UserCompanyRoleID",
                    ),
                    common.db.indexes.Index(
                        fields=["user_company_status"],
                        name="IX_UserCompany_UserCompanyStatusID",
                    ),
                    common.db.indexes.Index(fields=["joined_via"], name="IX_UserCompany_JoinedViaID"),
                    common.db.indexes.Index(
                        condition=models.Q(("invited_by_user__isnull", False)),
                        fields=["invited_by_user"],
                        name="IX_UserCompany_InvitedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("removed_by_user__isnull", False)),
                        fields=["removed_by_user"],
                        name="IX_UserCompany_RemovedByUserID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("user", "company"),
                        name="UQ_UserCompany_UserID_CompanyID",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False), ("is_primary_company", True)),
                        fields=("user",),
                        name="UQ_UserCompany_UserID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_date__isnull", False),
                            models.Q(
                                ("removed_by_user__isnull", True),
                                ("removal_reason__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_UserCompany_Removal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_primary_company", False),
                            ("removed_date__isnull", True),
                            _connector="OR",
                        ),
                        name="CK_UserCompany_Primary",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserCompany_SoftDelete",
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
                        name="CK_UserCompany_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CompanyRelationship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyRelationshipID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "parent_company",
                    models.ForeignKey(
                        db_column="ParentCompanyID",
                        db_comment="Parent side, or first side of equals",
                        db_index=False,
                        help_text="Parent side, or first side of equals",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "child_company",
                    models.ForeignKey(
                        db_column="ChildCompanyID",
                        db_comment="Child side, or second side of equals",
                        db_index=False,
                        help_text="Child side, or second side of equals",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "lower_company",
                    models.ForeignKey(
                        db_column="LowerCompanyID",
                        db_comment="Smaller key of the two sides",
                        db_index=False,
                        help_text="Smaller key of the two sides",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "higher_company",
                    models.ForeignKey(
                        db_column="HigherCompanyID",
                        db_comment="Greater key of the two sides",
                        db_index=False,
                        help_text="Greater key of the two sides",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "company_relationship_type",
                    models.ForeignKey(
                        db_column="CompanyRelationshipTypeID",
                        db_comment="Kind of link",
                        db_index=False,
                        help_text="Kind of link",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.companyrelationshiptype",
                    ),
                ),
                (
                    "company_relationship_status",
                    models.ForeignKey(
                        db_column="CompanyRelationshipStatusID",
                        db_comment="State of the link",
                        db_index=False,
                        help_text="State of the link",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.companyrelationshipstatus",
                    ),
                ),
                (
                    "is_hierarchical",
                    models.BooleanField(
                        db_column="IsHierarchical",
                        db_comment="Copied from the type when proposed, then fixed",
                        help_text="Copied from the type when proposed, then fixed",
                    ),
                ),
                (
                    "proposed_by_company",
                    models.ForeignKey(
                        db_column="ProposedByCompanyID",
                        db_comment="One of the two sides",
                        db_index=False,
                        help_text="One of the two sides",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "proposed_by_user",
                    models.ForeignKey(
                        db_column="ProposedByUserID",
                        db_comment="Who proposed the link",
                        db_index=False,
                        help_text="Who proposed the link",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_at",
                    models.DateTimeField(
                        db_column="ProposedAt",
                        db_comment="When the link was proposed",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="When the link was proposed",
                    ),
                ),
                (
                    "established_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="EstablishedByUserID",
                        db_comment="Who confirmed",
                        db_index=False,
                        help_text="Who confirmed",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "established_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="EstablishedAt",
                        db_comment="When the link was confirmed",
                        help_text="When the link was confirmed",
                        null=True,
                    ),
                ),
                (
                    "suspended_by_company",
                    models.ForeignKey(
                        blank=True,
                        db_column="SuspendedByCompanyID",
                        db_comment="Only this side lifts the suspension",
                        db_index=False,
                        help_text="Only this side lifts the suspension",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "suspended_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="SuspendedByUserID",
                        db_comment="Who suspended the link",
                        db_index=False,
                        help_text="Who suspended the link",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "suspended_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="SuspendedAt",
                        db_comment="When the link was suspended",
                        help_text="When the link was suspended",
                        null=True,
                    ),
                ),
                (
                    "terminated_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="TerminatedByUserID",
                        db_comment="Who ended, declined or withdrew it",
                        db_index=False,
                        help_text="Who ended, declined or withdrew it",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "terminated_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="TerminatedAt",
                        db_comment="Also for a declined or withdrawn proposal",
                        help_text="Also for a declined or withdrawn proposal",
                        null=True,
                    ),
                ),
                (
                    "status_reason",
                    models.CharField(
                        blank=True,
                        db_column="StatusReason",
                        db_comment="Reason of the last change",
                        help_text="Reason of the last change",
                        max_length=500,
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
                "db_table": "dbo.CompanyRelationship",
                "db_table_comment": "Link between two companies, proposed by one side and confirmed by the other.",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["parent_company"],
                        name="IX_CompanyRelationship_ParentCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["child_company"],
                        name="IX_CompanyRelationship_ChildCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["lower_company"],
                        name="IX_CompanyRelationship_LowerCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["higher_company"],
                        name="IX_CompanyRelationship_HigherCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["proposed_by_company"],
                        name="IX_CompanyRelationship_ProposedByCompanyID",
                    ),
                    common.db.indexes.Index(
                        fields=["company_relationship_type"],
                        name="IX_CompanyRelationship_CompanyRelationshipTypeID",
                    ),
                    common.db.indexes.Index(
                        fields=["company_relationship_status"],
                        name="IX_CompanyRelationship_CompanyRelationshipStatusID",
                    ),
                    common.db.indexes.Index(
                        fields=["proposed_by_user"],
                        name="IX_CompanyRelationship_ProposedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("established_by_user__isnull", False)),
                        fields=["established_by_user"],
                        name="IX_CompanyRelationship_EstablishedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("suspended_by_company__isnull", False)),
                        fields=["suspended_by_company"],
                        name="IX_CompanyRelationship_SuspendedByCompanyID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("suspended_by_user__isnull", False)),
                        fields=["suspended_by_user"],
                        name="IX_CompanyRelationship_SuspendedByUserID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("terminated_by_user__isnull", False)),
                        fields=["terminated_by_user"],
                        name="IX_CompanyRelationship_TerminatedByUserID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False), ("terminated_at__isnull", True)),
                        fields=("lower_company", "higher_company"),
                        name="UQ_CompanyRelationship_LowerCompanyID_HigherCompanyID",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("established_at__isnull", False),
                            ("is_deleted", False),
                            ("is_hierarchical", True),
                            ("terminated_at__isnull", True),
                        ),
                        fields=("child_company",),
                        name="UQ_CompanyRelationship_ChildCompanyID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lower_company__lt", models.F("higher_company")),
                            models.Q(
                                models.Q(
                                    ("higher_company", models.F("child_company")),
                                    ("lower_company", models.F("parent_company")),
                                ),
                                models.Q(
                                    ("higher_company", models.F("parent_company")),
                                    ("lower_company", models.F("child_company")),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="CK_CompanyRelationship_Pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("proposed_by_company", models.F("parent_company")),
                            ("proposed_by_company", models.F("child_company")),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationship_Proposer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("established_by_user__isnull", True),
                                ("established_at__isnull", True),
                            ),
                            models.Q(
                                ("established_by_user__isnull", False),
                                ("established_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationship_Established",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("suspended_by_company__isnull", True),
                                ("suspended_by_user__isnull", True),
                                ("suspended_at__isnull", True),
                            ),
                            models.Q(
                                ("suspended_by_company__isnull", False),
                                ("suspended_by_user__isnull", False),
                                ("suspended_at__isnull", False),
                                models.Q(
                                    (
                                        "suspended_by_company",
                                        models.F("parent_company"),
                                    ),
                                    ("suspended_by_company", models.F("child_company")),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationship_Suspended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("terminated_by_user__isnull", True),
                                ("terminated_at__isnull", True),
                            ),
                            models.Q(
                                ("terminated_by_user__isnull", False),
                                ("terminated_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationship_Terminated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationship_SoftDelete",
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
                        name="CK_CompanyRelationship_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
    ]
