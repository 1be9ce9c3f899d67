"""``manage.py docs``: write the generated documents, or compare them with the committed files."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from common.documentation.generated import drift, generated_documents

_SHOWN_LINES = 40


class Command(BaseCommand):
    help = "Write data dictionary, diagrams, standards report, permissions and settings under docs/."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a committed file differs")
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, choices=tuple(connections))

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError("the database is not up to date; run `manage.py migrate` first")
        root = Path(settings.BASE_DIR)
        documents = generated_documents(connection, root)
        changed = drift(documents, root)
        if options["check"]:
            self._compare(documents, changed, root)
        else:
            self._write(documents, changed, root)

    def _write(self, documents: dict[str, str], changed: list[str], root: Path) -> None:
        for name in changed:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(documents[name], encoding="utf-8")
            self.stdout.write(f"wrote {name}")
        self.stdout.write(f"{len(documents)} documents, {len(changed)} changed")

    def _compare(self, documents: dict[str, str], changed: list[str], root: Path) -> None:
        for name in changed:
            path = root / name
            committed = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
            lines = difflib.unified_diff(committed, documents[name].splitlines(), name, "database", lineterm="", n=1)
            for line in list(lines)[:_SHOWN_LINES]:
                self.stderr.write(line)
        if changed:
            raise CommandError(f"{len(changed)} documents have drifted; `make docs` writes them", returncode=1)
        self.stdout.write(f"{len(documents)} documents are in step")
