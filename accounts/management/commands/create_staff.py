"""``manage.py create_staff``: the first system administrator (PM-4)."""

from __future__ import annotations

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rest_framework.exceptions import ValidationError

from accounts.services.staff_accounts import create_staff
from common.actors import system_actor
from common.api.fields import EmailField
from common.context import RequestContext, bind
from common.problems import Problem


class Command(BaseCommand):
    """Makes a verified system administrator; the password is asked for, or read from standard input."""

    help = "Create a system administrator. Only for people who run the server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", required=True)
        parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        email = _address(options["email"])
        names = {name: options[name].strip() for name in ("first_name", "last_name")}
        if not all(0 < len(name) <= 100 for name in names.values()):
            raise CommandError("first and last name need 1 to 100 characters")
        try:
            with bind(RequestContext(method="COMMAND", path="create_staff")):
                user = create_staff(
                    email=email,
                    password=_password(options["password_stdin"]),
                    actor=system_actor("create_staff"),
                    **names,
                )
        except Problem as problem:
            reasons = [error.message for error in problem.errors] or [problem.detail]
            raise CommandError(" ".join(reasons)) from problem
        self.stdout.write(f"{user.email} is a system administrator now; log in at /backoffice/")


def _address(text: str) -> str:
    try:
        return str(EmailField().run_validation(text))
    except ValidationError as error:
        raise CommandError(f"{text!r} is not a valid e-mail address. Example: name@company.example") from error


def _password(from_stdin: bool) -> str:
    """The password never stands on the command line, where every process of the machine can read it."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise CommandError("The two passwords differ.")
    return first
