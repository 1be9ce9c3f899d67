"""A background thread that writes log rows in batches; the request only puts a row into a bounded queue (LO-1)."""

from __future__ import annotations

import atexit
import logging
import os
import queue
import threading
import time

from django.db import connection, models, transaction
from prometheus_client import Counter

from common.key_locks import limit_lock_waits

logger = logging.getLogger(__name__)

CAPACITY = 20_000
BATCH = 200
MAX_WAIT_SECONDS = 1.0
_CLOSE_SECONDS = 5.0
_LOCK_TIMEOUT_MS = 300
_ROWS_A_STATEMENT = 120  # times 15 columns: under 2,000 parameters (database.md section 9, 15)

_lost_total = Counter("eventlead_request_log_rows_lost_total", "Rows the request log dropped or could not write")


class BatchWriter:
    """Collects rows and writes them at most a second later, or when a batch is full.

    A full queue drops rows and counts them; nothing here blocks or fails the caller. The thread starts with the first
    row of a process, again after a fork, and writes what is left when the process exits.
    """

    def __init__(self, model: type[models.Model], capacity: int = CAPACITY) -> None:
        self.model = model
        self.lost = 0
        self._queue: queue.Queue[models.Model] = queue.Queue(capacity)
        self._start_lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._wake = threading.Event()
        self._is_closing = False
        self._thread: threading.Thread | None = None
        self._pid: int | None = None
        os.register_at_fork(after_in_child=self._forget_parent)
        atexit.register(self.close)

    def put(self, row: models.Model, in_background: bool = True) -> None:
        """Queue a row; with a full queue it is dropped and counted."""
        try:
            self._queue.put_nowait(row)
        except queue.Full:
            self._lose(1)
            return
        if in_background:
            self._ensure_thread()
            if self._queue.qsize() >= BATCH:
                self._wake.set()

    def flush(self) -> int:
        """Write everything queued, in the calling thread; return the number of rows taken from the queue."""
        taken = 0
        with self._write_lock:
            while rows := self._take():
                self._write(rows)
                taken += len(rows)
        return taken

    def discard(self) -> None:
        """Forget everything queued."""
        while self._take():
            pass

    def close(self) -> None:
        """Stop the thread once the queue is written; at process exit."""
        self._is_closing = True
        self._wake.set()
        if self._thread is not None and self._pid == os.getpid():
            self._thread.join(_CLOSE_SECONDS)

    def _forget_parent(self) -> None:
        # The parent writes its own rows; its thread and the state of its locks do not exist in the child.
        self._queue = queue.Queue(self._queue.maxsize)
        self._start_lock, self._write_lock, self._wake = threading.Lock(), threading.Lock(), threading.Event()
        self._thread, self._is_closing = None, False

    def _ensure_thread(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        with self._start_lock:
            if self._thread is None or not self._thread.is_alive():
                self._pid = os.getpid()
                self._thread = threading.Thread(target=self._run, name="request-log", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while not self._is_closing:
            self._wake.wait(MAX_WAIT_SECONDS)
            self._wake.clear()
            self._flush_quietly()
        self._flush_quietly()
        connection.close()

    def _flush_quietly(self) -> None:
        try:
            connection.close_if_unusable_or_obsolete()
            self.flush()
        except Exception:
            logger.exception("the request log could not be written")
            connection.close()

    def _take(self) -> list[models.Model]:
        rows: list[models.Model] = []
        while len(rows) < BATCH:
            try:
                rows.append(self._queue.get_nowait())
            except queue.Empty:
                break
        return rows

    def _write(self, rows: list[models.Model]) -> None:
        try:
            with transaction.atomic():
                # Shorter than the database's search for deadlocks: the log gives way, never the business.
                limit_lock_waits(_LOCK_TIMEOUT_MS)
                self.model._default_manager.bulk_create(rows, batch_size=_ROWS_A_STATEMENT)
        except Exception as error:  # noqa: BLE001 - a failing log must not fail anything else (LO-1)
            logger.warning(
                "a batch of the request log failed", extra={"rows": len(rows), "failure": type(error).__name__}
            )
            started = time.monotonic()
            written = 0
            for row in rows:
                # A database that is down must not hold the thread for a timeout per row.
                if time.monotonic() - started > _CLOSE_SECONDS:
                    break
                written += self._write_one(row)
            self._lose(len(rows) - written)

    def _write_one(self, row: models.Model) -> bool:
        """A row whose person or company is not there (yet, or any more) is kept without them."""
        for names in ((), ("user_id", "company_id")):
            for name in names:
                setattr(row, name, None)
            row.pk = None
            try:
                with transaction.atomic():
                    limit_lock_waits(_LOCK_TIMEOUT_MS)
                    row.save(force_insert=True)
            except Exception:  # noqa: BLE001, S112 - the second try is the handling, and the caller counts what is lost
                continue
            return True
        return False

    def _lose(self, rows: int) -> None:
        if rows:
            self.lost += rows
            _lost_total.inc(rows)
            if self.lost == rows or self.lost % 1000 < rows:
                logger.warning("rows of the request log were lost", extra={"lost": self.lost})
