"""Changes of address that staff start for somebody who lost the old mailbox.

Requirement: DB-6.1
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import common.db.indexes


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_recovery_code_hashes"),
    ]

    operations = [
        migrations.AddField(
            model_name="useremailchangetoken",
            name="effective_from",
            field=models.DateTimeField(
                blank=True,
                db_column="EffectiveFrom",
                db_comment="Started by staff: not made before this",
                help_text="Started by staff: not made before this",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="useremailchangetoken",
            name="started_by_user",
            field=models.ForeignKey(
                blank=True,
                db_column="StartedByUserID",
                db_comment="Who of staff started it; null: its owner did",
                db_index=False,
                help_text="Who of staff started it; null: its owner did",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="useremailchangetoken",
            index=common.db.indexes.Index(fields=["started_by_user"], name="IX_UserEmailChangeToken_StartedByUserID"),
        ),
        migrations.AddConstraint(
            model_name="useremailchangetoken",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("started_by_user__isnull", True), ("effective_from__isnull", True)),
                    models.Q(("started_by_user__isnull", False), ("effective_from__isnull", False)),
                    _connector="OR",
                ),
                name="CK_UserEmailChangeToken_ByStaff",
            ),
        ),
    ]
