"""Metaclass that derives every database name from the class and field names (architecture.md section 2).

It writes into the class before Django builds it, so that migrations record plain, explicit names and historical models
need none of this.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models.base import ModelBase
from django.db.models.fields import NOT_PROVIDED

from common import clock
from common.db import indexes
from common.db.declarations import Check, Index, Unique
from common.db.expressions import UtcNow
from common.db.schemas import APP_SCHEMAS
from common.naming import cut_identifier, to_pascal
from common.tenancy import AllCompaniesManager, TenantManager


def column_name(name: str, field: models.Field[Any, Any]) -> str:
    """Return the column of a field: PascalCase of its name, with ID behind a foreign key (S11)."""
    return to_pascal(name) + ("ID" if isinstance(field, models.ForeignKey) else "")


def complete_field(name: str, field: models.Field[Any, Any]) -> None:
    """Give a declared field its column, its database default and its column comment."""
    if field.db_column is None and name != "history_id":
        field.db_column = column_name(name, field)
    if field.db_comment is None and field.help_text:
        field.db_comment = str(field.help_text)
    if field.db_default is NOT_PROVIDED and field.default is not NOT_PROVIDED:
        if field.default is clock.now:
            field.db_default = UtcNow()
        elif not callable(field.default):
            field.db_default = field.default


class TableBase(ModelBase):
    """Metaclass of every table of ours. ``Meta`` of a concrete class may hold undecorated declarations only."""

    def __new__(mcs, name: str, bases: tuple[type, ...], attrs: dict[str, Any], **kwargs: Any) -> Any:
        for field_name, value in attrs.items():
            if isinstance(value, models.Field):
                complete_field(field_name, value)
        if not _is_abstract(attrs):
            _complete_class(name, bases, attrs)
        return super().__new__(mcs, name, bases, attrs, **kwargs)


def _is_abstract(attrs: dict[str, Any]) -> bool:
    meta = attrs.get("Meta")
    return bool(meta is not None and vars(meta).get("abstract", False))


def _complete_class(name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> None:
    app_label = _app_label(attrs)
    for base in reversed(_abstract_bases(bases)):
        extend = vars(base).get("extend_table")
        if extend is not None:
            extend.__func__(base, name, attrs)
    if not any(isinstance(value, models.Field) and value.primary_key for value in attrs.values()):
        attrs["id"] = _primary_key(name)
    access = attrs.get("access") or _inherited(bases, "access")
    if access is not None and access.is_tenant_scoped and not _inherited(bases, "plain_manager"):
        attrs.setdefault("all_companies", AllCompaniesManager())
        attrs.setdefault("objects", TenantManager())
    attrs["Meta"] = _meta(name, app_label, bases, attrs)


def _app_label(attrs: dict[str, Any]) -> str:
    declared = getattr(attrs.get("Meta"), "app_label", None)
    return str(declared or attrs["__module__"].split(".")[0])


def _primary_key(label: str) -> models.BigAutoField[Any, Any]:
    field = models.BigAutoField(primary_key=True, db_column=f"{label}ID", verbose_name="ID", db_comment="Surrogate key")
    field.creation_counter = -1000  # first column of the table
    return field


def _abstract_bases(bases: tuple[type, ...]) -> list[type]:
    """Every base once, nearest first, without Django's own."""
    found: list[type] = []
    for base in bases:
        for ancestor in inspect.getmro(base):
            if isinstance(ancestor, TableBase) and ancestor not in found:
                found.append(ancestor)
    return found


def _inherited(bases: tuple[type, ...], attribute: str) -> Any:
    return next((getattr(base, attribute) for base in bases if hasattr(base, attribute)), None)


def _columns(bases: tuple[type, ...], attrs: dict[str, Any]) -> dict[str, str]:
    columns = {
        field.name: field.db_column or column_name(field.name, field)
        for base in reversed(_abstract_bases(bases))
        for field in base._meta.local_fields  # type: ignore[attr-defined]
    }
    for field_name, value in attrs.items():
        if isinstance(value, models.Field):
            columns[field_name] = value.db_column or column_name(field_name, value)
    return columns


def _meta(label: str, app_label: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> type:
    declared = attrs.get("Meta") or _inherited_meta(bases)
    columns = _columns(bases, attrs)
    checks = [check for base in reversed(_abstract_bases(bases)) for check in vars(base).get("base_checks", ())]
    constraints = [*getattr(declared, "constraints", ()), *checks]
    options: dict[str, Any] = {
        "app_label": app_label,
        "db_table": getattr(declared, "db_table", None) or f"{APP_SCHEMAS[app_label]}.{label}",
        "db_table_comment": _comment(attrs),
        "indexes": [_index(label, columns, item) for item in getattr(declared, "indexes", ())],
        "constraints": [_constraint(label, columns, item) for item in constraints],
    }
    return type("Meta", (declared,) if declared else (), options)


def _inherited_meta(bases: tuple[type, ...]) -> Any:
    # A Meta invented here must inherit the parent's, else its ordering and the like vanish silently.
    return _inherited(bases, "Meta")


def _comment(attrs: dict[str, Any]) -> str:
    return inspect.cleandoc(attrs.get("__doc__") or "").split("\n", maxsplit=1)[0]


def _name(prefix: str, label: str, columns: dict[str, str], fields: Sequence[str]) -> str:
    return cut_identifier("_".join([prefix, label, *(columns[name] for name in fields)]))


def _index(label: str, columns: dict[str, str], item: Any) -> Any:
    if not isinstance(item, Index):
        return item
    name = _name("IX", label, columns, item.fields)
    return indexes.Index(fields=item.fields, condition=item.condition, name=name)


def _constraint(label: str, columns: dict[str, str], item: Any) -> Any:
    if isinstance(item, Unique):
        name = _name("UQ", label, columns, item.fields)
        return models.UniqueConstraint(fields=item.fields, condition=item.condition, name=name)
    if isinstance(item, Check):
        return models.CheckConstraint(condition=item.condition, name=cut_identifier(f"CK_{label}_{item.rule}"))
    return item
