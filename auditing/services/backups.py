"""Backups and restore drills with their evidence: BACKUP_COMPLETED, RESTORE_DRILL_COMPLETED, RESTORE_DRILL_FAILED.

What dumps and restores is in common/backup; here it meets the audit trail, whose chain a drill verifies.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections

from auditing.services.chain import verify
from auditing.services.recording import business_transaction, record
from common import clock
from common.actors import Actor, system_actor
from common.backup.dumping import take_set
from common.backup.errors import BackupFailed
from common.backup.policy import SCHEMA_ORDER, due_schemas
from common.backup.programs import Server
from common.backup.restoring import differences, restore_set, scratch_database
from common.backup.sets import (
    BackupSet,
    backup_directory,
    newest_by_schema,
    only_one_run,
    read_set,
    readable_sets,
    remove_expired,
    set_paths,
)

ENTITY_TYPE = "audit.ActivityLog"  # the trail that a backup is there to keep, and that a drill verifies
_SCRATCH = "restore_drill"


@dataclass(frozen=True, slots=True)
class BackupResult:
    """The set taken, and names of expired sets that were removed."""

    backup: BackupSet
    removed: list[str]


@dataclass(frozen=True, slots=True)
class DrillReport:
    """Outcome of a drill that passed.

    ``rpo`` is the age of the restored data, ``rto`` the time from the start until the database stood there complete;
    ``age_by_schema`` is the age of the newest dump of each schema.
    """

    backup: BackupSet
    tables: int
    chains: int
    chain_rows: int
    rpo: timedelta
    rto: timedelta
    verification: timedelta
    age_by_schema: dict[str, timedelta]


def is_supported() -> bool:
    """Dumps by schema exist on PostgreSQL only."""
    return bool(connection.vendor == "postgresql")


def back_up(schemas: Sequence[str] = SCHEMA_ORDER, actor: Actor | None = None) -> BackupResult:
    """Take a set of ``schemas`` and remove expired ones.

    Raises:
        BackupFailed: nothing was taken; another run may be under way.
    """
    with only_one_run():
        backup = take_set(schemas)
        removed = remove_expired(clock.now())
    _record(
        "BACKUP_COMPLETED",
        actor or system_actor("backup"),
        {
            "set": backup.name,
            "schemas": list(backup.schemas),
            "rows": backup.rows,
            "bytes": backup.size_bytes,
            "isEncrypted": backup.is_encrypted,
            "removedSets": removed,
        },
    )
    return BackupResult(backup, removed)


def back_up_due(actor: Actor | None = None) -> BackupResult | None:
    """Take a set of the schemas the policy says are due; None when none is. Safe to run twice."""
    last = {schema: each.taken_at for schema, each in newest_by_schema(readable_sets()).items()}
    schemas = due_schemas(last, clock.now())
    return back_up(schemas, actor) if schemas else None


def newest_full_set() -> BackupSet | None:
    """The newest set the whole database can be restored from.

    Raises:
        BackupFailed: a newer set has a damaged manifest, so nobody can tell what it holds.
    """
    return next((each for path in set_paths() if (each := read_set(path)).is_full), None)


def restore_drill(name: str | None = None, actor: Actor | None = None) -> DrillReport:
    """Prove that a full set (the newest, or the one called ``name``) restores to what was backed up.

    Raises:
        BackupFailed: says which file, table or chain is not as it was; recorded as RESTORE_DRILL_FAILED.
    """
    by = actor or system_actor("restore drill")
    try:
        with only_one_run():
            report = _drill(_chosen_set(name))
    except BackupFailed as error:
        _record("RESTORE_DRILL_FAILED", by, {"set": name, "failure": str(error)})
        raise
    _record(
        "RESTORE_DRILL_COMPLETED",
        by,
        {
            "set": report.backup.name,
            "tables": report.tables,
            "rows": report.backup.rows,
            "chains": report.chains,
            "rpoSeconds": round(report.rpo.total_seconds()),
            "rtoSeconds": round(report.rto.total_seconds(), 1),
        },
    )
    return report


def _chosen_set(name: str | None) -> BackupSet:
    if name is not None:
        if name not in {path.name for path in set_paths()}:
            raise BackupFailed(f"there is no set {name} in {backup_directory()}")
        chosen = read_set(backup_directory() / name)
        if not chosen.is_full:
            raise BackupFailed(f"{name} holds only {', '.join(chosen.schemas)}; a drill needs a set of all schemas")
        return chosen
    newest = newest_full_set()
    if newest is None:
        raise BackupFailed("there is no set of all schemas yet: run `manage.py backup`")
    return newest


def _drill(backup: BackupSet) -> DrillReport:
    started, now = time.monotonic(), clock.now()
    newest = newest_by_schema(readable_sets())
    for schema in backup.schemas:
        backup.check_file(schema)
    for schema, each in newest.items():
        if each.name != backup.name:
            each.check_file(schema)  # a newer dump of one schema is worth nothing when it is damaged
    with scratch_database() as scratch:
        restore_set(backup, scratch)
        restored = time.monotonic()
        if found := differences(backup, scratch):
            raise BackupFailed(f"{backup.name} does not restore to what was backed up: {'; '.join(found[:20])}")
        chains, rows = _verify_chains(scratch)
    return DrillReport(
        backup=backup,
        tables=sum(len(backup.tables_of(schema)) for schema in backup.schemas),
        chains=chains,
        chain_rows=rows,
        rpo=now - backup.taken_at,
        rto=timedelta(seconds=restored - started),
        verification=timedelta(seconds=time.monotonic() - restored),
        age_by_schema={schema: now - newest[schema].taken_at for schema in SCHEMA_ORDER if schema in newest},
    )


def _verify_chains(scratch: Server) -> tuple[int, int]:
    with _as_database(scratch) as alias:
        reports = list(verify(using=alias))
    broken = [str(report.bad_row) for report in reports if report.bad_row is not None]
    if broken:
        raise BackupFailed(f"the audit trail of the restored database does not verify: {'; '.join(broken[:20])}")
    return len(reports), sum(report.rows for report in reports)


@contextmanager
def _as_database(server: Server) -> Iterator[str]:
    """Let the ORM reach a database for the length of the block."""
    parameters = {**connection.settings_dict, **settings.BACKUP_DATABASE, "NAME": server.name, "CONN_MAX_AGE": 0}
    # For this thread alone: no other may find a database that is about to vanish.
    connections[_SCRATCH] = type(connections[DEFAULT_DB_ALIAS])(parameters, _SCRATCH)
    try:
        yield _SCRATCH
    finally:
        connections[_SCRATCH].close()
        del connections[_SCRATCH]


def _record(action: str, actor: Actor, facts: dict[str, Any]) -> None:
    with business_transaction(actor):
        record(action=action, entity_type=ENTITY_TYPE, entity_id=None, actor=actor, new=facts)
