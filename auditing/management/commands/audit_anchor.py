"""``manage.py audit_anchor``: record the heads of the hash chains now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from auditing.services.anchors import write_anchors


class Command(BaseCommand):
    help = "Anchor the head of every chain of the activity log that grew since its last anchor."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{write_anchors('manual')} chains anchored")
