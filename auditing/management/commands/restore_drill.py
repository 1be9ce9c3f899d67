"""``manage.py restore_drill``: prove that the newest full backup restores (database.md section 3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from auditing.services.backups import DrillReport, back_up, is_supported, newest_full_set, restore_drill
from common.actors import system_actor
from common.backup.errors import BackupFailed
from common.backup.policy import policy_of


class Command(BaseCommand):
    help = (
        "Restore the newest full set into a scratch database, compare rows and checksums with its manifest, verify "
        "the audit trail and report RPO and RTO. Where no full set exists, one is taken first."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--set", dest="name", help="the set to restore instead of the newest full one")
        parser.add_argument("--fresh", action="store_true", help="take a full backup first in any case")

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_supported():
            raise CommandError("nothing was restored: drills of SQL Server are RESTORE DATABASE, see docs/backup.md")
        actor = system_actor("manage.py restore_drill")
        try:
            if options["fresh"] or (options["name"] is None and newest_full_set() is None):
                taken = back_up(actor=actor).backup
                self.stdout.write(f"took a full backup: {taken.name}")
            report = restore_drill(options["name"], actor)
        except BackupFailed as error:
            raise CommandError(f"the restore drill failed: {error}") from error
        self._show(report)

    def _show(self, report: DrillReport) -> None:
        backup = report.backup
        self.stdout.write(f"restored {backup.name}: {', '.join(backup.schemas)}")
        self.stdout.write(
            f"{report.tables} tables, {backup.rows:,} rows: counts and checksums are those of the manifest"
        )
        self.stdout.write(f"{report.chains} audit chains, {report.chain_rows:,} rows: verified")
        self.stdout.write(f"RPO {_in_words(report.rpo)} (age of the restored data)")
        self.stdout.write(
            f"RTO {_in_words(report.rto)} (until the database stood); checks took {_in_words(report.verification)}"
        )
        for schema, age in report.age_by_schema.items():
            late = "" if age <= policy_of(schema).frequency else "  OVERDUE"
            self.stdout.write(f"  {schema:<8} newest dump {_in_words(age)} old{late}")
        self.stdout.write("restore drill passed")


def _in_words(duration: timedelta) -> str:
    seconds = duration.total_seconds()
    return f"{seconds:.1f} s" if seconds < 120 else str(timedelta(seconds=round(seconds)))
