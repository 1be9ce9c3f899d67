"""What the parts of a request cost: the request log, the register cache, a list that grows.

Each number is the median over many calls in one process, the two sides taking turns; requests run through the whole
middleware without a socket.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections
from django.test import Client, override_settings

from bench.outcome import Outcome
from settings_app.selectors import invalidate

LOG_MIDDLEWARE = "logging_app.middleware.RequestLogMiddleware"
MOST_CALLS, FEWEST_CALLS = 300, 30
LOG_BAR_MS, CACHE_BAR_MS, LIST_BAR = 5.0, 10.0, 3.0
COMPANIES = 20
_NO_LIMIT = "1000000"


def run(rows: int) -> Outcome:
    """Measure on a migrated database of its own; ``rows`` scales the number of calls."""
    calls = max(FEWEST_CALLS, min(MOST_CALLS, rows // 3_000))
    with own_database():
        return _joined(_request_log(calls), _register_cache(calls), _company_list(calls))


def _request_log(calls: int) -> Outcome:
    """The same request with and without the middleware that logs it (LO-1)."""
    from logging_app.services import discard_request_log

    without = [name for name in settings.MIDDLEWARE if name != LOG_MIDDLEWARE]
    with override_settings(MIDDLEWARE=without):
        unlogged = _getter("/api/v1/config", _client())
    logged = _getter("/api/v1/config", _client())
    off_ms, on_ms = _medians(calls, unlogged, logged, between=discard_request_log)
    return Outcome(
        measured={"a request without its log row": f"{off_ms:.2f} ms", "with it": f"{on_ms:.2f} ms"},
        ratios={"request_log_on_to_off": round(on_ms / off_ms, 2)},
        bars={f"the request log adds under {LOG_BAR_MS:.0f} ms (LO-1)": on_ms - off_ms < LOG_BAR_MS},
    )


def _register_cache(calls: int) -> Outcome:
    """Searching the register for a number it was asked for before, and anew each time (AB-3)."""
    from abr_cache.models import ABRSearch
    from abr_cache.services import search
    from abr_cache.simulator.answers import GUID
    from abr_cache.simulator.server import Simulator

    with Simulator() as simulator, override_settings(ABR_BASE_URL=simulator.base_url, ABR_GUID=GUID):

        def anew() -> None:
            ABRSearch.objects.all().delete()
            started = time.perf_counter()
            search(query="50 910 000 010")
            anew_times.append(_milliseconds(started))

        anew_times: list[float] = []
        # The register's own limit of calls a minute holds for a benchmark as well.
        for _ in range(min(calls, 40)):
            anew()
        (cached_ms,) = _medians(calls, lambda: search(query="50 910 000 010"))
    anew_ms = statistics.median(anew_times)
    return Outcome(
        measured={"a search in the register (on this machine)": f"{anew_ms:.2f} ms", "cached": f"{cached_ms:.2f} ms"},
        ratios={"register_search_uncached_to_cached": round(anew_ms / cached_ms, 2)},
        bars={f"a cached search takes under {CACHE_BAR_MS:.0f} ms (AB-3)": cached_ms < CACHE_BAR_MS},
    )


def _company_list(calls: int) -> Outcome:
    """The companies of somebody who has one, and of somebody who has twenty (SW-1)."""
    one_ms, many_ms = _medians(calls, _reader_of_companies(1), _reader_of_companies(COMPANIES))
    ratio = round(many_ms / one_ms, 2)
    return Outcome(
        measured={"own companies, one": f"{one_ms:.2f} ms", f"own companies, {COMPANIES}": f"{many_ms:.2f} ms"},
        ratios={f"company_list_{COMPANIES}_to_1": ratio},
        bars={f"{COMPANIES} companies cost less than {LIST_BAR:.0f} times one": ratio < LIST_BAR},
    )


def _reader_of_companies(count: int) -> Callable[[], Any]:
    from tests.factories.accounts import make_user
    from tests.factories.companies import make_company, make_member
    from tests.support.sessions import session_of

    person = make_user()
    make_company(person)
    for _ in range(count - 1):
        make_member(person, make_company(), is_primary_company=False)
    return _getter("/api/v1/users/me/companies", _client(), f"Bearer {session_of(person).access_token}")


def _client() -> Client:
    return Client(SERVER_NAME="127.0.0.1")


def _getter(path: str, client: Client, authorization: str = "") -> Callable[[], Any]:
    """One GET that must succeed; the first call loads the middleware under the settings of the moment."""
    headers = {"Authorization": authorization} if authorization else {}

    def get() -> None:
        response = client.get(path, headers=headers)
        if response.status_code != 200:
            raise RuntimeError(f"{path} answers {response.status_code}")

    get()
    return get


def _medians(calls: int, *sides: Callable[[], Any], between: Callable[[], Any] = lambda: None) -> list[float]:
    """Median of each side in milliseconds; they take turns, so that both meet the same moods of the machine."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(calls):
        for side, own in zip(sides, times, strict=True):
            started = time.perf_counter()
            side()
            own.append(_milliseconds(started))
        between()
    return [statistics.median(own) for own in times]


def _milliseconds(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def _joined(*outcomes: Outcome) -> Outcome:
    whole = Outcome()
    for outcome in outcomes:
        whole.measured |= outcome.measured
        whole.ratios |= outcome.ratios
        whole.bars |= outcome.bars
    return whole


@contextmanager
def own_database() -> Iterator[None]:
    """Point the product at a fresh database with raised limits; everything is dropped at the end."""
    default = connections["default"]
    name = default.settings_dict["NAME"]
    default.settings_dict["TEST"]["NAME"] = f"bench_journey_{os.getpid()}"
    default.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connections["evidence"].creation.set_as_test_mirror(default.settings_dict)
    try:
        # Benchmarks in one run share an address and a minute; what they measure is never the limit.
        limits = apps.get_model("settings_app", "AppSetting")._default_manager.filter(
            setting_key__startswith="RATE_LIMIT_"
        )
        limits.update(setting_value=_NO_LIMIT)
        invalidate()
        yield
    finally:
        connections["evidence"].close()
        default.creation.destroy_test_db(name, verbosity=0)
