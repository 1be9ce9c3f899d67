"""Load the seed files of schema ref.

Requirement: DB-10
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

from common.seeding import load, seed_set


def load_seeds(apps: Any, schema_editor: Any) -> None:
    load([seed_set("reference")], get_model=apps.get_model, using=schema_editor.connection.alias)


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_initial")]

    # Backwards the rows stay: the tables go with the step before, and other rows may refer to them until then.
    operations = [migrations.RunPython(load_seeds, migrations.RunPython.noop)]
