"""``manage.py backup``: dump schemas by the policy register (database.md section 3)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.template.defaultfilters import filesizeformat

from auditing.services.backups import BackupResult, back_up, back_up_due, is_supported
from common.actors import system_actor
from common.backup.errors import BackupFailed
from common.backup.policy import SCHEMA_ORDER, policy_table
from common.backup.sealing import unseal
from common.backup.sqlserver import backup_script


class Command(BaseCommand):
    help = "Back up all schemas, some of them, or those that are due, into a new set under BACKUP_DIR."

    def add_arguments(self, parser: CommandParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--schema", action="append", choices=SCHEMA_ORDER, help="this schema; may be repeated")
        choice.add_argument("--due", action="store_true", help="only schemas whose last dump is too old")
        choice.add_argument("--policy", action="store_true", help="show the policy register and back up nothing")
        choice.add_argument("--unseal", type=Path, metavar="FILE", help="decrypt this dump into --output")
        parser.add_argument("--output", type=Path, help="file --unseal writes; it must not exist")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["policy"]:
            self.stdout.write(policy_table())
            return
        if options["unseal"]:
            self._unseal(options["unseal"], options["output"])
            return
        if not is_supported():
            self.stdout.write(backup_script(str(connection.settings_dict["NAME"])))
            raise CommandError(
                "nothing was backed up: SQL Server dumps no single schemas. Have an administrator schedule the "
                "statements above; docs/backup.md says how."
            )
        actor = system_actor("manage.py backup")
        try:
            result = back_up_due(actor) if options["due"] else back_up(options["schema"] or SCHEMA_ORDER, actor)
        except BackupFailed as error:
            raise CommandError(str(error)) from error
        if result is None:
            self.stdout.write("no schema is due")
        else:
            self._report(result)

    def _unseal(self, source: Path, target: Path | None) -> None:
        if target is None or not settings.BACKUP_ENCRYPTION_KEY:
            raise CommandError("--unseal needs --output, and BACKUP_ENCRYPTION_KEY set to the key of the dump")
        try:
            with source.open("rb") as sealed, target.open("xb") as plain:
                target.chmod(0o600)
                unseal(sealed, plain, settings.BACKUP_ENCRYPTION_KEY, source.name.removesuffix(".dump.sealed"))
        except OSError as error:
            raise CommandError(str(error)) from error
        except BackupFailed as error:
            target.unlink()  # what came out so far is worth nothing
            raise CommandError(str(error)) from error
        self.stdout.write(f"wrote {target}")

    def _report(self, result: BackupResult) -> None:
        backup = result.backup
        for schema in backup.schemas:
            entry = backup.manifest["schemas"][schema]
            rows = sum(table["rows"] for table in entry["tables"].values())
            size = filesizeformat(entry["bytes"]).replace("\xa0", " ")
            self.stdout.write(f"{schema:<8} {len(entry['tables']):>3} tables {rows:>10,} rows {size:>10}")
        how = "encrypted" if backup.is_encrypted else "not encrypted: BACKUP_ENCRYPTION_KEY is not set"
        self.stdout.write(f"set {backup.name} ({how})")
        for name in result.removed:
            self.stdout.write(f"removed the expired set {name}")
