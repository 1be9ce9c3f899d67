"""Room for Argon2id in dbo.UserRecoveryCode; codes from before stay, and log their owners in as they did.

Backwards the codes kept by Argon2id are removed: the release before cannot read them, and their owners make new ones.

Requirement: DB-6.1
"""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

_FORMER_LENGTH = 64


def remove_longer(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("accounts", "UserRecoveryCode").objects.using(schema_editor.connection.alias)
    rows.filter(code_hash__length__gt=_FORMER_LENGTH).delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_second_factor")]

    operations = [
        migrations.RemoveConstraint(model_name="userrecoverycode", name="CK_UserRecoveryCode_CodeHash"),
        migrations.AlterField(
            model_name="userrecoverycode",
            name="code_hash",
            field=models.CharField(
                db_column="CodeHash",
                db_comment="Argon2id of the code, all of a set with one salt; older ones a keyed SHA-256, hex",
                help_text="Argon2id of the code, all of a set with one salt; older ones a keyed SHA-256, hex",
                max_length=255,
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, remove_longer),
        migrations.AddConstraint(
            model_name="userrecoverycode",
            constraint=models.CheckConstraint(
                condition=models.Q(("code_hash__length__gte", 64)), name="CK_UserRecoveryCode_CodeHash"
            ),
        ),
    ]
