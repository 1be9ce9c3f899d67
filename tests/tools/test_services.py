"""The embedded services start, are adopted, survive kill -9 and stop with their last user."""

from __future__ import annotations

import os
import signal
import stat
import time
from pathlib import Path

import psycopg
import pytest

from tools.devservices import stack as stack_module
from tools.devservices.dev_secrets import NAMES, development_secrets
from tools.devservices.errors import SetupError
from tools.devservices.layout import Layout
from tools.devservices.postgres import PostgresServer
from tools.devservices.roles import ALL_ROLES, DATABASE, prepared_stamp, provision, set_prepared_stamp
from tools.devservices.stack import database_urls, running_stack


def _rows(url: str, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query).fetchall()


def _wait_for_end(pid: int) -> None:
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().split()[2] == "Z":
            return
        time.sleep(0.05)


def test_a_fresh_folder_gets_a_database_with_roles_and_keeps_it_over_kill_and_restart(
    layout: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    with running_stack(layout) as stack:
        assert stack.postgres is not None
        assert stack.redis is not None
        assert stack.redis.is_ready()
        owner, application = database_urls(layout)
        assert (owner, application) == (stack.owner_url, stack.application_url)
        assert _rows(owner, "SELECT current_user, current_database()") == [("eventlead_owner", "eventlead")]
        assert _rows(application, "SELECT current_user") == [("eventlead_app",)]
        (facts,) = _rows(
            owner,
            "SELECT pg_encoding_to_char(encoding), datcollate, pg_get_userbyid(datdba), current_setting('TimeZone'),"
            " current_setting('listen_addresses') FROM pg_database WHERE datname = current_database()",
        )
        assert facts == ("UTF8", "C.UTF-8", "eventlead_owner", "UTC", "")
        roles = _rows(owner, "SELECT rolname, rolsuper FROM pg_roles WHERE rolname LIKE 'eventlead%' ORDER BY 1")
        assert roles == [(name, False) for name in sorted(ALL_ROLES)]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            _rows(application, "CREATE SCHEMA intruder")
        with psycopg.connect(owner) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS n")

        killed = stack.postgres.pid()
        assert killed is not None
        os.kill(killed, signal.SIGKILL)
        _wait_for_end(killed)
        again = PostgresServer(layout)
        assert again.pid() is None
        assert again.start() is True
        assert again.pid() != killed
        assert _rows(owner, "SELECT n FROM kept") == [(7,)]

        # A second user adopts the server and leaves it running for the first.
        with running_stack(layout) as second:
            assert second.postgres is not None
            assert second.postgres.pid() == again.pid()
        assert again.is_ready()
    assert again.pid() is None
    with pytest.raises(SetupError, match="no PostgreSQL is running"):
        database_urls(layout)


def test_a_lock_file_that_names_another_program_does_not_stop_the_start(layout: Layout) -> None:
    server = PostgresServer(layout, throwaway=True)
    server.start()
    server.stop()
    (server.data_dir / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data_dir}\n")
    assert server.pid() is None
    assert server.start() is True
    assert server.is_ready()


def test_a_long_folder_name_still_gets_a_usable_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "/tmp")
    layout = Layout.at(tmp_path / ("long-" * 20) / "var")
    layout.create()
    folder = layout.socket_folder("pg")
    try:
        assert not folder.is_relative_to(layout.root)
        assert len(str(folder)) < 60
        assert Layout(layout.root).socket_folder("pg") == folder
    finally:
        folder.rmdir()
        folder.parent.rmdir()


def test_the_preparation_stamp_lives_with_the_database(layout: Layout) -> None:
    server = PostgresServer(layout, throwaway=True)
    server.start()
    provision(server)
    provision(server)
    assert prepared_stamp(server) == ""
    set_prepared_stamp(server, "it's version 1")
    assert prepared_stamp(server) == "it's version 1"
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {DATABASE}")
    provision(server)
    assert prepared_stamp(server) == ""


def test_a_named_database_and_redis_replace_the_embedded_ones(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db.example/eventlead")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    monkeypatch.setenv("REDIS_URL", "redis://cache.example/3")
    monkeypatch.setattr(stack_module.PostgresServer, "start", lambda self: pytest.fail("started PostgreSQL"))
    with running_stack(layout) as stack:
        environment = stack.environment()
    assert stack.postgres is None
    assert stack.redis is None
    assert environment["DATABASE_URL"] == environment["DATABASE_OWNER_URL"] == "postgresql://app@db.example/eventlead"
    assert environment["REDIS_URL"] == "redis://cache.example/3"


def test_development_secrets_are_made_once_and_private(layout: Layout) -> None:
    first = development_secrets(layout)
    assert set(first) == set(NAMES)
    assert len(set(first.values())) == len(NAMES)
    assert min(map(len, first.values())) >= 32
    assert development_secrets(layout) == first
    assert stat.S_IMODE((layout.root / "secrets.json").stat().st_mode) == 0o600
