"""A scratch database for migration operations against throw-away models, next to the product's test database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections

from common.db.schemas import SCHEMAS
from tests.db.bench import ALIAS, Bench


@pytest.fixture(scope="session")
def scratch_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """Create the database once; it is registered only after the test databases exist, so Django leaves it alone."""
    name = f"test_layer_{os.getpid()}"
    default = connections["default"]
    with django_db_blocker.unblock():
        with default._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
        connections.settings[ALIAS] = {**default.settings_dict, "NAME": name}
        yield connections[ALIAS]
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.settings[ALIAS]
        with default._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def scratch(scratch_database: Any, django_db_blocker: Any) -> Iterator[Any]:
    """Connection to the scratch database with empty schemas."""
    with django_db_blocker.unblock():
        with scratch_database.cursor() as cursor:
            for schema in SCHEMAS:
                cursor.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
        scratch_database.prepare_database()
        yield scratch_database
        scratch_database.close()


@pytest.fixture
def bench(scratch: Any) -> Bench:
    """Runs migration operations of the throw-away app ``layer`` in the scratch database."""
    return Bench(scratch)
