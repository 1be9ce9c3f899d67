"""Run the product's processes under honcho: prefixed logs, restart after a crash, nothing left behind."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import multiprocessing
import multiprocessing.synchronize
import os
import shlex
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any

import honcho.manager
from honcho.manager import Manager
from honcho.printer import Message, Printer
from honcho.process import Popen, Process

MAX_FAILED_STARTS = 3
FAILED_START_SECONDS = 4.0
PARENT_CHECK_SECONDS = 1.0
LOG_LIMIT_BYTES = 20_000_000
_PR_SET_PDEATHSIG = 1

honcho.manager.KILL_WAIT = 10
honcho.manager.SIGNALS[signal.SIGHUP] = {"name": "SIGHUP", "rc": 129}


def die_with_parent(number: int) -> None:
    """Ask Linux for a signal when the parent process ends, kill -9 included. Elsewhere it does nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, number)


class LogPrinter(Printer):  # type: ignore[misc]
    """Writes each line to the terminal and to VAR_DIR/log/<name>.log; a closed terminal is no error."""

    def __init__(self, folder: Path) -> None:
        super().__init__(sys.stdout)
        self._folder = folder
        self._files: dict[str, Any] = {}

    def write(self, message: Message) -> None:
        with contextlib.suppress(OSError, ValueError):
            super().write(message)
        name = message.name or "system"
        if name not in self._files:
            self._files[name] = _open_log(self._folder / f"{name}.log")
        text = message.data.decode("utf-8", "replace") if isinstance(message.data, bytes) else message.data
        self._files[name].write(text if text.endswith("\n") else text + "\n")
        self._files[name].flush()


def _open_log(path: Path) -> Any:
    if path.exists() and path.stat().st_size > LOG_LIMIT_BYTES:
        path.replace(path.with_suffix(".log.1"))
    return open(path, "a", encoding="utf-8")


class KeptProcess(Process):  # type: ignore[misc]
    """A process that is started again when it dies by itself, unless it dies too often."""

    stopping: multiprocessing.synchronize.Event

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        """Body of honcho's helper process: start, relay the output, start again."""
        self._events = events
        die_with_parent(signal.SIGKILL)
        # Handlers and not SIG_IGN: an ignored signal would be inherited by a process started again.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _do_nothing)
        failed_starts = 0
        while True:
            started = time.monotonic()
            code = self._run_once()
            # A process that worked for a while and was killed may be killed as often as anybody likes.
            failed_starts = failed_starts + 1 if time.monotonic() - started < FAILED_START_SECONDS else 0
            if self.stopping.is_set() or failed_starts >= MAX_FAILED_STARTS:
                break
            self._send_message(f"ended by itself (code {code}); starting it again\n".encode())
            time.sleep(0.5)
        self._send_message({"returncode": code}, type="stop")

    def _run_once(self) -> int:
        on_start = functools.partial(die_with_parent, signal.SIGTERM)
        child = Popen(shlex.split(self.cmd), env=self.env, cwd=self.cwd, shell=False, preexec_fn=on_start)
        self._send_message({"pid": child.pid}, type="start")
        if self.stopping.is_set():
            child.terminate()
        for line in iter(child.stdout.readline, b""):
            self._send_message(line)
        child.stdout.close()
        return int(child.wait())


def _do_nothing(number: int, frame: FrameType | None) -> None:
    pass


class Supervisor(Manager):  # type: ignore[misc]
    """honcho's manager plus: SIGHUP, restart, the end of the parent, and a callback once everything is started."""

    def __init__(self, log_folder: Path, *, on_started: Callable[[], None]) -> None:
        super().__init__(LogPrinter(log_folder))
        self._process_ctor = KeptProcess
        self._stopping = multiprocessing.Event()
        self._on_started = on_started
        self._parent = os.getppid()
        # A make that was started in the background never catches SIGINT, so there is nothing to watch for.
        self._watches_interrupt = not interrupted(self._parent)

    def add(self, name: str, command: Iterable[str], env: dict[str, str], cwd: Path) -> None:
        """Add a process by its argument list."""
        process = self.add_process(name, shlex.join(command), env=env, cwd=str(cwd))
        process.stopping = self._stopping

    def _start(self) -> None:
        def hang_up(number: int, frame: FrameType | None) -> None:
            self.returncode = 128 + number
            self.terminate()

        signal.signal(signal.SIGHUP, hang_up)
        super()._start()
        for body in (self._on_started, self._watch_parent):
            threading.Thread(target=body, daemon=True).start()

    def terminate(self) -> None:
        self._stopping.set()
        super().terminate()

    def _killall(self, force: bool = False) -> None:
        # A process still on its way up has no id yet; it sees `stopping` itself.
        for state in self._processes.values():
            state.setdefault("pid", None)
        waiting = {name: state for name, state in self._processes.items() if state["pid"] is None}
        for name in waiting:
            self._processes.pop(name)
        try:
            super()._killall(force)
        finally:
            self._processes.update(waiting)

    def _watch_parent(self) -> None:
        """Stop when the parent is gone, or when `make` alone was told to stop and waits for us."""
        while not self._stopping.is_set():
            time.sleep(PARENT_CHECK_SECONDS)
            if os.getppid() != self._parent or (self._watches_interrupt and interrupted(self._parent)):
                os.kill(os.getpid(), signal.SIGTERM)
                return

    def close(self) -> None:
        """Make sure that no helper process is left, whatever happened in the loop."""
        self._stopping.set()
        for state in self._processes.values():
            process = state.get("process")
            if process is not None and process.is_alive():
                if state.get("pid"):
                    self._procmgr.kill(state["pid"])
                process.join(2)
                if process.is_alive():
                    process.kill()


def interrupted(pid: int) -> bool:
    """True when `make` has caught SIGINT: it restores the default action, then waits for its children.

    An interrupt sent to `make` alone (not by the terminal, which tells everybody) would otherwise hang for ever.
    """
    try:
        if Path(f"/proc/{pid}/comm").read_text().strip() not in ("make", "gmake"):
            return False
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    caught = next((line for line in status.splitlines() if line.startswith("SigCgt:")), "SigCgt: ffffffff")
    return not int(caught.split()[1], 16) & (1 << (signal.SIGINT - 1))
