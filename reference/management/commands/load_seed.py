"""``manage.py load_seed``: bring lookups, settings and rules up to the seed files (database.md section 10)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from common.seeding import SeedRefused, load, seed_sets


class Command(BaseCommand):
    help = "Load the seed files of all apps by natural key; what people have changed stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only check the files, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reports = load(seed_sets(), check_only=options["check"])
        except SeedRefused as refused:
            raise CommandError(str(refused)) from refused
        for report in reports:
            if options["check"]:
                self.stdout.write(f"{report.table}: {report.rows} rows")
            else:
                self.stdout.write(
                    f"{report.table}: {report.rows} rows, {report.inserted} inserted, "
                    f"{report.updated} updated, {report.kept} left as people changed them"
                )
        self.stdout.write(f"{sum(report.rows for report in reports)} rows in {len(reports)} files")
