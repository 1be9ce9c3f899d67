"""Second factor in the snapshots of people and companies.

Requirement: DB-6.5
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("auditing", "0004_row_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="auditcompany",
            name="is_second_factor_required",
            field=models.BooleanField(
                db_column="IsSecondFactorRequired",
                db_comment="Only sessions with a second factor may work in the company",
                default=False,
                help_text="Only sessions with a second factor may work in the company",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="audituser",
            name="second_factor_since",
            field=models.DateTimeField(
                blank=True,
                db_column="SecondFactorSince",
                db_comment="Log-in by password asks for a second factor since; null = it does not",
                help_text="Log-in by password asks for a second factor since; null = it does not",
                null=True,
            ),
        ),
    ]
