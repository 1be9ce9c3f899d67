"""Retention drops whole months of the log (RT-1 to RT-3; database.md section 9, point 18)."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from accounts.models import User
from auditing.models import LegalHold, RetentionRun
from common import clock
from common.db.partitions import create_month, instant, month_of
from logging_app.models import ApiRequest, AuthEvent
from logging_app.services import purge
from logging_app.services.purge import purge_logs
from tests.logging_app.months import TABLE, months, months_ago, request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archives(settings: Any, tmp_path: Path) -> Path:
    settings.ARCHIVE_DIR = str(tmp_path / "archive")
    return tmp_path / "archive"


def test_rt2_retention_archives_a_month_and_drops_it(archives: Path) -> None:
    old, older = months_ago(5), months_ago(6)
    keys = [request(instant(month) + timedelta(hours=n), f"/{n}").pk for month in (old, older) for n in range(3)]
    in_default = request(instant(months_ago(8)))
    create_month(TABLE, old)
    create_month(TABLE, older)
    assert purge_logs() == 7
    assert not {old, older} & set(months())
    run = RetentionRun.objects.get(table_name=TABLE, phase="completed")
    assert (run.rows_selected, run.rows_archived, run.rows_deleted, run.rows_held) == (7, 7, 7, 0)
    assert len(run.archive_checksum or "") == 64
    lines = gzip.decompress(Path(run.archive_path or "").read_bytes()).decode().splitlines()
    assert sorted(json.loads(line)["ApiRequestID"] for line in lines) == sorted([*keys, in_default.pk])
    assert not list(archives.glob("*.deleting"))


def test_rt3_a_held_row_keeps_its_month_and_the_others_leave_by_batches(person: User) -> None:
    month = months_ago(5)
    held, free = request(instant(month)), request(instant(month))
    ApiRequest.objects.filter(pk=held.pk).update(user=person)
    create_month(TABLE, month)
    placed = LegalHold.objects.create(hold_name="Case 7", reason="Claim", placed_by_user=person, user=person)
    assert purge_logs() == 1
    assert month in months()
    assert list(ApiRequest.objects.values_list("pk", flat=True)) == [held.pk]
    assert free.pk != held.pk
    LegalHold.objects.create(reason="Settled", placed_by_user=person, releases_legal_hold=placed)
    assert purge_logs() == 1
    assert month not in months()


def test_rt1_a_month_leaves_when_its_last_row_is_past_the_period() -> None:
    cutoff = clock.now() - timedelta(days=90)
    month = month_of(cutoff)
    row = request(instant(month))
    create_month(TABLE, month)
    event = AuthEvent.objects.create(event_type="LOGIN_FAILED", is_success=False, created_date=row.created_date)
    assert purge_logs() == (1 if event.created_date < cutoff else 0)
    assert ApiRequest.objects.get() == row


def test_a_row_that_came_after_the_archive_keeps_its_month(monkeypatch: pytest.MonkeyPatch) -> None:
    month = months_ago(5)
    request(instant(month))
    create_month(TABLE, month)
    write = purge.write_archive

    def write_and_insert(*arguments: Any) -> Any:
        archive = write(*arguments)
        request(instant(month), "/late")
        return archive

    monkeypatch.setattr(purge, "write_archive", write_and_insert)
    assert purge_logs() == 1
    assert [row.path for row in ApiRequest.objects.all()] == ["/late"]
    assert month in months()
