"""A migrated database of its own for one benchmark, on the server DATABASE_URL names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management import call_command
from django.db import connections


@contextmanager
def scratch_database() -> Iterator[Any]:
    """Connection to a fresh database, which is dropped at the end."""
    default = connections["default"]
    name, alias = f"bench_{os.getpid()}", "bench"
    with default._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    connections.settings[alias] = {**default.settings_dict, "NAME": name}
    try:
        call_command("migrate", database=alias, verbosity=0)
        yield connections[alias]
    finally:
        connections[alias].close()
        del connections[alias], connections.settings[alias]
        with default._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
