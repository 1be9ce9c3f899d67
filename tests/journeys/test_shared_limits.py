"""Limits hold for all processes together and outlive each of them: real web processes on one Redis (RL-1, RL-2)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from django.db import connection

from tests.support.limits import lift_limits, set_setting
from tests.support.processes import Processes, kill
from tests.support.trail import auth_events
from tools.instance import HOST, free_port

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="other processes reach the embedded server only"),
]

LOGIN, RESET = "auth/login", "auth/password-reset/request"


class Twins:
    """Two web processes; each can be killed and started anew."""

    def __init__(self, folder: Path) -> None:
        self._processes = Processes(folder)
        self._ports = (self._processes.port, free_port())
        self._running = [self._processes.web(port) for port in self._ports]

    def restart(self) -> None:
        """Kill both and start them anew, so that no memory of any of them is left."""
        for process in self._running:
            kill(process)
        self._running = [self._processes.web(port) for port in self._ports]

    def post(self, which: int, path: str, body: dict[str, str]) -> httpx.Response:
        return httpx.post(f"http://{HOST}:{self._ports[which]}/api/v1/{path}", json=body, timeout=30)

    def close(self) -> None:
        self._processes.close()


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[Twins]:
    # What counts by the address of the client alone would meet other tests of the same Redis.
    lift_limits()
    set_setting("RATE_LIMIT_LOGIN_PER_MINUTE", "5")
    set_setting("RATE_LIMIT_MAIL_REQUEST_PER_HOUR", "3")
    started = Twins(tmp_path)
    yield started
    started.close()


def test_two_processes_share_a_limit_which_outlives_them(twins: Twins) -> None:
    """RL-1: five log-ins a minute over both; the sixth is refused by either, and by both after they were killed."""
    body = {"email": f"{uuid.uuid4()}@people.example", "password": "blue kettle 47"}
    counted = [twins.post(which, LOGIN, body) for which in (0, 1, 0, 1, 1)]
    assert [answer.status_code for answer in counted] == [401] * 5
    assert [answer.headers["RateLimit-Remaining"] for answer in counted] == ["4", "3", "2", "1", "0"]
    assert [twins.post(which, LOGIN, body).status_code for which in (0, 1)] == [429, 429]

    twins.restart()
    refused = [twins.post(which, LOGIN, body) for which in (0, 1)]
    assert [answer.status_code for answer in refused] == [429, 429]
    assert all(0 < int(answer.headers["Retry-After"]) <= 60 for answer in refused)
    assert refused[0].json()["code"] == "RATE_LIMIT_EXCEEDED"
    somebody_else = {**body, "email": f"{uuid.uuid4()}@people.example"}
    assert twins.post(0, LOGIN, somebody_else).status_code == 401
    events = auth_events(email=body["email"])
    assert events == ["LOGIN_FAILED"] * 5 + ["RATE_LIMIT_EXCEEDED"] * 4


def test_mails_asked_for_are_counted_over_processes_and_restarts(twins: Twins) -> None:
    """RL-1, PW-5: three an hour, wherever they were asked for."""
    body = {"email": f"{uuid.uuid4()}@people.example"}
    assert [twins.post(which, RESET, body).status_code for which in (0, 1)] == [202, 202]
    twins.restart()
    assert [twins.post(which, RESET, body).status_code for which in (1, 0, 1)] == [202, 429, 429]
