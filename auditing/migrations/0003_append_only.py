"""Triggers that refuse every change of audit rows but retention and erasure.

Requirement: DB-6.5
"""

from django.db import migrations

from common.db.append_only import append_only, refuse_change_function

PURGED = ("ActivityLog",)
SNAPSHOTS = (
    "User",
    "Company",
    "UserCompany",
    "AppSetting",
    "ValidationRule",
    "CompanyValidationRule",
    "Country",
    "Language",
    "Industry",
    "CustomerTier",
)
KEPT = ("LegalHold", "RetentionRun", "ChainAnchor")


class Migration(migrations.Migration):
    dependencies = [("auditing", "0002_snapshot_actors")]

    operations = [
        refuse_change_function(),
        *(append_only(f"audit.{name}", name) for name in PURGED),
        *(append_only(f"audit.{name}", f"Audit{name}") for name in ("Role", *SNAPSHOTS)),
        *(append_only(f"audit.{name}", name, is_purged=False) for name in KEPT),
    ]
