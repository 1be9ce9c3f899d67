"""Search and cache over real PostgreSQL and the simulator (AB-1 to AB-4, abr.md section 3)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from pytest_django import Settings

from abr_cache import services
from abr_cache.client.answers import Outcome
from abr_cache.models import ABRSearch
from abr_cache.services import SearchAnswer
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from common import clock
from common.problems import ValidationFailed

pytestmark = pytest.mark.django_db
ABN, ACN = "50 910 000 010", "910 000 010"


def search(query: str = ABN, **options: Any) -> SearchAnswer:
    return services.search(query=query, **options)


def calls(register: Simulator) -> int:
    return len(register.control.calls())


def expire_all() -> None:
    ABRSearch.objects.update(fetched_at=clock.now() - timedelta(days=40), expires_at=clock.now() - timedelta(days=10))


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        (ABN, "abn"), ("50.910.000-010", "abn"), (ACN, "acn"),
        ("910\u00a0000\u00a0010", "acn"), ("harbourline", "name"),
        ("1234567890", "name"), ("3 Brothers", "name"),
    ],
)  # fmt: skip
def test_type_is_detected(register: Simulator, query: str, kind: str) -> None:
    """AB-1."""
    assert search(query).search_type == kind


@pytest.mark.parametrize(
    ("query", "forced", "code"),
    [
        ("51 824 753 557", "auto", "abn_invalid"), ("004 085 617", "auto", "acn_invalid"),
        ("harbourline", "abn", "abn_invalid"), (ABN, "acn", "acn_invalid"), (ACN, "abn", "abn_invalid"),
    ],
)  # fmt: skip
def test_checksum_comes_before_any_call(register: Simulator, query: str, forced: str, code: str) -> None:
    """AB-1: refused on `query`, nothing asked, nothing stored."""
    with pytest.raises(ValidationFailed) as refused:
        search(query, search_type=forced)
    assert [(error.field, error.code) for error in refused.value.errors] == [("query", code)]
    assert calls(register) == 0
    assert not ABRSearch.objects.exists()


def test_a_number_may_be_searched_as_a_name(register: Simulator) -> None:
    assert search(ABN, search_type="name").outcome is Outcome.NOT_FOUND


def test_second_search_comes_from_the_cache(register: Simulator) -> None:
    first, second = search(), search("50910000010")
    assert (first.source, second.source, second.is_stale) == ("register", "cache", False)
    assert first.results == second.results
    assert first.retrieved_at == second.retrieved_at
    assert calls(register) == 1
    row = ABRSearch.objects.get(search_type="ABN")
    assert row.hit_count == 1
    assert row.last_hit_at is not None
    assert GUID not in str(row.full_response)
    assert row.full_response["EntityName"] == "HARBOURLINE EXHIBITS PTY LTD"


def test_abn_answer_fills_both_keys(register: Simulator) -> None:
    search(ABN)
    assert search(ACN).source == "cache"
    assert calls(register) == 1


def test_acn_answer_fills_both_keys(register: Simulator) -> None:
    search(ACN)
    assert search(ABN).source == "cache"
    assert calls(register) == 1


def test_name_search_caches_fifty_and_cuts_the_answer(register: Simulator) -> None:
    assert [
        search("Harbourline", max_results=1).result_count,
        search(" HARBOURLINE ", max_results=50).result_count,
    ] == [1, 3]
    assert calls(register) == 1
    assert register.control.calls()[0]["parameters"] == {
        "name": "harbourline",
        "maxResults": "50",
        "callback": "callback",
    }


def test_names_active_first_and_no_trading_names(register: Simulator) -> None:
    """AB-4."""
    results = search("harbourline").results
    assert [result.matched_name for result in results] == [
        "HARBOURLINE EXHIBITS (WA) PTY LTD", "HARBOURLINE EXHIBITS PTY LTD", "HARBOURLINE HOLDINGS PTY LTD",
    ]  # fmt: skip
    assert {result.has_details for result in results} == {False}
    assert {result.score for result in results} == {90}
    assert search("pty ltd", max_results=50).results[-1].abn_status == "cancelled"
    assert search("evergreen").result_count == 1


@pytest.mark.parametrize("source", ["register", "cache"])
def test_cached_names_keep_their_order(register: Simulator, source: str) -> None:
    for _ in range(1 if source == "register" else 2):
        answer = search("events", max_results=50)
    assert answer.source == source
    statuses_and_scores = [(not result.is_active, -(result.score or 0)) for result in answer.results]
    assert statuses_and_scores == sorted(statuses_and_scores)


def test_not_found_is_remembered_for_an_hour(register: Simulator) -> None:
    assert search("75 930 000 550").outcome is Outcome.NOT_FOUND
    again = search("75 930 000 550")
    assert (again.outcome, again.source, again.results) == (Outcome.NOT_FOUND, "cache", ())
    assert calls(register) == 1
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=61), tick=True):
        assert search("75 930 000 550").source == "register"


def test_found_is_fresh_for_thirty_days(register: Simulator) -> None:
    search()
    with time_machine.travel(datetime.now(UTC) + timedelta(days=29, hours=23), tick=True):
        assert search().source == "cache"
    with time_machine.travel(datetime.now(UTC) + timedelta(days=30, minutes=1), tick=True):
        assert search().source == "register"
    assert ABRSearch.objects.get(search_type="ABN").hit_count == 1, "a refresh keeps the hits"


def test_unavailable_is_never_cached(register: Simulator) -> None:
    """AB-2."""
    register.control.set(Switches(Mode.HTTP500, fail_next=1))
    answer = search()
    assert (answer.outcome, answer.source, answer.retrieved_at, answer.results) == (Outcome.UNAVAILABLE, None, None, ())
    assert answer.message is not None
    assert not ABRSearch.objects.exists()
    assert search().outcome is Outcome.FOUND


def test_stale_answer_while_unavailable(register: Simulator) -> None:
    """AB-4: flagged, with the date read."""
    search()
    expire_all()
    register.control.set(Switches(Mode.HTML))
    stale = search()
    assert (stale.outcome, stale.source, stale.is_stale) == (Outcome.FOUND, "cache", True)
    assert stale.retrieved_at is not None
    assert stale.retrieved_at < clock.now() - timedelta(days=39)
    assert str(stale.retrieved_at.year) in (stale.message or "")


def test_an_old_not_found_is_not_served(register: Simulator) -> None:
    search("75 930 000 550")
    expire_all()
    register.control.set(Switches(Mode.HTML))
    assert search("75 930 000 550").outcome is Outcome.UNAVAILABLE


def test_fresh_row_needs_no_key(register: Simulator, settings: Settings) -> None:
    search()
    settings.ABR_GUID = ""
    assert search().outcome is Outcome.FOUND
    assert search("40 910 000 029").outcome is Outcome.UNAVAILABLE
    assert calls(register) == 1


def test_a_withdrawn_record_becomes_not_found(register: Simulator) -> None:
    """The later answer replaces the rows of the earlier one."""
    search("harbourline")
    ABRSearch.objects.filter(search_value="harbourline").update(search_value="no such name")
    expire_all()
    assert search("no such name").outcome is Outcome.NOT_FOUND
    assert ABRSearch.objects.filter(search_value="no such name").values_list("is_negative", flat=True).get() is True


@pytest.mark.parametrize(
    "number", ["44910000047", "65910000136", "67910000145", "69910000154", "54910000092", "52910000083"]
)
def test_odd_entities_survive_the_cache(register: Simulator, number: str) -> None:
    assert search(number).results == search(number).results
    assert calls(register) == 1


@pytest.mark.django_db(transaction=True)
def test_fifty_threads_make_one_call(register: Simulator) -> None:
    """abr.md section 3: concurrent look-ups of one key make one outbound call."""
    register.control.set(Switches(latency_ms=300))

    def ask(_: int) -> SearchAnswer:
        try:
            return search("46 910 000 056")
        finally:
            connection.close()

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(ask, range(50)))
    assert {answer.outcome for answer in answers} == {Outcome.FOUND}
    assert {len(answer.results[0].business_names) for answer in answers} == {30}
    assert calls(register) == 1


def test_nothing_about_the_searcher_is_stored() -> None:
    """Invariant 48."""
    columns = {field.name for field in ABRSearch._meta.get_fields()}
    assert not {name for name in columns if "user" in name or "company_id" in name or "ip_" in name}


def test_a_refused_key_is_a_critical_error_once(register: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    """AB-2, ER-2: "unavailable" to the user, an alert to us; the key itself is not in it."""
    recorded: list[BaseException] = []
    monkeypatch.setattr("abr_cache.services.register.hook", lambda _setting: recorded.append)
    register.control.set(Switches(Mode.BAD_GUID))
    assert [search().outcome for _ in range(3)] == [Outcome.UNAVAILABLE] * 3
    (error,) = recorded
    assert getattr(error, "severity", None) == "critical"
    assert GUID not in str(error)
    assert calls(register) == 1
