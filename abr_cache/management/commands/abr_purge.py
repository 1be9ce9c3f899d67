"""manage.py abr_purge: delete register answers that the register has withdrawn (abr.md section 3, terms)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from abr_cache.services import purge
from common.actors import system_actor
from common.problems import ValidationFailed


class Command(BaseCommand):
    help = "Delete all cached rows with an ABN or ACN, or all expired rows, and list the companies that hold it."

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--abn")
        what.add_argument("--acn")
        what.add_argument("--expired", action="store_true", help="delete expired rows only")
        parser.add_argument("--reason", default="withdrawn by the register")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            result = purge(
                abn=options["abn"],
                acn=options["acn"],
                expired_only=options["expired"],
                actor=system_actor("abr_purge"),
                reason=options["reason"],
            )
        except ValidationFailed as failure:
            raise CommandError(" ".join(error.message for error in failure.errors)) from failure
        self.stdout.write(f"deleted rows: {result.deleted_rows}")
        if result.held_rows:
            self.stdout.write(f"rows kept under a legal hold: {result.held_rows}")
        ids = ", ".join(str(company_id) for company_id in result.affected_company_ids)
        self.stdout.write(f"companies that hold it: {ids or 'none'}")
