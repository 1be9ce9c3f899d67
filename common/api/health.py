"""Liveness and readiness for load balancers and operators; neither tells versions nor addresses (api.md section 8)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import redis
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from rest_framework.request import Request

from common.api.access import Access
from common.api.documentation import documented
from common.api.fields import ChoiceField
from common.api.serializers import Shape
from common.api.views import ApiView

logger = logging.getLogger(__name__)

_PATIENCE_SECONDS = 2


def check_database() -> None:
    """Raise when the database does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def check_redis() -> None:
    """Raise when Redis does not answer."""
    client = redis.Redis.from_url(
        settings.REDIS_URL.replace("redis+socket://", "unix://"),
        socket_timeout=_PATIENCE_SECONDS,
        socket_connect_timeout=_PATIENCE_SECONDS,
    )
    try:
        client.ping()
    finally:
        client.close()


def check_migrations() -> None:
    """Raise when a migration of this code is not applied."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RuntimeError("migrations are not applied")


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "redis": check_redis,
    "migrations": check_migrations,
}


def run_checks() -> dict[str, str]:
    """Run every check: ``ok`` or ``failed`` by name. Reasons go to the log only."""
    results = {}
    for name, check in CHECKS.items():
        try:
            check()
            results[name] = "ok"
        except Exception:
            logger.warning("health check failed", extra={"check": name}, exc_info=True)
            results[name] = "failed"
    return results


class LiveShape(Shape):
    """The process answers."""

    status = ChoiceField(["ok"])


class ChecksShape(Shape):
    """Result by dependency."""

    database = ChoiceField(["ok", "failed"])
    redis = ChoiceField(["ok", "failed"])
    migrations = ChoiceField(["ok", "failed"])


class ReadyShape(Shape):
    """Overall result and the single ones."""

    status = ChoiceField(["ok", "failed"])
    checks = ChecksShape()


class HealthView(ApiView):
    """Probes are never limited: a limit would take a healthy process out of service."""

    access = Access.PUBLIC
    is_rate_limited = False


class HealthLiveView(HealthView):
    @documented("Is the process alive", response=LiveShape)
    def get(self, request: Request) -> Any:
        return self.respond(LiveShape, {"status": "ok"})


class HealthReadyView(HealthView):
    @documented("Can the process serve", response=ReadyShape, other_responses={503: ReadyShape})
    def get(self, request: Request) -> Any:
        checks = run_checks()
        is_ready = all(result == "ok" for result in checks.values())
        answer = {"status": "ok" if is_ready else "failed", "checks": checks}
        return self.respond(ReadyShape, answer, status=200 if is_ready else 503)
