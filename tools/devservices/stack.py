"""The services of one VAR_DIR as a whole: start what is missing, hand out the environment, stop when last to leave."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tools.devservices.dev_secrets import development_secrets
from tools.devservices.errors import SetupError, say
from tools.devservices.layout import Layout
from tools.devservices.locks import SharedUse, exclusive
from tools.devservices.postgres import PostgresServer
from tools.devservices.redis_server import RedisServer
from tools.devservices.roles import APPLICATION, DATABASE, OWNER, RETENTION, provision

_NOT_OURS = ("PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD", "PGSERVICE", "PGOPTIONS")


@dataclass(frozen=True)
class Stack:
    """Running services and how to reach them. `postgres` and `redis` are None where the environment named one."""

    layout: Layout
    postgres: PostgresServer | None
    redis: RedisServer | None
    owner_url: str
    application_url: str
    redis_url: str

    def environment(self, kind: str = "development") -> dict[str, str]:
        """Variables for every process of this instance; what the developer's environment names wins."""
        ours = {
            "EVENTLEAD_ENV": kind,
            "STATIC_ROOT": str(self.layout.root / "static"),
            **development_secrets(self.layout),
        }
        if self.postgres is not None and kind == "development":
            ours["DATABASE_RETENTION_URL"] = self.postgres.url(RETENTION, DATABASE)
            ours["ARCHIVE_DIR"] = str(self.layout.root / "archive")
            ours["BACKUP_DIR"] = str(self.layout.root / "backup")
        given = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
        return {
            **ours,
            **given,
            "DATABASE_URL": self.application_url,
            "DATABASE_OWNER_URL": self.owner_url,
            "REDIS_URL": self.redis_url,
            "PYTHONUNBUFFERED": "1",
        }

    def owner_environment(self, kind: str = "development") -> dict[str, str]:
        """The same, connected as the owner: for migrations, grants and seeds."""
        return {**self.environment(kind), "DATABASE_URL": self.owner_url}


@contextmanager
def running_stack(layout: Layout, *, throwaway: bool = False, embedded: bool = False) -> Iterator[Stack]:
    """Have the services up for the length of the block; the last user of a VAR_DIR stops them. Raises SetupError.

    `embedded` ignores DATABASE_URL and REDIS_URL of the environment: tests never touch a database somebody named.
    """
    layout.create()
    environment: Mapping[str, str] = {} if embedded else os.environ
    with exclusive(layout.run / "start.lock"):
        use = SharedUse(layout.run / "use.lock")
        try:
            stack = _start(layout, environment, throwaway)
        except BaseException:
            _stop_if_last(use, PostgresServer(layout), RedisServer(layout))
            raise
    try:
        yield stack
    finally:
        with exclusive(layout.run / "start.lock"):
            _stop_if_last(use, stack.postgres, stack.redis)


def _start(layout: Layout, environment: Mapping[str, str], throwaway: bool) -> Stack:
    postgres: PostgresServer | None = None
    redis: RedisServer | None = None
    application_url = environment.get("DATABASE_URL", "")
    owner_url = environment.get("DATABASE_OWNER_URL") or application_url
    if not application_url:
        if environment.get("DATABASE_OWNER_URL"):
            raise SetupError("DATABASE_OWNER_URL is set without DATABASE_URL.", "set both or neither")
        postgres = PostgresServer(layout, throwaway=throwaway)
        if postgres.start():
            say("PostgreSQL is up")
        provision(postgres)
        owner_url, application_url = postgres.url(OWNER, DATABASE), postgres.url(APPLICATION, DATABASE)
    redis_url = environment.get("REDIS_URL", "")
    if not redis_url:
        redis = RedisServer(layout)
        if redis.start():
            say("Redis is up")
        redis_url = redis.url()
    return Stack(layout, postgres, redis, owner_url, application_url, redis_url)


def _stop_if_last(use: SharedUse, postgres: PostgresServer | None, redis: RedisServer | None) -> None:
    try:
        if use.is_last():
            if redis is not None:
                redis.stop()
            if postgres is not None:
                postgres.stop()
    finally:
        use.leave()


def database_urls(layout: Layout) -> tuple[str, str]:
    """Owner and application URL of a running instance. Raises SetupError when it is down."""
    if os.environ.get("DATABASE_URL"):
        application = os.environ["DATABASE_URL"]
        return os.environ.get("DATABASE_OWNER_URL") or application, application
    server = PostgresServer(layout)
    if not layout.run.is_dir() or not server.is_ready():
        raise SetupError(
            f"no PostgreSQL is running for VAR_DIR={layout.root}.", "start it with `make run` and the same VAR_DIR"
        )
    return server.url(OWNER, DATABASE), server.url(APPLICATION, DATABASE)
