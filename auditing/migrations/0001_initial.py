"""Tables of activity log, role trail, snapshots and governance.

Requirement: DB-6.5
"""

import django.db.models.deletion
import django.db.models.manager
import simple_history.models
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
        ("settings_app", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditCustomerTier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="CustomerTierID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
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
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
                    ),
                ),
                (
                    "currency_code",
                    models.CharField(
                        db_column="CurrencyCode",
                        db_comment="ISO 4217 code of both prices",
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
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditCustomerTierID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical customer tier",
                "verbose_name_plural": "historical customer tiers",
                "db_table": "audit.CustomerTier",
                "db_table_comment": "Snapshots of ref.CustomerTier after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditCustomerTier_CustomerTierID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditCustomerTier_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditCustomerTier_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditCustomerTier_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditCountry",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="CountryID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                        help_text="What the country calls its postal code",
                        max_length=50,
                    ),
                ),
                (
                    "state_label",
                    models.CharField(
                        db_column="StateLabel",
                        db_comment="What the country calls its subdivisions",
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
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        help_text="Position in lists, smallest first",
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditCountryID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical country",
                "verbose_name_plural": "historical countries",
                "db_table": "audit.Country",
                "db_table_comment": "Snapshots of ref.Country after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditCountry_CountryID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditCountry_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditCountry_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditCountry_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditLanguage",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="LanguageID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        help_text="Position in lists, smallest first",
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditLanguageID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical language",
                "verbose_name_plural": "historical languages",
                "db_table": "audit.Language",
                "db_table_comment": "Snapshots of ref.Language after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditLanguage_LanguageID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditLanguage_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditLanguage_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditLanguage_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditIndustry",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="IndustryID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
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
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditIndustryID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Offered for new rows",
                        help_text="Offered for new rows",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position in lists, smallest first",
                        help_text="Position in lists, smallest first",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical industry",
                "verbose_name_plural": "historical industries",
                "db_table": "audit.Industry",
                "db_table_comment": "Snapshots of ref.Industry after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditIndustry_IndustryID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditIndustry_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditIndustry_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditIndustry_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ActivityLog",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ActivityLogID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "chain_key",
                    models.BigIntegerField(
                        db_column="ChainKey",
                        db_comment="CompanyID, or 0 for platform-wide actions",
                        help_text="CompanyID, or 0 for platform-wide actions",
                    ),
                ),
                (
                    "chain_sequence",
                    models.BigIntegerField(
                        db_column="ChainSequence",
                        db_comment="1, 2, 3 and so on in its chain",
                        help_text="1, 2, 3 and so on in its chain",
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        db_column="Action",
                        db_comment="What was done, UPPER_SNAKE, open list",
                        help_text="What was done, UPPER_SNAKE, open list",
                        max_length=100,
                    ),
                ),
                (
                    "entity_type",
                    models.CharField(
                        db_column="EntityType",
                        db_comment="Table of the thing, schema.Table",
                        help_text="Table of the thing, schema.Table",
                        max_length=100,
                    ),
                ),
                (
                    "entity_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="EntityID",
                        db_comment="Primary key in that table",
                        help_text="Primary key in that table",
                        null=True,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Actor; empty = job, command or visitor",
                        db_index=False,
                        help_text="Actor; empty = job, command or visitor",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "actor_name",
                    models.CharField(
                        blank=True,
                        db_column="ActorName",
                        db_comment="Name of the person then, or of the job or command",
                        help_text="Name of the person then, or of the job or command",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "user_email",
                    models.CharField(
                        blank=True,
                        db_column="UserEmail",
                        db_comment="Actor's address then",
                        help_text="Actor's address then",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Company concerned; empty = platform-wide",
                        db_index=False,
                        help_text="Company concerned; empty = platform-wide",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "old_value",
                    models.JSONField(
                        blank=True,
                        db_column="OldValue",
                        db_comment="Changed values before",
                        help_text="Changed values before",
                        null=True,
                    ),
                ),
                (
                    "new_value",
                    models.JSONField(
                        blank=True,
                        db_column="NewValue",
                        db_comment="Changed values after",
                        help_text="Changed values after",
                        null=True,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        db_column="Reason",
                        db_comment="Reason the actor gave",
                        help_text="Reason the actor gave",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Raw address of the client",
                        help_text="Raw address of the client",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent, cut to fit",
                        help_text="User agent, cut to fit",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "personal_digests",
                    models.JSONField(
                        db_column="PersonalDigests",
                        db_comment="Path of each personal field to the HMAC-SHA-256 of its value, and the id of the key",
                        help_text="Path of each personal field to the HMAC-SHA-256 of its value, and the id of the key",
                    ),
                ),
                (
                    "previous_hash",
                    models.CharField(
                        db_column="PreviousHash",
                        db_comment="RowHash of the row before; 64 zeros at the start of a chain",
                        help_text="RowHash of the row before; 64 zeros at the start of a chain",
                        max_length=64,
                    ),
                ),
                (
                    "row_hash",
                    models.CharField(
                        db_column="RowHash",
                        db_comment="SHA-256 of the canonical JSON of the row",
                        help_text="SHA-256 of the canonical JSON of the row",
                        max_length=64,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal fields were erased",
                        help_text="Instant personal fields were erased",
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
                "verbose_name": "activity",
                "verbose_name_plural": "activity log",
                "db_table": "audit.ActivityLog",
                "db_table_comment": "Business actions, hash-chained per company.",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_ActivityLog_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user", "created_date"],
                        name="IX_ActivityLog_UserID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company", "created_date"],
                        name="IX_ActivityLog_CompanyID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["action", "created_date"],
                        name="IX_ActivityLog_Action_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["entity_type", "entity_id", "created_date"],
                        name="IX_ActivityLog_EntityType_EntityID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["request_id"], name="IX_ActivityLog_RequestID"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain_key", "chain_sequence"),
                        name="UQ_ActivityLog_ChainKey_ChainSequence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("chain_key", 0), ("company__isnull", True)),
                                models.Q(
                                    ("chain_key", models.F("company")),
                                    ("company__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            ("chain_sequence__gte", 1),
                        ),
                        name="CK_ActivityLog_Chain",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("previous_hash__length", 64), ("row_hash__length", 64)),
                        name="CK_ActivityLog_Hashes",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChainAnchor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ChainAnchorID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "chain_key",
                    models.BigIntegerField(
                        db_column="ChainKey",
                        db_comment="Chain: CompanyID, or 0 for platform-wide actions",
                        help_text="Chain: CompanyID, or 0 for platform-wide actions",
                    ),
                ),
                (
                    "chain_sequence",
                    models.BigIntegerField(
                        db_column="ChainSequence",
                        db_comment="Last row covered",
                        help_text="Last row covered",
                    ),
                ),
                (
                    "row_hash",
                    models.CharField(
                        db_column="RowHash",
                        db_comment="RowHash of that row",
                        help_text="RowHash of that row",
                        max_length=64,
                    ),
                ),
                (
                    "anchor_kind",
                    models.CharField(
                        db_column="AnchorKind",
                        db_comment="daily, retention or manual",
                        help_text="daily, retention or manual",
                        max_length=20,
                    ),
                ),
                (
                    "rows_covered",
                    models.BigIntegerField(
                        db_column="RowsCovered",
                        db_comment="Rows since the anchor before",
                        help_text="Rows since the anchor before",
                    ),
                ),
                (
                    "external_reference",
                    models.CharField(
                        blank=True,
                        db_column="ExternalReference",
                        db_comment="Where the copy outside the database is",
                        help_text="Where the copy outside the database is",
                        max_length=500,
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
                "db_table": "audit.ChainAnchor",
                "db_table_comment": "Recorded heads of the hash chains.",
                "indexes": [common.db.indexes.Index(fields=["created_date"], name="IX_ChainAnchor_CreatedDate")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain_key", "chain_sequence", "anchor_kind"),
                        name="UQ_ChainAnchor_ChainKey_ChainSequence_AnchorKind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("anchor_kind__in", ("daily", "retention", "manual"))),
                        name="CK_ChainAnchor_AnchorKind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("row_hash__length", 64)),
                        name="CK_ChainAnchor_RowHash",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="LegalHoldID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "hold_name",
                    models.CharField(
                        blank=True,
                        db_column="HoldName",
                        db_comment="Name of the hold; empty = a release",
                        help_text="Name of the hold; empty = a release",
                        max_length=200,
                        null=True,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        db_column="Reason",
                        db_comment="Why it is placed or released",
                        help_text="Why it is placed or released",
                        max_length=1000,
                    ),
                ),
                (
                    "table_name",
                    models.CharField(
                        blank=True,
                        db_column="TableName",
                        db_comment="Table covered, schema.Table; empty = every table",
                        help_text="Table covered, schema.Table; empty = every table",
                        max_length=128,
                        null=True,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Only rows of this company",
                        db_index=False,
                        help_text="Only rows of this company",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="Only rows of this person",
                        db_index=False,
                        help_text="Only rows of this person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rows_from",
                    models.DateTimeField(
                        blank=True,
                        db_column="RowsFrom",
                        db_comment="Earliest CreatedDate covered; empty = open",
                        help_text="Earliest CreatedDate covered; empty = open",
                        null=True,
                    ),
                ),
                (
                    "rows_to",
                    models.DateTimeField(
                        blank=True,
                        db_column="RowsTo",
                        db_comment="Latest CreatedDate covered; empty = open",
                        help_text="Latest CreatedDate covered; empty = open",
                        null=True,
                    ),
                ),
                (
                    "placed_by_user",
                    models.ForeignKey(
                        db_column="PlacedByUserID",
                        db_comment="Actor of this row",
                        db_index=False,
                        help_text="Actor of this row",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "releases_legal_hold",
                    models.ForeignKey(
                        blank=True,
                        db_column="ReleasesLegalHoldID",
                        db_comment="Set = this row ends that hold",
                        db_index=False,
                        help_text="Set = this row ends that hold",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auditing.legalhold",
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
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
                "db_table": "audit.LegalHold",
                "db_table_comment": "Legal holds; placing and releasing are separate rows.",
                "indexes": [
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company"],
                        name="IX_LegalHold_CompanyID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("user__isnull", False)),
                        fields=["user"],
                        name="IX_LegalHold_UserID",
                    ),
                    common.db.indexes.Index(fields=["placed_by_user"], name="IX_LegalHold_PlacedByUserID"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("releases_legal_hold__isnull", False)),
                        fields=("releases_legal_hold",),
                        name="UQ_LegalHold_ReleasesLegalHoldID",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("hold_name__isnull", False),
                                ("releases_legal_hold__isnull", True),
                            ),
                            models.Q(
                                ("company__isnull", True),
                                ("hold_name__isnull", True),
                                ("releases_legal_hold__isnull", False),
                                ("rows_from__isnull", True),
                                ("rows_to__isnull", True),
                                ("table_name__isnull", True),
                                ("user__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="CK_LegalHold_Kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rows_from__isnull", True),
                            ("rows_to__isnull", True),
                            ("rows_from__lte", models.F("rows_to")),
                            _connector="OR",
                        ),
                        name="CK_LegalHold_Range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="RetentionRunID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "run_key",
                    models.UUIDField(
                        db_column="RunKey",
                        db_comment="One run over all tables",
                        help_text="One run over all tables",
                    ),
                ),
                (
                    "table_name",
                    models.CharField(
                        db_column="TableName",
                        db_comment="Table, schema.Table",
                        help_text="Table, schema.Table",
                        max_length=128,
                    ),
                ),
                (
                    "retention_class",
                    models.CharField(
                        db_column="RetentionClass",
                        db_comment="token, log, audit or cache",
                        help_text="token, log, audit or cache",
                        max_length=20,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        db_column="Mode",
                        db_comment="dry_run or execute",
                        help_text="dry_run or execute",
                        max_length=10,
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        db_column="Phase",
                        db_comment="started, completed or failed",
                        help_text="started, completed or failed",
                        max_length=10,
                    ),
                ),
                (
                    "cutoff_date",
                    models.DateTimeField(
                        db_column="CutoffDate",
                        db_comment="Rows before this instant are due, UTC",
                        help_text="Rows before this instant are due, UTC",
                    ),
                ),
                (
                    "rows_selected",
                    models.BigIntegerField(
                        db_column="RowsSelected",
                        db_comment="Rows that were due",
                        db_default=0,
                        default=0,
                        help_text="Rows that were due",
                    ),
                ),
                (
                    "rows_held",
                    models.BigIntegerField(
                        db_column="RowsHeld",
                        db_comment="Rows kept by a legal hold",
                        db_default=0,
                        default=0,
                        help_text="Rows kept by a legal hold",
                    ),
                ),
                (
                    "rows_archived",
                    models.BigIntegerField(
                        db_column="RowsArchived",
                        db_comment="Rows written to the archive",
                        db_default=0,
                        default=0,
                        help_text="Rows written to the archive",
                    ),
                ),
                (
                    "rows_deleted",
                    models.BigIntegerField(
                        db_column="RowsDeleted",
                        db_comment="Rows removed",
                        db_default=0,
                        default=0,
                        help_text="Rows removed",
                    ),
                ),
                (
                    "archive_path",
                    models.CharField(
                        blank=True,
                        db_column="ArchivePath",
                        db_comment="Where the archive file is",
                        help_text="Where the archive file is",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "archive_checksum",
                    models.CharField(
                        blank=True,
                        db_column="ArchiveChecksum",
                        db_comment="SHA-256 of the archive file",
                        help_text="SHA-256 of the archive file",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "duration_ms",
                    models.BigIntegerField(
                        blank=True,
                        db_column="DurationMs",
                        db_comment="Length of the run in milliseconds",
                        help_text="Length of the run in milliseconds",
                        null=True,
                    ),
                ),
                (
                    "error_message",
                    models.CharField(
                        blank=True,
                        db_column="ErrorMessage",
                        db_comment="Failure, cut to fit",
                        help_text="Failure, cut to fit",
                        max_length=1000,
                        null=True,
                    ),
                ),
                (
                    "triggered_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="TriggeredByUserID",
                        db_comment="Person who started it; empty = schedule",
                        db_index=False,
                        help_text="Person who started it; empty = schedule",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "db_table": "audit.RetentionRun",
                "db_table_comment": "Evidence of every retention run: a started row, then a completed or failed row, per table.",
                "indexes": [
                    common.db.indexes.Index(fields=["created_date"], name="IX_RetentionRun_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("triggered_by_user__isnull", False)),
                        fields=["triggered_by_user"],
                        name="IX_RetentionRun_TriggeredByUserID",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run_key", "table_name", "phase"),
                        name="UQ_RetentionRun_RunKey_TableName_Phase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("retention_class__in", ["token", "log", "audit", "cache"])),
                        name="CK_RetentionRun_RetentionClass",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mode__in", ["dry_run", "execute"])),
                        name="CK_RetentionRun_Mode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ["started", "completed", "failed"])),
                        name="CK_RetentionRun_Phase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rows_archived__gte", 0),
                            ("rows_deleted__gte", 0),
                            ("rows_held__gte", 0),
                            ("rows_selected__gte", 0),
                        ),
                        name="CK_RetentionRun_Counts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="AuditRoleID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "role_type",
                    models.CharField(
                        db_column="RoleType",
                        db_comment="system or company",
                        help_text="system or company",
                        max_length=10,
                    ),
                ),
                (
                    "change_kind",
                    models.CharField(
                        db_column="ChangeKind",
                        db_comment="assigned, changed or removed",
                        help_text="assigned, changed or removed",
                        max_length=10,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_column="UserID",
                        db_comment="Person whose role it is",
                        db_index=False,
                        help_text="Person whose role it is",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user_company",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserCompanyID",
                        db_comment="Membership of a company role",
                        db_index=False,
                        help_text="Membership of a company role",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.usercompany",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Company of a company role",
                        db_index=False,
                        help_text="Company of a company role",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "old_user_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="OldUserRoleID",
                        db_comment="Platform role before",
                        db_index=False,
                        help_text="Platform role before",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.userrole",
                    ),
                ),
                (
                    "new_user_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="NewUserRoleID",
                        db_comment="Platform role after",
                        db_index=False,
                        help_text="Platform role after",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.userrole",
                    ),
                ),
                (
                    "old_user_company_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="OldUserCompanyRoleID",
                        db_comment="Company role before",
                        db_index=False,
                        help_text="Company role before",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanyrole",
                    ),
                ),
                (
                    "new_user_company_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="NewUserCompanyRoleID",
                        db_comment="Company role after",
                        db_index=False,
                        help_text="Company role after",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanyrole",
                    ),
                ),
                (
                    "old_role_code",
                    models.CharField(
                        blank=True,
                        db_column="OldRoleCode",
                        db_comment="Code of the role before",
                        help_text="Code of the role before",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "new_role_code",
                    models.CharField(
                        blank=True,
                        db_column="NewRoleCode",
                        db_comment="Code of the role after",
                        help_text="Code of the role after",
                        max_length=50,
                        null=True,
                    ),
                ),
                (
                    "change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Reason the actor gave",
                        help_text="Reason the actor gave",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "changed_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed it; empty = the system",
                        db_index=False,
                        help_text="Person who changed it; empty = the system",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="That person's address then",
                        help_text="That person's address then",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the work",
                        help_text="X-Request-ID of the work",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Raw address of the client",
                        help_text="Raw address of the client",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent, cut to fit",
                        help_text="User agent, cut to fit",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal fields were erased",
                        help_text="Instant personal fields were erased",
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
                "verbose_name": "role change",
                "db_table": "audit.Role",
                "db_table_comment": "Every grant, change and removal of a platform or company role.",
                "indexes": [
                    common.db.indexes.Index(
                        fields=["user", "created_date"],
                        name="IX_AuditRole_UserID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("company__isnull", False)),
                        fields=["company", "created_date"],
                        name="IX_AuditRole_CompanyID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("user_company__isnull", False)),
                        fields=["user_company"],
                        name="IX_AuditRole_UserCompanyID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("old_user_role__isnull", False)),
                        fields=["old_user_role"],
                        name="IX_AuditRole_OldUserRoleID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("new_user_role__isnull", False)),
                        fields=["new_user_role"],
                        name="IX_AuditRole_NewUserRoleID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("old_user_company_role__isnull", False)),
                        fields=["old_user_company_role"],
                        name="IX_AuditRole_OldUserCompanyRoleID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("new_user_company_role__isnull", False)),
                        fields=["new_user_company_role"],
                        name="IX_AuditRole_NewUserCompanyRoleID",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("changed_by_user__isnull", False)),
                        fields=["changed_by_user"],
                        name="IX_AuditRole_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role_type__in", ("system", "company"))),
                        name="CK_AuditRole_RoleType",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("change_kind__in", ("assigned", "changed", "removed"))),
                        name="CK_AuditRole_ChangeKind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("company__isnull", True),
                                ("new_user_company_role__isnull", True),
                                ("old_user_company_role__isnull", True),
                                ("role_type", "system"),
                                ("user_company__isnull", True),
                            ),
                            models.Q(
                                ("company__isnull", False),
                                ("new_user_role__isnull", True),
                                ("old_user_role__isnull", True),
                                ("role_type", "company"),
                                ("user_company__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="CK_AuditRole_Scope",
                    ),
                ],
            },
            managers=[
                ("all_companies", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AuditValidationRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ValidationRuleID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                        help_text="Rule is applied",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Order of trial, lowest first",
                        help_text="Order of trial, lowest first",
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "rule_type",
                    models.ForeignKey(
                        blank=True,
                        db_column="RuleTypeID",
                        db_comment="Kind of value the rule accepts",
                        db_constraint=False,
                        db_index=False,
                        help_text="Kind of value the rule accepts",
                        null=True,
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
                        db_constraint=False,
                        db_index=False,
                        help_text="Country of the rule; empty = worldwide",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.country",
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditValidationRuleID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical validation rule",
                "verbose_name_plural": "historical validation rules",
                "db_table": "audit.ValidationRule",
                "db_table_comment": "Snapshots of config.ValidationRule after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditValidationRule_ValidationRuleID_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        fields=["history_date"],
                        name="IX_AuditValidationRule_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditValidationRule_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditValidationRule_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditCompanyValidationRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="CompanyValidationRuleID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
                    ),
                ),
                (
                    "is_enabled",
                    models.BooleanField(
                        db_column="IsEnabled",
                        db_comment="The company accepts values of this rule",
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
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Company that chose",
                        db_constraint=False,
                        db_index=False,
                        help_text="Company that chose",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "validation_rule",
                    models.ForeignKey(
                        blank=True,
                        db_column="ValidationRuleID",
                        db_comment="Rule of the company's country, or worldwide",
                        db_constraint=False,
                        db_index=False,
                        help_text="Rule of the company's country, or worldwide",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="settings_app.validationrule",
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditCompanyValidationRuleID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical company validation rule",
                "verbose_name_plural": "historical company validation rules",
                "db_table": "audit.CompanyValidationRule",
                "db_table_comment": "Snapshots of config.CompanyValidationRule after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditCompanyValidationRule_CompanyValidationRuleID__cfa2d155",
                    ),
                    common.db.indexes.Index(
                        fields=["history_date"],
                        name="IX_AuditCompanyValidationRule_CreatedDate",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditCompanyValidationRule_ChangedByUserID",
                    ),
                    common.db.indexes.Index(
                        fields=["company", "history_date"],
                        name="IX_AuditCompanyValidationRule_CompanyID_CreatedDate",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditCompanyValidationRule_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditAppSetting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="AppSettingID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                        help_text="Administrators may change the value",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        db_column="IsPublic",
                        db_comment="Part of the public configuration",
                        help_text="Part of the public configuration",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Setting is in use",
                        help_text="Setting is in use",
                        verbose_name="active",
                    ),
                ),
                (
                    "sort_order",
                    models.IntegerField(
                        db_column="SortOrder",
                        db_comment="Position inside its group, smallest first",
                        help_text="Position inside its group, smallest first",
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "setting_category",
                    models.ForeignKey(
                        blank=True,
                        db_column="SettingCategoryID",
                        db_comment="Group in the back office",
                        db_constraint=False,
                        db_index=False,
                        help_text="Group in the back office",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.settingcategory",
                    ),
                ),
                (
                    "setting_type",
                    models.ForeignKey(
                        blank=True,
                        db_column="SettingTypeID",
                        db_comment="Data type of the value",
                        db_constraint=False,
                        db_index=False,
                        help_text="Data type of the value",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.settingtype",
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditAppSettingID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical app setting",
                "verbose_name_plural": "historical app settings",
                "db_table": "audit.AppSetting",
                "db_table_comment": "Snapshots of config.AppSetting after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditAppSetting_AppSettingID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditAppSetting_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditAppSetting_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditAppSetting_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditUser",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="UserID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                        help_text="IANA zone for display and mail",
                        max_length=50,
                    ),
                ),
                (
                    "is_email_verified",
                    models.BooleanField(
                        db_column="IsEmailVerified",
                        db_comment="True once the address is confirmed",
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
                    "is_onboarding_complete",
                    models.BooleanField(
                        db_column="IsOnboardingComplete",
                        db_comment="True once onboarding is done",
                        help_text="True once onboarding is done",
                    ),
                ),
                (
                    "onboarding_step",
                    models.IntegerField(
                        db_column="OnboardingStep",
                        db_comment="1 details, 2 company, 3 done",
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
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_column="CountryID",
                        db_comment="Country of the person",
                        db_constraint=False,
                        db_index=False,
                        help_text="Country of the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.country",
                    ),
                ),
                (
                    "preferred_language",
                    models.ForeignKey(
                        blank=True,
                        db_column="PreferredLanguageID",
                        db_comment="Language of pages and mail",
                        db_constraint=False,
                        db_index=False,
                        help_text="Language of pages and mail",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.language",
                    ),
                ),
                (
                    "user_status",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserStatusID",
                        db_comment="Account state",
                        db_constraint=False,
                        db_index=False,
                        help_text="Account state",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.userstatus",
                    ),
                ),
                (
                    "user_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserRoleID",
                        db_comment="Platform role; ordinary people hold company_user",
                        db_constraint=False,
                        db_index=False,
                        help_text="Platform role; ordinary people hold company_user",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.userrole",
                    ),
                ),
                (
                    "theme_preference",
                    models.ForeignKey(
                        blank=True,
                        db_column="ThemePreferenceID",
                        db_comment="Colour theme",
                        db_constraint=False,
                        db_index=False,
                        help_text="Colour theme",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.themepreference",
                    ),
                ),
                (
                    "layout_density",
                    models.ForeignKey(
                        blank=True,
                        db_column="LayoutDensityID",
                        db_comment="Spacing of the interface",
                        db_constraint=False,
                        db_index=False,
                        help_text="Spacing of the interface",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.layoutdensity",
                    ),
                ),
                (
                    "font_size",
                    models.ForeignKey(
                        blank=True,
                        db_column="FontSizeID",
                        db_comment="Base text size",
                        db_constraint=False,
                        db_index=False,
                        help_text="Base text size",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.fontsize",
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditUserID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical user",
                "verbose_name_plural": "historical users",
                "db_table": "audit.User",
                "db_table_comment": "Snapshots of dbo.User after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditUser_UserID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditUser_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditUser_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditUser_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditCompany",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="CompanyID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
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
                    "is_active",
                    models.BooleanField(
                        db_column="IsActive",
                        db_comment="Operational switch, apart from IsDeleted",
                        help_text="Operational switch, apart from IsDeleted",
                    ),
                ),
                (
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_column="CountryID",
                        db_comment="Country of registration",
                        db_constraint=False,
                        db_index=False,
                        help_text="Country of registration",
                        null=True,
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
                        db_constraint=False,
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
                        db_constraint=False,
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
                        db_constraint=False,
                        db_index=False,
                        help_text="Person who created it in onboarding",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditCompanyID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical company",
                "verbose_name_plural": "historical companys",
                "db_table": "audit.Company",
                "db_table_comment": "Snapshots of dbo.Company after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditCompany_CompanyID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditCompany_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditCompany_ChangedByUserID",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditCompany_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AuditUserCompany",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="UserCompanyID",
                        db_comment="Key of the tracked row",
                        help_text="Key of the tracked row",
                        verbose_name="ID",
                    ),
                ),
                (
                    "changed_by_email",
                    models.CharField(
                        blank=True,
                        db_column="ChangedByEmail",
                        db_comment="Address of that person at the time",
                        help_text="Address of that person at the time",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "request_id",
                    models.CharField(
                        blank=True,
                        db_column="RequestID",
                        db_comment="X-Request-ID of the change",
                        help_text="X-Request-ID of the change",
                        max_length=64,
                        null=True,
                    ),
                ),
                (
                    "ip_address",
                    models.CharField(
                        blank=True,
                        db_column="IPAddress",
                        db_comment="Address the change came from",
                        help_text="Address the change came from",
                        max_length=45,
                        null=True,
                    ),
                ),
                (
                    "user_agent",
                    models.CharField(
                        blank=True,
                        db_column="UserAgent",
                        db_comment="User agent the change came from",
                        help_text="User agent the change came from",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "redacted_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="RedactedAt",
                        db_comment="Instant personal columns were erased, UTC",
                        help_text="Instant personal columns were erased, UTC",
                        null=True,
                    ),
                ),
                (
                    "is_primary_company",
                    models.BooleanField(
                        db_column="IsPrimaryCompany",
                        db_comment="Opened at sign-in",
                        help_text="Opened at sign-in",
                    ),
                ),
                (
                    "joined_date",
                    models.DateTimeField(
                        db_column="JoinedDate",
                        db_comment="When the person joined, last time",
                        help_text="When the person joined, last time",
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
                    "history_change_reason",
                    models.CharField(
                        blank=True,
                        db_column="ChangeReason",
                        db_comment="Why the row was changed",
                        help_text="Why the row was changed",
                        max_length=500,
                        null=True,
                    ),
                ),
                (
                    "history_user_id",
                    models.BigIntegerField(
                        blank=True,
                        db_column="ChangedByUserID",
                        db_comment="Person who changed the row",
                        help_text="Person who changed the row",
                        null=True,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserID",
                        db_comment="The member",
                        db_constraint=False,
                        db_index=False,
                        help_text="The member",
                        null=True,
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
                        db_comment="Company the person belongs to",
                        db_constraint=False,
                        db_index=False,
                        help_text="Company the person belongs to",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="companies.company",
                    ),
                ),
                (
                    "user_company_role",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserCompanyRoleID",
                        db_comment="Role inside the company",
                        db_constraint=False,
                        db_index=False,
                        help_text="Role inside the company",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanyrole",
                    ),
                ),
                (
                    "user_company_status",
                    models.ForeignKey(
                        blank=True,
                        db_column="UserCompanyStatusID",
                        db_comment="State of the membership",
                        db_constraint=False,
                        db_index=False,
                        help_text="State of the membership",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="reference.usercompanystatus",
                    ),
                ),
                (
                    "joined_via",
                    models.ForeignKey(
                        blank=True,
                        db_column="JoinedViaID",
                        db_comment="How the membership arose",
                        db_constraint=False,
                        db_index=False,
                        help_text="How the membership arose",
                        null=True,
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
                        db_constraint=False,
                        db_index=False,
                        help_text="Who invited the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "removed_by_user",
                    models.ForeignKey(
                        blank=True,
                        db_column="RemovedByUserID",
                        db_comment="Who removed the person",
                        db_constraint=False,
                        db_index=False,
                        help_text="Who removed the person",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_id",
                    models.BigAutoField(
                        db_column="AuditUserCompanyID",
                        db_comment="Surrogate key",
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "history_date",
                    models.DateTimeField(
                        db_column="CreatedDate",
                        db_comment="Instant of the change, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        help_text="Instant of the change, UTC",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "history_type",
                    models.CharField(
                        choices=[
                            ("+", "created or restored"),
                            ("~", "changed"),
                            ("-", "soft-deleted"),
                        ],
                        db_column="ChangeType",
                        db_comment="+ created or restored, ~ changed, - soft-deleted",
                        help_text="+ created or restored, ~ changed, - soft-deleted",
                        max_length=1,
                        verbose_name="change",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical user company",
                "verbose_name_plural": "historical user companys",
                "db_table": "audit.UserCompany",
                "db_table_comment": "Snapshots of dbo.UserCompany after each change.",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [
                    common.db.indexes.Index(
                        fields=["id", "history_date"],
                        name="IX_AuditUserCompany_UserCompanyID_CreatedDate",
                    ),
                    common.db.indexes.Index(fields=["history_date"], name="IX_AuditUserCompany_CreatedDate"),
                    common.db.indexes.Index(
                        condition=models.Q(("history_user_id__isnull", False)),
                        fields=["history_user_id"],
                        name="IX_AuditUserCompany_ChangedByUserID",
                    ),
                    common.db.indexes.Index(
                        fields=["company", "history_date"],
                        name="IX_AuditUserCompany_CompanyID_CreatedDate",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("history_type__in", ["+", "~", "-"])),
                        name="CK_AuditUserCompany_ChangeType",
                    )
                ],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
    ]
