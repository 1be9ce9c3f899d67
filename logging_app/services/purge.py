"""Retention of schema log: rows past RETENTION_LOG_DAYS are archived, then removed (RT-1 to RT-3).

Why this loses nothing: a row is deleted only when its key stands in an archive file that was read back whole, when its
CreatedDate is before the cut-off of the run, and when no legal hold in force covers it at the moment of deletion. Whole
months are dropped when they hold as many rows as the archive has of them, and none on hold; all else goes in batches.
"""

from __future__ import annotations

import fcntl
import time
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from auditing.services.retention import Counts, Run, complete_run, fail_run, held_rows, start_run
from common import clock
from common.actors import Actor, system_actor
from logging_app.models import ApiRequest, ApplicationError, AuthEvent, EmailDelivery
from logging_app.services.archive import Archive, unfinished, write_archive
from logging_app.services.months import DueMonths
from settings_app.selectors import get_int

_TABLES: tuple[Any, ...] = (ApiRequest, AuthEvent, ApplicationError, EmailDelivery)
_KEYS_A_STATEMENT = 1000
_CHUNK = 2000


def purge_logs(actor: Actor | None = None) -> int:
    """Archive and remove old rows of the four log tables; return how many went.

    A second run at the same time does nothing; an interrupted one is taken up by the next.
    """
    directory = Path(settings.ARCHIVE_DIR)
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    cutoff = clock.now() - timedelta(days=get_int("RETENTION_LOG_DAYS"))
    run_key = uuid.uuid4()
    by = actor or system_actor("log retention")
    with _alone(directory) as is_alone:
        if not is_alone:
            return 0
        return sum(
            _Purge(model, Run(run_key, str(model._meta.db_table), "log", cutoff, by), directory).run()
            for model in _TABLES
        )


@contextmanager
def _alone(directory: Path) -> Iterator[bool]:
    with (directory / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


class _Purge:
    """One run over one table."""

    def __init__(self, model: Any, run: Run, directory: Path) -> None:
        self.model = model
        self.about = run
        self.directory = directory
        self.counts = Counts()
        # The application may not delete log rows; retention logs in by itself where it has a connection of its own.
        self.alias = "retention" if "retention" in settings.DATABASES else "default"
        self.months = DueMonths(model, run.cutoff_date, self.alias)

    def run(self) -> int:
        started = time.monotonic()
        start_run(self.about)
        try:
            self._work()
        except Exception as error:
            fail_run(self.about, self.counts, _since(started), error)
            raise
        complete_run(self.about, self.counts, _since(started))
        return self.counts.deleted

    def _work(self) -> None:
        for archive in unfinished(self.directory, self.about.table_name):
            self._remove(archive)
        due = self._due()
        self.counts.selected = due.count()
        self.counts.held = due.filter(held_rows(self.model)).count()
        if self.counts.selected == self.counts.held:
            self.months.drop({})
            return
        archive = write_archive(self._path(), self._free().order_by("pk").iterator(chunk_size=_CHUNK))
        self.counts.archived = archive.rows
        self.counts.archive_path, self.counts.archive_checksum = str(archive.path), archive.checksum
        self._remove(archive)

    def _remove(self, archive: Archive) -> None:
        dropped = self.months.drop(archive.months()) if self.months.months else {}
        self.counts.deleted += sum(dropped.values())
        self._delete(archive, dropped.keys())

    def _path(self) -> Path:
        stamp = self.about.cutoff_date.strftime("%Y%m%dT%H%M%S")
        return self.directory / f"{self.about.table_name}-{stamp}-{self.about.run_key}.jsonl.gz"

    def _due(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.using(self.alias).filter(created_date__lt=self.months.limit)
        return rows.exclude(status__in=["pending", "sending"]) if self.model is EmailDelivery else rows

    def _free(self) -> QuerySet[Any]:
        return self._due().exclude(held_rows(self.model))

    def _delete(self, archive: Archive, gone: Collection[date]) -> None:
        for keys in _batches(archive.keys(without=gone)):
            # Holds are asked for again: one may have been placed since the archive was written.
            deleted, _ = self._free().filter(pk__in=keys).delete()
            self.counts.deleted += deleted
        archive.marker.unlink()


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    iterator = iter(keys)
    while batch := list(islice(iterator, _KEYS_A_STATEMENT)):
        yield batch


def _since(started: float) -> int:
    return round((time.monotonic() - started) * 1000)
