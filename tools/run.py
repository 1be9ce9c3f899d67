"""`make run`: the whole product on this machine, in one terminal."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from tools.devservices.errors import SetupError, say
from tools.devservices.layout import Layout
from tools.devservices.stack import Stack, running_stack
from tools.instance import (
    HOST,
    application_variables,
    claim_instance,
    free_port,
    remember_variables,
    require_port,
)
from tools.preparation import ROOT, collect_static, demo_lines, prepare_database
from tools.readiness import wait_until_ready
from tools.supervisor import Supervisor

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
WEB_THREADS = "8"
WEB_CONNECTIONS = "16"  # in work, or kept open for the next request; what comes on top waits for the next free worker
WORKER_PROCESSES = "2"
METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


class Stopped(BaseException):
    """A signal asked to stop during the set-up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def run(var_dir: str, port: int) -> int:
    """Set everything up, run it until a signal comes, stop everything. Returns the exit code."""
    for number in _SIGNALS:
        signal.signal(number, _stop)
    layout = Layout.at(var_dir)
    code = 1
    try:
        with _instance(layout, port) as stack:
            code = _serve(stack, port)
    except Stopped as stopped:
        code = 128 + stopped.number
    with contextlib.suppress(OSError):
        say("everything is stopped")
    return 0 if code in {128 + number for number in _SIGNALS} else code


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)


def _ignore_signals() -> None:
    """A second Ctrl-C must not leave a process behind."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def _instance(layout: Layout, port: int) -> Iterator[Stack]:
    claim = claim_instance(layout)
    try:
        require_port(port)
        with running_stack(layout) as stack:
            try:
                yield stack
            finally:
                _ignore_signals()
    finally:
        claim.release()


def _serve(stack: Stack, port: int) -> int:
    simulator_port = free_port()
    variables = application_variables(port, simulator_port)
    os.environ.update(variables)
    remember_variables(stack.layout, variables)
    prepare_database(stack, demo=True)
    collect_static(stack)
    lines = demo_lines(stack)
    say("starting web, worker, beat and the register simulator")
    announced = threading.Event()

    def announce() -> None:
        problem = wait_until_ready(HOST, port)
        if problem:
            say(f"the web process is not ready ({problem}); see {stack.layout.log}/web.log")
            os.kill(os.getpid(), signal.SIGTERM)
            return
        announced.set()
        _print_ready(variables["PUBLIC_ORIGIN"], lines)

    _empty_metrics(stack.layout)
    supervisor = Supervisor(stack.layout.log, on_started=announce)
    for name, command in commands(stack.layout, port, simulator_port).items():
        supervisor.add(name, command, stack.environment() | {METRICS_FOLDER: str(_metrics(stack.layout))}, ROOT)
    try:
        supervisor.loop()
    finally:
        _ignore_signals()
        supervisor.close()
    if not announced.is_set() and supervisor.returncode not in {130, 129}:
        raise SetupError("the processes ended before they were ready.", f"read the log files in {stack.layout.log}")
    return int(supervisor.returncode or 0)


def _metrics(layout: Layout) -> Path:
    return layout.run / "metrics"


def _empty_metrics(layout: Layout) -> None:
    """The processes count anew, and together: those of the last start are gone."""
    shutil.rmtree(_metrics(layout), ignore_errors=True)
    _metrics(layout).mkdir(parents=True)


def _print_ready(origin: str, demo: str) -> None:
    text = f"ready: {origin}\n{demo.rstrip()}\nmail is read at {origin}/dev/mail\n"
    with contextlib.suppress(OSError):
        sys.stdout.write(text)
        sys.stdout.flush()


def commands(layout: Layout, port: int, simulator_port: int) -> dict[str, list[str]]:
    """Argument lists of the processes by name."""
    python = sys.executable
    celery = [python, "-m", "celery", "-A", "config.celery:app"]
    workers = os.environ.get("WEB_CONCURRENCY", "2")
    return {
        "abr": [python, str(ROOT / "manage.py"), "abr_simulator", "--port", str(simulator_port)],
        "web": [
            *(python, "-m", "gunicorn", "config.wsgi:application", "--bind", f"{HOST}:{port}", "--no-control-socket"),
            *("--workers", workers, "--threads", WEB_THREADS, "--timeout", "60", "--graceful-timeout", "5"),
            # Else the first to wake takes most of a crowd, which then waits for its threads while the others idle.
            *("--worker-connections", WEB_CONNECTIONS),
            *("--worker-tmp-dir", str(_heartbeat_folder(layout)), "--log-level", "warning"),
        ],
        "worker": [
            *(*celery, "worker", "--concurrency", WORKER_PROCESSES, "--loglevel", "INFO"),
            *("--without-mingle", "--without-gossip"),
        ],
        "beat": [*celery, "beat", "--loglevel", "INFO", "--pidfile", ""],
    }


def _heartbeat_folder(layout: Layout) -> Path:
    memory = Path("/dev/shm")
    return memory if os.access(memory, os.W_OK) else layout.run
