"""Embedded services in folders that leave nothing behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.devservices.layout import Layout
from tools.devservices.postgres import PostgresServer
from tools.devservices.redis_server import RedisServer


@pytest.fixture
def layout(tmp_path: Path) -> Iterator[Layout]:
    """An empty VAR_DIR; whatever was started in it is stopped, and its places elsewhere are removed."""
    found = Layout.at(tmp_path / "var")
    found.create()
    yield found
    PostgresServer(found).stop()
    RedisServer(found).stop()
    for name in ("data", "sockets"):
        if name in found.places():
            shutil.rmtree(found.places()[name], ignore_errors=True)
