"""Tables of answers of the business register.

Requirement: DB-6.6
"""

from django.db import migrations, models

import common.clock
import common.db.expressions
import common.db.indexes


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ABRSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        db_column="ABRSearchID",
                        db_comment="Surrogate key",
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "search_type",
                    models.CharField(
                        db_column="SearchType",
                        db_comment="ABN, ACN or Name",
                        help_text="ABN, ACN or Name",
                        max_length=10,
                    ),
                ),
                (
                    "search_value",
                    models.CharField(
                        db_column="SearchValue",
                        db_comment="Digits only, or the trimmed lower-case name",
                        help_text="Digits only, or the trimmed lower-case name",
                        max_length=255,
                    ),
                ),
                (
                    "result_index",
                    models.IntegerField(
                        db_column="ResultIndex",
                        db_comment="0 for ABN and ACN, 0 to n for a name",
                        db_default=0,
                        default=0,
                        help_text="0 for ABN and ACN, 0 to n for a name",
                    ),
                ),
                (
                    "is_negative",
                    models.BooleanField(
                        db_column="IsNegative",
                        db_comment="The register knows nothing; short life",
                        db_default=False,
                        default=False,
                        help_text="The register knows nothing; short life",
                    ),
                ),
                (
                    "abn",
                    models.CharField(
                        blank=True,
                        db_column="ABN",
                        db_comment="Australian Business Number, 11 digits",
                        help_text="Australian Business Number, 11 digits",
                        max_length=11,
                        null=True,
                    ),
                ),
                (
                    "acn",
                    models.CharField(
                        blank=True,
                        db_column="ACN",
                        db_comment="Australian Company Number, 9 digits",
                        help_text="Australian Company Number, 9 digits",
                        max_length=9,
                        null=True,
                    ),
                ),
                (
                    "legal_entity_name",
                    models.CharField(
                        blank=True,
                        db_column="LegalEntityName",
                        db_comment="Legal name in the register",
                        help_text="Legal name in the register",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "matched_name",
                    models.CharField(
                        blank=True,
                        db_column="MatchedName",
                        db_comment="Name that matched the search",
                        help_text="Name that matched the search",
                        max_length=255,
                        null=True,
                    ),
                ),
                (
                    "name_type",
                    models.CharField(
                        blank=True,
                        db_column="NameType",
                        db_comment="Kind of the matched name: entity or business",
                        help_text="Kind of the matched name: entity or business",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "business_names",
                    models.JSONField(
                        blank=True,
                        db_column="BusinessNames",
                        db_comment="List of registered business names",
                        help_text="List of registered business names",
                        null=True,
                    ),
                ),
                (
                    "entity_type_code",
                    models.CharField(
                        blank=True,
                        db_column="EntityTypeCode",
                        db_comment="Register's code of the type",
                        help_text="Register's code of the type",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "entity_type_name",
                    models.CharField(
                        blank=True,
                        db_column="EntityTypeName",
                        db_comment="Register's wording of it",
                        help_text="Register's wording of it",
                        max_length=100,
                        null=True,
                    ),
                ),
                (
                    "abn_status",
                    models.CharField(
                        blank=True,
                        db_column="ABNStatus",
                        db_comment="active or cancelled",
                        help_text="active or cancelled",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "abn_status_effective_from",
                    models.DateField(
                        blank=True,
                        db_column="ABNStatusEffectiveFrom",
                        db_comment="First day of that status",
                        help_text="First day of that status",
                        null=True,
                    ),
                ),
                (
                    "is_gst_registered",
                    models.BooleanField(
                        blank=True,
                        db_column="IsGSTRegistered",
                        db_comment="Registered for GST; empty = unknown",
                        help_text="Registered for GST; empty = unknown",
                        null=True,
                    ),
                ),
                (
                    "gst_registered_from",
                    models.DateField(
                        blank=True,
                        db_column="GSTRegisteredFrom",
                        db_comment="First day of the GST registration",
                        help_text="First day of the GST registration",
                        null=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        db_column="State",
                        db_comment="State of the main place of business",
                        help_text="State of the main place of business",
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        db_column="Postcode",
                        db_comment="Postcode of the main place of business",
                        help_text="Postcode of the main place of business",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "score",
                    models.IntegerField(
                        blank=True,
                        db_column="Score",
                        db_comment="Register's score of a name match",
                        help_text="Register's score of a name match",
                        null=True,
                    ),
                ),
                (
                    "full_response",
                    models.JSONField(
                        blank=True,
                        db_column="FullResponse",
                        db_comment="Answer as received, without the caller's key",
                        help_text="Answer as received, without the caller's key",
                        null=True,
                    ),
                ),
                (
                    "fetched_at",
                    models.DateTimeField(
                        db_column="FetchedAt",
                        db_comment="Instant of the answer, UTC",
                        db_default=common.db.expressions.UtcNow(),
                        default=common.clock.now,
                        help_text="Instant of the answer, UTC",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        db_column="ExpiresAt",
                        db_comment="Afterwards served only while the register is unavailable, flagged stale",
                        help_text="Afterwards served only while the register is unavailable, flagged stale",
                    ),
                ),
                (
                    "hit_count",
                    models.IntegerField(
                        db_column="HitCount",
                        db_comment="How often the row answered a search",
                        db_default=0,
                        default=0,
                        help_text="How often the row answered a search",
                    ),
                ),
                (
                    "last_hit_at",
                    models.DateTimeField(
                        blank=True,
                        db_column="LastHitAt",
                        db_comment="Instant it answered last",
                        help_text="Instant it answered last",
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
                "verbose_name": "ABR search",
                "verbose_name_plural": "ABR searches",
                "db_table": "cache.ABRSearch",
                "db_table_comment": "Answers of the Australian Business Register; holds nothing about who searched.",
                "indexes": [
                    common.db.indexes.Index(
                        condition=models.Q(("abn__isnull", False)),
                        fields=["abn"],
                        name="IX_ABRSearch_ABN",
                    ),
                    common.db.indexes.Index(
                        condition=models.Q(("acn__isnull", False)),
                        fields=["acn"],
                        name="IX_ABRSearch_ACN",
                    ),
                    common.db.indexes.Index(fields=["expires_at"], name="IX_ABRSearch_ExpiresAt"),
                    common.db.indexes.Index(fields=["fetched_at"], name="IX_ABRSearch_FetchedAt"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("search_type", "search_value", "result_index"),
                        name="UQ_ABRSearch_SearchType_SearchValue_ResultIndex",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("search_type__in", ("ABN", "ACN", "Name"))),
                        name="CK_ABRSearch_SearchType",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result_index__gte", 0)),
                        name="CK_ABRSearch_ResultIndex",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("abn__isnull", True), ("abn__digits", 11), _connector="OR"),
                        name="CK_ABRSearch_ABN",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("acn__isnull", True), ("acn__digits", 9), _connector="OR"),
                        name="CK_ABRSearch_ACN",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("abn_status__isnull", True),
                            ("abn_status__in", ("active", "cancelled")),
                            _connector="OR",
                        ),
                        name="CK_ABRSearch_ABNStatus",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name_type__isnull", True),
                            ("name_type__in", ("entity", "business")),
                            _connector="OR",
                        ),
                        name="CK_ABRSearch_NameType",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_negative", False),
                            models.Q(("abn__isnull", True), ("result_index", 0)),
                            _connector="OR",
                        ),
                        name="CK_ABRSearch_Negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("fetched_at"))),
                        name="CK_ABRSearch_ExpiresAt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hit_count__gte", 0)),
                        name="CK_ABRSearch_HitCount",
                    ),
                ],
            },
        ),
    ]
