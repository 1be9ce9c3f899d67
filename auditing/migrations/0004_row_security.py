"""Row-level security of the trails of audit that name a company.

Requirement: DB-3.2
"""

from django.db import migrations

from common.db.row_security import protect_rows, protected


class Migration(migrations.Migration):
    dependencies = [("auditing", "0003_append_only")]

    operations = [
        protect_rows(
            [
                protected("audit.ActivityLog", "trail", "AUDIT", has_user=True),
                protected("audit.Role", "trail", "AUDIT", label="AuditRole", has_user=True),
                protected("audit.Company", "trail", "AUDIT", label="AuditCompany"),
                protected("audit.UserCompany", "trail", "AUDIT", label="AuditUserCompany", has_user=True),
                protected("audit.CompanyValidationRule", "trail", "AUDIT", label="AuditCompanyValidationRule"),
            ]
        )
    ]
