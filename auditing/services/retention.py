"""Evidence of retention runs, and the legal holds they respect (RT-2, RT-3, invariant 43)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, Q

from auditing.models import LegalHold, RetentionRun
from auditing.services.recording import business_transaction, record
from common import clock
from common.actors import Actor
from common.stored_text import fit

_NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Run:
    """One retention run over one table; ``run_key`` joins the tables of one run."""

    run_key: uuid.UUID
    table_name: str
    retention_class: str
    cutoff_date: datetime
    actor: Actor


@dataclass(slots=True)
class Counts:
    """Rows of a run; ``archive_path`` and ``archive_checksum`` name the archive file."""

    selected: int = 0
    held: int = 0
    archived: int = 0
    deleted: int = 0
    archive_path: str | None = None
    archive_checksum: str | None = None


def start_run(run: Run) -> None:
    """Write the ``started`` row before the first row goes."""
    _write(run, "started", Counts())


def complete_run(run: Run, counts: Counts, duration_ms: int) -> None:
    """Write the ``completed`` row, and RETENTION_RUN to the activity log when anything was removed or held (AU-3)."""
    with business_transaction(run.actor):
        _write(run, "completed", counts, duration_ms)
        if counts.deleted or counts.held:
            record(
                action="RETENTION_RUN",
                entity_type=run.table_name,
                entity_id=None,
                actor=run.actor,
                new={
                    "runKey": run.run_key,
                    "cutoffDate": run.cutoff_date,
                    "rowsHeld": counts.held,
                    "rowsArchived": counts.archived,
                    "rowsDeleted": counts.deleted,
                },
            )


def fail_run(run: Run, counts: Counts, duration_ms: int, error: BaseException) -> None:
    """Write the ``failed`` row with what had been done by then."""
    _write(run, "failed", counts, duration_ms, f"{type(error).__name__}: {error}")


def _write(run: Run, phase: str, counts: Counts, duration_ms: int | None = None, error: str | None = None) -> None:
    RetentionRun.objects.create(
        run_key=run.run_key,
        table_name=run.table_name,
        retention_class=run.retention_class,
        mode="execute",
        phase=phase,
        cutoff_date=run.cutoff_date,
        rows_selected=counts.selected,
        rows_held=counts.held,
        rows_archived=counts.archived,
        rows_deleted=counts.deleted,
        archive_path=counts.archive_path,
        archive_checksum=counts.archive_checksum,
        duration_ms=duration_ms,
        error_message=fit(error, 1000),
        triggered_by_user_id=run.actor.user_id,
        created_date=clock.now(),
    )


def held_rows(model: type[Model]) -> Q:
    """Condition for the rows of ``model`` that a legal hold in force covers; no hold, no row (RT-3).

    A hold on a company or person covers nothing in a table without that column.
    """
    released = LegalHold.objects.filter(releases_legal_hold__isnull=False).values("releases_legal_hold_id")
    holds = LegalHold.objects.filter(releases_legal_hold__isnull=True).exclude(pk__in=released)
    table = str(model._meta.db_table)
    condition = _NOTHING
    for hold in holds.filter(Q(table_name__isnull=True) | Q(table_name=table)):
        condition |= _covered(model, hold)
    return condition


def _covered(model: type[Model], hold: LegalHold) -> Q:
    columns = {field.attname for field in model._meta.concrete_fields}
    condition = Q(pk__isnull=False)
    for column, value in (("company_id", hold.company_id), ("user_id", hold.user_id)):
        if value is not None:
            condition &= Q(**{column: value}) if column in columns else _NOTHING
    if hold.rows_from is not None:
        condition &= Q(created_date__gte=hold.rows_from)
    if hold.rows_to is not None:
        condition &= Q(created_date__lte=hold.rows_to)
    return condition
