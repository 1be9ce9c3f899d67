"""GET /metrics: for the holder of the token only, and it counts what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.support.api import ApiClient

TOKEN = "metrics-token-0123456789abcdefghijkl"

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(settings: Any) -> None:
    settings.METRICS_TOKEN = TOKEN


def read(token: str | None = TOKEN, scheme: str = "Bearer") -> Any:
    headers = {} if token is None else {"Authorization": f"{scheme} {token}"}
    return Client().get("/metrics", headers=headers)


def failures(text: str) -> float:
    found = re.search(r'eventlead_auth_events_total\{event_type="LOGIN_FAILED",is_success="false"\} ([0-9.]+)', text)
    return float(found[1]) if found else 0.0


def test_nobody_finds_it_unless_it_is_offered() -> None:
    assert read().status_code == 404
    assert read("").status_code == 404


@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize(("token", "scheme"), [(None, ""), ("", "Bearer"), (TOKEN[:-1], "Bearer"), (TOKEN, "Basic")])
def test_a_wrong_token_reads_nothing(token: str | None, scheme: str) -> None:
    answer = read(token, scheme)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="metrics"')
    assert b"eventlead" not in answer.content


@pytest.mark.usefixtures("offered")
def test_it_counts_what_happens_and_names_nobody() -> None:
    before = failures(read().content.decode())
    ApiClient().post("/auth/login", {"email": "nobody@people.example", "password": "wrong horse 11"})
    answer = read()
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/plain")
    assert failures(text) == before + 1
    assert "eventlead_abr_key_refused_total" in text
    assert "nobody@people.example" not in text


@pytest.mark.usefixtures("offered")
def test_it_is_read_only() -> None:
    answer = Client().post("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 405


def test_processes_that_share_a_folder_count_together(tmp_path: Path) -> None:
    """Two processes count once each; a third one tells two."""
    count = "from prometheus_client import Counter; Counter('eventlead_shared', 'x').inc()"
    tell = "from common.web.metrics import _registry; from prometheus_client import generate_latest; "
    tell += "print(generate_latest(_registry()).decode())"
    root = Path(__file__).resolve().parents[2]
    run = {"cwd": root, "env": {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path), "PATH": "", "EVENTLEAD_ENV": "test"}}
    for _ in range(2):
        subprocess.run([sys.executable, "-c", count], check=True, **run)  # type: ignore[call-overload]
    told = subprocess.run([sys.executable, "-c", tell], check=True, capture_output=True, text=True, **run)  # type: ignore[call-overload]
    assert "eventlead_shared_total 2.0" in told.stdout
