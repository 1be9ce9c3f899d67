"""The policy register: how important each schema is, how often it is dumped, how long dumps are kept.

The command, the schedule and docs/backup.md follow it (database.md section 3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from common.db.schemas import FRAMEWORK_SCHEMA

Priority = Literal["critical", "high", "medium", "low"]
HOURLY, DAILY, WEEKLY = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
# A run that starts a little early does not push its schema back by a whole period.
_SLACK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SchemaPolicy:
    """Backup rules of one schema; ``kept`` is the age at which a dump may be removed."""

    schema: str
    priority: Priority
    frequency: timedelta
    kept: timedelta
    note: str

    def is_due(self, last: datetime | None, now: datetime) -> bool:
        """Whether the schema needs a dump, given the instant of its last one."""
        return last is None or now - last >= self.frequency - _SLACK


REGISTER: Final = (
    SchemaPolicy("ref", "medium", DAILY, timedelta(days=30), "can be restored from the seed files"),
    SchemaPolicy("config", "high", DAILY, timedelta(days=30), "also before every bulk change"),
    SchemaPolicy("dbo", "critical", HOURLY, timedelta(days=14), "customer data"),
    SchemaPolicy(
        "audit", "critical", HOURLY, timedelta(days=14), "with a copy outside the database that cannot be changed"
    ),
    SchemaPolicy("log", "medium", WEEKLY, timedelta(days=28), "archives of removed rows are kept separately"),
    SchemaPolicy("cache", "low", WEEKLY, timedelta(days=28), "can be rebuilt"),
    SchemaPolicy(FRAMEWORK_SCHEMA, "medium", WEEKLY, timedelta(days=28), "sessions, schedule and applied migrations"),
)
# Also the order of restoring: ref, config, dbo, audit, log, cache, then the framework's tables.
SCHEMA_ORDER: Final = tuple(policy.schema for policy in REGISTER)
_WORDS = {HOURLY: "hourly", DAILY: "daily", WEEKLY: "weekly"}


def in_order(schemas: Iterable[str]) -> tuple[str, ...]:
    """Sort schemas by the order of restoring."""
    return tuple(sorted(schemas, key=SCHEMA_ORDER.index))


def due_schemas(last: dict[str, datetime], now: datetime) -> tuple[str, ...]:
    """Schemas whose last dump is older than the policy allows.

    Weekly dumps take everything along, so that there is a set of one instant to restore the whole database from.
    """
    due = [policy for policy in REGISTER if policy.is_due(last.get(policy.schema), now)]
    if any(policy.frequency == WEEKLY for policy in due):
        return SCHEMA_ORDER
    return tuple(policy.schema for policy in due)


def policy_of(schema: str) -> SchemaPolicy:
    """Rules of a schema."""
    return next(policy for policy in REGISTER if policy.schema == schema)


def policy_table() -> str:
    """The register as a Markdown table, as docs/backup.md holds it."""
    lines = ["| Schema | Priority | Dump | Dumps kept | Note |", "|---|---|---|---|---|"]
    lines += [
        f"| {each.schema} | {each.priority} | {_WORDS[each.frequency]} | {each.kept.days} days | {each.note} |"
        for each in REGISTER
    ]
    return "\n".join(lines) + "\n"
