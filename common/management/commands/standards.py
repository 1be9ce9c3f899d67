"""``manage.py standards``: the fifty rules of the database against catalogue, models, migrations and seeds."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections

from common.standards.checking import check
from common.standards.context import Context
from common.standards.rendering import as_json, as_table


class Command(BaseCommand):
    help = "Check the database standards; exit status 1 on a violation or a stale exemption."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument("--warn-medium", action="store_true", help="findings of medium rules do not fail the run")
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, choices=tuple(connections))

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if getattr(connection, "is_babelfish", False):
            raise CommandError(
                "the catalogue of Babelfish cannot tell; check the standards on SQL Server or PostgreSQL"
            )
        report = check(Context.of(connection))
        self.stdout.write(as_json(report) if options["format"] == "json" else as_table(report))
        if not report.is_clean(warn_medium=options["warn_medium"]):
            raise CommandError("the database breaks its standards", returncode=1)
