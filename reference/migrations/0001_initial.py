"""Tables of reference tables.

Requirement: DB-6.2
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.clock
import common.db.expressions


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_user"),
    ]

    operations = [
        migrations.CreateModel(
            name="UserStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserStatusID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user_status_code",
                    models.CharField(
                        db_column="UserStatusCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "user_status_name",
                    models.CharField(
                        db_column="UserStatusName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "badge_tone",
                    models.CharField(
                        db_column="BadgeTone",
                        db_comment="Tone of the badge: neutral, info, success, warning or danger",
                        db_default="neutral",
                        default="neutral",
                        help_text="Tone of the badge: neutral, info, success, warning or danger",
                        max_length=20,
                    ),
                ),
                (
                    "allow_login",
                    models.BooleanField(
                        db_column="AllowLogin",
                        db_comment="Sign-in is possible in this state",
                        db_default=False,
                        default=False,
                        help_text="Sign-in is possible in this state",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "user statuses",
                "db_table": "ref.UserStatus",
                "db_table_comment": "Account states.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user_status_code",),
                        name="UQ_UserStatus_UserStatusCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserStatus_SoftDelete",
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
                        name="CK_UserStatus_AuditDates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "badge_tone__in",
                                ["neutral", "info", "success", "warning", "danger"],
                            )
                        ),
                        name="CK_UserStatus_BadgeTone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserRoleID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user_role_code",
                    models.CharField(
                        db_column="UserRoleCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "user_role_name",
                    models.CharField(
                        db_column="UserRoleName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "role_level",
                    models.IntegerField(
                        db_column="RoleLevel",
                        db_comment="Rank of the role; bigger = more power",
                        help_text="Rank of the role; bigger = more power",
                    ),
                ),
                (
                    "can_manage_platform",
                    models.BooleanField(
                        db_column="CanManagePlatform",
                        db_comment="May use the back office",
                        db_default=False,
                        default=False,
                        help_text="May use the back office",
                    ),
                ),
                (
                    "can_manage_all_companies",
                    models.BooleanField(
                        db_column="CanManageAllCompanies",
                        db_comment="May manage every company",
                        db_default=False,
                        default=False,
                        help_text="May manage every company",
                    ),
                ),
                (
                    "can_view_all_data",
                    models.BooleanField(
                        db_column="CanViewAllData",
                        db_comment="May read the data of every company",
                        db_default=False,
                        default=False,
                        help_text="May read the data of every company",
                    ),
                ),
                (
                    "can_assign_system_roles",
                    models.BooleanField(
                        db_column="CanAssignSystemRoles",
                        db_comment="May give platform-wide roles",
                        db_default=False,
                        default=False,
                        help_text="May give platform-wide roles",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.UserRole",
                "db_table_comment": "Platform-wide roles.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("user_role_code",), name="UQ_UserRole_UserRoleCode"),
                    models.CheckConstraint(
                        condition=models.Q(("role_level__gt", 0)),
                        name="CK_UserRole_RoleLevel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserRole_SoftDelete",
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
                        name="CK_UserRole_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ThemePreference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ThemePreferenceID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "theme_preference_code",
                    models.CharField(
                        db_column="ThemePreferenceCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "theme_preference_name",
                    models.CharField(
                        db_column="ThemePreferenceName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "css_class",
                    models.CharField(
                        db_column="CssClass",
                        db_comment="Class set on the page",
                        help_text="Class set on the page",
                        max_length=50,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.ThemePreference",
                "db_table_comment": "Colour themes.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("theme_preference_code",),
                        name="UQ_ThemePreference_ThemePreferenceCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_ThemePreference_SoftDelete",
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
                        name="CK_ThemePreference_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LayoutDensity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="LayoutDensityID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "layout_density_code",
                    models.CharField(
                        db_column="LayoutDensityCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "layout_density_name",
                    models.CharField(
                        db_column="LayoutDensityName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "css_class",
                    models.CharField(
                        db_column="CssClass",
                        db_comment="Class set on the page",
                        help_text="Class set on the page",
                        max_length=50,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "layout densities",
                "db_table": "ref.LayoutDensity",
                "db_table_comment": "Spacing of the interface.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("layout_density_code",),
                        name="UQ_LayoutDensity_LayoutDensityCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_LayoutDensity_SoftDelete",
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
                        name="CK_LayoutDensity_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FontSize",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="FontSizeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "font_size_code",
                    models.CharField(
                        db_column="FontSizeCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "font_size_name",
                    models.CharField(
                        db_column="FontSizeName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "css_class",
                    models.CharField(
                        db_column="CssClass",
                        db_comment="Class set on the page",
                        help_text="Class set on the page",
                        max_length=50,
                    ),
                ),
                (
                    "base_font_size",
                    models.IntegerField(
                        db_column="BaseFontSize",
                        db_comment="Base text size in pixels",
                        help_text="Base text size in pixels",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.FontSize",
                "db_table_comment": "Base text sizes.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("font_size_code",), name="UQ_FontSize_FontSizeCode"),
                    models.CheckConstraint(
                        condition=models.Q(("base_font_size__gt", 0)),
                        name="CK_FontSize_BaseFontSize",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_FontSize_SoftDelete",
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
                        name="CK_FontSize_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserCompanyRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserCompanyRoleID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user_company_role_code",
                    models.CharField(
                        db_column="UserCompanyRoleCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "user_company_role_name",
                    models.CharField(
                        db_column="UserCompanyRoleName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "role_level",
                    models.IntegerField(
                        db_column="RoleLevel",
                        db_comment="Rank of the role; bigger = more power",
                        help_text="Rank of the role; bigger = more power",
                    ),
                ),
                (
                    "can_manage_company",
                    models.BooleanField(
                        db_column="CanManageCompany",
                        db_comment="May change the company and its settings",
                        db_default=False,
                        default=False,
                        help_text="May change the company and its settings",
                    ),
                ),
                (
                    "can_manage_users",
                    models.BooleanField(
                        db_column="CanManageUsers",
                        db_comment="May invite, change and remove members",
                        db_default=False,
                        default=False,
                        help_text="May invite, change and remove members",
                    ),
                ),
                (
                    "can_manage_events",
                    models.BooleanField(
                        db_column="CanManageEvents",
                        db_comment="May create and change events",
                        db_default=False,
                        default=False,
                        help_text="May create and change events",
                    ),
                ),
                (
                    "can_manage_forms",
                    models.BooleanField(
                        db_column="CanManageForms",
                        db_comment="May create and change forms",
                        db_default=False,
                        default=False,
                        help_text="May create and change forms",
                    ),
                ),
                (
                    "can_export_data",
                    models.BooleanField(
                        db_column="CanExportData",
                        db_comment="May export data",
                        db_default=False,
                        default=False,
                        help_text="May export data",
                    ),
                ),
                (
                    "can_view_reports",
                    models.BooleanField(
                        db_column="CanViewReports",
                        db_comment="May read reports",
                        db_default=False,
                        default=False,
                        help_text="May read reports",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.UserCompanyRole",
                "db_table_comment": "Roles inside one company.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user_company_role_code",),
                        name="UQ_UserCompanyRole_UserCompanyRoleCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role_level__gt", 0)),
                        name="CK_UserCompanyRole_RoleLevel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserCompanyRole_SoftDelete",
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
                        name="CK_UserCompanyRole_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserCompanyStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserCompanyStatusID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user_company_status_code",
                    models.CharField(
                        db_column="UserCompanyStatusCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "user_company_status_name",
                    models.CharField(
                        db_column="UserCompanyStatusName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "badge_tone",
                    models.CharField(
                        db_column="BadgeTone",
                        db_comment="Tone of the badge: neutral, info, success, warning or danger",
                        db_default="neutral",
                        default="neutral",
                        help_text="Tone of the badge: neutral, info, success, warning or danger",
                        max_length=20,
                    ),
                ),
                (
                    "allow_access",
                    models.BooleanField(
                        db_column="AllowAccess",
                        db_comment="The member may act in the company",
                        db_default=False,
                        default=False,
                        help_text="The member may act in the company",
                    ),
                ),
                (
                    "is_final_state",
                    models.BooleanField(
                        db_column="IsFinalState",
                        db_comment="No way out of this state",
                        db_default=False,
                        default=False,
                        help_text="No way out of this state",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "user company statuses",
                "db_table": "ref.UserCompanyStatus",
                "db_table_comment": "Membership states.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user_company_status_code",),
                        name="UQ_UserCompanyStatus_UserCompanyStatusCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserCompanyStatus_SoftDelete",
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
                        name="CK_UserCompanyStatus_AuditDates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "badge_tone__in",
                                ["neutral", "info", "success", "warning", "danger"],
                            )
                        ),
                        name="CK_UserCompanyStatus_BadgeTone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UserInvitationStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="UserInvitationStatusID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "user_invitation_status_code",
                    models.CharField(
                        db_column="UserInvitationStatusCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "user_invitation_status_name",
                    models.CharField(
                        db_column="UserInvitationStatusName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "badge_tone",
                    models.CharField(
                        db_column="BadgeTone",
                        db_comment="Tone of the badge: neutral, info, success, warning or danger",
                        db_default="neutral",
                        default="neutral",
                        help_text="Tone of the badge: neutral, info, success, warning or danger",
                        max_length=20,
                    ),
                ),
                (
                    "can_resend",
                    models.BooleanField(
                        db_column="CanResend",
                        db_comment="The invitation may be sent again",
                        db_default=False,
                        default=False,
                        help_text="The invitation may be sent again",
                    ),
                ),
                (
                    "can_cancel",
                    models.BooleanField(
                        db_column="CanCancel",
                        db_comment="The company may withdraw the invitation",
                        db_default=False,
                        default=False,
                        help_text="The company may withdraw the invitation",
                    ),
                ),
                (
                    "is_final_state",
                    models.BooleanField(
                        db_column="IsFinalState",
                        db_comment="No way out of this state",
                        db_default=False,
                        default=False,
                        help_text="No way out of this state",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "user invitation statuses",
                "db_table": "ref.UserInvitationStatus",
                "db_table_comment": "Invitation life cycle.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user_invitation_status_code",),
                        name="UQ_UserInvitationStatus_UserInvitationStatusCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_UserInvitationStatus_SoftDelete",
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
                        name="CK_UserInvitationStatus_AuditDates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "badge_tone__in",
                                ["neutral", "info", "success", "warning", "danger"],
                            )
                        ),
                        name="CK_UserInvitationStatus_BadgeTone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinedVia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="JoinedViaID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "joined_via_code",
                    models.CharField(
                        db_column="JoinedViaCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "joined_via_name",
                    models.CharField(
                        db_column="JoinedViaName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "joined via",
                "db_table": "ref.JoinedVia",
                "db_table_comment": "How a membership arose.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("joined_via_code",), name="UQ_JoinedVia_JoinedViaCode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_JoinedVia_SoftDelete",
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
                        name="CK_JoinedVia_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanySwitchRequestType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanySwitchRequestTypeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company_switch_request_type_code",
                    models.CharField(
                        db_column="CompanySwitchRequestTypeCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "company_switch_request_type_name",
                    models.CharField(
                        db_column="CompanySwitchRequestTypeName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.CompanySwitchRequestType",
                "db_table_comment": "Kinds of request to join a company.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_switch_request_type_code",),
                        name="UQ_CompanySwitchRequestType_CompanySwitchRequestTypeCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequestType_SoftDelete",
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
                        name="CK_CompanySwitchRequestType_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanySwitchRequestStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanySwitchRequestStatusID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company_switch_request_status_code",
                    models.CharField(
                        db_column="CompanySwitchRequestStatusCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "company_switch_request_status_name",
                    models.CharField(
                        db_column="CompanySwitchRequestStatusName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "badge_tone",
                    models.CharField(
                        db_column="BadgeTone",
                        db_comment="Tone of the badge: neutral, info, success, warning or danger",
                        db_default="neutral",
                        default="neutral",
                        help_text="Tone of the badge: neutral, info, success, warning or danger",
                        max_length=20,
                    ),
                ),
                (
                    "is_final_state",
                    models.BooleanField(
                        db_column="IsFinalState",
                        db_comment="No way out of this state",
                        db_default=False,
                        default=False,
                        help_text="No way out of this state",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "company switch request statuses",
                "db_table": "ref.CompanySwitchRequestStatus",
                "db_table_comment": "Life cycle of a request to join a company.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_switch_request_status_code",),
                        name="UQ_CompanySwitchRequestStatus_CompanySwitchRequestStatusCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanySwitchRequestStatus_SoftDelete",
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
                        name="CK_CompanySwitchRequestStatus_AuditDates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "badge_tone__in",
                                ["neutral", "info", "success", "warning", "danger"],
                            )
                        ),
                        name="CK_CompanySwitchRequestStatus_BadgeTone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanyRelationshipType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyRelationshipTypeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company_relationship_type_code",
                    models.CharField(
                        db_column="CompanyRelationshipTypeCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "company_relationship_type_name",
                    models.CharField(
                        db_column="CompanyRelationshipTypeName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_hierarchical",
                    models.BooleanField(
                        db_column="IsHierarchical",
                        db_comment="Directed from parent to child, at most one parent per child",
                        db_default=False,
                        default=False,
                        help_text="Directed from parent to child, at most one parent per child",
                    ),
                ),
                (
                    "parent_label",
                    models.CharField(
                        db_column="ParentLabel",
                        db_comment="Badge of the parent side",
                        help_text="Badge of the parent side",
                        max_length=50,
                    ),
                ),
                (
                    "child_label",
                    models.CharField(
                        db_column="ChildLabel",
                        db_comment="Badge of the child side",
                        help_text="Badge of the child side",
                        max_length=50,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.CompanyRelationshipType",
                "db_table_comment": "Kinds of link between two companies.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_relationship_type_code",),
                        name="UQ_CompanyRelationshipType_CompanyRelationshipTypeCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationshipType_SoftDelete",
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
                        name="CK_CompanyRelationshipType_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanyRelationshipStatus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyRelationshipStatusID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "company_relationship_status_code",
                    models.CharField(
                        db_column="CompanyRelationshipStatusCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "company_relationship_status_name",
                    models.CharField(
                        db_column="CompanyRelationshipStatusName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "badge_tone",
                    models.CharField(
                        db_column="BadgeTone",
                        db_comment="Tone of the badge: neutral, info, success, warning or danger",
                        db_default="neutral",
                        default="neutral",
                        help_text="Tone of the badge: neutral, info, success, warning or danger",
                        max_length=20,
                    ),
                ),
                (
                    "is_final_state",
                    models.BooleanField(
                        db_column="IsFinalState",
                        db_comment="No way out of this state",
                        db_default=False,
                        default=False,
                        help_text="No way out of this state",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "company relationship statuses",
                "db_table": "ref.CompanyRelationshipStatus",
                "db_table_comment": "Life cycle of a company link.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("company_relationship_status_code",),
                        name="UQ_CompanyRelationshipStatus_CompanyRelationshipStatusCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyRelationshipStatus_SoftDelete",
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
                        name="CK_CompanyRelationshipStatus_AuditDates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "badge_tone__in",
                                ["neutral", "info", "success", "warning", "danger"],
                            )
                        ),
                        name="CK_CompanyRelationshipStatus_BadgeTone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CustomerTier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CustomerTierID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "customer_tier_code",
                    models.CharField(
                        db_column="CustomerTierCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "customer_tier_name",
                    models.CharField(
                        db_column="CustomerTierName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "currency_code",
                    models.CharField(
                        db_column="CurrencyCode",
                        db_comment="ISO 4217 code of both prices",
                        db_default="AUD",
                        default="AUD",
                        help_text="ISO 4217 code of both prices",
                        max_length=3,
                    ),
                ),
                (
                    "monthly_price",
                    models.DecimalField(
                        blank=True,
                        db_column="MonthlyPrice",
                        db_comment="Price a month; empty = negotiated",
                        decimal_places=2,
                        help_text="Price a month; empty = negotiated",
                        max_digits=10,
                        null=True,
                    ),
                ),
                (
                    "annual_price",
                    models.DecimalField(
                        blank=True,
                        db_column="AnnualPrice",
                        db_comment="Price a year; empty = negotiated",
                        decimal_places=2,
                        help_text="Price a year; empty = negotiated",
                        max_digits=10,
                        null=True,
                    ),
                ),
                (
                    "max_users",
                    models.IntegerField(
                        blank=True,
                        db_column="MaxUsers",
                        db_comment="Most members; empty = unlimited",
                        help_text="Most members; empty = unlimited",
                        null=True,
                    ),
                ),
                (
                    "max_forms",
                    models.IntegerField(
                        blank=True,
                        db_column="MaxForms",
                        db_comment="Most forms; empty = unlimited",
                        help_text="Most forms; empty = unlimited",
                        null=True,
                    ),
                ),
                (
                    "max_submissions_per_month",
                    models.IntegerField(
                        blank=True,
                        db_column="MaxSubmissionsPerMonth",
                        db_comment="Most form submissions a month; empty = unlimited",
                        help_text="Most form submissions a month; empty = unlimited",
                        null=True,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.CustomerTier",
                "db_table_comment": "Subscription tiers; limits are not enforced in this release.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("customer_tier_code",),
                        name="UQ_CustomerTier_CustomerTierCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("monthly_price__isnull", True),
                                ("monthly_price__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("annual_price__isnull", True),
                                ("annual_price__gte", 0),
                                _connector="OR",
                            ),
                        ),
                        name="CK_CustomerTier_Prices",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("max_users__isnull", True),
                                ("max_users__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("max_forms__isnull", True),
                                ("max_forms__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("max_submissions_per_month__isnull", True),
                                ("max_submissions_per_month__gte", 0),
                                _connector="OR",
                            ),
                        ),
                        name="CK_CustomerTier_Limits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CustomerTier_SoftDelete",
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
                        name="CK_CustomerTier_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Country",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CountryID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "country_code",
                    models.CharField(
                        db_column="CountryCode",
                        db_comment="ISO 3166-1 alpha-2 code; never changes",
                        help_text="ISO 3166-1 alpha-2 code; never changes",
                        max_length=2,
                    ),
                ),
                (
                    "country_name",
                    models.CharField(
                        db_column="CountryName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "phone_prefix",
                    models.CharField(
                        db_column="PhonePrefix",
                        db_comment="International dialling prefix with its plus sign",
                        help_text="International dialling prefix with its plus sign",
                        max_length=10,
                    ),
                ),
                (
                    "currency_code",
                    models.CharField(
                        db_column="CurrencyCode",
                        db_comment="ISO 4217 code of the currency",
                        help_text="ISO 4217 code of the currency",
                        max_length=3,
                    ),
                ),
                (
                    "currency_symbol",
                    models.CharField(
                        db_column="CurrencySymbol",
                        db_comment="Symbol written before amounts",
                        help_text="Symbol written before amounts",
                        max_length=5,
                    ),
                ),
                (
                    "currency_name",
                    models.CharField(
                        db_column="CurrencyName",
                        db_comment="Name of the currency",
                        help_text="Name of the currency",
                        max_length=100,
                    ),
                ),
                (
                    "tax_rate",
                    models.DecimalField(
                        blank=True,
                        db_column="TaxRate",
                        db_comment="Sales tax as a fraction, 0.1000 = ten percent; empty = varies inside the country",
                        decimal_places=4,
                        help_text="Sales tax as a fraction, 0.1000 = ten percent; empty = varies inside the country",
                        max_digits=7,
                        null=True,
                    ),
                ),
                (
                    "tax_name",
                    models.CharField(
                        blank=True,
                        db_column="TaxName",
                        db_comment="Name of the sales tax, GST or VAT",
                        help_text="Name of the sales tax, GST or VAT",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "is_tax_inclusive",
                    models.BooleanField(
                        db_column="IsTaxInclusive",
                        db_comment="Shown prices contain the tax",
                        db_default=False,
                        default=False,
                        help_text="Shown prices contain the tax",
                    ),
                ),
                (
                    "tax_number_label",
                    models.CharField(
                        blank=True,
                        db_column="TaxNumberLabel",
                        db_comment="What the country calls its business number",
                        help_text="What the country calls its business number",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "postal_code_label",
                    models.CharField(
                        db_column="PostalCodeLabel",
                        db_comment="What the country calls its postal code",
                        db_default="Postcode",
                        default="Postcode",
                        help_text="What the country calls its postal code",
                        max_length=50,
                    ),
                ),
                (
                    "state_label",
                    models.CharField(
                        db_column="StateLabel",
                        db_comment="What the country calls its subdivisions",
                        db_default="State",
                        default="State",
                        help_text="What the country calls its subdivisions",
                        max_length=50,
                    ),
                ),
                (
                    "subdivisions_json",
                    models.JSONField(
                        blank=True,
                        db_column="SubdivisionsJson",
                        db_comment="List of {code, isoCode, name, category}; isoCode is ISO 3166-2",
                        help_text="List of {code, isoCode, name, category}; isoCode is ISO 3166-2",
                        null=True,
                    ),
                ),
                (
                    "company_validation_provider",
                    models.CharField(
                        blank=True,
                        db_column="CompanyValidationProvider",
                        db_comment="Business register adapter (ABR); empty = no company search",
                        help_text="Business register adapter (ABR); empty = no company search",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "address_validation_provider",
                    models.CharField(
                        blank=True,
                        db_column="AddressValidationProvider",
                        db_comment="Address adapter (Geoscape); empty = addresses are not checked",
                        help_text="Address adapter (Geoscape); empty = addresses are not checked",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "integration_config",
                    models.JSONField(
                        blank=True,
                        db_column="IntegrationConfig",
                        db_comment="Provider end points, never credentials",
                        help_text="Provider end points, never credentials",
                        null=True,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
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
                "verbose_name_plural": "countries",
                "db_table": "ref.Country",
                "db_table_comment": "Countries with currency, tax, labels, subdivisions and provider settings.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("country_code",), name="UQ_Country_CountryCode"),
                    models.CheckConstraint(
                        condition=models.Q(("country_code__upper_letters", 2)),
                        name="CK_Country_CountryCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency_code__upper_letters", 3)),
                        name="CK_Country_CurrencyCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tax_rate__isnull", True),
                            models.Q(("tax_rate__gte", 0), ("tax_rate__lte", 1)),
                            _connector="OR",
                        ),
                        name="CK_Country_TaxRate",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_Country_SoftDelete",
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
                        name="CK_Country_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Language",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="LanguageID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "language_code",
                    models.CharField(
                        db_column="LanguageCode",
                        db_comment="BCP 47 tag; never changes",
                        help_text="BCP 47 tag; never changes",
                        max_length=10,
                    ),
                ),
                (
                    "language_name",
                    models.CharField(
                        db_column="LanguageName",
                        db_comment="Name in English",
                        help_text="Name in English",
                        max_length=100,
                    ),
                ),
                (
                    "native_name",
                    models.CharField(
                        db_column="NativeName",
                        db_comment="Name in the language itself",
                        help_text="Name in the language itself",
                        max_length=100,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
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
                "db_table": "ref.Language",
                "db_table_comment": "Languages of the interface.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("language_code",), name="UQ_Language_LanguageCode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_Language_SoftDelete",
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
                        name="CK_Language_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Industry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="IndustryID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "industry_code",
                    models.CharField(
                        db_column="IndustryCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "industry_name",
                    models.CharField(
                        db_column="IndustryName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "industries",
                "db_table": "ref.Industry",
                "db_table_comment": "Industries a company or person works in.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("industry_code",), name="UQ_Industry_IndustryCode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_Industry_SoftDelete",
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
                        name="CK_Industry_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="SettingCategoryID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "setting_category_code",
                    models.CharField(
                        db_column="SettingCategoryCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "setting_category_name",
                    models.CharField(
                        db_column="SettingCategoryName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "setting categories",
                "db_table": "ref.SettingCategory",
                "db_table_comment": "Groups of settings in the back office.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("setting_category_code",),
                        name="UQ_SettingCategory_SettingCategoryCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_SettingCategory_SoftDelete",
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
                        name="CK_SettingCategory_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SettingType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="SettingTypeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "setting_type_code",
                    models.CharField(
                        db_column="SettingTypeCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "setting_type_name",
                    models.CharField(
                        db_column="SettingTypeName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "validation_pattern",
                    models.CharField(
                        blank=True,
                        db_column="ValidationPattern",
                        db_comment="Full-match pattern of the stored text; empty = checked by a parser",
                        help_text="Full-match pattern of the stored text; empty = checked by a parser",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.SettingType",
                "db_table_comment": "Data types of settings.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("setting_type_code",),
                        name="UQ_SettingType_SettingTypeCode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_SettingType_SoftDelete",
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
                        name="CK_SettingType_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="RuleTypeID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "rule_type_code",
                    models.CharField(
                        db_column="RuleTypeCode",
                        db_comment="Natural key; never changes and is never reused",
                        help_text="Natural key; never changes and is never reused",
                        max_length=50,
                    ),
                ),
                (
                    "rule_type_name",
                    models.CharField(
                        db_column="RuleTypeName",
                        db_comment="Name shown to people",
                        help_text="Name shown to people",
                        max_length=100,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the value means",
                        help_text="What the value means",
                        max_length=500,
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
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        db_default=True,
                        default=True,
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "db_table": "ref.RuleType",
                "db_table_comment": "Kinds of validation rule.",
                "ordering": ["sort_order", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("rule_type_code",), name="UQ_RuleType_RuleTypeCode"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_RuleType_SoftDelete",
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
                        name="CK_RuleType_AuditDates",
                    ),
                ],
            },
        ),
    ]
