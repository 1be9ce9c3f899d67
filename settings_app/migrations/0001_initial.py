"""Tables of configuration tables.

Requirement: DB-6.3
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
            name="ValidationRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ValidationRuleID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "rule_key",
                    models.CharField(
                        db_column="RuleKey",
                        db_comment="Natural key, UPPER_SNAKE; never changes",
                        help_text="Natural key, UPPER_SNAKE; never changes",
                        max_length=100,
                    ),
                ),
                (
                    "rule_type",
                    models.ForeignKey(
                        db_column="RuleTypeID",
                        db_comment="Kind of value the rule accepts",
                        db_index=False,
                        help_text="Kind of value the rule accepts",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.ruletype",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_column="CountryID",
                        db_comment="Country of the rule; empty = worldwide",
                        db_index=False,
                        help_text="Country of the rule; empty = worldwide",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.country",
                    ),
                ),
                (
                    "validation_pattern",
                    models.CharField(
                        db_column="ValidationPattern",
                        db_comment="Full match on the normalised value",
                        help_text="Full match on the normalised value",
                        max_length=500,
                    ),
                ),
                (
                    "validation_message",
                    models.CharField(
                        db_column="ValidationMessage",
                        db_comment="Message to a person whose value fails",
                        help_text="Message to a person whose value fails",
                        max_length=500,
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the rule accepts",
                        help_text="What the rule accepts",
                        max_length=500,
                    ),
                ),
                (
                    "checksum_algorithm",
                    models.CharField(
                        blank=True,
                        db_column="ChecksumAlgorithm",
                        db_comment="Name of the python-stdnum module that tests the check digits",
                        help_text="Name of the python-stdnum module that tests the check digits",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "min_length",
                    models.IntegerField(
                        blank=True,
                        db_column="MinLength",
                        db_comment="Fewest characters of the normalised value",
                        help_text="Fewest characters of the normalised value",
                        null=True,
                    ),
                ),
                (
                    "max_length",
                    models.IntegerField(
                        blank=True,
                        db_column="MaxLength",
                        db_comment="Most characters of the normalised value",
                        help_text="Most characters of the normalised value",
                        null=True,
                    ),
                ),
                (
                    "example_value",
                    models.CharField(
                        db_column="ExampleValue",
                        db_comment="A value that passes the rule",
                        help_text="A value that passes the rule",
                        max_length=100,
                    ),
                ),
                (
                    "display_format",
                    models.CharField(
                        blank=True,
                        db_column="DisplayFormat",
                        db_comment="Local mask: X and 9 a digit, A a letter, others themselves",
                        help_text="Local mask: X and 9 a digit, A a letter, others themselves",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "display_example",
                    models.CharField(
                        blank=True,
                        db_column="DisplayExample",
                        db_comment="The example as it is shown",
                        help_text="The example as it is shown",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "is_prefix_stripped",
                    models.BooleanField(
                        db_column="IsPrefixStripped",
                        db_comment="Country prefix is dropped on display",
                        db_default=False,
                        default=False,
                        help_text="Country prefix is dropped on display",
                    ),
                ),
                (
                    "spacing_pattern",
                    models.CharField(
                        blank=True,
                        db_column="SpacingPattern",
                        db_comment="Groups of the local form; the last takes what remains",
                        help_text="Groups of the local form; the last takes what remains",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Rule is applied",
                        db_default=True,
                        default=True,
                        help_text="Rule is applied",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Order of trial, lowest first",
                        db_default=999,
                        default=999,
                        help_text="Order of trial, lowest first",
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
                "db_table": "config.ValidationRule",
                "db_table_comment": "Format rules per country and type.",
                "ordering": ["sort_order", "id"],
                "indexes": [
                    common.db.indexes.Index(
                        fields=["country", "rule_type", "sort_order"],
                        name="IX_ValidationRule_CountryID_RuleTypeID_SortOrder",
                    ),
                    common.db.indexes.Index(fields=["rule_type"], name="IX_ValidationRule_RuleTypeID"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("rule_key",),
                        name="UQ_ValidationRule_RuleKey",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("min_length__isnull", True),
                                ("min_length__gt", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("max_length__isnull", True),
                                ("max_length__gt", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_length__isnull", True),
                                ("max_length__isnull", True),
                                ("min_length__lte", models.F("max_length")),
                                _connector="OR",
                            ),
                        ),
                        name="CK_ValidationRule_Lengths",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("display_format__isnull", True),
                            models.Q(("display_format", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="CK_ValidationRule_DisplayFormat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checksum_algorithm__isnull", True),
                            ("checksum_algorithm__in", ("au.abn", "au.acn")),
                            _connector="OR",
                        ),
                        name="CK_ValidationRule_ChecksumAlgorithm",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_ValidationRule_SoftDelete",
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
                        name="CK_ValidationRule_AuditDates",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanyValidationRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="CompanyValidationRuleID",
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
                        db_comment="Company that chose",
                        db_index=False,
                        help_text="Company that chose",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "validation_rule",
                    models.ForeignKey(
                        db_column="ValidationRuleID",
                        db_comment="Rule of the company's country, or worldwide",
                        db_index=False,
                        help_text="Rule of the company's country, or worldwide",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="settings_app.validationrule",
                    ),
                ),
                (
                    "is_enabled",
                    models.BooleanField(
                        db_column="IsEnabled",
                        db_comment="The company accepts values of this rule",
                        db_default=True,
                        default=True,
                        help_text="The company accepts values of this rule",
                    ),
                ),
                (
                    "sort_order_override",
                    models.IntegerField(
                        blank=True,
                        db_column="SortOrderOverride",
                        db_comment="Order of trial in this company; empty = the rule's own",
                        help_text="Order of trial in this company; empty = the rule's own",
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
                "db_table": "config.CompanyValidationRule",
                "db_table_comment": "Per-company choice among the country's rules; no rows = all active rules.",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["validation_rule"],
                        name="IX_CompanyValidationRule_ValidationRuleID",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_deleted", False)),
                        fields=("company", "validation_rule"),
                        name="UQ_CompanyValidationRule_CompanyID_ValidationRuleID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_CompanyValidationRule_SoftDelete",
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
                        name="CK_CompanyValidationRule_AuditDates",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AppSetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="AppSettingID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "setting_key",
                    models.CharField(
                        db_column="SettingKey",
                        db_comment="Natural key, UPPER_SNAKE; never changes",
                        help_text="Natural key, UPPER_SNAKE; never changes",
                        max_length=100,
                    ),
                ),
                (
                    "setting_value",
                    models.TextField(
                        db_column="SettingValue",
                        db_comment="Value in text form; true/false for boolean",
                        help_text="Value in text form; true/false for boolean",
                    ),
                ),
                (
                    "setting_category",
                    models.ForeignKey(
                        db_column="SettingCategoryID",
                        db_comment="Group in the back office",
                        db_index=False,
                        help_text="Group in the back office",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.settingcategory",
                    ),
                ),
                (
                    "setting_type",
                    models.ForeignKey(
                        db_column="SettingTypeID",
                        db_comment="Data type of the value",
                        db_index=False,
                        help_text="Data type of the value",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.settingtype",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        db_column="Description",
                        db_comment="What the setting does, with its unit",
                        help_text="What the setting does, with its unit",
                        max_length=500,
                    ),
                ),
                (
                    "default_value",
                    models.TextField(
                        db_column="DefaultValue",
                        db_comment="Value of a fresh installation, in text form",
                        help_text="Value of a fresh installation, in text form",
                    ),
                ),
                (
                    "validation_regex",
                    models.CharField(
                        blank=True,
                        db_column="ValidationRegex",
                        db_comment="Pattern of the full value, on top of the type",
                        help_text="Pattern of the full value, on top of the type",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "min_value",
                    models.DecimalField(
                        blank=True,
                        db_column="MinValue",
                        db_comment="Smallest number accepted",
                        decimal_places=2,
                        help_text="Smallest number accepted",
                        max_digits=18,
                        null=True,
                    ),
                ),
                (
                    "max_value",
                    models.DecimalField(
                        blank=True,
                        db_column="MaxValue",
                        db_comment="Greatest number accepted",
                        decimal_places=2,
                        help_text="Greatest number accepted",
                        max_digits=18,
                        null=True,
                    ),
                ),
                (
                    "is_editable",
                    models.BooleanField(
                        db_column="IsEditable",
                        db_comment="Administrators may change the value",
                        db_default=True,
                        default=True,
                        help_text="Administrators may change the value",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        db_column="IsPublic",
                        db_comment="Part of the public configuration",
                        db_default=False,
                        default=False,
                        help_text="Part of the public configuration",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Setting is in use",
                        db_default=True,
                        default=True,
                        help_text="Setting is in use",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position inside its group, smallest first",
                        db_default=999,
                        default=999,
                        help_text="Position inside its group, smallest first",
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
                "db_table": "config.AppSetting",
                "db_table_comment": "Business rules that administrators change at run time.",
                "ordering": ["sort_order", "id"],
                "indexes": [
                    common.db.indexes.Index(
                        fields=["setting_category"],
                        name="IX_AppSetting_SettingCategoryID",
                    ),
                    common.db.indexes.Index(fields=["setting_type"], name="IX_AppSetting_SettingTypeID"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("setting_key",), name="UQ_AppSetting_SettingKey"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("min_value__isnull", True),
                            ("max_value__isnull", True),
                            ("min_value__lte", models.F("max_value")),
                            _connector="OR",
                        ),
                        name="CK_AppSetting_Range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_date__isnull", False), ("is_deleted", True)),
                            models.Q(("deleted_date__isnull", True), ("is_deleted", False)),
                            _connector="OR",
                        ),
                        name="CK_AppSetting_SoftDelete",
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
                        name="CK_AppSetting_AuditDates",
                    ),
                ],
            },
        ),
    ]
