"""What whole journeys need: the register's simulator, and limits that do not get in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_django import Settings

from abr_cache.simulator.answers import GUID
from abr_cache.simulator.server import Simulator
from tests.support.limits import lift_limits


@pytest.fixture
def register(settings: Settings) -> Iterator[Simulator]:
    """The product's own register client, pointed at the simulator."""
    with Simulator() as server:
        settings.ABR_BASE_URL = server.base_url
        settings.ABR_GUID = GUID
        yield server


@pytest.fixture
def roomy(db: Any) -> None:
    """Limits that do not get in the way."""
    lift_limits()
