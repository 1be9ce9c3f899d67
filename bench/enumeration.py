"""Whether time tells if an address has an account: log-in and reset request, known against unknown (LG-1, PW-5).

Both kinds take turns, so that a slow moment of the machine hits them alike. The counter of wrong passwords is put back
between attempts: a locked account is another case than a wrong password.
"""

from __future__ import annotations

import statistics
import time
from typing import Any

from django.test import Client, override_settings

from accounts.models import User
from accounts.models.identity import new_session_stamp
from accounts.services.passwords import hash_of
from bench.journey import own_database
from bench.outcome import Outcome
from common import clock
from reference.selectors import code_id

SAMPLES = 200
LOWEST, HIGHEST = 0.95, 1.05
_KNOWN, _UNKNOWN = "known@bench.example", "nobody@bench.example"


def run(rows: int) -> Outcome:
    """Compare the medians of 200 samples of each kind; ``rows`` does not matter."""
    with own_database(), override_settings(ALLOWED_HOSTS=["*"]):
        _prepare()
        login = _pairs("/api/v1/auth/login", {"password": "wrong word 11"}, 401)
        reset = _pairs("/api/v1/auth/password-reset/request", {}, 202)
    outcome = Outcome()
    for name, (known, unknown) in (("login", login), ("reset_request", reset)):
        ratio = statistics.median(known) / statistics.median(unknown)
        outcome.measured[f"{name}: known account, median"] = f"{statistics.median(known) * 1000:.1f} ms"
        outcome.measured[f"{name}: unknown address, median"] = f"{statistics.median(unknown) * 1000:.1f} ms"
        outcome.ratios[f"{name}_known_to_unknown"] = round(ratio, 3)
        outcome.bars[f"{name}: medians of {SAMPLES} samples each within 5 %"] = LOWEST <= ratio <= HIGHEST
    return outcome


def _prepare() -> None:
    """One verified account; the database of its own has raised limits."""
    User.objects.create(
        email=_KNOWN,
        password_hash=hash_of("blue kettle 47"),
        first_name="Robin",
        last_name="Person",
        session_token=new_session_stamp(),
        user_status_id=code_id("UserStatus", "active"),
        user_role_id=code_id("UserRole", "company_user"),
        is_email_verified=True,
        email_verified_at=clock.now(),
        last_password_change=clock.now(),
    )


def _pairs(path: str, body: dict[str, Any], status: int) -> tuple[list[float], list[float]]:
    client = Client()
    times: dict[str, list[float]] = {_KNOWN: [], _UNKNOWN: []}
    for turn in range(SAMPLES + 5):
        for email in (_KNOWN, _UNKNOWN) if turn % 2 else (_UNKNOWN, _KNOWN):
            User.objects.filter(email=_KNOWN).update(failed_login_attempts=0)
            started = time.perf_counter()
            answer = client.post(path, {"email": email, **body}, content_type="application/json")
            took = time.perf_counter() - started
            if answer.status_code != status:
                raise RuntimeError(f"{path} answered {answer.status_code}: {answer.content!r}")
            if turn >= 5:  # the first ones warm up
                times[email].append(took)
    return times[_KNOWN], times[_UNKNOWN]
