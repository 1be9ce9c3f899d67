"""``manage.py grants``: apply, check or show the role matrix (S47)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from common.db.grants import grant_statements


class Command(BaseCommand):
    help = "Apply the role matrix to the database, compare it with the database, or show it as SQL."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        action = parser.add_mutually_exclusive_group(required=True)
        action.add_argument("--apply", action="store_true", help="grant what is missing, revoke what is not declared")
        action.add_argument("--check", action="store_true", help="exit 1 when the database differs from the matrix")
        action.add_argument("--show", action="store_true", help="write the statements of the declared tables")
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, choices=tuple(connections))

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if options["show"]:
            vendor = "mssql" if connection.vendor == "microsoft" else "postgresql"
            self.stdout.write("".join(f"{statement};\n" for statement in grant_statements(vendor)))
        elif connection.vendor != "postgresql":
            self._handle_microsoft(connection, is_apply=options["apply"])
        elif options["apply"]:
            self._apply(connection)
        else:
            self._check(connection)

    def _handle_microsoft(self, connection: Any, *, is_apply: bool) -> None:
        """Create roles and grant, both as often as one likes; nothing is revoked."""
        if not is_apply:
            raise CommandError("on SQL Server `manage.py standards` compares the grants with the matrix (S47)")
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in grant_statements("mssql"):
                cursor.execute(statement)
        self.stdout.write("roles exist and have what the matrix says; SQL Server keeps what it was granted besides")

    def _apply(self, connection: Any) -> None:
        from common.db.postgresql import grants

        try:
            changed = grants.apply(connection)
        except grants.MissingRolesError as error:
            raise CommandError(str(error)) from error
        for line in changed.lines():
            self.stdout.write(line)
        self.stdout.write("grants changed" if changed else "grants are as declared")

    def _check(self, connection: Any) -> None:
        from common.db.postgresql import grants

        difference = grants.compare(connection)
        for line in difference.lines():
            self.stderr.write(line)
        if difference:
            raise CommandError("the grants of the database differ from the declared matrix", returncode=1)
        self.stdout.write("grants are as declared")
