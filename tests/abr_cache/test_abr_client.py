"""The client against the simulator: three outcomes, retry, time limits, breaker, quota, secrecy (abr.md section 3)."""

from __future__ import annotations

import logging
import time

import pytest

from abr_cache.client.answers import Outcome, Reason, SearchKey, SearchType
from abr_cache.client.client import ClientConfig, RegisterClient
from abr_cache.client.transport import Transport
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.control import Mode, Switches
from abr_cache.simulator.server import Simulator
from common.outbound.breaker import BreakerState
from common.outbound.store import MemoryStore

HARBOURLINE = SearchKey(SearchType.ABN, "50910000010")


def calls(simulator: Simulator) -> int:
    return len(simulator.control.calls())


def test_found_by_abn_acn_and_name(client: RegisterClient) -> None:
    by_abn = client.ask(HARBOURLINE)
    by_acn = client.ask(SearchKey(SearchType.ACN, "910000010"))
    assert by_abn.entities == by_acn.entities
    assert by_abn.entities[0].legal_entity_name == "HARBOURLINE EXHIBITS PTY LTD"
    assert len(client.ask(SearchKey(SearchType.NAME, "harbourline")).entities) == 3


@pytest.mark.parametrize("number", ["75930000550", "11930000770"])
def test_the_register_says_no(client: RegisterClient, number: str) -> None:
    answer = client.ask(SearchKey(SearchType.ABN, number))
    assert (answer.outcome, answer.is_cacheable) == (Outcome.NOT_FOUND, True)
    assert client.breaker.state() is BreakerState.CLOSED


@pytest.mark.parametrize(
    ("mode", "reason", "attempts"),
    [
        (Mode.TIMEOUT, Reason.TIMEOUT, 2),
        (Mode.DROP_CONNECTION, Reason.NETWORK, 2),
        (Mode.HTTP500, Reason.HTTP_STATUS, 1),
        (Mode.HTML, Reason.MALFORMED, 1),
        (Mode.TRUNCATED, Reason.MALFORMED, 1),
        (Mode.WRONG_CALLBACK, Reason.MALFORMED, 1),
        (Mode.BAD_GUID, Reason.KEY_REFUSED, 1),
        (Mode.BUSY_MESSAGE, Reason.MESSAGE, 1),
    ],
)
def test_could_not_ask(client: RegisterClient, simulator: Simulator, mode: Mode, reason: Reason, attempts: int) -> None:
    """AB-2: every failure is *unavailable*; only network failures and time-outs are tried again, once."""
    simulator.control.set(Switches(mode))
    answer = client.ask(HARBOURLINE)
    assert (answer.outcome, answer.reason, answer.is_cacheable) == (Outcome.UNAVAILABLE, reason, False)
    assert calls(simulator) == attempts


@pytest.mark.parametrize("mode", [Mode.TIMEOUT, Mode.DROP_CONNECTION])
def test_one_failure_is_mended_by_the_retry(client: RegisterClient, simulator: Simulator, mode: Mode) -> None:
    simulator.control.set(Switches(mode, fail_next=1))
    assert client.ask(HARBOURLINE).outcome is Outcome.FOUND
    assert calls(simulator) == 2


def test_unreachable_register() -> None:
    with Simulator() as closed:
        url = closed.base_url
    client = RegisterClient(ClientConfig(url, GUID), MemoryStore())
    assert client.ask(HARBOURLINE).reason is Reason.NETWORK


def test_slow_entity_ends_within_six_and_a_half_seconds(simulator: Simulator) -> None:
    """AB-3: with the real limits, two attempts of 3 s."""
    client = RegisterClient(ClientConfig(simulator.base_url, GUID), MemoryStore())
    started = time.monotonic()
    assert client.ask(SearchKey(SearchType.ABN, "59910000109")).reason is Reason.TIMEOUT
    assert 5.5 < time.monotonic() - started < 6.5


@pytest.mark.parametrize(
    ("number", "reason"),
    [("61910000118", Reason.HTTP_STATUS), ("63910000127", Reason.MALFORMED), ("43930000660", Reason.KEY_REFUSED)],
)
def test_entities_that_misbehave_on_their_own(client: RegisterClient, number: str, reason: Reason) -> None:
    assert client.ask(SearchKey(SearchType.ABN, number)).reason is reason


