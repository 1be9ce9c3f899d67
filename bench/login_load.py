"""Log-in with a hundred people at the same moment: how long they wait, and how much of that is the price of hashing.

The web process is the one of `make run`, and two cores hash a hundred passwords one after the other however good the
rest is. So the same crowd logs in twice: with hashes of the product's cost, and with the cheapest hashes the library
makes, which leaves what the product itself adds: the second one has a bar. Beside both, in the same run, the same crowd
only hashes. Nobody may be refused, and every log-in must be there afterwards.
"""

from __future__ import annotations

import os
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.apps import apps
from django.contrib.auth.hashers import check_password, make_password
from django.db import connection
from django.test import override_settings

from accounts.models import User
from bench.journey import own_database
from bench.outcome import Outcome
from bench.served import Person, all_at_once, web
from tools.run import WEB_THREADS

PEOPLE = 100
BAR_MS = 500.0
MOST_ROUNDS, FEWEST_ROUNDS, FULL_ROUNDS = 10, 2, 1
_PASSWORD = "blue kettle 47"
_CHEAPEST = {"ARGON2_TIME_COST": 1, "ARGON2_MEMORY_KIB": 8, "ARGON2_PARALLELISM": 1}


def run(rows: int) -> Outcome:
    """Measure on a migrated database of its own; ``rows`` scales the number of crowds."""
    rounds = max(FEWEST_ROUNDS, min(MOST_ROUNDS, rows // 100_000))
    load = os.getloadavg()[0]
    with own_database():
        emails = _prepare()
        apart = _crowds(emails, rounds, _CHEAPEST)
        whole = _crowds(emails, FULL_ROUNDS, {})
        expected = PEOPLE * (rounds + FULL_ROUNDS + 2)
        written = apps.get_model("logging_app", "AuthEvent").objects.filter(event_type="LOGIN_SUCCESS").count()
    one_hash, hashing = _hashing_alone()
    rest_ms, whole_ms = _p95(apart), _p95(whole)
    return Outcome(
        measured={
            "load of the machine before": f"{load:.1f} on {os.cpu_count()} cores",
            f"log-in, {PEOPLE} at once, median": f"{statistics.median(whole):.0f} ms",
            f"log-in, {PEOPLE} at once, p95": f"{whole_ms:.0f} ms",
            "one hash of the product's cost": f"{one_hash:.0f} ms",
            f"hashing alone, {PEOPLE} at once, p95": f"{_p95(hashing):.0f} ms",
            "log-in apart from hashing, median": f"{statistics.median(apart):.0f} ms",
            "log-in apart from hashing, p95": f"{rest_ms:.0f} ms",
        },
        ratios={
            "login_p95_whole_to_hashing_alone": round(whole_ms / _p95(hashing), 2),
            "login_p95_apart_from_hashing_to_whole": round(rest_ms / whole_ms, 3),
        },
        bars={
            f"log-in apart from hashing: p95 of {PEOPLE} at once under {BAR_MS:.0f} ms": rest_ms < BAR_MS,
            "no log-in was refused or lost": written == expected,
        },
    )


def _prepare() -> list[str]:
    """People with a company each."""
    from common.db.postgresql import grants
    from tests.factories.accounts import make_user
    from tests.factories.companies import make_company

    grants.apply(connection)
    people = [make_user() for _ in range(PEOPLE)]
    for person in people:
        make_company(person)
    return [person.email for person in people]


def _crowds(emails: list[str], rounds: int, cost: dict[str, int]) -> list[float]:
    """Waiting times of everybody in ``rounds`` crowds, after one that warms the processes up."""
    with override_settings(**cost):
        User.objects.filter(email__in=emails).update(password_hash=make_password(_PASSWORD))
    with web(**{name: str(value) for name, value in cost.items()}) as port:
        logins = [_login(Person(port, number), email) for number, email in enumerate(emails)]
        all_at_once(logins)
        times: list[float] = []
        for _ in range(rounds):
            time.sleep(1)
            times += all_at_once(logins)
    return times


def _login(person: Person, email: str) -> Any:
    message = person.message("/auth/login", {"email": email, "password": _PASSWORD})
    return lambda: person.visit(message)


def _hashing_alone() -> tuple[float, list[float]]:
    """Milliseconds of one check, and of each in a crowd that as many threads serve as the web process has."""
    encoded = make_password(_PASSWORD)

    def check(_: int = 0) -> float:
        if not check_password(_PASSWORD, encoded):
            raise RuntimeError("the password is right")
        return (time.perf_counter() - started) * 1000

    started = time.perf_counter()
    check()
    singles = []
    for _ in range(10):
        started = time.perf_counter()
        singles.append(check())
    threads = int(os.environ.get("WEB_CONCURRENCY", "2")) * int(WEB_THREADS)
    with ThreadPoolExecutor(threads) as pool:
        started = time.perf_counter()
        return statistics.median(singles), list(pool.map(check, range(PEOPLE)))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
