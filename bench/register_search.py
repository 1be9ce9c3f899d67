"""The register search in all weathers: cached, anew, the register dead, the circuit breaker open (AB-3, section 26).

The service is measured in this process, the way over HTTP in the web process of `make run`; the register is the
simulator, which answers at once or after a fixed time, so that the product's share can be told from what it waits for.
Baselines of the same run are one bare query, the register's own answer, and a request that reads only the settings.

Others who use the machine can only make a time longer. So calls come in rounds, and p95 is that of the quietest one.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from django.db import connection
from django.test import override_settings

from abr_cache.models import ABRSearch
from abr_cache.services import Outcome as Said
from abr_cache.services import search
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.entities import ENTITIES, Fault
from abr_cache.simulator.server import Simulator
from bench.journey import own_database
from bench.outcome import Outcome
from bench.served import Person, all_at_once, web

CACHED_MS, ADDED_MS, DEAD_MS, RESTING_MS, END_TO_END_MS = 10.0, 50.0, 6_500.0, 50.0, 100.0
MOST_CALLS, FEWEST_CALLS = 400, 40
# The register takes a hundred calls a minute from one installation; every look-up here makes one.
ANEW, LATENCY_MS = 80, 120
ROUNDS, FEWEST_ROUND = 20, 20
# As many as the threads of one web process take at once: whoever comes on top waits for a thread, not for the register.
CROWD = 6
ABN, ACN, NAME = "50 910 000 010", "910 000 010", "pty ltd"
_NUMBERS = [entity.abn for entity in ENTITIES if entity.fault is Fault.NONE]


def run(rows: int) -> Outcome:
    """Measure on a migrated database of its own; ``rows`` scales the number of calls."""
    calls = max(FEWEST_CALLS, min(MOST_CALLS, rows // 2_500))
    outcome = Outcome(measured={"load of the machine before": f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"})
    with own_database():
        for part in (_cached(calls), _anew(), _dead(), _resting(calls), _served(calls)):
            outcome.measured |= part.measured
            outcome.ratios |= part.ratios
            outcome.bars |= part.bars
    return outcome


def _cached(calls: int) -> Outcome:
    """ABN, ACN and a name with twenty results and more, each asked for before, against one bare query."""
    kinds = {"ABN": ABN, "ACN": ACN, "name": NAME}
    with _register():
        for query in kinds.values():
            _search(query, Said.FOUND)
        sides = [lambda query=query: _search(query, Said.FOUND) for query in kinds.values()]
        times = _take_turns(calls, _bare_query, *sides)
    bare, *own = times
    outcome = Outcome(measured={"one bare query, median": _ms(statistics.median(bare))})
    for kind, each in zip(kinds, own, strict=True):
        outcome.measured[f"cached by {kind}, median, p95 of the quietest round"] = _pair(each)
        outcome.bars[f"cached by {kind}: p95 under {CACHED_MS:.0f} ms in the service"] = _p95(each) < CACHED_MS
    outcome.ratios["cached_by_abn_to_bare_query"] = _ratio(own[0], bare)
    outcome.ratios["cached_by_name_to_cached_by_abn"] = _ratio(own[2], own[0])
    return outcome


def _anew() -> Outcome:
    """Numbers that are not cached, of a register that takes its time, against the same calls without the product."""
    with _register() as simulator, httpx.Client(trust_env=False) as alone:
        simulator.control.set(Switches(latency_ms=LATENCY_MS))
        waits, times = [], []
        for turn in range(ANEW):
            number = _NUMBERS[turn % len(_NUMBERS)]
            parameters = {"abn": number, "guid": GUID, "callback": "callback"}
            address = simulator.base_url + "AbnDetails.aspx"
            waits.append(_timed(lambda: alone.get(address, params=parameters)))  # noqa: B023
            ABRSearch.objects.all().delete()
            times.append(_timed(lambda: _search(number, Said.FOUND, source="register")))  # noqa: B023
    added = [time - wait for time, wait in zip(times, waits, strict=True)]
    return Outcome(
        measured={
            f"the register alone ({LATENCY_MS} ms), median, p95 of the quietest round": _pair(waits),
            "anew, median, p95 of the quietest round": _pair(times),
            "added by the product, median, p95 of the quietest round": _pair(added),
        },
        ratios={"anew_to_register_alone": _ratio(times, waits)},
        bars={f"anew: under {ADDED_MS:.0f} ms (p95) more than the register takes": _p95(added) < ADDED_MS},
    )


def _dead() -> Outcome:
    """A register that takes calls and says nothing: one person, and a crowd that asks for one and the same."""
    with _register() as simulator:
        simulator.control.set(Switches(Mode.TIMEOUT))
        one = _timed(lambda: _search(ABN, Said.UNAVAILABLE))
        asked = len(simulator.control.calls())
    with _register() as simulator:
        simulator.control.set(Switches(Mode.TIMEOUT))
        with web(ABR_BASE_URL=simulator.base_url, ABR_GUID=GUID) as port:
            crowd = all_at_once([_visit(Person(port, number), ABN) for number in range(CROWD)])
        shared = len(simulator.control.calls())
    return Outcome(
        measured={
            "register dead, one person": _ms(one),
            f"register dead, {CROWD} at once over HTTP, longest": _ms(max(crowd)),
            "calls made for one person, for the crowd": f"{asked}, {shared}",
        },
        bars={
            f"register dead: an answer within {DEAD_MS / 1000} s": one <= DEAD_MS,
            f"register dead: {CROWD} at once over HTTP within {DEAD_MS / 1000} s": max(crowd) <= DEAD_MS,
            "a crowd with one question asks the register no more often than one person": shared <= asked == 2,
        },
    )


def _resting(calls: int) -> Outcome:
    """The circuit breaker is open: the product does not ask, and says so at once."""
    with _register() as simulator:
        simulator.control.set(Switches(Mode.HTML))
        for number in _NUMBERS[:5]:
            _search(number, Said.UNAVAILABLE)
        asked = len(simulator.control.calls())
        number = _NUMBERS[6]
        _search(number, Said.UNAVAILABLE)
        bare, times = _take_turns(calls, _bare_query, lambda: _search(number, Said.UNAVAILABLE))
        is_silent = len(simulator.control.calls()) == asked
    return Outcome(
        measured={"breaker open, median, p95 of the quietest round": _pair(times)},
        ratios={"breaker_open_to_bare_query": _ratio(times, bare)},
        bars={
            f"breaker open: p95 under {RESTING_MS:.0f} ms": _p95(times) < RESTING_MS,
            "breaker open: the register is left alone": is_silent,
        },
    )


def _served(calls: int) -> Outcome:
    """The endpoint over HTTP: cached and with an open breaker, against a request that reads only settings."""
    with _register() as simulator, web(ABR_BASE_URL=simulator.base_url, ABR_GUID=GUID) as port:
        person = Person(port, 1)
        config = f"http://127.0.0.1:{port}/api/v1/config"
        with httpx.Client(trust_env=False, headers={"Connection": "close"}) as http:
            for _ in range(8):  # both processes, warm
                _visit(person, ABN)()
                http.get(config).raise_for_status()
            plain, cached = _take_turns(calls, lambda: http.get(config).raise_for_status(), _visit(person, ABN))
        simulator.control.set(Switches(Mode.HTML))
        for number in _NUMBERS[:6]:
            _visit(person, number if number != "50910000010" else "16009661901")()
        (resting,) = _take_turns(min(calls, 100), _visit(person, "42 910 000 038"))
    return Outcome(
        measured={
            "a request that reads settings, over HTTP, median, p95 of the quietest round": _pair(plain),
            "cached, over HTTP, median, p95 of the quietest round": _pair(cached),
            "breaker open, over HTTP, median, p95 of the quietest round": _pair(resting),
        },
        ratios={"cached_to_plain_request_over_http": _ratio(cached, plain)},
        bars={
            f"cached, over HTTP: p95 under {END_TO_END_MS:.0f} ms": _p95(cached) < END_TO_END_MS,
            f"breaker open, over HTTP: p95 under {END_TO_END_MS:.0f} ms": _p95(resting) < END_TO_END_MS,
        },
    )


@contextmanager
def _register() -> Iterator[Simulator]:
    """A simulator of its own, so that breaker and counters start anew, and an empty cache."""
    ABRSearch.objects.all().delete()
    with Simulator() as simulator, override_settings(ABR_BASE_URL=simulator.base_url, ABR_GUID=GUID):
        yield simulator


def _search(query: str, outcome: Said, source: str | None = None) -> None:
    """A search that must come out like this; a wrong answer is not worth measuring."""
    found = search(query=query, max_results=50)
    if found.outcome is not outcome or (source is not None and found.source != source):
        raise RuntimeError(f"{query} is {found.outcome} from {found.source}")


def _visit(person: Person, query: str) -> Callable[[], None]:
    return lambda: person.post("/companies/search", {"query": query})


def _bare_query() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def _timed(act: Callable[[], Any]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _take_turns(calls: int, *sides: Callable[[], Any]) -> list[list[float]]:
    """Times of each side; they take turns, so that all meet the same moods of the machine."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(calls):
        for side, own in zip(sides, times, strict=True):
            own.append(_timed(side))
    return times


def _p95(times: list[float]) -> float:
    """Of the quietest of the rounds."""
    size = max(FEWEST_ROUND, len(times) // ROUNDS)
    rounds = [times[start : start + size] for start in range(0, len(times) - size + 1, size)]
    return min(statistics.quantiles(each, n=20)[-1] for each in rounds)


def _ratio(times: list[float], baseline: list[float]) -> float:
    return round(statistics.median(times) / statistics.median(baseline), 2)


def _ms(time_ms: float) -> str:
    return f"{time_ms:.2f} ms" if time_ms < 1000 else f"{time_ms / 1000:.2f} s"


def _pair(times: list[float]) -> str:
    return f"{_ms(statistics.median(times))}, {_ms(_p95(times))}"
