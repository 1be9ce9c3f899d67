"""Simulator on a free port, and a client that talks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from abr_cache.client.client import ClientConfig, RegisterClient
from abr_cache.client.transport import Transport
from abr_cache.simulator.answers import GUID
from abr_cache.simulator.server import Simulator
from accounts.models import User
from common.outbound.store import MemoryStore
from reference.selectors.lookups import code_id


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as server:
        yield server


@pytest.fixture
def client(simulator: Simulator) -> RegisterClient:
    """Waits 0.3 s instead of 3 s per attempt; its breaker belongs to this test alone."""
    config = ClientConfig(simulator.base_url, GUID)
    return RegisterClient(config, MemoryStore(), Transport(simulator.base_url, attempt_seconds=0.3))


@pytest.fixture
def register(simulator: Simulator, settings: Settings) -> Simulator:
    """The product's own client, pointed at the simulator; its shared state belongs to this test's free port."""
    settings.ABR_BASE_URL = simulator.base_url
    settings.ABR_GUID = GUID
    return simulator


@pytest.fixture
def officer(db: None) -> User:
    """Somebody of our staff."""
    return User.objects.create(
        email="officer@example.org",
        first_name="Olga",
        last_name="Reed",
        password_hash="!",
        user_status_id=code_id("UserStatus", "active"),
        user_role_id=code_id("UserRole", "system_admin"),
        is_email_verified=False,
    )
