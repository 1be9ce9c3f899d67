"""Shared state of the client: Redis, its absence, single flight within and across processes (abr.md section 3)."""

from __future__ import annotations

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from abr_cache.client.flight import Codec, SingleFlight, WaitedTooLongError
from common import shared_store
from common.outbound.shared_state import SharedState
from common.outbound.store import MemoryStore, RedisStore, Store

TEXT: Codec[str] = Codec(encode=lambda text: text, decode=lambda text: f"{text} (published)")


def redis_store() -> RedisStore:
    store = RedisStore(shared_store.client(), shared_store.key("abr-test", ""))
    try:
        store.get("ping")
    except redis.RedisError:
        pytest.skip("no Redis here")
    return store


@pytest.fixture(params=["memory", "redis"])
def store(request: pytest.FixtureRequest) -> Store:
    return MemoryStore() if request.param == "memory" else redis_store()


@pytest.fixture
def key() -> str:
    return f"test:{uuid.uuid4().hex}"


def test_store_operations(store: Store, key: str) -> None:
    assert store.get(key) is None
    assert [store.add(key, "a", 5000), store.add(key, "b", 5000)] == [True, False]
    store.release(key, "b")
    assert store.get(key) == "a"
    store.release(key, "a")
    assert store.get(key) is None
    assert [store.increment(key, 5000), store.increment(key, 5000)] == [1, 2]
    store.remove(key)
    store.put(key, "short", 30)
    time.sleep(0.05)
    assert store.get(key) is None


def test_window_slides(store: Store, key: str) -> None:
    assert [store.take(key, 2, 150, str(number)) for number in range(3)] == [True, True, False]
    time.sleep(0.2)
    assert store.take(key, 2, 150, "later")


@pytest.mark.django_db
def test_without_redis_the_process_goes_on_by_itself(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """RL-3: the numbers hold, and the absence costs no time."""
    monkeypatch.setattr(shared_store, "client", lambda: redis.Redis(port=9, retry=Retry(NoBackoff(), 0)))
    store = SharedState("abr-test")
    assert [store.take(key, 2, 5000, "x") for _ in range(3)] == [True, True, False]
    started = time.monotonic()
    assert store.add(key, "1", 5000)
    assert not store.add(key, "1", 5000)
    store.release(key, "1")
    store.put(key, "2", 5000)
    assert store.get(key) == "2"
    store.remove(key)
    assert store.increment(key, 5000) == 1
    assert time.monotonic() - started < 0.5


def test_fifty_threads_one_piece_of_work(key: str) -> None:
    work_done = []
    flight = SingleFlight(MemoryStore(), "test", TEXT)

    def work() -> str:
        work_done.append(threading.get_ident())
        time.sleep(0.2)
        return "answer"

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: flight.run(key, time.monotonic() + 5, work), range(50)))
    assert answers == ["answer"] * 50
    assert len(work_done) == 1


def test_another_process_waits_for_the_answer(store: Store, key: str) -> None:
    """Two flights over one store stand for two processes."""
    leader, follower = SingleFlight(store, "test", TEXT), SingleFlight(store, "test", TEXT)
    begun = threading.Event()

    def slow() -> str:
        begun.set()
        time.sleep(0.2)
        return "answer"

    def never() -> str:
        raise AssertionError("the follower worked")

    with ThreadPoolExecutor(1) as pool:
        led = pool.submit(leader.run, key, time.monotonic() + 5, slow)
        begun.wait(5)
        assert follower.run(key, time.monotonic() + 5, never) == "answer (published)"
        assert led.result() == "answer"
    assert follower.run(key, time.monotonic() + 5, lambda: "own") == "own"


def test_waiting_ends_at_the_deadline(store: Store, key: str) -> None:
    store.add(f"test:flight:{key}", "somebody", 5000)
    with pytest.raises(WaitedTooLongError):
        SingleFlight(store, "test", TEXT).run(key, time.monotonic() + 0.1, lambda: "never")


def test_a_failure_reaches_all_and_frees_the_key(key: str) -> None:
    flight = SingleFlight(MemoryStore(), "test", TEXT)

    def broken() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        flight.run(key, time.monotonic() + 1, broken)
    assert flight.run(key, time.monotonic() + 1, lambda: "fine") == "fine"
