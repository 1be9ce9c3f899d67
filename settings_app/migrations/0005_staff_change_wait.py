"""Setting of changes of address that staff start.

Requirement: DB-10
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

from common.seeding import load, seed_set


def load_seeds(apps: Any, schema_editor: Any) -> None:
    load([seed_set("settings_app")], get_model=apps.get_model, using=schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("settings_app", "0004_account_settings")]

    # Backwards the rows stay: code that does not know them does not ask for them.
    operations = [migrations.RunPython(load_seeds, migrations.RunPython.noop)]
