"""What was accepted outlives the process that accepted it: real processes, killed at the worst moment (GEN-2, MA-2)."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from celery import Celery
from django.conf import settings
from django.db import connection

from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Switches
from abr_cache.simulator.server import Simulator
from accounts.models import User
from companies.models import Company, UserCompany
from tests.factories.accounts import make_user
from tests.support.limits import lift_limits
from tests.support.processes import Processes, eventually, kill
from tests.support.sessions import session_of
from tests.support.trail import activities

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="other processes reach the embedded server only"),
]

EMAIL = "dana.reed@harbourline.example"
SIGN_UP = {
    "email": EMAIL,
    "password": "blue kettle 47",
    "firstName": "Dana",
    "lastName": "Reed",
    "acceptTerms": True,
}
COMPANY = {
    "companyName": "Harbourline Exhibits",
    "countryCode": "AU",
    "abn": "50 910 000 010",
    "billingDetails": {
        "billingAddressLine1": "1 Example Street",
        "billingCity": "Sydney",
        "billingState": "NSW",
        "billingPostalCode": "2000",
    },
}


@pytest.fixture
def register() -> Iterator[Simulator]:
    with Simulator() as server:
        yield server


@pytest.fixture
def processes(tmp_path: Path, register: Simulator) -> Iterator[Processes]:
    lift_limits()
    started = Processes(tmp_path, ABR_BASE_URL=register.base_url, ABR_GUID=GUID)
    yield started
    started.close()


def test_killed_worker_loses_no_mail(processes: Processes) -> None:
    """MA-2: the worker dies between commit and send; the mail arrives, once."""
    processes.web()
    worker = processes.worker()
    assert eventually(lambda: "ready." in processes.log("worker")), processes.log("worker")[-4000:]
    worker.send_signal(signal.SIGSTOP)
    assert httpx.post(f"{processes.origin}/api/v1/auth/signup", json=SIGN_UP, timeout=30).status_code == 202
    assert _mails(processes) == []
    kill(worker)

    processes.worker()
    # What beat does every ten seconds: the message to the dead worker may be gone with it.
    beat = Celery()
    with beat.connection_for_write(settings.REDIS_URL) as broker:
        mails = eventually(
            lambda: beat.send_task("logging_app.sweep_outbox", connection=broker) and _mails(processes), seconds=40
        )
    assert [mail["to"] for mail in mails] == [EMAIL], processes.log("worker")[-4000:]
    token = httpx.URL(mails[0]["links"][0]).params["token"]
    verified = httpx.post(f"{processes.origin}/api/v1/auth/verify-email", json={"token": token}, timeout=30)
    assert verified.json() == {"email": EMAIL, "isEmailVerified": True}


def test_killed_web_process_leaves_no_half_company(processes: Processes, register: Simulator) -> None:
    """GEN-2: the process dies while a company is made; nothing of it is left, and the same request then succeeds."""
    founder = make_user(onboarding_step=2)
    headers = {"Authorization": f"Bearer {session_of(founder, None).access_token}"}
    web = processes.web()
    register.control.set(Switches(latency_ms=20_000))
    outcome: list[Any] = []
    request = threading.Thread(target=lambda: outcome.append(_create(processes, headers)))
    request.start()
    assert eventually(register.control.calls)
    kill(web)
    request.join(timeout=30)
    assert isinstance(outcome[0], httpx.TransportError)
    assert _made_by(founder) == (0, 0, [])

    register.control.restore()
    processes.web()
    created = _create(processes, headers)
    assert created.status_code == 201, created.text
    assert _made_by(founder) == (1, 1, ["COMPANY_CREATED", "MEMBERSHIP_CREATED"])


def _mails(processes: Processes) -> list[dict[str, Any]]:
    answer = httpx.get(f"{processes.origin}/dev/mail/messages", params={"to": EMAIL}, timeout=30)
    found: list[dict[str, Any]] = answer.json()
    return found


def _create(processes: Processes, headers: dict[str, str]) -> Any:
    try:
        return httpx.post(f"{processes.origin}/api/v1/companies", json=COMPANY, headers=headers, timeout=30)
    except httpx.TransportError as error:
        return error


def _made_by(founder: User) -> tuple[int, int, list[str]]:
    written = [name for name in activities(user_id=founder.pk) if name.endswith("_CREATED") and name != "USER_CREATED"]
    return (
        Company.all_companies.filter(founded_by_user=founder).count(),
        UserCompany.all_companies.filter(user=founder).count(),
        sorted(written),
    )
