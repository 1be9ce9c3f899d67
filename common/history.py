"""Snapshots of tracked rows by django-simple-history, in the shape of database.md 6.5 "History tables".

One call on a model makes its history table: ``history = tracked("AuditUser", TableAccess(…), excluded=[…])``. The
change under way (actor, reason) comes from ``auditing.services.business_transaction``, request id and origin from
``common.context``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.fields import NOT_PROVIDED
from simple_history.models import HistoricalRecords

from common import clock, context
from common.actors import Actor
from common.db.declarations import Check, Index, TableAccess
from common.db.expressions import UtcNow
from common.models import AuditedTable, Table

AUDIT_COLUMNS = tuple(field.name for field in AuditedTable._meta.local_fields)


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes rows now, and why."""

    actor: Actor
    reason: str | None = None


_change: ContextVar[Change | None] = ContextVar("eventlead_change", default=None)


def current_change() -> Change | None:
    return _change.get()


@contextmanager
def change(actor: Actor, reason: str | None = None) -> Iterator[None]:
    """Attribute the snapshots written in the block to ``actor``."""
    token = _change.set(Change(actor, reason))
    try:
        yield
    finally:
        _change.reset(token)


class SnapshotTable(Table):
    """Base of history tables: the columns behind the copied ones."""

    plain_manager: ClassVar[bool] = True

    changed_by_email = models.CharField(
        max_length=255, null=True, blank=True, help_text="Address of that person at the time"
    )
    request_id = models.CharField(max_length=64, null=True, blank=True, help_text="X-Request-ID of the change")
    ip_address = models.CharField(max_length=45, null=True, blank=True, help_text="Address the change came from")
    user_agent = models.CharField(max_length=500, null=True, blank=True, help_text="User agent the change came from")
    redacted_at = models.DateTimeField(null=True, blank=True, help_text="Instant personal columns were erased, UTC")

    base_checks: ClassVar[tuple[Check, ...]] = (Check("ChangeType", Q(history_type__in=["+", "~", "-"])),)

    class Meta:
        abstract = True


class Snapshots(HistoricalRecords):  # type: ignore[misc]
    """``HistoricalRecords`` that writes soft deletion as ``-``, restoration as ``+`` and nothing for no change."""

    def __init__(
        self, name: str, access: TableAccess, excluded: Sequence[str] = (), indexes: Sequence[Index] = ()
    ) -> None:
        self.snapshot_access = access
        self.extra_indexes = tuple(indexes)
        super().__init__(
            app="auditing",
            custom_model_name=name,
            table_name=f"audit.{name.removeprefix('Audit')}",
            bases=(SnapshotTable,),
            excluded_fields=[*AUDIT_COLUMNS, *excluded],
            history_id_field=models.BigAutoField(db_column=f"{name}ID", db_comment="Surrogate key"),
            history_change_reason_field=models.CharField(
                max_length=500, null=True, blank=True, db_column="ChangeReason", help_text="Why the row was changed"
            ),
            # An explicit integer: the ORM must never update audit rows when a person goes (append-only).
            history_user_id_field=models.BigIntegerField(
                null=True, blank=True, db_column="ChangedByUserID", help_text="Person who changed the row"
            ),
        )

    def copy_fields(self, model: type[models.Model]) -> dict[str, Any]:
        fields: dict[str, Any] = super().copy_fields(model)
        for field in fields.values():
            field.db_index = False
            field.db_default = field.default = NOT_PROVIDED
            field.__dict__.pop("_get_default", None)
            field.__dict__.pop("_db_default_expression", None)
            if field.name == "id":
                field.help_text = field.db_comment = "Key of the tracked row"
        return fields

    def get_extra_fields(self, model: type[models.Model], fields: dict[str, Any]) -> dict[str, Any]:
        extra: dict[str, Any] = super().get_extra_fields(model, fields)
        extra["history_date"] = models.DateTimeField(
            "changed at", db_column="CreatedDate", db_default=UtcNow(), help_text="Instant of the change, UTC"
        )
        extra["history_type"] = models.CharField(
            "change",
            max_length=1,
            db_column="ChangeType",
            choices=(("+", "created or restored"), ("~", "changed"), ("-", "soft-deleted")),
            help_text="+ created or restored, ~ changed, - soft-deleted",
        )
        extra["access"] = self.snapshot_access
        extra["__doc__"] = f"Snapshots of {model._meta.db_table} after each change."
        return extra

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        options: dict[str, Any] = super().get_meta_options(model)
        options["indexes"] = (
            Index(fields=["id", "history_date"]),
            Index(fields=["history_date"]),
            Index(fields=["history_user_id"], condition=Q(history_user_id__isnull=False)),
            *self.extra_indexes,
        )
        return options

    def create_historical_record(self, instance: Any, history_type: str, using: str | None = None) -> None:
        manager = getattr(instance, self.manager_name)
        last = manager.order_by("-history_date", "-history_id").first() if history_type == "~" else None
        kind = _kind(instance, history_type, last)
        if last is not None and kind == "~" and self._is_same(instance, last):
            return
        self._write(manager.model, instance, kind)

    def _is_same(self, instance: Any, last: Any) -> bool:
        return all(
            getattr(instance, field.attname) == getattr(last, field.attname) for field in self.fields_included(instance)
        )

    def _write(self, snapshot_model: type[models.Model], instance: Any, kind: str) -> None:
        origin, now_changing = context.current(), current_change()
        actor = now_changing.actor if now_changing else None
        snapshot_model._default_manager.create(
            **{field.attname: getattr(instance, field.attname) for field in self.fields_included(instance)},
            history_date=clock.now(),
            history_type=kind,
            history_user_id=actor.user_id if actor else None,
            history_change_reason=now_changing.reason if now_changing else None,
            changed_by_email=actor.email if actor else None,
            request_id=origin.request_id or None,
            ip_address=origin.ip_address,
            user_agent=(origin.user_agent or "")[:500] or None,
        )


def _kind(instance: Any, history_type: str, last: Any) -> str:
    was_deleted = last is not None and last.history_type == "-"
    if instance.is_deleted:
        return "~" if was_deleted else "-"
    return "+" if was_deleted else history_type


def tracked(name: str, access: TableAccess, excluded: Sequence[str] = (), indexes: Sequence[Index] = ()) -> Snapshots:
    """Track a model in ``audit.<name without Audit>``.

    ``excluded`` are attributes that are not copied besides the seven audit columns; ``indexes`` come on top of the
    standard three.
    """
    return Snapshots(name, access, excluded, indexes)
