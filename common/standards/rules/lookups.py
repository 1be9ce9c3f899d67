"""States, types and lookups: S30, S31, S32."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from common.db.schemas import locate
from common.standards.catalogue import Column, Table
from common.standards.catalogue.shapes import BOOL, TEXT
from common.standards.context import Context, Model, words_of
from common.standards.findings import Finding, rule

_CLOSED_ENDINGS = {
    "Status", "Type", "Kind", "Mode", "Phase", "Severity", "Class", "Source", "Tone", "Algorithm",
}  # fmt: skip
_CLOSED_NAMES = {"RevokedReason", "Transport", "Purpose"}
_OPEN_LISTS = {"EntityType", "EmailType", "ErrorType", "CssClass"}
_STATE_ENDINGS = {"Status", "Type", "Kind", "Mode", "Phase", "Severity", "Source"}
_TEXT_STATES = {"ABNStatus", "DisplayNameSource"}
_VAGUE = {"StatusID", "TypeID", "RoleID"}
_CODE_LENGTHS = {"Country": 2, "Language": 10}


def is_closed_list(name: str) -> bool:
    return name not in _OPEN_LISTS and (name in _CLOSED_NAMES or words_of(name)[-1] in _CLOSED_ENDINGS)


@rule("S30")
def closed_lists(context: Context) -> Iterator[Finding]:
    fix = "declare Check(…, Q(column__in=[…]))"
    for table in context.catalogue.business_tables():
        for column in table.columns:
            is_ours = not context.is_history(table) or column.name == "ChangeType"
            if column.kind == TEXT and is_ours and is_closed_list(column.name) and not _has_live_list(table, column):
                yield Finding(f"{table.label}.{column.name}", "has no IN check in the database", fix)
    for model in context.models:
        options: Any = model._meta
        listed = {str(options.get_field(name).column) for name in _listed_fields(model)}
        for field in model._meta.local_concrete_fields:
            column_name = str(field.column)
            is_copied = hasattr(model, "history_type") and column_name != "ChangeType"
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and is_closed_list(column_name) and column_name not in listed and not is_copied:
                yield Finding(f"{model._meta.db_table}.{column_name}", "has no IN check in the model", fix)


def _has_live_list(table: Table, column: Column) -> bool:
    name = re.escape(column.name)
    pattern = re.compile(rf'["\[]{name}["\]]\)?(?:::[a-z]+)?\)? *(?:= ANY|=\s*N?\'|IN\b)')
    return any(pattern.search(check.definition) for check in table.checks)


def _listed_fields(model: Model) -> Iterator[str]:
    for check in model._meta.constraints:
        if isinstance(check, models.CheckConstraint) and isinstance(check.condition, Q):
            yield from _listed_in(check.condition)


def _listed_in(condition: Q) -> Iterator[str]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _listed_in(child)
        elif isinstance(child, tuple) and child[0].endswith("__in"):
            yield child[0].removesuffix("__in")


@rule("S31")
def states_are_lookups(context: Context) -> Iterator[Finding]:
    for model in context.models:
        access: Any = model.access  # type: ignore[attr-defined]
        is_business = locate(model._meta.db_table)[0] in {"dbo", "ref", "config"} and access.roles != "TOKEN"
        for field in model._meta.local_concrete_fields:
            column = str(field.column)
            place = f"{model._meta.db_table}.{column}"
            if column in _VAGUE:
                yield Finding(place, "does not say which lookup it references", "name the column <Lookup>ID")
            is_text = isinstance(field, models.CharField | models.TextField)
            is_state = words_of(column)[-1] in _STATE_ENDINGS and column not in _TEXT_STATES | _OPEN_LISTS
            if is_business and is_text and is_state:
                yield Finding(place, "is a state or type as text", "make a lookup and reference it by <Lookup>ID")


@rule("S32")
def lookup_template(context: Context) -> Iterator[Finding]:
    for table in context.catalogue.business_tables("ref"):
        texts: dict[str, int | None] = {
            f"{table.name}Code": _CODE_LENGTHS.get(table.name, 50),
            f"{table.name}Name": 100,
            "Description": None if table.name in _CODE_LENGTHS else 500,
        }
        for name, length in texts.items():
            column = table.column(name)
            if length is None:
                if column is not None:
                    yield Finding(f"{table.label}.{name}", "does not belong in this lookup", "drop the column")
            elif column is None or (column.kind, column.length, column.is_nullable) != (TEXT, length, False):
                yield Finding(f"{table.label}.{name}", f"is not text({length}) NOT NULL", "use LookupTable")
        yield from _flag_and_order(table)


def _flag_and_order(table: Table) -> Iterator[Finding]:
    for name, kind, defaults in (("IsActive", BOOL, {"true", "((1))"}), ("SortOrder", "int", {"999", "((999))"})):
        column = table.column(name)
        if column is None or column.kind != kind or column.is_nullable or column.default not in defaults:
            yield Finding(f"{table.label}.{name}", f"is not {kind} NOT NULL with its default", "use LookupTable")
