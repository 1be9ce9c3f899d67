"""manage.py register_watch: ask the business register again about companies, and print what it says (CO-3)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from common.actors import system_actor
from common.problems import Problem
from companies.services.register_answers import Finding
from companies.services.register_watch import Watch, watch_company, watch_register


class Command(BaseCommand):
    help = "Ask the register about the companies whose turn it is, or about one company."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--company", type=int, metavar="ID", help="this company only, whatever its age")
        parser.add_argument("--dry-run", action="store_true", help="say what would be recorded, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        company_id, is_dry_run = options["company"], options["dry_run"]
        if company_id is None:
            watch = watch_register(is_dry_run=is_dry_run)
        else:
            watch = Watch((self._one(company_id, is_dry_run=is_dry_run),))
        for finding in watch.findings:
            self.stdout.write(" ".join((f"company {finding.company_id}: {finding.result}.", *finding.changes)))
        changed = sum(finding.is_change for finding in watch.findings)
        ending = "would change: {} (dry run, nothing is written)" if is_dry_run else "changed: {}"
        self.stdout.write(f"asked: {len(watch.findings)}, {ending.format(changed)}")
        if watch.is_stopped:
            self.stdout.write("stopped early: the register is away or the time is over; the next run goes on")

    def _one(self, company_id: int, *, is_dry_run: bool) -> Finding:
        try:
            return watch_company(company_id, actor=system_actor("register_watch"), is_dry_run=is_dry_run)
        except Problem as problem:
            raise CommandError(f"There is no company {company_id} with an ABN.") from problem
