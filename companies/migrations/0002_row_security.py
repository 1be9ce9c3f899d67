"""Row-level security of the tenant tables of dbo.

Requirement: DB-3.2
"""

from django.db import migrations

from common.db.row_security import membership_function, protect_rows, protected


class Migration(migrations.Migration):
    dependencies = [
        ("companies", "0001_initial"),
        ("accounts", "0003_tokens_and_industries"),
        ("invitations", "0001_initial"),
    ]

    operations = [
        membership_function(),
        protect_rows(
            [
                protected("dbo.UserCompany", "membership", "BIZ"),
                protected("dbo.Company", "own_company", "BIZ"),
                protected("dbo.CompanyCustomerDetails", "company", "BIZ"),
                protected("dbo.CompanyBillingDetails", "company", "BIZ"),
                protected("dbo.CompanyOrganizerDetails", "company", "BIZ"),
                protected("dbo.CompanyRelationship", "relationship", "BIZ"),
                protected("dbo.CompanySwitchRequest", "request", "BIZ"),
                protected("dbo.UserInvitation", "company", "BIZ"),
                protected("dbo.UserIndustry", "person", "BIZ"),
            ]
        ),
    ]
