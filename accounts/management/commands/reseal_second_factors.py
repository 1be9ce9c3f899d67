"""``manage.py reseal_second_factors``: seal the keys of authenticator apps with the present key (SF-9)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from accounts.services.second_factor_keys import reseal_all
from common.context import RequestContext, bind


class Command(BaseCommand):
    """Safe to run twice and while people log in."""

    help = (
        "Seal the keys of authenticator apps with SECOND_FACTOR_KEY where one of SECOND_FACTOR_OLD_KEYS sealed them. "
        "Recovery codes need no key."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with bind(RequestContext(method="COMMAND", path="reseal_second_factors")):
            done = reseal_all()
        self.stdout.write(f"{done.resealed} sealed anew, {done.current} were already")
        for user_id in done.lost:
            self.stdout.write(f"user {user_id}: sealed with a key that is not known here; reset their second factor")
