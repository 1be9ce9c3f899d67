"""Abstract bases of every table: names by convention, audit columns, lookups.

A model writes snake_case fields and undecorated declarations; names, primary key, database defaults, comments and the
standard checks are derived (see ``common.db.modelbase``).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.db.models import F, Q

from common import clock
from common.actors import Actor
from common.db.declarations import Check, ForeignKey, Index, TableAccess, Unique
from common.db.modelbase import TableBase
from common.tenancy import LiveQuerySet as AuditedQuerySet

__all__ = [
    "AuditedQuerySet",
    "AuditedTable",
    "Check",
    "ForeignKey",
    "Index",
    "LogTable",
    "LookupTable",
    "Table",
    "TableAccess",
    "ToneMixin",
    "Unique",
]

_TRAILING = 1_000_000  # audit columns come last in a table, wherever the base declares them


class Table(models.Model, metaclass=TableBase):
    """Root of all tables of the six schemas."""

    access: ClassVar[TableAccess]

    if TYPE_CHECKING:
        objects: ClassVar[Any]
        all_companies: ClassVar[Any]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"


class LogTable(Table):
    """+A1: rows that are written once (token, log, audit and cache tables, S23)."""

    created_date = models.DateTimeField(
        "created", default=clock.now, editable=False, help_text="Instant the row was written, UTC"
    )

    class Meta:
        abstract = True


class AuditedTable(Table):
    """+A7: mutable tables with soft deletion (S19 to S22)."""

    created_date = models.DateTimeField(
        "created", default=clock.now, editable=False, help_text="Instant the row was created, UTC"
    )
    created_by = ForeignKey(
        "accounts.User",
        null=True,
        editable=False,
        db_column="CreatedBy",
        help_text="Person who created the row; empty for the system or the person's own sign-up",
    )
    updated_date = models.DateTimeField(
        "updated", null=True, blank=True, editable=False, help_text="Instant of the last change, UTC; empty = never"
    )
    updated_by = ForeignKey(
        "accounts.User",
        null=True,
        editable=False,
        db_column="UpdatedBy",
        help_text="Person who changed the row last",
    )
    is_deleted = models.BooleanField("deleted", default=False, editable=False, help_text="Row is soft-deleted")
    deleted_date = models.DateTimeField(
        "deleted at", null=True, blank=True, editable=False, help_text="Instant of the soft deletion, UTC"
    )
    deleted_by = ForeignKey(
        "accounts.User",
        null=True,
        editable=False,
        db_column="DeletedBy",
        help_text="Person who soft-deleted the row",
    )

    base_checks: ClassVar[tuple[Check, ...]] = (
        Check(
            "SoftDelete",
            Q(is_deleted=True, deleted_date__isnull=False) | Q(is_deleted=False, deleted_date__isnull=True),
        ),
        Check(
            "AuditDates",
            (Q(updated_date__isnull=True) | Q(updated_date__gte=F("created_date")))
            & (Q(deleted_date__isnull=True) | Q(deleted_date__gte=F("created_date"))),
        ),
    )

    objects: ClassVar[Any] = AuditedQuerySet.as_manager()

    class Meta:
        abstract = True

    def _not_before_creation(self) -> datetime:
        return max(clock.now(), self.created_date)

    def stamp_created(self, actor: Actor) -> None:
        """Set who created the row; the service saves."""
        self.created_by_id = actor.user_id

    def stamp_updated(self, actor: Actor) -> None:
        """Set who changed the row and when; the service saves."""
        self.updated_date = self._not_before_creation()
        self.updated_by_id = actor.user_id

    def soft_delete(self, actor: Actor) -> None:
        """Mark the row as deleted (S21); the service saves."""
        self.is_deleted = True
        self.deleted_date = self._not_before_creation()
        self.deleted_by_id = actor.user_id


class LookupTable(AuditedTable):
    """Lookup template (S32): code, name, description, active flag and order around the table's own columns."""

    maintained_by: ClassVar[str] = "system"

    description = models.CharField(max_length=500, help_text="What the value means")
    is_active = models.BooleanField("active", default=True, help_text="Offered for new rows")
    sort_order = models.IntegerField(default=999, help_text="Position in lists, smallest first")

    class Meta:
        abstract = True

    @classmethod
    def extend_table(cls, label: str, attrs: dict[str, Any]) -> None:
        """Add ``<table>_code`` and ``<table>_name``, which are named after the concrete table."""
        from common.db.modelbase import complete_field
        from common.naming import to_snake

        stem = to_snake(label)
        code = models.CharField(max_length=50, help_text="Natural key; never changes and is never reused")
        name = models.CharField(max_length=100, help_text="Name shown to people")
        code.creation_counter, name.creation_counter = -900, -899
        for field_name, field in ((f"{stem}_code", code), (f"{stem}_name", name)):
            complete_field(field_name, field)
            attrs[field_name] = field
        attrs.setdefault("code_field", f"{stem}_code")
        attrs.setdefault("name_field", f"{stem}_name")
        meta: Any = attrs.get("Meta") or type("Meta", (), {})
        meta.constraints = [Unique(fields=[f"{stem}_code"]), *getattr(meta, "constraints", [])]
        if not hasattr(meta, "ordering"):
            meta.ordering = ["sort_order", "id"]
        attrs["Meta"] = meta

    @property
    def code(self) -> str:
        return str(getattr(self, type(self).code_field))  # type: ignore[attr-defined]

    @property
    def name(self) -> str:
        return str(getattr(self, type(self).name_field))  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return self.name


class ToneMixin(LookupTable):
    """BadgeTone of states that are shown as badges."""

    badge_tone = models.CharField(
        max_length=20, default="neutral", help_text="Tone of the badge: neutral, info, success, warning or danger"
    )

    base_checks: ClassVar[tuple[Check, ...]] = (
        Check("BadgeTone", Q(badge_tone__in=["neutral", "info", "success", "warning", "danger"])),
    )

    class Meta:
        abstract = True


def _order_columns() -> None:
    """Code, name and description first, the flags of the template and the audit columns last, in every base's copy."""
    audit = {field.name for field in AuditedTable._meta.local_fields}
    for base in (AuditedTable, LookupTable, ToneMixin, LogTable):
        for field in base._meta.local_fields:
            if field.name in audit:
                field.creation_counter += 2 * _TRAILING
            elif field.name in ("is_active", "sort_order"):
                field.creation_counter += _TRAILING
            elif field.name == "description":
                field.creation_counter = -898


_order_columns()
