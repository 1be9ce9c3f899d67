"""The product's migrations: forward, back and forward again on an empty database (S39), and history tables."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from common.actors import system_actor
from common.history import change
from tests.db.bench import ALIAS

DROP_ORDER = (
    "admin",
    "invitations",
    "companies",
    "abr_cache",
    "auditing",
    "logging_app",
    "settings_app",
    "accounts",
    "reference",
)


@pytest.mark.slow
def test_migrations_forward_back_and_forward(scratch: Any) -> None:
    quiet: dict[str, Any] = {"database": ALIAS, "verbosity": 0}
    call_command("migrate", **quiet)
    tables = set(scratch.introspection.table_names())

    for label in DROP_ORDER:
        call_command("migrate", label, "zero", **quiet)
    left = set(scratch.introspection.table_names())
    assert {table for table in left if "." in table} == set()

    call_command("migrate", **quiet)
    assert set(scratch.introspection.table_names()) == tables


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    out = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert "No changes detected" in out.getvalue()


@pytest.mark.django_db
def test_history_goes_to_the_namesake_in_audit() -> None:
    """Snapshots of ref.Industry lie in audit.Industry, with reason and without actor for jobs."""
    from reference.models import Industry

    industry = Industry.objects.order_by("id").first()
    before = industry.history.count()
    with change(system_actor("test"), reason="renamed"):
        industry.industry_name = "Renamed"
        industry.save()

    snapshot = industry.history.first()
    assert industry.history.count() == before + 1
    assert (snapshot.industry_name, snapshot.history_type) == ("Renamed", "~")
    assert (snapshot.history_change_reason, snapshot.history_user_id) == ("renamed", None)
    with connection.cursor() as cursor:
        cursor.execute('SELECT "IndustryName" FROM "audit"."Industry" WHERE "AuditIndustryID" = %s', [snapshot.pk])
        assert cursor.fetchone() == ("Renamed",)
        cursor.execute('SELECT "IndustryName" FROM "ref"."Industry" WHERE "IndustryID" = %s', [industry.pk])
        assert cursor.fetchone() == ("Renamed",)
