"""Foreign key of ChangedByUserID on every history table; the ORM knows the column as a plain integer.

Requirement: DB-6.5
"""

from django.db import migrations

from common.db.operations import AddForeignKeyConstraint

HISTORY_MODELS = (
    "AuditUser",
    "AuditCompany",
    "AuditUserCompany",
    "AuditAppSetting",
    "AuditValidationRule",
    "AuditCompanyValidationRule",
    "AuditCountry",
    "AuditLanguage",
    "AuditIndustry",
    "AuditCustomerTier",
)


class Migration(migrations.Migration):
    dependencies = [("auditing", "0001_initial")]

    operations = [AddForeignKeyConstraint(name, "history_user_id", "accounts.User") for name in HISTORY_MODELS]
