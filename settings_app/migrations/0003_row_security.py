"""Row-level security of the tenant table of config.

Requirement: DB-3.2
"""

from django.db import migrations

from common.db.row_security import protect_rows, protected


class Migration(migrations.Migration):
    dependencies = [("settings_app", "0002_seed")]

    operations = [protect_rows([protected("config.CompanyValidationRule", "company", "CONFIG")])]
