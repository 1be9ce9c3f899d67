"""Whether a company lets in sessions with a second factor only.

Requirement: DB-6.1
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0002_row_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="company",
            name="is_second_factor_required",
            field=models.BooleanField(
                db_column="IsSecondFactorRequired",
                db_comment="Only sessions with a second factor may work in the company",
                db_default=False,
                default=False,
                help_text="Only sessions with a second factor may work in the company",
            ),
        ),
    ]
