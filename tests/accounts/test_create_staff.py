"""Where ``manage.py create_staff`` takes its password from, and that it shows it nowhere (PM-4)."""

from __future__ import annotations

import getpass
import io
import logging
import sys
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from accounts.models import User
from tests.support.trail import footprint

pytestmark = pytest.mark.django_db
SECRET = "green lantern 92"
ENVIRONMENT = "EVENTLEAD_STAFF_PASSWORD"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run(*options: str, email: str = "ops@platform.example", first_name: str = "Olly") -> str:
    out = io.StringIO()
    names = ["--first-name", first_name, "--last-name", "Ops"]
    call_command("create_staff", "--email", email, *names, *options, stdout=out)
    return out.getvalue()


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    answers = iter(lines)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(answers))


def test_the_password_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, SECRET)
    run("--password-env")
    assert User.objects.get().check_password(SECRET)


def test_the_password_typed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, SECRET, SECRET)
    run()
    assert User.objects.get().check_password(SECRET)


@pytest.mark.parametrize(
    ("lines", "message"), [((SECRET, "green lantern 93"), "passwords differ"), (("",), "No password was typed")]
)
def test_typing_errors_change_nothing(
    monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], message: str, db: None
) -> None:
    type_in(monkeypatch, *lines)
    before = footprint()
    with pytest.raises(CommandError, match=message):
        run()
    assert footprint() == before


def test_without_a_terminal_the_ways_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    with pytest.raises(CommandError, match="--password-stdin or --password-env"):
        run()


def test_an_unset_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    with pytest.raises(CommandError, match=ENVIRONMENT):
        run("--password-env")


@pytest.mark.parametrize("name", ["", "x" * 101, "Ol\x00ly"])
def test_a_bad_name_is_refused_before_a_password_is_asked_for(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    type_in(monkeypatch)
    with pytest.raises(CommandError, match="--first-name"):
        run(first_name=name)


def test_no_log_row_or_output_holds_the_password(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(ENVIRONMENT, SECRET)
    with caplog.at_level(logging.DEBUG):
        output = run("--password-env")
    assert SECRET not in output
    assert SECRET not in caplog.text
    tables: list[Any] = [apps.get_model(label) for label in ("auditing.ActivityLog", "logging_app.AuthEvent")]
    rows = [str(list(model._base_manager.values())) for model in [*tables, User]]
    assert all(SECRET not in text for text in rows)
