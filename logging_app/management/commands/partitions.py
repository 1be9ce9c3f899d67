"""``manage.py partitions``: months of the log tables (database.md section 9, point 18)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.template.defaultfilters import filesizeformat

from logging_app.selectors import partitions
from logging_app.services.partitions import MONTHS_AHEAD, ensure_months


class Command(BaseCommand):
    help = "List the partitions of the log tables with estimated rows and size; --ensure makes missing months first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--ensure", action="store_true", help=f"make this month and the next {MONTHS_AHEAD} where they are missing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            self.stdout.write("This database partitions nothing: old log rows are deleted in batches.")
            return
        for made in ensure_months() if options["ensure"] else ():
            self.stdout.write(f"made {made}")
        self.stdout.write(f"{'table':<22} {'month':<8} {'rows (about)':>12} {'size':>10}")
        for part in partitions():
            month = f"{part.month:%Y-%m}" if part.month else "default"
            size = filesizeformat(part.size_bytes).replace("\xa0", " ")
            self.stdout.write(f"{part.table:<22} {month:<8} {part.rows:>12,} {size:>10}")
