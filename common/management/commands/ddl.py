"""``manage.py ddl --vendor mssql``: the whole schema as SQL text, written without a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from common.db.ddl import VENDORS, script


class Command(BaseCommand):
    help = "Write schemas, tables, constraints, indexes, own SQL and grants as a script for one vendor."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--vendor", choices=VENDORS, default="postgresql", help="database to write for")
        parser.add_argument("--output", type=Path, help="file to write; standard output otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        text = script(options["vendor"])
        output: Path | None = options["output"]
        if output is None:
            self.stdout.write(text)
            return
        output.write_text(text, encoding="utf-8")
        self.stderr.write(f"{output}: {len(text.splitlines())} lines")
