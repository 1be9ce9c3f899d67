"""The web process as `make run` starts it, on the database of a benchmark, and people who use it at the same time."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode

from django.db import connection

from tools.devservices.layout import Layout
from tools.devservices.roles import APPLICATION
from tools.instance import HOST, free_port
from tools.readiness import wait_until_ready
from tools.run import commands

_ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def web(**variables: str) -> Iterator[int]:
    """Serve the database of this process as the application role, with the workers of `make run`; yields the port."""
    port = free_port()
    with TemporaryDirectory() as folder:
        layout = Layout.at(folder)
        layout.create()
        environment = {
            **os.environ,
            "EVENTLEAD_ENV": "development",
            "DATABASE_URL": _application_url(),
            "PUBLIC_ORIGIN": f"http://{HOST}:{port}",
            # Everybody comes from an address of their own, as they do behind a proxy.
            "TRUSTED_PROXY_COUNT": "1",
            **variables,
        }
        with open(layout.log / "web.log", "wb") as log:
            process = subprocess.Popen(
                commands(layout, port, 0)["web"],
                env=environment,
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            if problem := wait_until_ready(HOST, port, timeout=60):
                sys.stderr.write((layout.log / "web.log").read_text(errors="replace")[-4000:])
                raise RuntimeError(f"the web process is not ready: {problem}")
            yield port
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)


def _application_url() -> str:
    given = connection.settings_dict
    options = urlencode({"host": given["HOST"]}, quote_via=quote)
    return f"postgresql://{APPLICATION}@/{given['NAME']}?{options}"


class Person:
    """Somebody at a browser of their own: an address, and a connection for each visit.

    A crowd of them shares the machine with the product, so they do as little as can be: a message written beforehand,
    an answer read to its end.
    """

    def __init__(self, port: int, number: int) -> None:
        self._port = port
        self._address = f"10.1.{number // 250}.{number % 250 + 1}"

    def post(self, path: str, body: dict[str, str], expected: int = 200) -> None:
        """Send a request and read its answer, which must have the expected status."""
        self.visit(self.message(path, body), expected)

    def message(self, path: str, body: dict[str, str]) -> bytes:
        """The request as it goes over the line."""
        content = json.dumps(body).encode()
        head = (
            f"POST /api/v1{path} HTTP/1.1",
            f"Host: {HOST}:{self._port}",
            "Connection: close",
            "Content-Type: application/json",
            f"Content-Length: {len(content)}",
            f"X-Forwarded-For: {self._address}",
        )
        return "\r\n".join((*head, "", "")).encode() + content

    def visit(self, message: bytes, expected: int = 200) -> None:
        """Send what ``message`` made and read the answer, which must have the expected status."""
        answer = bytearray()
        with socket.create_connection((HOST, self._port), timeout=120) as line:
            line.sendall(message)
            while part := line.recv(65_536):
                answer += part
        status = answer.split(b" ", 2)[1:2]
        if status != [str(expected).encode()]:
            raise RuntimeError(f"answered {answer[:400]!r}")


def all_at_once(acts: list[Callable[[], None]]) -> list[float]:
    """Let everybody act at the same moment; return how long each had to wait, in milliseconds.

    Raises:
        RuntimeError: somebody was not served.
    """
    start, times, failures = threading.Barrier(len(acts)), [0.0] * len(acts), []

    def act(number: int) -> None:
        start.wait()
        began = time.perf_counter()
        try:
            acts[number]()
        except (OSError, RuntimeError) as error:
            failures.append(error)
        times[number] = (time.perf_counter() - began) * 1000

    threads = [threading.Thread(target=act, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise RuntimeError(f"{len(failures)} of {len(acts)} were not served") from failures[0]
    return times
