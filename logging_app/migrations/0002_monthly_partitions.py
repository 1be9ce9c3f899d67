"""Months of requests, authentication events and errors as partitions on PostgreSQL.

Requirement: DB-9.18
"""

from django.db import migrations

from common.db.month_tables import month_functions, partition_by_month

PARTITIONED = ("ApiRequest", "AuthEvent", "ApplicationError")


class Migration(migrations.Migration):
    dependencies = [("logging_app", "0001_initial")]

    operations = [month_functions(), *(partition_by_month(table) for table in PARTITIONED)]