def test_breaker_opens_after_five_failures_and_one_probe_decides(simulator: Simulator) -> None:
    now = [0.0]
    store = MemoryStore(clock=lambda: now[0])
    client = RegisterClient(ClientConfig(simulator.base_url, GUID), store)
    simulator.control.set(Switches(Mode.HTTP500))
    for _ in range(5):
        assert client.ask(HARBOURLINE).reason is Reason.HTTP_STATUS
    assert client.ask(HARBOURLINE).reason is Reason.BREAKER_OPEN
    assert calls(simulator) == 5
    now[0] += 30.1
    assert client.breaker.state() is BreakerState.HALF_OPEN
    assert client.ask(HARBOURLINE).reason is Reason.HTTP_STATUS
    assert calls(simulator) == 6
    assert client.ask(HARBOURLINE).reason is Reason.BREAKER_OPEN
    now[0] += 30.1
    simulator.control.restore()
    assert client.ask(HARBOURLINE).outcome is Outcome.FOUND
    assert client.breaker.state() is BreakerState.CLOSED


def test_only_consecutive_failures_count(client: RegisterClient, simulator: Simulator) -> None:
    for _ in range(3):
        simulator.control.set(Switches(Mode.HTTP500, fail_next=4))
        assert [client.ask(HARBOURLINE).outcome for _ in range(5)][-1] is Outcome.FOUND
    assert client.breaker.state() is BreakerState.CLOSED


def test_half_open_lets_one_caller_pass() -> None:
    now = [0.0]
    client = RegisterClient(ClientConfig("http://127.0.0.1:9/"), MemoryStore(clock=lambda: now[0]))
    for _ in range(5):
        client.breaker.report_failure()
    now[0] += 31
    assert [client.breaker.allows_call() for _ in range(3)] == [True, False, False]


@pytest.mark.parametrize("guid", ["22222222-2222-4222-8222-222222222222", ""])
def test_wrong_or_missing_key_opens_for_ten_minutes_and_alerts_once(simulator: Simulator, guid: str) -> None:
    """AB-2: unavailable to the user, an alert to us."""
    now, alerts = [0.0], []
    client = RegisterClient(
        ClientConfig(simulator.base_url, guid),
        MemoryStore(clock=lambda: now[0]),
        on_key_refused=lambda: alerts.append("alert"),
    )
    assert client.ask(HARBOURLINE).reason is Reason.KEY_REFUSED
    now[0] += 590
    assert client.ask(HARBOURLINE).reason is Reason.BREAKER_OPEN
    assert alerts == ["alert"]
    assert calls(simulator) == (1 if guid else 0)
    now[0] += 11
    assert client.breaker.state() is BreakerState.HALF_OPEN


def test_a_corrected_key_works_at_once(simulator: Simulator) -> None:
    store = MemoryStore()
    assert (
        RegisterClient(ClientConfig(simulator.base_url, "wrong"), store).ask(HARBOURLINE).reason is Reason.KEY_REFUSED
    )
    assert RegisterClient(ClientConfig(simulator.base_url, GUID), store).ask(HARBOURLINE).outcome is Outcome.FOUND


def test_calls_a_minute_are_limited_for_the_installation(simulator: Simulator) -> None:
    store = MemoryStore()
    clients = [RegisterClient(ClientConfig(simulator.base_url, GUID, calls_per_minute=3), store) for _ in range(2)]
    reasons = [clients[index % 2].ask(HARBOURLINE).reason for index in range(5)]
    assert reasons == [Reason.NONE] * 3 + [Reason.QUOTA] * 2
    assert calls(simulator) == 3
    assert clients[0].breaker.state() is BreakerState.CLOSED


def test_the_key_is_in_no_log_and_no_failure(simulator: Simulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client = RegisterClient(ClientConfig(simulator.base_url, GUID), MemoryStore(), Transport(simulator.base_url, 0.2))
    for mode in (Mode.OK, Mode.HTTP500, Mode.DROP_CONNECTION, Mode.BAD_GUID):
        simulator.control.set(Switches(mode))
        client.ask(SearchKey(SearchType.NAME, "o'brien, margaret"))
    logged = caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    assert "abr_unavailable" in logged
    assert GUID not in logged
    assert "margaret" not in logged
    assert GUID not in repr(ClientConfig(simulator.base_url, GUID))
    assert GUID not in str(simulator.control.calls())


def test_machine_proxies_are_not_used(
    simulator: Simulator, client: RegisterClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    assert client.ask(HARBOURLINE).outcome is Outcome.FOUND
