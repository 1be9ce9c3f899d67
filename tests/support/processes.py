"""Processes of the product on the test database: web and worker, to be killed by the test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection

from tools.instance import HOST, free_port
from tools.readiness import wait_until_ready

_ROOT = Path(__file__).resolve().parents[2]


class Processes:
    """Starts processes and stops whatever is left of them; each is the leader of its own process group."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.port = free_port()
        self.origin = f"http://{HOST}:{self.port}"
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self._environment = {
            **os.environ,
            "EVENTLEAD_ENV": "development",
            "DATABASE_URL": database_url(),
            "CELERY_BROKER_URL": settings.REDIS_URL,
            "PUBLIC_ORIGIN": self.origin,
            "STATIC_ROOT": str(folder / "static"),
            **variables,
        }

    def web(self, port: int | None = None) -> subprocess.Popen[bytes]:
        """One web process on ``origin``, or on another port, ready to answer."""
        port = port or self.port
        command = ("gunicorn", "config.wsgi:application", "--bind", f"{HOST}:{port}", "--no-control-socket")
        process = self._start("web", *command, "--workers", "1", "--threads", "4")
        problem = wait_until_ready(HOST, port, timeout=60)
        assert not problem, problem + self.log("web")
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        """One worker; it takes what waits for it as soon as it is up."""
        options = ("--pool", "solo", "--loglevel", "INFO", "--without-mingle", "--without-gossip")
        return self._start("worker", "celery", "-A", "config.celery:app", "worker", *options)

    def _start(self, name: str, *module: str) -> subprocess.Popen[bytes]:
        with open(self._folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", *module],
                env=self._environment,
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._running.append(process)
        return process

    def log(self, name: str) -> str:
        """What a process said. A worker may begin with work that others left in the queue: its end is not enough."""
        return (self._folder / f"{name}.log").read_text(errors="replace")

    def close(self) -> None:
        """Kill what is left."""
        for process in self._running:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """`kill -9` for a process and its children."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


def eventually(look: Callable[[], Any], seconds: float = 30.0) -> Any:
    """The first true answer of ``look``, else its last one."""
    deadline = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def database_url() -> str:
    """The database of this test process, as an address that another process can use."""
    given = connection.settings_dict
    host, password = str(given["HOST"] or ""), str(given["PASSWORD"] or "")
    login = quote(str(given["USER"])) + (f":{quote(password)}" if password else "")
    if host.startswith("/"):
        return f"postgres://{login}@/{given['NAME']}?{urlencode({'host': host})}"
    return f"postgres://{login}@{host}:{given['PORT'] or 5432}/{given['NAME']}"
