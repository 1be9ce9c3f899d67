"""The policy register and what follows it (database.md section 3)."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.conf import settings as project
from django.core.management import CommandError, call_command

from auditing.tasks import back_up
from common import clock
from common.backup.policy import REGISTER, SCHEMA_ORDER, due_schemas, policy_table
from common.backup.sets import remove_expired, set_paths
from common.db.schemas import SCHEMAS


def test_the_register_is_the_specified_one() -> None:
    """database.md 3: priority and frequency of each schema, and the order of restoring."""
    assert SCHEMA_ORDER == ("ref", "config", "dbo", "audit", "log", "cache", "django")
    assert set(SCHEMA_ORDER) == set(SCHEMAS)
    assert {each.schema: (each.priority, each.frequency.total_seconds() / 3600) for each in REGISTER[:6]} == {
        "dbo": ("critical", 1),
        "ref": ("medium", 24),
        "config": ("high", 24),
        "log": ("medium", 168),
        "audit": ("critical", 1),
        "cache": ("low", 168),
    }


def test_the_document_holds_the_register() -> None:
    text = (Path(project.BASE_DIR) / "docs" / "backup.md").read_text(encoding="utf-8")
    assert text.split("<!-- policy -->\n")[1].split("<!-- /policy -->")[0] == policy_table()


def test_the_schedule_asks_every_hour_and_drills_every_week() -> None:
    entries = {entry["task"]: entry["schedule"] for entry in project.CELERY_BEAT_SCHEDULE.values()}
    assert (entries["auditing.back_up"].hour, entries["auditing.back_up"].minute) == (set(range(24)), {10})
    assert entries["auditing.restore_drill"].day_of_week == {0}


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0.5, ()),
        (0.95, ("dbo", "audit")),
        (24, ("ref", "config", "dbo", "audit")),
        (168, SCHEMA_ORDER),
    ],
)
def test_what_is_due(hours: float, expected: tuple[str, ...]) -> None:
    now = clock.now()
    last = dict.fromkeys(SCHEMA_ORDER, now - timedelta(hours=hours))
    assert due_schemas(last, now) == expected


def test_without_any_dump_everything_is_due() -> None:
    assert due_schemas({}, clock.now()) == SCHEMA_ORDER


def test_expired_sets_go_but_never_the_last_of_a_schema(fake_set: Callable[..., Path], directory: Path) -> None:
    now = clock.now()
    days = {name: now - timedelta(days=age) for name, age in {"ancient": 90, "old": 40, "recent": 20, "new": 1}.items()}
    ancient, old = fake_set(days["ancient"]), fake_set(days["old"])
    partial = fake_set(days["recent"], ("dbo", "audit"))
    new = fake_set(days["new"], ("dbo",))
    assert sorted(remove_expired(now)) == sorted([ancient.name])
    assert {path.name for path in set_paths()} == {old.name, partial.name, new.name}
    newest = fake_set(now, ("dbo", "audit"))
    assert remove_expired(now) == [partial.name]
    assert {path.name for path in set_paths()} == {old.name, new.name, newest.name}
    assert not list(directory.glob(".*.part"))


def test_a_job_with_nothing_due_takes_nothing(fake_set: Callable[..., Path], db: Any) -> None:
    fake_set(clock.now())
    assert back_up() is None
    out = io.StringIO()
    call_command("backup", due=True, stdout=out)
    assert out.getvalue() == "no schema is due\n"


@mock.patch("auditing.management.commands.backup.is_supported", return_value=False)
@mock.patch("auditing.management.commands.restore_drill.is_supported", return_value=False)
def test_sql_server_is_told_what_to_do_and_nothing_is_pretended(*_: Any) -> None:
    out = io.StringIO()
    with pytest.raises(CommandError, match="nothing was backed up"):
        call_command("backup", stdout=out)
    assert "BACKUP LOG [" in out.getvalue()
    with pytest.raises(CommandError, match="nothing was restored"):
        call_command("restore_drill")
    assert not set_paths()


def test_the_command_prints_the_register() -> None:
    out = io.StringIO()
    call_command("backup", policy=True, stdout=out)
    assert out.getvalue() == policy_table()
