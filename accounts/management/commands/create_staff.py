"""``manage.py create_staff``: the first system administrator (PM-4)."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rest_framework.exceptions import ValidationError

from accounts.selectors import find_by_email
from accounts.services.people import role_code
from accounts.services.staff_accounts import create_staff
from common.actors import system_actor
from common.api.fields import EmailField, TextField
from common.context import RequestContext, bind
from common.problems import Problem

ENVIRONMENT = "EVENTLEAD_STAFF_PASSWORD"


class Command(BaseCommand):
    """Makes a verified system administrator; the command line, which others can read, never holds the password."""

    help = (
        "Create a system administrator. Only for people who run the server. The password is asked for, or read from "
        f"standard input (--password-stdin), or from the environment variable {ENVIRONMENT} (--password-env)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--first-name", required=True)
        parser.add_argument("--last-name", required=True)
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
        source.add_argument("--password-env", action="store_true", help=f"read it from {ENVIRONMENT}")

    def handle(self, *args: Any, **options: Any) -> None:
        email = _checked(EmailField(), "--email", options["email"])
        names = {
            name: _checked(TextField(max_length=100), f"--{name.replace('_', '-')}", options[name])
            for name in ("first_name", "last_name")
        }
        # Before the password is asked for; the service looks again, under its lock.
        _refuse_known(email)
        password = _password(options["password_stdin"], options["password_env"])
        try:
            with bind(RequestContext(method="COMMAND", path="create_staff")):
                user = create_staff(email=email, password=password, actor=system_actor("create_staff"), **names)
        except Problem as problem:
            if problem.code == "ACCOUNT_EXISTS":
                _refuse_known(email)
            reasons = [error.message for error in problem.errors] or [problem.detail]
            raise CommandError(" ".join(reasons)) from problem
        self.stdout.write(f"{user.email} is a system administrator now; log in at /backoffice/")


def _checked(field: Any, option: str, text: str) -> str:
    try:
        return str(field.run_validation(text))
    except ValidationError as error:
        reasons = " ".join(str(reason) for reason in error.detail)
        raise CommandError(f"{option} {text!r}: {reasons}") from error


def _refuse_known(email: str) -> None:
    user = find_by_email(email)
    if user is None:
        return
    if role_code(user) == "system_admin":
        raise CommandError(f"{email} is a system administrator already. Nothing was changed.")
    raise CommandError(
        f"{email} has an account already. Nothing was changed. Name another address, or let a system administrator "
        "give this account the role at /backoffice/, under Users."
    )


def _password(is_on_stdin: bool, is_in_environment: bool) -> str:
    if is_on_stdin:
        return _given(sys.stdin.readline().rstrip("\r\n"), "Standard input holds no password.")
    if is_in_environment:
        return _given(os.environ.get(ENVIRONMENT, ""), f"The environment variable {ENVIRONMENT} is not set or empty.")
    if not sys.stdin.isatty():
        raise CommandError("There is no terminal to ask for the password. Use --password-stdin or --password-env.")
    first = _given(getpass.getpass("Password: "), "No password was typed.")
    if first != getpass.getpass("Once more: "):
        raise CommandError("The two passwords differ. Nothing was changed.")
    return first


def _given(password: str, missing: str) -> str:
    if not password:
        raise CommandError(missing)
    return password
