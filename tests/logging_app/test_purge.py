"""Retention of log rows (RT-1 to RT-3, invariant 43)."""

from __future__ import annotations

import gzip
import hashlib
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from accounts.models import User
from auditing.models import ActivityLog, LegalHold, RetentionRun
from auditing.services import verify
from common import clock
from logging_app.models import ApiRequest, AuthEvent, EmailDelivery
from logging_app.services import purge
from logging_app.services.archive import ArchiveDamaged
from logging_app.tasks import purge_old_logs

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archives(settings: Any, tmp_path: Path) -> Path:
    settings.ARCHIVE_DIR = str(tmp_path / "archive")
    return tmp_path / "archive"


def event(days: int, user_id: int | None = None) -> AuthEvent:
    when = clock.now() - timedelta(days=days)
    return AuthEvent.objects.create(event_type="LOGIN_FAILED", is_success=False, user_id=user_id, created_date=when)


def phases(table: str = "log.AuthEvent") -> list[tuple[str, int, int, int]]:
    rows = RetentionRun.objects.filter(table_name=table).order_by("pk")
    return list(rows.values_list("phase", "rows_selected", "rows_held", "rows_deleted"))


def test_rt1_rows_older_than_90_days_go_and_newer_stay(archives: Path) -> None:
    old, new = event(91), event(89)
    ApiRequest.objects.create(
        request_id="r", method="GET", path="/", status_code=200, duration_ms=1, created_date=old.created_date
    )
    assert purge_old_logs() == 2
    assert list(AuthEvent.objects.all()) == [new]
    assert phases() == [("started", 0, 0, 0), ("completed", 1, 0, 1)]
    run = RetentionRun.objects.get(table_name="log.AuthEvent", phase="completed")
    archive = Path(run.archive_path or "")
    assert archive.parent == archives
    assert hashlib.sha256(archive.read_bytes()).hexdigest() == run.archive_checksum
    (line,) = gzip.decompress(archive.read_bytes()).decode().splitlines()
    assert json.loads(line)["AuthEventID"] == old.pk
    assert not list(archives.glob("*.deleting"))


def test_rt2_a_run_is_in_the_activity_log_and_a_second_one_does_nothing() -> None:
    event(91)
    purge_old_logs()
    row = ActivityLog.all_companies.get()
    assert (row.action, row.entity_type, row.actor_name) == ("RETENTION_RUN", "log.AuthEvent", "log retention")
    assert purge_old_logs() == 0
    assert ActivityLog.all_companies.count() == 1
    assert phases()[2:] == [("started", 0, 0, 0), ("completed", 0, 0, 0)]
    assert next(iter(verify())).bad_row is None


def hold(person: User, **values: Any) -> LegalHold:
    return LegalHold.objects.create(hold_name="Case 7", reason="Claim", placed_by_user=person, **values)


def test_rt3_a_legal_hold_keeps_its_rows_until_it_is_released(person: User) -> None:
    held, free = event(91, person.pk), event(91)
    placed = hold(person, user=person)
    assert purge_old_logs() == 1
    assert list(AuthEvent.objects.all()) == [held]
    assert phases()[-1] == ("completed", 2, 1, 1)
    LegalHold.objects.create(reason="Settled", placed_by_user=person, releases_legal_hold=placed)
    assert purge_old_logs() == 1
    assert free.pk not in AuthEvent.objects.values_list("pk", flat=True)
    assert not AuthEvent.objects.exists()


def test_rt3_holds_on_tables_and_periods(person: User) -> None:
    kept, gone = event(100), event(120)
    hold(person, table_name="log.AuthEvent", rows_from=clock.now() - timedelta(days=110))
    hold(person, table_name="log.ApiRequest")
    assert purge_old_logs() == 1
    assert list(AuthEvent.objects.all()) == [kept]
    assert gone.pk != kept.pk


def test_unsent_mail_stays() -> None:
    old = clock.now() - timedelta(days=100)
    for status in ("pending", "sending", "sent", "failed"):
        EmailDelivery.objects.create(
            email_type="welcome",
            template_data={},
            recipient_email="a@example.org",
            subject="x",
            status=status,
            created_date=old,
        )
    assert purge_old_logs() == 2
    assert set(EmailDelivery.objects.values_list("status", flat=True)) == {"pending", "sending"}


def test_rt2_an_interrupted_run_is_taken_up_without_loss_or_double_rows(archives: Path) -> None:
    event(91)
    with (
        mock.patch.object(purge._Purge, "_delete", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        purge.purge_logs()
    assert AuthEvent.objects.count() == 1
    assert len(list(archives.glob("*.deleting"))) == 1
    assert purge.purge_logs() == 1
    assert not AuthEvent.objects.exists()
    assert [path.name.split("-")[0] for path in archives.glob("*.gz*")] == ["log.AuthEvent"]


def test_rt2_nothing_is_deleted_when_the_archive_is_not_whole() -> None:
    event(91)
    with (
        mock.patch("logging_app.services.archive._keys", side_effect=lambda path: iter(())),
        pytest.raises(ArchiveDamaged),
    ):
        purge.purge_logs()
    assert AuthEvent.objects.count() == 1
    assert phases()[-1][0] == "failed"
