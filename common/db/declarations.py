"""What a model declares: indexes, unique rules and checks without names, and who may see and keep its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from django.db import models
from django.db.models import Q

RlsClass = Literal["none", "company", "own_company", "membership", "relationship", "request", "person", "trail"]
RetentionClass = Literal["permanent", "token", "log", "audit", "cache", "governance"]
RoleClass = Literal["BIZ", "USER", "TOKEN", "SEALED", "REF", "CONFIG", "LOG", "OUTBOX", "AUDIT", "CACHE"]


@dataclass(frozen=True, slots=True)
class TableAccess:
    """Row-level security class, retention class and grant class of a table (database.md section 3)."""

    rls: RlsClass
    retention: RetentionClass
    roles: RoleClass

    @property
    def is_tenant_scoped(self) -> bool:
        return self.rls != "none"


if TYPE_CHECKING:
    # Django's stubs want their own classes in Meta; the metaclass turns these declarations into them.
    class Index(models.Index):
        def __init__(self, fields: list[str], condition: Q | None = None) -> None: ...

    class Unique(models.UniqueConstraint):
        def __init__(self, fields: list[str], condition: Q | None = None) -> None: ...

    class Check(models.CheckConstraint):
        rule: str

        def __init__(self, rule: str, condition: Q) -> None: ...

else:

    @dataclass(frozen=True, slots=True)
    class Index:
        """``IX_<Table>_<Columns>``; ``condition`` makes it a filtered index (S45)."""

        fields: list[str]
        condition: Q | None = None

    @dataclass(frozen=True, slots=True)
    class Unique:
        """``UQ_<Table>_<Columns>``; ``condition`` makes it a filtered unique index (S34, S44)."""

        fields: list[str]
        condition: Q | None = None

    @dataclass(frozen=True, slots=True)
    class Check:
        """``CK_<Table>_<rule>``."""

        rule: str
        condition: Q = field(compare=False)


class ForeignKey(models.ForeignKey):
    """Foreign key by the standard: NO ACTION in the database, no index of its own, no reverse accessor by default.

    Indexes are declared by the model (S33); deletion is refused by the database, so the ORM does nothing.
    """

    def __init__(self, to: Any, **kwargs: Any) -> None:
        kwargs.setdefault("on_delete", models.DO_NOTHING)
        kwargs.setdefault("db_index", False)
        kwargs.setdefault("related_name", "+")
        kwargs.setdefault("blank", bool(kwargs.get("null")))
        super().__init__(to, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _, args, kwargs = super().deconstruct()
        kwargs.setdefault("db_index", False)
        if getattr(self, "db_index", False):
            kwargs["db_index"] = True
        return name, "django.db.models.ForeignKey", args, kwargs
