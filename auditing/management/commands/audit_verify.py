"""``manage.py audit_verify [--chain KEY]``: verify the hash chains of the activity log (AU-1)."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from auditing.services.chain import verify


class Command(BaseCommand):
    help = "Verify the hash chains of the activity log; names the first bad row of each chain and exits with 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--chain", type=int, metavar="KEY", help="one chain: a CompanyID, or 0 for the platform's")

    def handle(self, *args: Any, **options: Any) -> None:
        chains = rows = broken = 0
        for report in verify(options["chain"], self._progress):
            chains, rows = chains + 1, rows + report.rows
            if report.bad_row is not None:
                broken += 1
                self.stderr.write(f"broken: {report.bad_row}")
        summary = f"{rows} rows in {chains} chains verified"
        if broken:
            self.stderr.write(f"{summary}; {broken} chains are broken")
            sys.exit(1)
        self.stdout.write(f"{summary}; all intact")

    def _progress(self, chain_key: int, rows: int) -> None:
        self.stdout.write(f"chain {chain_key}: {rows} rows …")
