"""Fixtures of every test: clean caches and counters, a JSON client, the mailbox, the register, raised limits.

The database is seeded by its migrations. Celery runs nothing by itself: tests call tasks and ``mailbox``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

os.environ.setdefault("EVENTLEAD_ENV", "test")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Nothing a test queues may reach a worker of a running instance.
os.environ["CELERY_BROKER_URL"] = "memory://localhost/"

if TYPE_CHECKING:
    from pytest_django import Settings

    from abr_cache.simulator.server import Simulator
    from tests.support.api import ApiClient
    from tests.support.breached import BreachedPasswords
    from tests.support.mail import Mailbox


def pytest_configure(config: pytest.Config) -> None:
    """Cheap hashes of passwords and codes, key spaces per test process, plain static files."""
    from django.conf import settings
    from django.test import TransactionTestCase

    from accounts.hashers import RECOVERY_CODES
    from tests.support import database, roles

    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    settings.PASSWORD_HASHERS = ["tests.support.hashers.FastArgon2Hasher", *settings.PASSWORD_HASHERS[1:]]
    RECOVERY_CODES.time_cost, RECOVERY_CODES.memory_cost = 1, 8
    settings.CACHES["default"]["KEY_PREFIX"] = f"test-{os.getpid()}-{worker}"
    settings.WHITENOISE_AUTOREFRESH = True  # static files need not be collected
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    TransactionTestCase._fixture_teardown = database.wipe  # type: ignore[method-assign]
    roles.install()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The test database has its grants, as ``migrate`` gives them where the roles exist already."""
    from django.db import connection

    from common.db.postgresql import grants

    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            grants.apply(connection)


@pytest.fixture(autouse=True)
def fresh_state() -> Iterator[None]:
    """Settings, lookups, rate limits and cached checks of one test never reach the next."""
    from tests.support import state

    state.forget_everything()
    yield
    state.forget_everything()


@pytest.fixture
def api(db: None) -> ApiClient:
    """JSON client of ``/api/v1``; callbacks on commit run after each request."""
    from tests.support.api import ApiClient

    return ApiClient()


@pytest.fixture
def mailbox(db: None) -> Mailbox:
    """Sends what waits in the outbox and returns the messages: ``mailbox()``, ``mailbox.to(address)``."""
    from tests.support.mail import Mailbox

    return Mailbox()


@pytest.fixture
def register(settings: Settings) -> Iterator[Simulator]:
    """The product's own register client, pointed at the simulator."""
    from abr_cache.simulator.answers import GUID
    from abr_cache.simulator.server import Simulator

    with Simulator() as server:
        settings.ABR_BASE_URL = server.base_url
        settings.ABR_GUID = GUID
        yield server


@pytest.fixture
def breached(settings: Settings) -> Iterator[BreachedPasswords]:
    """A service of breached passwords that knows ``BREACHED``, asked by the product."""
    from tests.support.breached import BREACHED, BreachedPasswords

    with BreachedPasswords(BREACHED) as server:
        settings.BREACHED_PASSWORDS_URL = server.base_url
        yield server


@pytest.fixture
def roomy(db: None) -> None:
    """Limits that do not get in the way."""
    from tests.support.limits import lift_limits

    lift_limits()
