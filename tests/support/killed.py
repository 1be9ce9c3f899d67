"""Requests in processes that kill themselves with SIGKILL at a chosen moment.

``python -m tests.support.killed`` sets the product up once and forks for each request it reads from its input, so that
a death costs no new start. The moments are those of the database connection; the product knows nothing of them.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_WRITE = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM) ("\w+"\."\w+")')
BEFORE_COMMIT, AFTER_COMMIT = "before the commit", "after the commit"


@dataclass(frozen=True)
class Fate:
    """How the process of a request ended: by SIGKILL, or with an answer after these writes, in order."""

    was_killed: bool
    status: int = 0
    writes: list[str] = field(default_factory=list)


class Requests:
    """Sends requests of which each runs in a process of its own."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.killed"],
            cwd=_ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def post(self, path: str, body: Any, token: str, *, kill_at: str | int | None = None, anchor: str = "") -> Fate:
        """Send a request. ``kill_at``: right after the n-th write (from 0), or before or after the commit of the
        transaction that has written to the table ``anchor``."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"path": path, "body": body, "token": token, "kill_at": kill_at, "anchor": anchor}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        fate: dict[str, Any] = json.loads(self._process.stdout.readline())
        return Fate(**fate)

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _watch(kill_at: str | int | None, anchor: str) -> list[str]:
    """Die at the moment; the writes until then."""
    from django.db import connection

    writes: list[str] = []
    commit: Callable[[], None] = connection._commit

    def run(execute: Any, sql: Any, parameters: Any, many: bool, context: Any) -> Any:
        result = execute(sql, parameters, many, context)
        found = _WRITE.match(sql) if isinstance(sql, str) else None
        if found:
            writes.append(f"{found[1].split()[0]} {found[2]}".replace('"', ""))
            if kill_at == len(writes) - 1:
                _die()
        return result

    def commit_or_die() -> None:
        is_it = any(write.endswith(anchor) for write in writes)
        if is_it and kill_at == BEFORE_COMMIT:
            _die()
        commit()
        if is_it and kill_at == AFTER_COMMIT:
            _die()

    connection.execute_wrappers.append(run)
    connection._commit = commit_or_die
    return writes


def _act(order: dict[str, Any], answer_to: int) -> None:
    from django.test import Client

    writes = _watch(order["kill_at"], order["anchor"])
    answer = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1").post(
        f"/api/v1{order['path']}",
        order["body"],
        content_type="application/json",
        headers={"Authorization": f"Bearer {order['token']}"},
    )
    os.write(answer_to, json.dumps({"status": answer.status_code, "writes": writes}).encode())


def _in_process_of_its_own(order: dict[str, Any]) -> dict[str, Any]:
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        try:
            _act(order, write_end)
        finally:
            os._exit(1)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    was_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    return {"was_killed": was_killed, **json.loads(text or b"{}")}


def main() -> None:
    import django
    from django.urls import get_resolver

    django.setup()
    _ = get_resolver().url_patterns
    orders, answers = sys.stdin, os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the product says is no answer
    for line in orders:
        answers.write(json.dumps(_in_process_of_its_own(json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
